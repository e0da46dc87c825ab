/** Operands in Haxe's order of evaluation. */
import type { IrExpr } from "../expr.ts";
import type { IrStmt, Position } from "../statement.ts";
import { disturbanceOf, isDisturbed } from "./disturbance.ts";
import { type FunctionBuilder, isConstant } from "./function_builder.ts";

/** Evaluates the operands one after the other and gives their values, all valid at the end. */
export function lowerOperands(
  fn: FunctionBuilder,
  operands: readonly (() => IrExpr)[],
  at: Position,
): IrExpr[] {
  const lowered = operands.map((operand) => lowerApart(fn, operand));
  return lowered.map(({ statements, value }, index) => {
    for (const stmt of statements) fn.emit(stmt);
    const later = lowered.slice(index + 1).flatMap((operand) => operand.statements);
    if (later.length === 0 || isConstant(value)) return value;
    return isDisturbed(value, disturbanceOf(later)) ? fn.spill(value, at) : value;
  });
}

interface Apart {
  readonly statements: readonly IrStmt[];
  readonly value: IrExpr;
}

function lowerApart(fn: FunctionBuilder, operand: () => IrExpr): Apart {
  let value: IrExpr = { kind: "ConstNull", as: "dyn" };
  const statements = fn.capture(() => {
    value = operand();
  });
  return { statements, value };
}
