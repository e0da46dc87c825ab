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

  /** Makes what is missing, replaces what goes to another function now and drops what the class no longer answers. */
  install(record: ClassRecord): void {
    if (record.metadata.form === "interface") return;
    const known = new Set<string>();
    for (const { name, target, arity } of record.metadata.methods) {
      if (target !== null) known.add(this.#set(record, name, target, arity));
    }
    for (const entry of this.#types.interfacesOf(record)) {
      for (const { name, arity } of this.#methodsOf(entry)) {
        const target = this.#answer(record, entry, name);
        if (target !== null) known.add(this.#set(record, `${entry.path}.${name}`, target, arity));
      }
    }
    for (const key of Object.keys(record.prototype)) {
      if (!known.has(key)) delete (record.prototype as Record<string, Trampoline>)[key];
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

  #set(record: ClassRecord, key: string, target: string, arity: number): string {
    const prototype = record.prototype as Record<string, Trampoline>;
    const present = Object.hasOwn(prototype, key) ? prototype[key] : undefined;
    if (present?.$callee === this.#types.numbers.of(target) && present.length === arity) return key;
    const owner = target.slice(0, target.lastIndexOf("."));
    const made = trampoline(this.#types.slots(owner), slotKey(target, owner), arity);
    made.$callee = this.#types.numbers.of(target);
    prototype[key] = made;
    return key;
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
