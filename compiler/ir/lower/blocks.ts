/** Blocks and the declarations of variables in them. */
import type { BlockExpr, TypedExpr, VarExpr } from "#compiler/types/typed_ast.ts";
import type { IrExpr } from "../expr.ts";
import { zeroOf } from "./coerce.ts";
import { kindOfType } from "./erasure.ts";
import type { Destination, FunctionBuilder } from "./function_builder.ts";
import { writePlace } from "./variables.ts";

export function lowerBlockValue(fn: FunctionBuilder, expr: BlockExpr): IrExpr {
  const last = discardAllButLast(fn, expr);
  return last === undefined ? { kind: "ConstNull", as: "dyn" } : fn.value(last);
}

export function lowerBlockInto(fn: FunctionBuilder, expr: BlockExpr, to: Destination): void {
  const last = discardAllButLast(fn, expr);
  if (last !== undefined) fn.into(last, to);
}

function discardAllButLast(fn: FunctionBuilder, { exprs }: BlockExpr): TypedExpr | undefined {
  for (const expr of exprs.slice(0, -1)) fn.discard(expr);
  return exprs.at(-1);
}

export function lowerVar(fn: FunctionBuilder, { variable, value, span }: VarExpr): void {
  const zero = zeroOf(kindOfType(variable.type));
  if (value === null) {
    fn.define(variable, zero, span.start);
  } else if (value.kind === "Function" && value.captures.includes(variable)) {
    // The closure holds the cell of its own variable, so the cell comes first.
    fn.define(variable, zero, span.start);
    writePlace(fn, fn.placeOf(variable), fn.value(value), span.start);
  } else if (variable.isCaptured && variable.isAssigned) {
    fn.define(variable, fn.value(value), span.start);
  } else {
    const { local } = fn.declare(variable);
    fn.into(value, local);
  }
}
