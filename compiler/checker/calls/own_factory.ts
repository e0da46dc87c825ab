/** `new T()` in a `@:generic` function or class: calls the function that it was given for `T`; see factories.ts. */
import type { Span } from "#compiler/source/span.ts";
import type { FunType, Type, TypeParameter } from "#compiler/types/type.ts";
import type { TypedExpr } from "#compiler/types/typed_ast.ts";
import { type FunctionContext, findLocal, useLocal, useThis } from "../program/context.ts";
import { typeOfField } from "../program/program.ts";
import { classFactory, factoryType, functionFactory } from "./factories.ts";
import { readVariable } from "./forwarding.ts";

/** `new T(...)` of a type parameter. */
export function constructParameter(
  ctx: FunctionContext,
  param: TypeParameter,
  span: Span,
): { readonly type: FunType; readonly make: (args: readonly TypedExpr[]) => TypedExpr } | null {
  const type = factoryType(param);
  const callee = type === null ? null : ownFactory(ctx, param, span);
  if (type === null || callee === null) return null;
  return { type, make: (args) => ({ kind: "Call", callee, args, type: type.result, span }) };
}

/** The function that the generic function or class around was given for its parameter. */
export function ownFactory(
  ctx: FunctionContext,
  param: TypeParameter,
  span: Span,
): TypedExpr | null {
  const local = findLocal(ctx, functionFactory(param));
  if (local !== null) {
    useLocal(ctx, local);
    return readVariable(local.variable, span);
  }
  const owner = ctx.class;
  const field = owner.fields.get(classFactory(owner, param));
  if (field === undefined || !owner.params.includes(param) || ctx.field.isStatic) return null;
  useThis(ctx);
  const self: Type = {
    kind: "Inst",
    class: owner,
    params: owner.params.map((own): Type => ({ kind: "TypeParam", param: own })),
  };
  const object: TypedExpr = { kind: "This", type: self, span };
  return { kind: "Field", object, owner, field, type: typeOfField(ctx.program, field), span };
}
