/**
 * Functions with the calling convention of a closure's code around others: functions that are read by name, and closures
 * with more parameters than are passed directly.
 */
import type { IrFunction } from "#compiler/ir/ir.ts";
import type { Kind } from "#compiler/ir/kind.ts";
import type { Node } from "./binaryen_module.ts";
import { box } from "./dyn_box.ts";
import { closure, directArity } from "./layout.ts";
import type { ProgramWriter } from "./program_writer.ts";

/** Ids of the low IR have no `#`. */
export const packedName = (id: string): string => `${id}#packed`;
export const reflectedName = (id: string): string => `${id}#reflected`;

/** Takes the closure's arguments from memory and passes them on. */
export function addPacked(program: ProgramWriter, fn: IrFunction): void {
  const { module, types } = program;
  const self = module.local.get(0, types.i32);
  const args = argumentNodes(program, fn.paramCount);
  addCode(
    program,
    packedName(fn.id),
    fn.paramCount,
    program.callProgram(fn.id, [self, ...args], "dyn"),
  );
}

/** Calls a method or constructor on the closure's first captured value, a static function as it is. */
export function addReflected(program: ProgramWriter, fn: IrFunction): void {
  const { module, types } = program;
  const arity = closureArity(fn);
  const self = module.local.get(0, types.i32);
  const receiver = fn.form === "static" ? [] : [module.i32.load(closure.captures, 4, self)];
  const kinds = fn.locals.slice(receiver.length, fn.paramCount).map((local) => local.type);
  const args = argumentNodes(program, arity).map((arg, index) =>
    unboxSlowly(program, kinds[index], arg),
  );
  const call = program.callProgram(fn.id, [...receiver, ...args], fn.result);
  const result =
    fn.result === "void"
      ? program.sequence([call, program.zeroOf("dyn")])
      : box(program, fn.result, call);
  addCode(program, reflectedName(fn.id), arity, result);
}

/** How many arguments the function takes as a closure. */
export function closureArity(fn: IrFunction): number {
  return fn.form === "static" ? fn.paramCount : fn.paramCount - 1;
}

function argumentNodes(program: ProgramWriter, arity: number): Node[] {
  const { module, types } = program;
  return Array.from({ length: arity }, (_, index) =>
    arity > directArity
      ? module.i64.load(index * 8, 8, module.local.get(1, types.i32))
      : module.local.get(index + 1, types.i64),
  );
}

function addCode(program: ProgramWriter, name: string, arity: number, body: Node): void {
  const { module, types, binaryen } = program;
  const params =
    arity > directArity
      ? [types.i32, types.i32]
      : [types.i32, ...Array.from({ length: arity }, () => types.i64)];
  module.addFunction(name, binaryen.createType(params), types.i64, [], body);
}

function unboxSlowly(program: ProgramWriter, kind: Kind | undefined, value: Node): Node {
  return kind === undefined || kind === "dyn"
    ? value
    : program.callRuntime(`hx_dyn_to_${kind}`, [value]);
}
