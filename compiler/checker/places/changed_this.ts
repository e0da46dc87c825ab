/** Leaving the new value of `this` in functions of abstracts that assign it, and putting it back at their calls. */
import type { Span } from "#compiler/source/span.ts";
import { isVoid } from "#compiler/types/core.ts";
import { followNull } from "#compiler/types/follow.ts";
import { printType } from "#compiler/types/print.ts";
import type { ClassField, ClassType, Type } from "#compiler/types/type.ts";
import type { AssignTarget, TypedExpr } from "#compiler/types/typed_ast.ts";
import { afterHolding, hold } from "../calls/forwarding.ts";
import { staticCall } from "../calls/static_call.ts";
import { newValueOf } from "../declarations/this_changes.ts";
import { implicitly } from "../expressions/convert.ts";
import { type FunctionContext, problem } from "../program/context.ts";
import { voidType } from "../program/core_types.ts";
import { onPlace, placeBehind, steadyPlace } from "./steady_access.ts";

// Inside the functions

/** Leaves the new value of `this`. */
export function leaveThis(ctx: FunctionContext, span: Span): TypedExpr | null {
  const field = newValueOf(ctx.class);
  const variable = ctx.thisVariable;
  if (!ctx.field.changesThis || field === null || variable === null || ctx.closure.parent !== null)
    return null;
  const { type } = variable;
  return {
    kind: "Assign",
    target: { kind: "StaticField", owner: ctx.class, field, type, span },
    value: { kind: "Local", variable, type, span },
    type,
    span,
  };
}

/** The `return`, after leaving the new value of `this` where the function changes it. */
export function returning(
  ctx: FunctionContext,
  value: TypedExpr | null,
  type: Type,
  span: Span,
): TypedExpr {
  const leave = leaveThis(ctx, span);
  if (leave === null) return { kind: "Return", value, type, span };
  const held = value === null ? null : hold(ctx, value, "result");
  const result: TypedExpr = { kind: "Return", value: held?.read ?? null, type, span };
  const block: TypedExpr = { kind: "Block", exprs: [leave, result], type, span };
  return held === null ? block : afterHolding([held], block);
}

// At the calls

/** Calls a function of an abstract; what it made of `this` is put back into the place of the receiver. */
export function abstractCall(
  ctx: FunctionContext,
  owner: ClassType,
  field: ClassField,
  args: readonly TypedExpr[],
  type: Type,
  span: Span,
): TypedExpr {
  const [receiver, ...others] = args;
  const newValue = newValueOf(owner);
  if (!field.changesThis || receiver === undefined || newValue === null)
    return staticCall(owner, field, args, type, span);
  const place = placeBehind(receiver);
  if (place === null) {
    const name = field.name.startsWith("set_") ? field.name.slice(4) : field.name;
    problem(ctx, "HX3037", receiver.span, { name, type: printType(receiver.type) });
    return staticCall(owner, field, args, type, span);
  }
  const { held, target } = steadyPlace(ctx, place);
  const call = staticCall(owner, field, [onPlace(receiver, target), ...others], type, span);
  const putBack = assignNewValue(owner, newValue, receiver.type, target, span);
  if (target.kind === "Local") target.variable.isAssigned = true;
  if (isVoid(type)) {
    const block: TypedExpr = {
      kind: "Block",
      exprs: [call, putBack],
      type: voidType(ctx.program),
      span,
    };
    return afterHolding(held, block);
  }
  const result = hold(ctx, call, "result");
  const block: TypedExpr = { kind: "Block", exprs: [putBack, result.read], type, span };
  return afterHolding([...held, result], block);
}

function assignNewValue(
  owner: ClassType,
  field: ClassField,
  self: Type,
  target: AssignTarget,
  span: Span,
): TypedExpr {
  const left: TypedExpr = { kind: "StaticField", owner, field, type: field.type, span };
  const value = implicitly(implicitly(left, followNull(self)), target.type);
  return { kind: "Assign", target, value, type: target.type, span };
}
