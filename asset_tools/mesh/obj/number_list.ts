/** Growing typed arrays: a text file does not say how many numbers follow. */

/** The typed arrays that a list may be kept in. */
type Numbers = Float32Array<ArrayBuffer> | Float64Array<ArrayBuffer> | Int32Array<ArrayBuffer>;

export class NumberList<A extends Numbers> {
  readonly #make: (length: number) => A;
  #values: A;
  length = 0;

  /** `make` gives an array of so many zeros. */
  constructor(make: (length: number) => A) {
    this.#make = make;
    this.#values = make(1024);
  }

  push(value: number): void {
    if (this.length === this.#values.length) this.#grow(this.length + 1);
    this.#values[this.length++] = value;
  }

  at(index: number): number {
    return this.#values[index]!;
  }

  /** Adds to a number that is there. */
  add(index: number, value: number): void {
    this.#values[index]! += value;
  }

  append(values: ArrayLike<number>): void {
    const length = this.length + values.length;
    if (length > this.#values.length) this.#grow(length);
    this.#values.set(values, this.length);
    this.length = length;
  }

  /** The numbers, not copied: of use when no more are added. */
  toArray(): A {
    return this.#values.subarray(0, this.length) as A;
  }

  #grow(least: number): void {
    const grown = this.#make(Math.max(least, this.#values.length * 2));
    grown.set(this.#values);
    this.#values = grown;
  }
}

export function floatList(): NumberList<Float32Array<ArrayBuffer>> {
  return new NumberList((length) => new Float32Array(length));
}

export function floatList64(): NumberList<Float64Array<ArrayBuffer>> {
  return new NumberList((length) => new Float64Array(length));
}

export function intList(): NumberList<Int32Array<ArrayBuffer>> {
  return new NumberList((length) => new Int32Array(length));
}
