/** Prints one function: its locals, its frame on the linear-memory stack, and where a throw inside it goes. */
import { InternalError } from "#compiler/diagnostics/internal_error.ts";
import type { IrFunction, IrLocal } from "#compiler/ir/ir.ts";
import type { Position } from "#compiler/ir/statement.ts";
import { type Node, setLocalName, type WasmType } from "./binaryen_module.ts";
import { unboxKnown } from "./dyn_box.ts";
import { closure } from "./layout.ts";
import { load } from "./memory_access.ts";
import type { ProgramWriter } from "./program_writer.ts";
import { planRoots, type RootFrame } from "./roots.ts";
import { block } from "./statement.ts";

/** A local of the WASM function that holds a value within one statement. */
export interface Scratch {
  get(): Node;
  set(value: Node): Node;
  tee(value: Node): Node;
}

/** Where each statement's node came from, for the source map. */
export interface PlacedNode {
  readonly node: Node;
  readonly at: Position;
}

/** Adds the function to the module. */
export function writeFunction(program: ProgramWriter, fn: IrFunction): void {
  const writer = new FunctionWriter(program, fn);
  const body = writer.wholeBody();
  const { module, binaryen } = program;
  const params = writer.paramTypes;
  const added = module.addFunction(
    fn.id,
    binaryen.createType(params),
    program.resultTypeOf(fn.result),
    writer.localTypes,
    body,
  );
  for (const [index, local] of fn.locals.entries()) {
    setLocalName(binaryen, added, writer.wasmIndex(index), `${local.name}#${index}`);
  }
  for (const { node, at } of writer.placed) program.placeNode(added, node, fn.file, fn.start + at);
}

const unwindLabel = "unwind";

export class FunctionWriter {
  readonly program: ProgramWriter;
  readonly fn: IrFunction;
  readonly placed: PlacedNode[] = [];
  readonly paramTypes: readonly WasmType[];
  /** Types of the WASM locals after the parameters. */
  readonly localTypes: WasmType[];
  readonly #roots: RootFrame;
  readonly #frame: number;
  readonly #scratches = new Map<WasmType, { readonly indices: number[]; used: number }>();
  #handler = unwindLabel;
  #labels = 0;

  constructor(program: ProgramWriter, fn: IrFunction) {
    this.program = program;
    this.fn = fn;
    this.#roots = planRoots(fn, program.collecting);
    const types = fn.locals.map((local) => program.typeOf(local.type));
    const self = fn.form === "closure" ? [program.types.i32] : [];
    this.paramTypes = [...self, ...types.slice(0, fn.paramCount)];
    this.localTypes = types.slice(fn.paramCount);
    this.#frame = this.#roots.size === 0 ? -1 : this.#addLocal(program.types.i32);
  }

  /** A throw that no Try of the function takes leaves through the end, after the block. */
  wholeBody(): Node {
    const { module } = this.program;
    const body = block(this, null, this.fn.body);
    const end = this.fn.result === "void" ? [module.return()] : [module.unreachable()];
    const unwinding = module.block(unwindLabel, [body, ...this.#leaveFrame(), ...end]);
    return module.block(
      null,
      [
        ...this.#enterFrame(),
        ...this.#loadCaptures(),
        ...this.#clearUnassigned(),
        unwinding,
        ...this.#leaveFrame(),
        ...(this.fn.result === "void" ? [] : [this.program.zeroOf(this.fn.result)]),
      ],
      this.program.resultTypeOf(this.fn.result),
    );
  }

  returning(value: Node | null): Node {
    const { module } = this.program;
    return this.program.sequence([
      ...this.#leaveFrame(),
      value === null ? module.return() : module.return(value),
    ]);
  }

  /** A closure's code has the closure itself before its parameters. */
  wasmIndex(local: number): number {
    return this.fn.form === "closure" ? local + 1 : local;
  }

  getLocal(index: number): Node {
    return this.program.module.local.get(this.wasmIndex(index), this.#typeOfLocal(index));
  }

  /** Where values that an effect passes in memory go. */
  outgoingAddress(): Node {
    const { module, types } = this.program;
    const frame = module.local.get(this.#frame, types.i32);
    return module.i32.add(frame, module.i32.const(this.#roots.outgoing));
  }

  /** Keeps the collector's copy of a rooted local in step. */
  setLocal(index: number, value: Node): Node {
    const { module } = this.program;
    const offset = this.#roots.offsets.get(index);
    const wasmIndex = this.wasmIndex(index);
    if (offset === undefined) return module.local.set(wasmIndex, value);
    const type = this.#typeOfLocal(index);
    return this.#storeRoot(offset, type, module.local.tee(wasmIndex, value, type));
  }

  /** A local free to use until the statement ends. */
  scratch(type: WasmType): Scratch {
    const pool = this.#scratches.get(type) ?? { indices: [], used: 0 };
    this.#scratches.set(type, pool);
    const index = pool.indices[pool.used] ?? this.#addLocal(type);
    pool.indices[pool.used++] = index;
    const { local } = this.program.module;
    return {
      get: () => local.get(index, type),
      set: (value) => local.set(index, value),
      tee: (value) => local.tee(index, value, type),
    };
  }

  /** Called where a statement begins: the one before it holds nothing any more. */
  releaseScratches(): void {
    for (const pool of this.#scratches.values()) pool.used = 0;
  }

  freshLabel(prefix: string): string {
    return `${prefix}#${this.#labels++}`;
  }

  /** Runs `print` with throws going to `label`. */
  withHandler<T>(label: string, print: () => T): T {
    const outer = this.#handler;
    this.#handler = label;
    const result = print();
    this.#handler = outer;
    return result;
  }

  /** Goes to the innermost handler; the thrown value is already with the runtime. */
  unwind(): Node {
    return this.program.module.br(this.#handler);
  }

  unwindIfThrown(): Node {
    return this.program.module.br_if(this.#handler, this.program.isThrown());
  }

  #addLocal(type: WasmType): number {
    this.localTypes.push(type);
    return this.paramTypes.length + this.localTypes.length - 1;
  }

  #typeOfLocal(index: number): WasmType {
    return this.program.typeOf(this.#localAt(index).type);
  }

  #localAt(index: number): IrLocal {
    const local = this.fn.locals[index];
    if (local === undefined) throw new InternalError(`${this.fn.id} has no local ${index}`);
    return local;
  }

  #storeRoot(offset: number, type: WasmType, value: Node): Node {
    const { module, types } = this.program;
    const frame = module.local.get(this.#frame, types.i32);
    return type === types.i64
      ? module.i64.store(offset, 8, frame, value)
      : module.i32.store(offset, 4, frame, value);
  }

  #enterFrame(): Node[] {
    const { module, types, stackPointer } = this.program;
    const { size, offsets } = this.#roots;
    if (size === 0) return [];
    const lowered = module.i32.sub(
      module.global.get(stackPointer, types.i32),
      module.i32.const(size),
    );
    const stores = [...offsets].map(([index, offset]) => {
      const type = this.#typeOfLocal(index);
      const isParam = index < this.fn.paramCount;
      // Words left by an earlier call would keep what they point at alive.
      const initial = isParam ? this.getLocal(index) : this.program.zeroOfType(type);
      return this.#storeRoot(offset, type, initial);
    });
    return [
      module.global.set(stackPointer, module.local.tee(this.#frame, lowered, types.i32)),
      ...stores,
    ];
  }

  /** Captured values are locals, read once from the closure. */
  #loadCaptures(): Node[] {
    const { fn } = this;
    const { module, types } = this.program;
    return Array.from({ length: fn.captureCount }, (_, capture) => {
      const local = fn.paramCount + capture;
      const self = module.local.get(0, types.i32);
      const value = load(this.program, "dyn", closure.captures + capture * 8, self);
      return this.setLocal(local, unboxKnown(this.program, this.#localAt(local).type, value));
    });
  }

  /** A WASM local starts as 0, which as a dynamic value is a Float. */
  #clearUnassigned(): Node[] {
    const dynamic = this.#roots.unassigned.filter((index) => this.#localAt(index).type === "dyn");
    return dynamic.map((index) => this.setLocal(index, this.program.zeroOf("dyn")));
  }

  #leaveFrame(): Node[] {
    const { module, types, stackPointer } = this.program;
    const { size } = this.#roots;
    if (size === 0) return [];
    const frame = module.local.get(this.#frame, types.i32);
    return [module.global.set(stackPointer, module.i32.add(frame, module.i32.const(size)))];
  }
}
