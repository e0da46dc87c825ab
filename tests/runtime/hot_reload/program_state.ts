/** Everything that a reload may touch, as text: two equal texts, two equal programs. */
import { walkHeap } from "#runtime/hot_reload/heap_walk.ts";
import type { Program } from "#runtime/vm/program.ts";

/** Functions and objects are named by numbers that stay with them for the life of the naming. */
export class StateNaming {
  readonly #numbers = new Map<unknown, number>();

  describe(program: Program): string {
    const classes = [...program.types.classes.values()].map((record) => ({
      metadata: record.metadata,
      superclass: record.superclass?.path ?? null,
      ancestors: [...record.ancestors],
      layout: record.layout,
      grows: record.growth.extend !== null,
      slots: this.#entries(record.slots),
      statics: this.#entries(record.statics),
      prototype: this.#entries(record.prototype),
      parent: this.#name(Object.getPrototypeOf(record.prototype)),
    }));
    const enums = [...program.types.enums.values()].map(({ metadata, constructors }) => ({
      metadata,
      constructors: [...constructors.keys()],
    }));
    const { instances, containers, buffers } = walkHeap(program);
    const objects = [...instances, ...containers]
      .map((object) => [this.#name(object), this.#entries(object)] as const)
      .sort(([left], [right]) => (left < right ? -1 : 1));
    const bytes = buffers.map((buffer) => [this.#name(buffer), [...buffer.bytes]]);
    const functions = [...program.functions.metadata.values()];
    return JSON.stringify(
      { classes, enums, objects, bytes, functions, hooks: this.#entries(program.hooks) },
      null,
      1,
    );
  }

  #entries(object: object): [string, unknown][] {
    return Object.entries(object).map(([name, value]) => [name, this.#name(value)]);
  }

  #name(value: unknown): string {
    if ((typeof value !== "object" && typeof value !== "function") || value === null)
      return Object.is(value, -0) ? "-0" : (JSON.stringify(value) ?? "undefined");
    const number = this.#numbers.get(value) ?? this.#numbers.size;
    this.#numbers.set(value, number);
    return `#${number}`;
  }
}
