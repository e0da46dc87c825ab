/** Boxing and unboxing of dynamic values: the common case in line, the rest in the C runtime. */
import type { Conversion } from "#compiler/ir/expr.ts";
import type { Kind } from "#compiler/ir/kind.ts";
import type { Node } from "./binaryen_module.ts";
import type { FunctionWriter } from "./function_writer.ts";
import { boolTag, firstTagged, intTag, refTag } from "./layout.ts";
import type { ProgramWriter } from "./program_writer.ts";

/** A value of the kind as a dynamic one. */
export function box(program: ProgramWriter, kind: Kind, value: Node): Node {
  const { module } = program;
  switch (kind) {
    case "i32":
      return tagged(program, intTag, value);
    case "bool":
      return tagged(program, boolTag, value);
    case "ref":
      return tagged(program, refTag, value);
    case "f64":
      return module.i64.reinterpret(value);
    case "dyn":
      return value;
  }
}

/** A dynamic value as one of the kind; null gives the kind's zero. */
export function unbox(writer: FunctionWriter, kind: Kind, value: Node): Node {
  const { module } = writer.program;
  switch (kind) {
    case "i32":
      return unboxInt(writer, value);
    case "f64":
      return unboxFloat(writer, value);
    case "bool":
      return module.i64.eq(value, writer.program.dyn(boolTag | 1n));
    case "ref":
      return unboxReference(writer, value);
    case "dyn":
      return value;
  }
}

/** The same for a word that is known to hold the kind: the low word is an Int, a Bool and a reference. */
export function unboxKnown(program: ProgramWriter, kind: Kind, value: Node): Node {
  const { module } = program;
  switch (kind) {
    case "i32":
    case "bool":
    case "ref":
      return module.i32.wrap(value);
    case "f64":
      return module.f64.reinterpret(value);
    case "dyn":
      return value;
  }
}

export function convert(writer: FunctionWriter, op: Conversion, operand: Node): Node {
  const { module } = writer.program;
  switch (op) {
    case "i32.f64":
      return module.f64.convert_s.i32(operand);
    case "f64.i32":
      return truncate(writer, operand);
    case "i32.dyn":
      return box(writer.program, "i32", operand);
    case "f64.dyn":
      return box(writer.program, "f64", operand);
    case "bool.dyn":
      return box(writer.program, "bool", operand);
    case "ref.dyn":
      return box(writer.program, "ref", operand);
    case "dyn.i32":
      return unbox(writer, "i32", operand);
    case "dyn.f64":
      return unbox(writer, "f64", operand);
    case "dyn.bool":
      return unbox(writer, "bool", operand);
    case "dyn.ref":
      return unbox(writer, "ref", operand);
  }
}

/** Not `extend_u`: binaryen 132 makes a load that extends the sign of `extend_u` on a load. */
function tagged(program: ProgramWriter, tag: bigint, word: Node): Node {
  const { module } = program;
  const low = module.i64.and(module.i64.extend_s(word), module.i64.const(lowWord));
  return module.i64.or(low, program.dyn(tag));
}

const lowWord = 0xffffffffn;

function unboxInt(writer: FunctionWriter, value: Node): Node {
  const { module, types } = writer.program;
  const held = writer.scratch(types.i64);
  const high = module.i64.shr_u(held.tee(value), module.i64.const(32n));
  return module.if(
    module.i64.eq(high, module.i64.const(intTag >> 32n)),
    module.i32.wrap(held.get()),
    writer.program.callRuntime("hx_dyn_to_i32", [held.get()]),
  );
}

function unboxFloat(writer: FunctionWriter, value: Node): Node {
  const { module, types } = writer.program;
  const held = writer.scratch(types.i64);
  return module.if(
    module.i64.lt_u(held.tee(value), writer.program.dyn(firstTagged)),
    module.f64.reinterpret(held.get()),
    writer.program.callRuntime("hx_dyn_to_f64", [held.get()]),
  );
}

/** What is not a reference becomes null: a wrong static type must not make an address out of a number. */
function unboxReference(writer: FunctionWriter, value: Node): Node {
  const { module, types } = writer.program;
  const held = writer.scratch(types.i64);
  return module.if(
    module.i64.ge_u(held.tee(value), writer.program.dyn(refTag)),
    module.i32.wrap(held.get()),
    module.i32.const(0),
  );
}

const twoTo63 = 2 ** 63;

/** ECMAScript's ToInt32: a 64-bit truncation is exact below 2^63; larger values and NaN are the runtime's. */
function truncate(writer: FunctionWriter, value: Node): Node {
  const { module, types } = writer.program;
  const held = writer.scratch(types.f64);
  return module.if(
    module.f64.lt(module.f64.abs(held.tee(value)), module.f64.const(twoTo63)),
    module.i32.wrap(module.i64.trunc_s_sat.f64(held.get())),
    writer.program.callRuntime("hx_f64_to_int", [held.get()]),
  );
}
