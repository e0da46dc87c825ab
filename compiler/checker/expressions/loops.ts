/** `while`, `do` and `for` over ranges, arrays and iterators. */
import type { Span } from "#compiler/source/span.ts";
import type * as ast from "#compiler/syntax/ast.ts";
import { DYNAMIC, isArray } from "#compiler/types/core.ts";
import { follow, followNull } from "#compiler/types/follow.ts";
import { asInstanceOf } from "#compiler/types/members.ts";
import { printType } from "#compiler/types/print.ts";
import type { Type } from "#compiler/types/type.ts";
import type { LocalVariable, TypedExpr } from "#compiler/types/typed_ast.ts";
import { tryUnify } from "#compiler/types/unify.ts";
import { callAccess } from "../calls/calls.ts";
import { hold, readVariable } from "../calls/forwarding.ts";
import { elementOf, isIndexed } from "../places/array_access.ts";
import { findExtension } from "../places/extensions.ts";
import { memberAccess, memberNames } from "../places/instance_members.ts";
import { readAny } from "../places/paths.ts";
import {
  declareLocal,
  errorExpr,
  type FunctionContext,
  inLoop,
  newTemporary,
  newVariable,
  problem,
} from "../program/context.ts";
import { arrayOf, boolType, intType, voidType } from "../program/core_types.ts";
import { unknownType } from "../program/program.ts";
import { condition } from "./control_flow.ts";
import { convert } from "./convert.ts";

export function typeWhile(ctx: FunctionContext, expr: ast.WhileExpr): TypedExpr {
  const cond = condition(ctx, expr.cond);
  const body = ctx.typeExpr(inLoop(ctx), expr.body, "none");
  return {
    kind: "While",
    isDo: expr.isDo,
    cond,
    body,
    type: voidType(ctx.program),
    span: expr.span,
  };
}

export function typeFor(outer: FunctionContext, expr: ast.ForExpr): TypedExpr {
  const ctx = inLoop(outer);
  const iterable = withoutParentheses(expr.iterable);
  if (iterable.kind === "Binop" && iterable.op === "..." && expr.key === null) {
    const range = typeRange(ctx, expr, iterable);
    if (range !== null) return range;
  }
  const typed = ctx.typeExpr(outer, expr.iterable, "value");
  const element = arrayElement(ctx, typed.type);
  if (element !== null) return forArray(ctx, expr, typed, element);
  return forIterator(ctx, expr, typed);
}

function withoutParentheses(expr: ast.Expr): ast.Expr {
  return expr.kind === "Parenthesis" ? withoutParentheses(expr.expr) : expr;
}

function typeRange(
  ctx: FunctionContext,
  expr: ast.ForExpr,
  range: ast.BinopExpr,
): TypedExpr | null {
  const int = intType(ctx.program);
  const start = convert(ctx, ctx.typeExpr(ctx, range.left, int), int);
  const end = convert(ctx, ctx.typeExpr(ctx, range.right, int), int);
  const variable: LocalVariable = {
    ...newVariable(ctx, expr.name.name, int, expr.name.span),
    form: "counter",
  };
  declareLocal(ctx, variable);
  const body = ctx.typeExpr(ctx, expr.body, "none");
  return {
    kind: "ForRange",
    variable,
    start,
    end,
    body,
    type: voidType(ctx.program),
    span: expr.span,
  };
}

function loopVariable(ctx: FunctionContext, name: ast.Name, type: Type): LocalVariable {
  const variable = newVariable(ctx, name.name, type, name.span);
  declareLocal(ctx, variable);
  return variable;
}

// Arrays

function arrayElement(ctx: FunctionContext, type: Type): Type | null {
  const followed = followNull(type);
  if (isArray(followed) && followed.kind === "Inst") return followed.params[0] ?? DYNAMIC;
  if (followed.kind !== "Inst") return null;
  return asInstanceOf(followed, arrayOf(ctx.program, DYNAMIC).class)?.params[0] ?? null;
}

function forArray(
  ctx: FunctionContext,
  expr: ast.ForExpr,
  array: TypedExpr,
  element: Type,
): TypedExpr {
  const key = expr.key === null ? null : loopVariable(ctx, expr.key, intType(ctx.program));
  const variable = loopVariable(ctx, expr.name, element);
  const body = ctx.typeExpr(ctx, expr.body, "none");
  return {
    kind: "ForArray",
    key,
    variable,
    array,
    body,
    type: voidType(ctx.program),
    span: expr.span,
  };
}

// Iterators, by structure: `iterator()` or `keyValueIterator()`, else `hasNext` and `next` themselves

function forIterator(ctx: FunctionContext, expr: ast.ForExpr, iterable: TypedExpr): TypedExpr {
  const { span } = expr.iterable;
  if (iterable.type.kind === "Error") return withErrorVariables(ctx, expr);
  const iterator = iteratorOf(
    ctx,
    iterable,
    expr.key === null ? "iterator" : "keyValueIterator",
    span,
  );
  if (iterator === null && expr.key === null && isIndexed(followNull(iterable.type)))
    return forIndexed(ctx, expr, iterable);
  if (iterator === null) {
    problem(ctx, expr.key === null ? "HX3057" : "HX3058", span, { type: printType(iterable.type) });
    return withErrorVariables(ctx, expr);
  }
  const variable = newTemporary(ctx, "iterator", iterator.type, span);
  const declare: TypedExpr = {
    kind: "Var",
    variable,
    value: iterator,
    type: voidType(ctx.program),
    span,
  };
  const read = readVariable(variable, span);
  const hasNext = callMember(ctx, read, "hasNext", span);
  const next = callMember(ctx, read, "next", span);
  const declarations =
    expr.key === null
      ? [declareItem(ctx, expr.name, next)]
      : declarePair(ctx, expr.key, expr.name, next);
  const body = ctx.typeExpr(ctx, expr.body, "none");
  const round: TypedExpr = {
    kind: "Block",
    exprs: [...declarations, body],
    type: voidType(ctx.program),
    span: expr.span,
  };
  const loop: TypedExpr = {
    kind: "While",
    isDo: false,
    cond: convert(ctx, hasNext, boolType(ctx.program)),
    body: round,
    type: voidType(ctx.program),
    span: expr.span,
  };
  return { kind: "Block", exprs: [declare, loop], type: voidType(ctx.program), span: expr.span };
}

/** An abstract with `[]` and `length` and without an iterator. */
function forIndexed(ctx: FunctionContext, expr: ast.ForExpr, iterable: TypedExpr): TypedExpr {
  const { span } = expr.iterable;
  const type = voidType(ctx.program);
  const { declare, read } = hold(ctx, iterable, "iterated");
  const end = readAny(ctx, memberAccess(ctx, read, "length", span));
  const index = newTemporary(ctx, "index", intType(ctx.program), span);
  const element = elementOf(ctx, read, () => readVariable(index, span), span);
  const item = declareItem(ctx, expr.name, readAny(ctx, element));
  const body = ctx.typeExpr(ctx, expr.body, "none");
  const loop: TypedExpr = {
    kind: "ForRange",
    variable: index,
    start: { kind: "Int", value: 0, type: intType(ctx.program), span },
    end: convert(ctx, end, intType(ctx.program)),
    body: { kind: "Block", exprs: [item, body], type, span: expr.span },
    type,
    span: expr.span,
  };
  const exprs = declare === null ? [loop] : [declare, loop];
  return { kind: "Block", exprs, type, span: expr.span };
}

/** The body is typed all the same, for its own problems. */
function withErrorVariables(ctx: FunctionContext, expr: ast.ForExpr): TypedExpr {
  if (expr.key !== null) loopVariable(ctx, expr.key, { kind: "Error" });
  loopVariable(ctx, expr.name, { kind: "Error" });
  ctx.typeExpr(ctx, expr.body, "none");
  return errorExpr(expr.span);
}

function iteratorOf(
  ctx: FunctionContext,
  iterable: TypedExpr,
  method: string,
  span: Span,
): TypedExpr | null {
  const type = followNull(iterable.type);
  if (type.kind === "Dynamic") {
    problem(ctx, "HX3059", span, {});
    return errorExpr(span);
  }
  const names = memberNames(type);
  const hasMethod = names.includes(method) || findExtension(ctx, iterable, method, span) !== null;
  if (hasMethod) return callMember(ctx, iterable, method, span);
  if (names.includes("hasNext") && names.includes("next")) return iterable;
  if (follow(iterable.type).kind === "Mono") {
    const element = unknownType(ctx.program);
    if (tryUnify(ctx.program.unification, iterable.type, arrayOf(ctx.program, element))) {
      return callMember(ctx, iterable, method, span);
    }
  }
  return null;
}

function callMember(ctx: FunctionContext, object: TypedExpr, name: string, span: Span): TypedExpr {
  return callAccess(ctx, memberAccess(ctx, object, name, span), [], span);
}

function declareItem(ctx: FunctionContext, name: ast.Name, value: TypedExpr): TypedExpr {
  const variable = loopVariable(ctx, name, value.type);
  return { kind: "Var", variable, value, type: voidType(ctx.program), span: name.span };
}

/** `next()` gives a structure of `key` and `value`. */
function declarePair(
  ctx: FunctionContext,
  key: ast.Name,
  name: ast.Name,
  next: TypedExpr,
): TypedExpr[] {
  const pair = newTemporary(ctx, "entry", next.type, name.span);
  const declare: TypedExpr = {
    kind: "Var",
    variable: pair,
    value: next,
    type: voidType(ctx.program),
    span: name.span,
  };
  const read = readVariable(pair, name.span);
  const keyValue = readAny(ctx, memberAccess(ctx, read, "key", key.span));
  const value = readAny(ctx, memberAccess(ctx, read, "value", name.span));
  return [declare, declareItem(ctx, key, keyValue), declareItem(ctx, name, value)];
}
