/**
 * What prototypes hold: for every virtual method, and for every method of an interface under `pack.Interface.method`,
 * a function that passes `this` on to the slot of the function that answers.
 */
import { type ClassMetadata, type MethodMetadata, slotKey } from "#compiler/bytecode/metadata.ts";
import { generate, parameterNames } from "./generated_code.ts";
import type { Callable, ClassRecord, Slots } from "./object_model.ts";
import type { TypeRegistry } from "./type_registry.ts";

/** A trampoline knows the function behind it, so the interpreter can go there without a JavaScript call. */
export interface Trampoline extends Callable {
  $callee: number;
}

export class Trampolines {
  readonly #types: TypeRegistry;

  constructor(types: TypeRegistry) {
    this.#types = types;
  }

  /** Makes what is missing and replaces what goes to another function now. */
  install(record: ClassRecord): void {
    if (record.metadata.form === "interface") return;
    for (const { name, target, arity } of record.metadata.methods) {
      if (target !== null) this.#set(record, name, target, arity);
    }
    for (const entry of this.#types.interfacesOf(record)) {
      for (const { name, arity } of this.#methodsOf(entry)) {
        const target = this.#answer(record, entry, name);
        if (target !== null) this.#set(record, `${entry.path}.${name}`, target, arity);
      }
    }
  }

  /** An interface's methods with those of the interfaces it extends. */
  #methodsOf(entry: ClassMetadata): MethodMetadata[] {
    const inherited = entry.interfaces.flatMap((path) =>
      this.#methodsOf(this.#types.class(path).metadata),
    );
    return [...entry.methods, ...inherited];
  }

  #answer(record: ClassRecord, entry: ClassMetadata, method: string): string | null {
    const { implementations } = record.metadata;
    const known = implementations.find(
      (found) => found.interface === entry.path && found.method === method,
    );
    if (known !== undefined) return known.target;
    const parents = entry.interfaces.map((path) => this.#types.class(path).metadata);
    const targets = parents.map((parent) => this.#answer(record, parent, method));
    return targets.find((target) => target !== null) ?? null;
  }

  #set(record: ClassRecord, key: string, target: string, arity: number): void {
    const prototype = record.prototype as Record<string, Trampoline>;
    if (Object.hasOwn(prototype, key) && prototype[key]?.$callee === this.#types.numbers.of(target))
      return;
    const owner = target.slice(0, target.lastIndexOf("."));
    const made = trampoline(this.#types.slots(owner), slotKey(target, owner), arity);
    made.$callee = this.#types.numbers.of(target);
    prototype[key] = made;
  }
}

function trampoline(slots: Slots, key: string, arity: number): Trampoline {
  const params = parameterNames(arity);
  const call = `slots[${JSON.stringify(key)}](${["this", ...params].join(", ")})`;
  const made = generate(
    ["slots"],
    `return function (${params.join(", ")}) { return ${call}; };`,
  )(slots);
  return made;
}
