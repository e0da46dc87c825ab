/** Dynamic values passed in memory: in the part of the frame kept for it, or in constant data. */
import type { IrExpr } from "#compiler/ir/expr.ts";
import type { IrEffect } from "#compiler/ir/statement.ts";
import type { Node } from "./binaryen_module.ts";
import { boxed } from "./expression.ts";
import type { FunctionWriter } from "./function_writer.ts";
import { boolTag, dynNull, intTag, refTag } from "./layout.ts";
import type { ProgramWriter } from "./program_writer.ts";

const dynBytes = 8;

export interface ArgumentArea {
  readonly stores: readonly Node[];
  address(): Node;
}

/** Stores boxed values into the frame. The nodes are evaluated in the stores. */
export function writeArguments(writer: FunctionWriter, values: readonly Node[]): ArgumentArea {
  const { module } = writer.program;
  if (values.length === 0) return { stores: [], address: () => module.i32.const(0) };
  return {
    stores: values.map((value, index) =>
      module.i64.store(index * dynBytes, dynBytes, writer.outgoingAddress(), value),
    ),
    address: () => writer.outgoingAddress(),
  };
}

/** The values of expressions, boxed; constants alone take no code. */
export function passValues(writer: FunctionWriter, exprs: readonly IrExpr[]): ArgumentArea {
  const words = constantWords(writer.program, exprs);
  if (words === null) {
    return writeArguments(
      writer,
      exprs.map((expr) => boxed(writer, expr)),
    );
  }
  const address = writer.program.constants.longWords(words);
  return { stores: [], address: () => writer.program.module.i32.const(address) };
}

/** Null where one of them is not a constant. */
function constantWords(program: ProgramWriter, exprs: readonly IrExpr[]): readonly bigint[] | null {
  const words = exprs.map((expr) => constantWord(program, expr));
  return words.every((word) => word !== null) ? words : null;
}

function constantWord(program: ProgramWriter, expr: IrExpr): bigint | null {
  switch (expr.kind) {
    case "ConstInt":
      return intTag | BigInt.asUintN(32, BigInt(expr.value));
    case "ConstFloat":
      return new BigUint64Array(new Float64Array([expr.value]).buffer)[0] ?? null;
    case "ConstBool":
      return boolTag | (expr.value ? 1n : 0n);
    case "ConstString":
      return refTag | BigInt(program.constants.string(expr.value));
    case "ConstNull":
      return dynNull;
    default:
      return null;
  }
}

/** Bytes of the frame that an effect's values in memory take. */
export function outgoingBytes(effect: IrEffect): number {
  return valuesInMemory(effect) * dynBytes;
}

function valuesInMemory(effect: IrEffect): number {
  switch (effect.kind) {
    case "NewEnum":
    case "CallClosure":
      return effect.args.length;
    case "NewArray":
      return effect.elements.length;
    case "NewAnon":
      return effect.fields.length;
    case "NewClosure":
      return effect.captures.length;
    default:
      return 0;
  }
}
