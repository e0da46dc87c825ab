/** Operands in Haxe's order of evaluation. */
import type { IrExpr } from "../expr.ts";
import type { IrStmt, Position } from "../statement.ts";
import { addDisturbance, isDisturbed, noDisturbance } from "./disturbance.ts";
import { type FunctionBuilder, isConstant } from "./function_builder.ts";

/** Evaluates the operands one after the other and gives their values, all valid at the end. */
export function lowerOperands(
  fn: FunctionBuilder,
  operands: readonly (() => IrExpr)[],
  at: Position,
): IrExpr[] {
  const lowered = operands.map((operand) => lowerApart(fn, operand));
  const disturbed = disturbedOperands(lowered);
  return lowered.map(({ statements, value }, index) => {
    for (const stmt of statements) fn.emit(stmt);
    return disturbed[index] === true ? fn.spill(value, at) : value;
  });
}

/** Which of the values do the statements of later operands change? From the last one back, so that each is looked at once. */
function disturbedOperands(lowered: readonly Apart[]): boolean[] {
  const disturbed: boolean[] = [];
  if (lowered.every(({ statements }) => statements.length === 0)) return disturbed;
  const later = noDisturbance();
  for (let index = lowered.length - 1; index >= 0; index--) {
    const { statements, value } = lowered[index] as Apart;
    disturbed[index] = !isConstant(value) && isDisturbed(value, later);
    addDisturbance(later, statements);
  }
  return disturbed;
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
