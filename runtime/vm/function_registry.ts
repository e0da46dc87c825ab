/** The functions of a running program by id: where each sits, and the closures over the lifted ones. */
import type { FunctionMetadata } from "#compiler/bytecode/metadata.ts";
import { slotKey } from "#compiler/bytecode/metadata.ts";
import { type Closure, type ClosureMaker, type ClosureOptions, closureMaker } from "./closures.ts";
import { storeNamed } from "./generated_code.ts";
import type { Callable } from "./object_model.ts";
import type { TypeRegistry } from "./type_registry.ts";

export class FunctionRegistry {
  readonly metadata = new Map<string, FunctionMetadata>();
  readonly #types: TypeRegistry;
  readonly #options: ClosureOptions;
  readonly #makers = new Map<string, ClosureMaker>();
  readonly #constants = new Map<string, Closure>();

  constructor(types: TypeRegistry, options: ClosureOptions) {
    this.#types = types;
    this.#options = options;
  }

  /** Makes functions known before their code is: closures over them can be made from then on. */
  declare(functions: readonly FunctionMetadata[]): void {
    for (const metadata of functions) {
      this.metadata.set(metadata.id, metadata);
      this.#makers.delete(metadata.id);
    }
  }

  /** Notes what is known of a function; the result puts that back. */
  remember({ id, owner }: FunctionMetadata): () => void {
    const metadata = this.metadata.get(id);
    const maker = this.#makers.get(id);
    const constant = this.#constants.get(id);
    const slots = this.#types.slots(owner);
    const key = slotKey(id, owner);
    const callable = slots[key];
    return () => {
      restore(this.metadata, id, metadata);
      restore(this.#makers, id, maker);
      restore(this.#constants, id, constant);
      if (callable === undefined) delete slots[key];
      else slots[key] = callable;
    };
  }

  get(id: string): FunctionMetadata {
    const metadata = this.metadata.get(id);
    if (metadata === undefined) throw new Error(`The program has no function ${id}`);
    return metadata;
  }

  /** Puts callables in their slots. The first store into a slot is one by name, so V8 may take it for a constant. */
  install(callables: ReadonlyMap<string, Callable>): void {
    const byOwner = Map.groupBy(callables, ([id]) => this.get(id).owner);
    for (const [owner, entries] of byOwner) {
      const stores = entries.map(([id, callable]) => [slotKey(id, owner), callable] as const);
      storeNamed(this.#types.slots(owner), stores);
    }
  }

  callable(id: string): Callable | undefined {
    const { owner } = this.get(id);
    return this.#types.slots(owner)[slotKey(id, owner)];
  }

  closureMaker(id: string): ClosureMaker {
    let maker = this.#makers.get(id);
    if (maker === undefined) {
      maker = closureMaker(this.#types, this.get(id), this.#options);
      this.#makers.set(id, maker);
    }
    return maker;
  }

  /** The one closure over a body that captures nothing. */
  constantClosure(id: string): Closure {
    let closure = this.#constants.get(id);
    if (closure === undefined) {
      closure = this.closureMaker(id)();
      this.#constants.set(id, closure);
    }
    return closure;
  }
}

function restore<K, V>(map: Map<K, V>, key: K, value: V | undefined): void {
  if (value === undefined) map.delete(key);
  else map.set(key, value);
}
