/** How values are written into texts: an abstract says so itself. */
import { isString, representationOf } from "#compiler/types/core.ts";
import { followNull } from "#compiler/types/follow.ts";
import type { AbstractInstType, ClassField } from "#compiler/types/type.ts";
import type { TypedExpr } from "#compiler/types/typed_ast.ts";
import { tryUnify } from "#compiler/types/unify.ts";
import { afterHolding, hold } from "../calls/forwarding.ts";
import type { FunctionContext } from "../program/context.ts";
import { boolType, stringType } from "../program/core_types.ts";
import { convert } from "./convert.ts";

/** A part of a concatenation: an abstract's own `toString`, else what it converts to as a String. */
export function stringPart(ctx: FunctionContext, part: TypedExpr): TypedExpr {
  const type = followNull(part.type);
  if (type.kind === "Mono") tryUnify(ctx.program.unification, part.type, stringType(ctx.program));
  const printed = printedByAbstract(ctx, part);
  if (printed !== part || type.kind !== "Abstract" || type.abstract.isCoreType) return printed;
  const hasText = type.abstract.to.some(({ type: to }) => isString(to));
  return hasText ? convert(ctx, part, stringType(ctx.program)) : part;
}

/** What `toString` of the value's abstract makes of it; the value itself where there is none. */
export function printedByAbstract(ctx: FunctionContext, value: TypedExpr): TypedExpr {
  const type = followNull(value.type);
  const printer = type.kind === "Abstract" ? printerOf(type) : null;
  if (printer?.owner == null) return value;
  const { owner } = printer;
  const { span } = value;
  const text = stringType(ctx.program);
  const call = (operand: TypedExpr): TypedExpr => ({
    kind: "StaticCall",
    owner,
    field: printer,
    args: [operand],
    type: text,
    span,
  });
  const representation = representationOf(value.type);
  if (representation !== "Reference" && representation !== "Dynamic") return call(value);
  const held = hold(ctx, value, "part");
  const bool = boolType(ctx.program);
  const cond: TypedExpr = { kind: "IsNull", operand: held.read, type: bool, span };
  const then: TypedExpr = { kind: "String", value: "null", type: text, span };
  return afterHolding([held], {
    kind: "If",
    cond,
    then,
    else: call(held.read),
    type: text,
    span,
  });
}

function printerOf(type: AbstractInstType): ClassField | null {
  return type.abstract.isCoreType
    ? null
    : (type.abstract.implementation?.fields.get("toString") ?? null);
}
