/**
 * Numbers and texts that a loop uses as operands get a register for the whole function, loaded at its start: a loop
 * then runs one instruction less for each.
 */
import type { BinaryOp, IrExpr } from "#compiler/ir/expr.ts";
import type { IrStmt } from "#compiler/ir/statement.ts";
import { bodiesOf, operandsOfEffect, operandsOfExpr, operandsOfStmt } from "#compiler/ir/walk.ts";

type Constant = IrExpr & { kind: "ConstInt" | "ConstFloat" | "ConstString" };

/** The operands of loops that are constants and do not fit into the instruction itself. */
export function loopConstants(body: readonly IrStmt[]): Constant[] {
  const found: Constant[] = [];
  visitStatements(body, false, found);
  return found;
}

function visitStatements(body: readonly IrStmt[], inLoop: boolean, found: Constant[]): void {
  for (const stmt of body) {
    if (inLoop) {
      for (const operand of operandsOfStmt(stmt)) {
        if (storesOperand.has(stmt.kind)) visitOperand(operand, found);
        else visitExpr(operand, found);
      }
      const operands = stmt.kind === "Do" ? operandsOfEffect(stmt.effect) : [];
      for (const argument of operands) visitExpr(argument, found);
    }
    for (const inner of bodiesOf(stmt))
      visitStatements(inner, inLoop || stmt.kind === "Loop", found);
  }
}

function visitOperand(expr: IrExpr, found: Constant[]): void {
  if (expr.kind === "ConstInt" || expr.kind === "ConstFloat" || expr.kind === "ConstString") {
    found.push(expr);
  } else {
    visitExpr(expr, found);
  }
}

/** Visits what an operation reads. Arguments of intrinsics are loaded straight into their window. */
function visitExpr(expr: IrExpr, found: Constant[]): void {
  if (expr.kind === "Binary") {
    const leftFits = expr.left.kind === "ConstInt" && expr.op === "i32.add";
    const rightFits = expr.right.kind === "ConstInt" && immediate.has(expr.op);
    if (!leftFits) visitOperand(expr.left, found);
    if (!rightFits) visitOperand(expr.right, found);
    return;
  }
  const direct = expr.kind === "Select" || expr.kind === "Intrinsic";
  for (const operand of operandsOfExpr(expr)) {
    if (direct) visitExpr(operand, found);
    else visitOperand(operand, found);
  }
}

/** Statements that need their operands in registers; the others load a constant where it goes. */
const storesOperand: ReadonlySet<IrStmt["kind"]> = new Set([
  "SetField",
  "SetStatic",
  "ArraySet",
  "SetCell",
]);

/** Operations whose right side can be in the instruction. */
const immediate: ReadonlySet<BinaryOp> = new Set([
  "i32.add",
  "i32.sub",
  "i32.eq",
  "i32.ne",
  "i32.lt",
  "i32.le",
  "i32.gt",
  "i32.ge",
]);
