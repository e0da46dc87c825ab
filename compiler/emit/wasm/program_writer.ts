/** What printing of one program shares: the module, its types, constants and table, and calls into the C runtime. */

import { InternalError } from "#compiler/diagnostics/internal_error.ts";
import type { IrFunction } from "#compiler/ir/ir.ts";
import type { Kind, ResultKind } from "#compiler/ir/kind.ts";
import type { IrProgram } from "#compiler/ir/program.ts";
import { findReflection, type Reflection } from "../reflection.ts";
import { packedName } from "./adapter.ts";
import type { Binaryen, Module, Node, WasmType } from "./binaryen_module.ts";
import { type ClassLayouts, layOutInstances } from "./class_layout.ts";
import { type CollectingEffects, findCollecting } from "./collecting.ts";
import { Constants } from "./constants.ts";
import { Dispatches } from "./dispatch.ts";
import { FunctionTable } from "./function_table.ts";
import { directArity, dynNull } from "./layout.ts";
import type { WasmOptions } from "./options.ts";
import type { RuntimeImage } from "./runtime_image.ts";
import { SourceMapper } from "./source_mapper.ts";
import { StaticData } from "./static_data.ts";

export interface WasmTypes {
  readonly i32: WasmType;
  readonly i64: WasmType;
  readonly f64: WasmType;
  readonly none: WasmType;
}

export class ProgramWriter {
  readonly binaryen: Binaryen;
  readonly image: RuntimeImage;
  readonly module: Module;
  readonly program: IrProgram;
  readonly types: WasmTypes;
  readonly stackPointer: string;
  readonly layouts: ClassLayouts;
  readonly collecting: CollectingEffects;
  readonly table: FunctionTable;
  readonly constants: Constants;
  readonly dispatches: Dispatches;
  readonly reflection: Reflection;
  readonly options: WasmOptions;
  readonly #sources: SourceMapper | null;
  readonly #results = new Map<string, WasmType>();

  constructor(binaryen: Binaryen, image: RuntimeImage, program: IrProgram, options: WasmOptions) {
    this.binaryen = binaryen;
    this.image = image;
    this.module = image.module;
    this.program = program;
    this.types = { i32: binaryen.i32, i64: binaryen.i64, f64: binaryen.f64, none: binaryen.none };
    this.stackPointer = image.stackPointer;
    this.layouts = layOutInstances(program);
    this.collecting = findCollecting(program);
    this.table = new FunctionTable(image.tableSize);
    this.constants = new Constants(program, image, new StaticData(image.dataEnd));
    this.dispatches = new Dispatches(program);
    this.reflection = findReflection(program);
    this.options = options;
    this.#sources =
      options.sourceMap === undefined ? null : new SourceMapper(options.sourceMap.locate);
  }

  typeOf(kind: Kind): WasmType {
    switch (kind) {
      case "i32":
      case "bool":
      case "ref":
        return this.types.i32;
      case "f64":
        return this.types.f64;
      case "dyn":
        return this.types.i64;
    }
  }

  resultTypeOf(kind: ResultKind): WasmType {
    return kind === "void" ? this.types.none : this.typeOf(kind);
  }

  /** The value of a variable that nothing was stored in. */
  zeroOf(kind: Kind): Node {
    return this.zeroOfType(this.typeOf(kind));
  }

  zeroOfType(type: WasmType): Node {
    if (type === this.types.i64) return this.dyn(dynNull);
    return type === this.types.f64 ? this.module.f64.const(0) : this.module.i32.const(0);
  }

  dyn(word: bigint): Node {
    return this.module.i64.const(BigInt.asIntN(64, word));
  }

  /** Nodes one after another; the last gives the value. */
  sequence(nodes: readonly Node[]): Node {
    const only = nodes.length === 1 ? nodes[0] : undefined;
    return only ?? this.module.block(null, nodes, this.binaryen.auto);
  }

  /** Calls a function of runtime/native/runtime.h. */
  callRuntime(symbol: string, args: readonly Node[]): Node {
    const name = this.image.functionNamed(symbol);
    return this.module.call(name, args, this.#resultOf(name));
  }

  callProgram(id: string, args: readonly Node[], result: ResultKind): Node {
    return this.module.call(id, args, this.resultTypeOf(result));
  }

  /** Calls through the table: `position` is what C would have as a function pointer. */
  callTable(
    position: Node,
    args: readonly Node[],
    params: readonly WasmType[],
    result: WasmType,
  ): Node {
    const signature = this.binaryen.createType(params);
    return this.module.call_indirect(this.image.table, position, args, signature, result);
  }

  /** Position in the table of a closure's code: past `directArity` that takes its arguments from memory. */
  closureCode(target: string): number {
    const packs = this.arityOf(target) > directArity;
    return this.table.positionOf(packs ? packedName(target) : target);
  }

  arityOf(id: string): number {
    return this.functionOf(id).paramCount;
  }

  functionOf(id: string): IrFunction {
    const fn = this.program.functions.get(id);
    if (fn === undefined) throw new InternalError(`No function ${id}`);
    return fn;
  }

  constantClosure(target: string): number {
    return this.constants.constantClosure(this.closureCode(target), this.arityOf(target));
  }

  /** The value of an `int32_t` variable of the runtime. */
  runtimeVariable(symbol: string): Node {
    return this.module.i32.load(this.image.addressOf(symbol), 4, this.module.i32.const(0));
  }

  isThrown(): Node {
    return this.runtimeVariable("hx_pending");
  }

  #resultOf(name: string): WasmType {
    const known = this.#results.get(name);
    if (known !== undefined) return known;
    const { results } = this.binaryen.getFunctionInfo(this.module.getFunction(name));
    this.#results.set(name, results);
    return results;
  }

  setThrown(value: Node): Node {
    return this.callRuntime("hx_throw", [value]);
  }

  takeThrown(): Node {
    return this.callRuntime("hx_take_exception", []);
  }

  /** Ties a node to its source line, where a source map is asked for. */
  placeNode(fn: number, node: Node, file: string, offset: number): void {
    this.#sources?.place(this.module, fn, node, file, offset);
  }
}
