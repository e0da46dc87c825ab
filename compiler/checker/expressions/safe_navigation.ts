/** `a?.b.c`: where `a` is null the whole chain is. */
import type * as ast from "#compiler/syntax/ast.ts";
import { isVoid } from "#compiler/types/core.ts";
import type { TypedExpr } from "#compiler/types/typed_ast.ts";
import {
  declareLocal,
  type Expected,
  type FunctionContext,
  inBlock,
  newTemporary,
} from "../program/context.ts";
import { boolType, nullOf, voidType } from "../program/core_types.ts";
import { implicitly } from "./convert.ts";

type Chain = ast.FieldExpr | ast.CallExpr | ast.ArrayAccessExpr | ast.BinopExpr | ast.UnopExpr;

/** The expression with its first `?.` made an ordinary `.` on a variable, or null where there is none. */
export function typeSafeChain(
  outer: FunctionContext,
  expr: ast.Expr,
  expected: Expected,
): TypedExpr | null {
  const object = firstSafeObject(expr);
  if (object === null) return null;
  const { program } = outer;
  const ctx = inBlock(outer);
  const typed = outer.typeExpr(outer, object, "value");
  const { span } = expr;
  const variable = newTemporary(ctx, `safe${program.counter.next}`, typed.type, object.span);
  declareLocal(ctx, variable);
  const declare: TypedExpr = {
    kind: "Var",
    variable,
    value: typed,
    type: voidType(program),
    span: object.span,
  };
  const read: TypedExpr = { kind: "Local", variable, type: variable.type, span: object.span };
  const rest = ctx.typeExpr(ctx, replaceObject(expr, object, variable.name), expected);
  const cond: TypedExpr = {
    kind: "IsNull",
    operand: read,
    type: boolType(program),
    span: object.span,
  };
  if (isVoid(rest.type) || expected === "none") {
    const test: TypedExpr = {
      kind: "Unop",
      op: "!",
      operands: "Bool",
      operand: cond,
      type: cond.type,
      span: object.span,
    };
    const branch: TypedExpr = {
      kind: "If",
      cond: test,
      then: rest,
      else: null,
      type: voidType(program),
      span,
    };
    return { kind: "Block", exprs: [declare, branch], type: voidType(program), span };
  }
  const type = nullOf(program, rest.type);
  const nothing: TypedExpr = { kind: "Null", type, span };
  const choice: TypedExpr = {
    kind: "If",
    cond,
    then: nothing,
    else: implicitly(rest, type),
    type,
    span,
  };
  return { kind: "Block", exprs: [declare, choice], type, span };
}

/** The object of the innermost `?.` on the way down through members, calls and elements. */
function firstSafeObject(expr: ast.Expr): ast.Expr | null {
  if (!isChain(expr)) return null;
  const inner = firstSafeObject(headOf(expr));
  if (inner !== null) return inner;
  return expr.kind === "Field" && expr.isSafe ? expr.object : null;
}

function isChain(expr: ast.Expr): expr is Chain {
  switch (expr.kind) {
    case "Field":
    case "Call":
    case "ArrayAccess":
      return true;
    case "Binop":
      return isAssignment(expr.op);
    case "Unop":
      return expr.op === "++" || expr.op === "--";
    default:
      return false;
  }
}

function isAssignment(op: ast.BinaryOperator): boolean {
  return (
    op === "=" || (op.endsWith("=") && op !== "==" && op !== "!=" && op !== "<=" && op !== ">=")
  );
}

function headOf(expr: Chain): ast.Expr {
  switch (expr.kind) {
    case "Field":
      return expr.object;
    case "Call":
      return expr.callee;
    case "ArrayAccess":
      return expr.array;
    case "Binop":
      return expr.left;
    case "Unop":
      return expr.operand;
  }
}

function replaceObject(expr: ast.Expr, object: ast.Expr, name: string): ast.Expr {
  if (!isChain(expr)) return expr;
  if (expr.kind === "Field" && expr.object === object) {
    return { ...expr, isSafe: false, object: { kind: "Ident", name, span: object.span } };
  }
  return withHead(expr, replaceObject(headOf(expr), object, name));
}

function withHead(expr: Chain, head: ast.Expr): ast.Expr {
  switch (expr.kind) {
    case "Field":
      return { ...expr, object: head };
    case "Call":
      return { ...expr, callee: head };
    case "ArrayAccess":
      return { ...expr, array: head };
    case "Binop":
      return { ...expr, left: head };
    case "Unop":
      return { ...expr, operand: head };
  }
}
