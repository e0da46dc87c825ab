/** `=`, `op=`, `++` and `--` on anything that can be assigned. */
import type { Label } from "#compiler/diagnostics/diagnostic.ts";
import type { Span } from "#compiler/source/span.ts";
import type * as ast from "#compiler/syntax/ast.ts";
import { isString } from "#compiler/types/core.ts";
import { printType } from "#compiler/types/print.ts";
import type { ClassField, Type } from "#compiler/types/type.ts";
import type { AssignTarget, LocalVariable, TypedExpr } from "#compiler/types/typed_ast.ts";
import { afterHolding, hold } from "../calls/forwarding.ts";
import { type Access, mayWrite, writeProperty } from "../places/access.ts";
import { assignedType, writeElement } from "../places/array_access.ts";
import { accessOf, readAny } from "../places/paths.ts";
import { writeResolved } from "../places/resolve_operator.ts";
import { steadyAccess } from "../places/steady_access.ts";
import { accessText, declaredHere } from "../problems/explain.ts";
import { type Expected, errorExpr, type FunctionContext, problem } from "../program/context.ts";
import { boolType, intType } from "../program/core_types.ts";
import { convert } from "./convert.ts";
import { callBinaryOperator, callUnaryOperator, hasOperator } from "./operator_overloads.ts";
import { coalesce, typeBinary, typeLogicValues } from "./operators.ts";

/** `left = right`. */
export function typeAssign(ctx: FunctionContext, expr: ast.BinopExpr): TypedExpr {
  const access = accessOf(ctx, expr.left, "value");
  const value = ctx.typeExpr(ctx, expr.right, wantedType(ctx, access) ?? "value");
  return write(ctx, access, value, expr.span);
}

/** What an assigned value is asked to be. */
function wantedType(ctx: FunctionContext, access: Access): Type | null {
  switch (access.kind) {
    case "Place":
      return access.target.type;
    case "Property":
      return access.type;
    case "Element":
      return assignedType(ctx, access);
    case "Value":
      return isAbstractThis(ctx, access.expr) ? access.expr.type : null;
    default:
      return null;
  }
}

/** Gives the place a value, whose type is converted. */
function write(ctx: FunctionContext, access: Access, value: TypedExpr, span: Span): TypedExpr {
  switch (access.kind) {
    case "Place":
      return writePlace(ctx, access.target, access, value, span);
    case "Property":
      return writeProperty(ctx, access, convert(ctx, value, access.type));
    case "Element":
      return writeElementValue(ctx, access, value);
    case "Resolved":
      return writeResolved(ctx, access, value);
    case "Error":
      return errorExpr(span);
    case "Value":
      if (isAbstractThis(ctx, access.expr)) return assignThis(ctx, value, span);
      problem(ctx, "HX3044", access.expr.span, {});
      return errorExpr(span);
    default:
      problem(ctx, "HX3044", access.span, {});
      return errorExpr(span);
  }
}

function writePlace(
  ctx: FunctionContext,
  target: AssignTarget,
  access: Extract<Access, { kind: "Place" }>,
  value: TypedExpr,
  span: Span,
): TypedExpr {
  if (target.kind === "Local") {
    reportUnassignable(ctx, target.variable, target.span);
    target.variable.isAssigned = true;
  } else if (access.field !== null && !mayWrite(ctx, access.field)) {
    const code = access.field.isFinal ? "HX3045" : "HX3022";
    const labels = declaredHere(access.field, accessText(access.field));
    problem(ctx, code, target.span, { name: access.field.name }, { labels });
  }
  const converted = convert(ctx, value, target.type, targetLabels(ctx, access.field, target));
  return { kind: "Assign", target, value: converted, type: target.type, span };
}

/** What the variable that is assigned was declared as, where that is not on the same line of thought: a field, a local. */
function targetLabels(
  ctx: FunctionContext,
  field: ClassField | null,
  target: AssignTarget,
): Label[] {
  const text = `\`${printType(target.type)}\` by its declaration`;
  if (field !== null) return declaredHere(field, text);
  if (target.kind !== "Local") return [];
  return [{ file: ctx.scope.module.source.file, span: target.variable.span, text }];
}

function reportUnassignable(ctx: FunctionContext, variable: LocalVariable, span: Span): void {
  const { name, form, isFinal } = variable;
  const labels = [
    { file: ctx.scope.module.source.file, span: variable.span, text: "declared here" },
  ];
  if (isFinal) problem(ctx, "HX3045", span, { name }, { labels });
  if (form === "counter") problem(ctx, "HX3120", span, { name });
  if (form === "function") problem(ctx, "HX3123", span, { name });
}

/** The value of `map[k] = v` is `v`, whatever the setting function returns. */
function writeElementValue(
  ctx: FunctionContext,
  access: Extract<Access, { kind: "Element" }>,
  value: TypedExpr,
): TypedExpr {
  const wanted = assignedType(ctx, access);
  const converted = wanted === null ? value : convert(ctx, value, wanted);
  if (converted.type.kind === "Error") return converted;
  const held = hold(ctx, converted, "value");
  const call = writeElement(ctx, access, held.read);
  const { span } = access;
  const exprs = [...(held.declare === null ? [] : [held.declare]), call, held.read];
  return { kind: "Block", exprs, type: converted.type, span };
}

// `this` of an abstract

function isAbstractThis(ctx: FunctionContext, expr: TypedExpr): boolean {
  const inner = expr.kind === "Cast" && expr.form === "unchecked" ? expr.expr : expr;
  return ctx.thisVariable !== null && inner.kind === "Local" && inner.variable === ctx.thisVariable;
}

function assignThis(ctx: FunctionContext, value: TypedExpr, span: Span): TypedExpr {
  const variable = ctx.thisVariable;
  if (variable === null) return errorExpr(span);
  const mayAssign = ctx.isConstructor || ctx.field.isInline;
  if (!mayAssign) problem(ctx, "HX3125", span, {});
  variable.isAssigned = true;
  const target: AssignTarget = { kind: "Local", variable, type: variable.type, span };
  const underlying = ctx.underlyingType ?? variable.type;
  const converted = convert(ctx, value, underlying);
  const kept: TypedExpr = {
    kind: "Cast",
    form: "unchecked",
    expr: converted,
    type: variable.type,
    span,
  };
  return { kind: "Assign", target, value: kept, type: variable.type, span };
}

// Compound assignment

/** `left op= right` reads, computes and writes, with the parts of `left` evaluated once. */
export function typeAssignOp(
  ctx: FunctionContext,
  op: ast.ArithmeticOperator,
  expr: ast.BinopExpr,
): TypedExpr {
  const access = accessOf(ctx, expr.left, "value");
  const own = assigningOperator(ctx, access, `${op}=`, expr);
  if (own !== null) return own;
  const { held, access: steady } = steadyAccess(ctx, access);
  const current = readAny(ctx, steady);
  const wanted = op === "&&" || op === "||" ? boolType(ctx.program) : current.type;
  const right = ctx.typeExpr(ctx, expr.right, wanted);
  if (op === "??") return afterHolding(held, assignIfNull(ctx, steady, current, right, expr.span));
  const value =
    op === "&&" || op === "||"
      ? typeLogicValues(ctx, op, current, right, expr.span)
      : typeBinary(ctx, op, current, right, expr.span);
  return afterHolding(held, write(ctx, steady, value, expr.span));
}

/** An abstract may define `+=` itself; the result is then not assigned again. */
function assigningOperator(
  ctx: FunctionContext,
  access: Access,
  op: string,
  expr: ast.BinopExpr,
): TypedExpr | null {
  const type = wantedType(ctx, access);
  if (type === null || !hasOperator(type, op, "binary")) return null;
  const current = readAny(ctx, access);
  const right = ctx.typeExpr(ctx, expr.right, "value");
  return callBinaryOperator(ctx, op, current, right, expr.span);
}

/** `a ??= b` assigns only where `a` is null. */
function assignIfNull(
  ctx: FunctionContext,
  access: Access,
  current: TypedExpr,
  right: TypedExpr,
  span: Span,
): TypedExpr {
  const heldCurrent = hold(ctx, current, "current");
  const cond: TypedExpr = {
    kind: "IsNull",
    operand: heldCurrent.read,
    type: boolType(ctx.program),
    span,
  };
  const then = write(ctx, access, right, span);
  const type = coalesce(ctx, current, right, span).type;
  const otherwise = convert(ctx, heldCurrent.read, type);
  return afterHolding([heldCurrent], {
    kind: "If",
    cond,
    then: convert(ctx, then, type),
    else: otherwise,
    type,
    span,
  });
}

/** `x++`, `--x`. The old value is kept only where it is used. */
export function typeIncrement(
  ctx: FunctionContext,
  expr: ast.UnopExpr,
  expected: Expected,
): TypedExpr {
  const access = accessOf(ctx, expr.operand, "value");
  const op = expr.op === "++" ? "++" : "--";
  const own = incrementOperator(ctx, access, op, expr);
  if (own !== null) return own;
  const { held, access: steady } = steadyAccess(ctx, access);
  const current = readAny(ctx, steady);
  const one: TypedExpr = { kind: "Int", value: 1, type: intType(ctx.program), span: expr.span };
  const arithmetic = op === "++" ? "+" : "-";
  if (isString(current.type)) {
    const args = { op, left: printType(current.type), right: printType(one.type) };
    problem(ctx, "HX3043", expr.span, args);
    return errorExpr(expr.span);
  }
  if (!expr.isPostfix || expected === "none") {
    const value = typeBinary(ctx, arithmetic, current, one, expr.span);
    return afterHolding(held, write(ctx, steady, value, expr.span));
  }
  const old = hold(ctx, current, "old");
  const value = typeBinary(ctx, arithmetic, old.read, one, expr.span);
  const written = write(ctx, steady, value, expr.span);
  const exprs = [...(old.declare === null ? [] : [old.declare]), written, old.read];
  return afterHolding(held, { kind: "Block", exprs, type: current.type, span: expr.span });
}

/** An abstract's own `++` changes `this`, whose new value is written back. */
function incrementOperator(
  ctx: FunctionContext,
  access: Access,
  op: "++" | "--",
  expr: ast.UnopExpr,
): TypedExpr | null {
  const type = wantedType(ctx, access);
  if (type === null || !hasOperator(type, op, expr.isPostfix ? "postfix" : "prefix")) return null;
  return callUnaryOperator(ctx, op, expr.isPostfix, readAny(ctx, access), expr.span);
}
