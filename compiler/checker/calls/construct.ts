/** `new Type(...)` and `Type.new`. */
import type { Span } from "#compiler/source/span.ts";
import type * as ast from "#compiler/syntax/ast.ts";
import { follow } from "#compiler/types/follow.ts";
import type { Type, TypeDeclaration } from "#compiler/types/type.ts";
import type { TypedExpr } from "#compiler/types/typed_ast.ts";
import { tryUnify } from "#compiler/types/unify.ts";
import { resolvePath } from "../declarations/type_hints.ts";
import { declarationOf } from "../places/access.ts";
import {
  type Expected,
  errorExpr,
  expectedType,
  type FunctionContext,
} from "../program/context.ts";
import { instantiate } from "../program/core_types.ts";
import { hasMeta } from "../program/metadata.ts";
import { unknownType } from "../program/program.ts";
import { warnDeprecated } from "../program/warnings.ts";
import { typeArguments } from "./arguments.ts";
import { type Construction, constructionOf } from "./construction.ts";
import { isFactory } from "./factories.ts";
import { closureOver } from "./forwarding.ts";

export function typeNew(ctx: FunctionContext, expr: ast.NewExpr, expected: Expected): TypedExpr {
  const type = follow(resolvePath(ctx.program, ctx.scope, expr.type, "unknown"));
  const construction = constructionOf(ctx, type, expr.span, expr.type.span);
  const declaration = declarationOf(type);
  if (declaration !== null) warnDeprecated(ctx, declaration, expr.type.span);
  if (construction === null) {
    for (const arg of expr.args) ctx.typeExpr(ctx, arg, "value");
    return { ...errorExpr(expr.span), type };
  }
  const wanted = expectedType(expected);
  if (wanted !== null && mustBeKnown(type, construction))
    tryUnify(ctx.program.unification, type, wanted);
  return construction.make(
    typeArguments(ctx, construction.type.args, expr.args, expr.span, construction.callee),
  );
}

/** Does what is made hang on the type's arguments? Then what the place asks for counts. */
function mustBeKnown(type: Type, construction: Construction): boolean {
  const isMultiType = type.kind === "Abstract" && hasMeta(type.abstract.meta, ":multiType");
  return isMultiType || construction.type.args.some(isFactory);
}

/** `Type.new`: a function that makes an instance. */
export function constructorValue(
  ctx: FunctionContext,
  declaration: TypeDeclaration,
  span: Span,
): TypedExpr {
  const type = follow(
    instantiate(
      declaration,
      declaration.params.map(() => unknownType(ctx.program)),
    ),
  );
  const construction = constructionOf(ctx, type, span, span);
  if (construction === null) return errorExpr(span);
  // As a value it takes every argument.
  const args = construction.type.args.map((arg) => ({ ...arg, isOptional: false }));
  return closureOver(ctx, { ...construction.type, args }, span, construction.make);
}
