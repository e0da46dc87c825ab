/** `@:op(a.b)`: an abstract's answer to members it does not have. */
import type { Span } from "#compiler/source/span.ts";
import { substitution } from "#compiler/types/apply.ts";
import type { AbstractInstType } from "#compiler/types/type.ts";
import type { TypedExpr } from "#compiler/types/typed_ast.ts";
import type { Access } from "./access.ts";
import type { FunctionContext } from "./context.ts";
import { instantiateMethod } from "./convert.ts";
import { stringType } from "./core_types.ts";
import { staticCall } from "./static_call.ts";

/** Reads `object.name` by the abstract's resolving function, if it has one. */
export function resolveOperator(
  ctx: FunctionContext,
  object: TypedExpr,
  type: AbstractInstType,
  name: string,
  span: Span,
): Access | null {
  const operator = type.abstract.operators.find((candidate) => candidate.op === ".");
  if (operator === undefined || operator.field.owner === null) return null;
  const signature = instantiateMethod(
    ctx.program,
    operator.field,
    substitution(type.abstract.params, type.params),
  );
  const text: TypedExpr = { kind: "String", value: name, type: stringType(ctx.program), span };
  const expr = staticCall(
    operator.field.owner,
    operator.field,
    [object, text],
    signature.result,
    span,
  );
  return { kind: "Value", expr };
}
