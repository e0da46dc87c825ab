/** Operators of the low IR on machine numbers. Everything here is bit-equal to JavaScript and C. */

import { InternalError } from "#compiler/diagnostics/internal_error.ts";
import type { BinaryOp, UnaryOp } from "#compiler/ir/expr.ts";
import type { Module, Node } from "./binaryen_module.ts";
import type { FunctionWriter } from "./function_writer.ts";

export function unary(writer: FunctionWriter, op: UnaryOp, operand: Node): Node {
  const { module } = writer.program;
  switch (op) {
    case "i32.neg":
      return module.i32.sub(module.i32.const(0), operand);
    case "i32.not":
      return module.i32.xor(operand, module.i32.const(-1));
    case "f64.neg":
      return module.f64.neg(operand);
    case "bool.not":
      return module.i32.eqz(operand);
  }
}

/** `hx_*` are the C runtime's. */
export function binary(writer: FunctionWriter, op: BinaryOp, left: Node, right: Node): Node {
  const { module } = writer.program;
  const simple = simpleOps[op];
  if (simple !== undefined) return simple(module, left, right);
  switch (op) {
    case "i32.mod":
      return remainder(writer, left, right);
    case "f64.mod":
      return writer.program.callRuntime("hx_f64_mod", [left, right]);
    case "string.eq":
      return writer.program.callRuntime("hx_string_eq", [left, right]);
    case "string.ne":
      return module.i32.eqz(writer.program.callRuntime("hx_string_eq", [left, right]));
    case "dyn.eq":
      return writer.program.callRuntime("hx_dyn_eq", [left, right]);
    case "dyn.ne":
      return module.i32.eqz(writer.program.callRuntime("hx_dyn_eq", [left, right]));
    default:
      throw new InternalError(`No WASM for the operator ${op}`);
  }
}

/** By zero it is 0 instead of a trap; the machine already gives 0 for MIN % -1. */
function remainder(writer: FunctionWriter, left: Node, right: Node): Node {
  const { module } = writer.program;
  const divisor = writer.scratch(writer.program.types.i32);
  return module.if(divisor.tee(right), module.i32.rem_s(left, divisor.get()), module.i32.const(0));
}

type Operator = (module: Module, left: Node, right: Node) => Node;

const simpleOps: Partial<Record<BinaryOp, Operator>> = {
  "i32.add": (module, left, right) => module.i32.add(left, right),
  "i32.sub": (module, left, right) => module.i32.sub(left, right),
  "i32.mul": (module, left, right) => module.i32.mul(left, right),
  "i32.and": (module, left, right) => module.i32.and(left, right),
  "i32.or": (module, left, right) => module.i32.or(left, right),
  "i32.xor": (module, left, right) => module.i32.xor(left, right),
  "i32.shl": (module, left, right) => module.i32.shl(left, right),
  "i32.shr": (module, left, right) => module.i32.shr_s(left, right),
  "i32.ushr": (module, left, right) => module.i32.shr_u(left, right),
  "i32.eq": (module, left, right) => module.i32.eq(left, right),
  "i32.ne": (module, left, right) => module.i32.ne(left, right),
  "i32.lt": (module, left, right) => module.i32.lt_s(left, right),
  "i32.le": (module, left, right) => module.i32.le_s(left, right),
  "i32.gt": (module, left, right) => module.i32.gt_s(left, right),
  "i32.ge": (module, left, right) => module.i32.ge_s(left, right),
  "f64.add": (module, left, right) => module.f64.add(left, right),
  "f64.sub": (module, left, right) => module.f64.sub(left, right),
  "f64.mul": (module, left, right) => module.f64.mul(left, right),
  "f64.div": (module, left, right) => module.f64.div(left, right),
  "f64.eq": (module, left, right) => module.f64.eq(left, right),
  "f64.ne": (module, left, right) => module.f64.ne(left, right),
  "f64.lt": (module, left, right) => module.f64.lt(left, right),
  "f64.le": (module, left, right) => module.f64.le(left, right),
  "f64.gt": (module, left, right) => module.f64.gt(left, right),
  "f64.ge": (module, left, right) => module.f64.ge(left, right),
  "bool.eq": (module, left, right) => module.i32.eq(left, right),
  "bool.ne": (module, left, right) => module.i32.ne(left, right),
  "ref.eq": (module, left, right) => module.i32.eq(left, right),
  "ref.ne": (module, left, right) => module.i32.ne(left, right),
};
