/** Operators that abstracts define with `@:op`. */
import type { Span } from "#compiler/source/span.ts";
import { substitution } from "#compiler/types/apply.ts";
import { followNull } from "#compiler/types/follow.ts";
import type { AbstractInstType, AbstractOperator, Type } from "#compiler/types/type.ts";
import type { TypedExpr } from "#compiler/types/typed_ast.ts";
import { afterHolding, hold } from "../calls/forwarding.ts";
import { abstractCall } from "../places/changed_this.ts";
import { type FunctionContext, problem } from "../program/context.ts";
import { instantiateMethod, tryConvert } from "./convert.ts";

/** The call of the first operator function that takes both operands, of the left type, then of the right one. */
export function callBinaryOperator(
  ctx: FunctionContext,
  op: string,
  left: TypedExpr,
  right: TypedExpr,
  span: Span,
): TypedExpr | null {
  const first = abstractOf(left.type);
  const second = abstractOf(right.type);
  if (first !== null) {
    const call = callOperator(ctx, first, op, "binary", [left, right], span);
    if (call !== null) return call;
  }
  if (second === null) return null;
  // Turned round nothing need be converted where the left operand has no operators of its own.
  const turned = first === null ? callCommuted(ctx, second, op, left, right, span) : null;
  return (
    turned ??
    callOperator(ctx, second, op, "binary", [left, right], span) ??
    callCommuted(ctx, second, op, left, right, span)
  );
}

/** The call of a prefix or postfix operator function. */
export function callUnaryOperator(
  ctx: FunctionContext,
  op: string,
  isPostfix: boolean,
  operand: TypedExpr,
  span: Span,
): TypedExpr | null {
  const type = abstractOf(operand.type);
  return type === null
    ? null
    : callOperator(ctx, type, op, isPostfix ? "postfix" : "prefix", [operand], span);
}

/** Has the type an operator function for it, whatever the operands? */
export function hasOperator(type: Type, op: string, form: AbstractOperator["form"]): boolean {
  return (
    abstractOf(type)?.abstract.operators.some((one) => one.op === op && one.form === form) ?? false
  );
}

function abstractOf(type: Type): AbstractInstType | null {
  const followed = followNull(type);
  return followed.kind === "Abstract" && followed.abstract.operators.length > 0 ? followed : null;
}

function callOperator(
  ctx: FunctionContext,
  type: AbstractInstType,
  op: string,
  form: AbstractOperator["form"],
  operands: readonly TypedExpr[],
  span: Span,
): TypedExpr | null {
  for (const operator of type.abstract.operators) {
    if (operator.op !== op || operator.form !== form) continue;
    const call = tryOperator(ctx, type, operator, operands, span);
    if (call !== null) return call;
  }
  return null;
}

/** `b + a` by a function for `a + b` marked `@:commutative`; what stands first is still evaluated first. */
function callCommuted(
  ctx: FunctionContext,
  type: AbstractInstType,
  op: string,
  left: TypedExpr,
  right: TypedExpr,
  span: Span,
): TypedExpr | null {
  for (const operator of type.abstract.operators) {
    if (operator.op !== op || operator.form !== "binary" || !operator.isCommutative) continue;
    // Without a body it is the operation on the underlying values, which needs no turning round.
    const held = operator.field.isAbstract ? null : hold(ctx, left, "left");
    const call = tryOperator(ctx, type, operator, [right, held?.read ?? left], span);
    if (call === null) continue;
    if (held !== null) return afterHolding([held], call);
    return call.kind === "StaticCall" ? { ...call, args: call.args.toReversed() } : call;
  }
  return null;
}

function tryOperator(
  ctx: FunctionContext,
  type: AbstractInstType,
  operator: AbstractOperator,
  operands: readonly TypedExpr[],
  span: Span,
): TypedExpr | null {
  const { field } = operator;
  if (field.owner === null) return null;
  const { trail } = ctx.program.unification;
  const mark = trail.mark;
  const signature = instantiateMethod(
    ctx.program,
    field,
    substitution(type.abstract.params, type.params),
  );
  const args = operands.map((operand, index) => {
    const param = signature.args[index];
    return param === undefined ? null : tryConvert(ctx, operand, param.type);
  });
  if (signature.args.length === operands.length && args.every((arg) => arg !== null)) {
    if (field === ctx.field) {
      const hint = "Use the operator on the underlying values";
      problem(ctx, "HX3129", span, { op: operator.op }, { hint });
    }
    return abstractCall(ctx, field.owner, field, args, signature.result, span);
  }
  trail.rollBack(mark);
  return null;
}
