/**
 * Some functions of a module, some of them under other ids than the compiler gave them: what a reload brings in. A
 * closure body gets an id of its own where closures made earlier must keep the body that they have.
 */
import type { FunctionMetadata } from "#compiler/bytecode/metadata.ts";
import type { BytecodeModule } from "#compiler/bytecode/module.ts";
import type { Callable } from "./object_model.ts";

export class Selection {
  /** The compiler's ids of the functions. */
  readonly #ids: ReadonlySet<string>;
  /** Compiler's id -> id in the program, where they differ; also of functions that are not selected. */
  readonly #names: ReadonlyMap<string, string>;

  constructor(ids: ReadonlySet<string>, names: ReadonlyMap<string, string>) {
    this.#ids = ids;
    this.#names = names;
  }

  readonly runtimeId = (id: string): string => this.#names.get(id) ?? id;

  /** A function as the program knows it. */
  readonly named = (metadata: FunctionMetadata): FunctionMetadata => ({
    ...metadata,
    id: this.runtimeId(metadata.id),
  });

  ofCallables(callables: ReadonlyMap<string, Callable>): Map<string, Callable> {
    const selected = [...callables].filter(([id]) => this.#ids.has(id));
    return new Map(selected.map(([id, callable]) => [this.runtimeId(id), callable]));
  }

  ofBytecode(module: BytecodeModule): BytecodeModule {
    const { functions } = module.metadata;
    const selected = functions.map(({ id }) => this.#ids.has(id));
    return {
      ...module,
      metadata: {
        ...module.metadata,
        functions: functions.filter((_, index) => selected[index]).map(this.named),
      },
      functions: module.functions.map((callee) => ({ ...callee, id: this.runtimeId(callee.id) })),
      code: module.code.filter((_, index) => selected[index]),
    };
  }
}
