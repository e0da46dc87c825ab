/** `@:op(a.b)`: an abstract's answer to members it does not have. */
import type { Span } from "#compiler/source/span.ts";
import { substitution } from "#compiler/types/apply.ts";
import { printType } from "#compiler/types/print.ts";
import type { AbstractInstType } from "#compiler/types/type.ts";
import type { TypedExpr } from "#compiler/types/typed_ast.ts";
import { instantiateMethod, tryConvert } from "../expressions/convert.ts";
import { errorExpr, type FunctionContext, problem } from "../program/context.ts";
import { stringType } from "../program/core_types.ts";
import type { Access } from "./access.ts";
import { abstractCall } from "./changed_this.ts";

type Resolved = Extract<Access, { kind: "Resolved" }>;

/** What the name is to the abstract, if it answers for names. */
export function resolvedAccess(
  object: TypedExpr,
  type: AbstractInstType,
  name: string,
  span: Span,
): Access | null {
  const answers = type.abstract.operators.some(({ op }) => op === "." || op === ".=");
  return answers ? { kind: "Resolved", object, type, name, span } : null;
}

export function readResolved(ctx: FunctionContext, access: Resolved): TypedExpr {
  return callResolver(ctx, access, ".", []);
}

export function writeResolved(ctx: FunctionContext, access: Resolved, value: TypedExpr): TypedExpr {
  return callResolver(ctx, access, ".=", [value]);
}

/** The first of the abstract's resolving functions that takes the name and the value. */
function callResolver(
  ctx: FunctionContext,
  { object, type, name, span }: Resolved,
  op: "." | ".=",
  values: readonly TypedExpr[],
): TypedExpr {
  const { trail } = ctx.program.unification;
  const pairs = substitution(type.abstract.params, type.params);
  const text: TypedExpr = { kind: "String", value: name, type: stringType(ctx.program), span };
  for (const operator of type.abstract.operators) {
    const { field } = operator;
    if (operator.op !== op || field.owner === null) continue;
    const mark = trail.mark;
    const signature = instantiateMethod(ctx.program, field, pairs);
    const args = [text, ...values].map((arg, index) => {
      const param = signature.args[index + 1];
      return param === undefined ? null : tryConvert(ctx, arg, param.type);
    });
    if (args.every((arg) => arg !== null))
      return abstractCall(ctx, field.owner, field, [object, ...args], signature.result, span);
    trail.rollBack(mark);
  }
  problem(ctx, "HX3027", span, { type: printType(object.type), name });
  return errorExpr(span);
}
