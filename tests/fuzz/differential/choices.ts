/**
 * Where a generator's decisions come from. Each is a whole number, 0 being the simplest, and all are kept, so that a program
 * can be made again from its decisions, and a smaller one from fewer or lower ones. Whatever the list, the generator makes
 * a well-typed program of it; that is what makes shrinking easy.
 */

/** Decisions `start` to `end` (exclusive) made one part of the program, such as a statement. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export class Choices {
  readonly taken: number[] = [];
  readonly spans: Span[] = [];
  readonly #source: (index: number, limit: number) => number;

  private constructor(source: (index: number, limit: number) => number) {
    this.#source = source;
  }

  static seeded(seed: number): Choices {
    let state = Math.imul(seed, 0x9e3779b1) ^ 0x5bd1e995;
    return new Choices((_, limit) => {
      // Mulberry32, by Tommy Ettinger.
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
    });
  }

  /** Past the end of the list every decision is the simplest. */
  static replayed(list: readonly number[]): Choices {
    return new Choices((index, limit) => Math.min(list[index] ?? 0, limit - 1));
  }

  /** From 0 up to the limit; where there is nothing to choose no decision is made. */
  below(limit: number): number {
    if (limit <= 1) return 0;
    const choice = this.#source(this.taken.length, limit);
    this.taken.push(choice);
    return choice;
  }

  /** False is the simplest. */
  chance(percent: number): boolean {
    return this.below(100) >= 100 - percent;
  }

  /** The first is the simplest; undefined where there is none. */
  pick<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)] as Item;
  }

  /** Runs one of the makers, the first being the simplest; a weight says how often it comes. */
  weighted<Result>(options: readonly (readonly [weight: number, make: () => Result])[]): Result {
    const total = options.reduce((sum, [weight]) => sum + weight, 0);
    let left = this.below(total);
    for (const [weight, make] of options) {
      if (left < weight) return make();
      left -= weight;
    }
    throw new RangeError("A choice past the weights");
  }

  span<Result>(make: () => Result): Result {
    const start = this.taken.length;
    const result = make();
    this.spans.push({ start, end: this.taken.length });
    return result;
  }

  /** Makes between `least` and `most` items, each a span with the decision to go on. */
  many<Item>(least: number, most: number, make: (index: number) => Item): Item[] {
    const items: Item[] = [];
    while (items.length < most) {
      const item = this.span(() =>
        items.length < least || this.below(5) > 0 ? { made: make(items.length) } : null,
      );
      if (item === null) break;
      items.push(item.made);
    }
    return items;
  }
}
