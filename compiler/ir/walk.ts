/** Visits what a body consists of, outermost first, in source order. */
import type { IrExpr } from "./expr.ts";
import type { IrEffect, IrStmt } from "./statement.ts";

export interface Visitor {
  stmt?(stmt: IrStmt): void;
  effect?(effect: IrEffect): void;
  expr?(expr: IrExpr): void;
}

export function walkBody(body: readonly IrStmt[], visitor: Visitor): void {
  for (const stmt of body) walkStmt(stmt, visitor);
}

function walkStmt(stmt: IrStmt, visitor: Visitor): void {
  visitor.stmt?.(stmt);
  if (stmt.kind === "Do") visitor.effect?.(stmt.effect);
  // Most visitors look at no expressions, and there are many.
  if (visitor.expr !== undefined) {
    if (stmt.kind === "Do")
      for (const operand of operandsOfEffect(stmt.effect)) walkExpr(operand, visitor);
    for (const operand of operandsOfStmt(stmt)) walkExpr(operand, visitor);
  }
  for (const inner of bodiesOf(stmt)) walkBody(inner, visitor);
}

function walkExpr(expr: IrExpr, visitor: Visitor): void {
  visitor.expr?.(expr);
  for (const operand of operandsOfExpr(expr)) walkExpr(operand, visitor);
}

/** The expressions that a statement itself holds, not those of its effect or its inner statements. */
export function operandsOfStmt(stmt: IrStmt): readonly IrExpr[] {
  switch (stmt.kind) {
    case "Let":
    case "SetStatic":
    case "CheckNull":
    case "Switch":
    case "Throw":
      return [stmt.value];
    case "SetField":
      return [stmt.object, stmt.value];
    case "ArraySet":
      return [stmt.array, stmt.index, stmt.value];
    case "SetCell":
      return [stmt.cell, stmt.value];
    case "If":
      return [stmt.test];
    case "Return":
      return stmt.value === null ? [] : [stmt.value];
    case "Do":
    case "Loop":
    case "Block":
    case "Break":
    case "Continue":
    case "Try":
      return [];
  }
}

/** The statement lists inside a statement. */
export function bodiesOf(stmt: IrStmt): readonly (readonly IrStmt[])[] {
  switch (stmt.kind) {
    case "If":
      return [stmt.then, stmt.else];
    case "Loop":
    case "Block":
      return [stmt.body];
    case "Switch":
      return [...stmt.cases.map((entry) => entry.body), stmt.default];
    case "Try":
      return [stmt.body, stmt.handler];
    default:
      return [];
  }
}

export function operandsOfEffect(effect: IrEffect): readonly IrExpr[] {
  switch (effect.kind) {
    case "Call":
    case "NewEnum":
    case "IntrinsicCall":
      return effect.args;
    case "CallMethod":
    case "CallInterface":
      return [effect.receiver, ...effect.args];
    case "CallClosure":
      return [effect.closure, ...effect.args];
    case "New":
      return [];
    case "NewArray":
      return effect.elements;
    case "NewAnon":
      return effect.fields.map((field) => field.value);
    case "NewClosure":
      return effect.captures;
    case "NewCell":
    case "Cast":
      return [effect.value];
    case "DynGet":
      return [effect.object];
    case "DynSet":
      return [effect.object, effect.value];
  }
}

export function operandsOfExpr(expr: IrExpr): readonly IrExpr[] {
  switch (expr.kind) {
    case "ConstInt":
    case "ConstFloat":
    case "ConstBool":
    case "ConstString":
    case "ConstNull":
    case "Local":
    case "GetStatic":
    case "EnumConst":
    case "ConstClosure":
    case "TypeValue":
      return [];
    case "GetField":
      return [expr.object];
    case "ArrayGet":
      return [expr.array, expr.index];
    case "ArrayLength":
      return [expr.array];
    case "EnumIndex":
    case "EnumParam":
    case "InstanceOf":
      return [expr.value];
    case "GetCell":
      return [expr.cell];
    case "Unary":
    case "Convert":
    case "IsNull":
      return [expr.operand];
    case "Binary":
      return [expr.left, expr.right];
    case "Select":
      return [expr.test, expr.then, expr.else];
    case "Intrinsic":
      return expr.args;
  }
}
