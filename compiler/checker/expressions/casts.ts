/** `cast`, `is` and `(e : T)`. */
import type * as ast from "#compiler/syntax/ast.ts";
import { isVoid } from "#compiler/types/core.ts";
import { follow, followNull } from "#compiler/types/follow.ts";
import { printType } from "#compiler/types/print.ts";
import type { Type } from "#compiler/types/type.ts";
import type { TypedExpr } from "#compiler/types/typed_ast.ts";
import { resolveHint, resolvePath } from "../declarations/type_hints.ts";
import { declarationOf } from "../places/access.ts";
import { type Expected, expectedType, type FunctionContext, problem } from "../program/context.ts";
import { boolType } from "../program/core_types.ts";
import { unknownType } from "../program/program.ts";
import { warnDeprecated } from "../program/warnings.ts";
import { convert, implicitly } from "./convert.ts";

/** `cast e` has the type of its place; `cast(e, T)` is checked when it runs. */
export function typeCast(ctx: FunctionContext, expr: ast.CastExpr, expected: Expected): TypedExpr {
  const { span } = expr;
  const value = ctx.typeExpr(ctx, expr.expr, "value");
  if (isVoid(value.type)) problem(ctx, "HX3051", expr.expr.span, {});
  if (expr.type === null) {
    const type = expectedType(expected) ?? unknownType(ctx.program);
    return { kind: "Cast", form: "unchecked", expr: value, type, span };
  }
  const type = testedType(ctx, expr.type);
  checkTestable(ctx, type, expr.type);
  return { kind: "Cast", form: "checked", expr: value, type, span };
}

export function typeIs(ctx: FunctionContext, expr: ast.IsExpr): TypedExpr {
  const value = ctx.typeExpr(ctx, expr.expr, "value");
  const tested = testedType(ctx, expr.type);
  checkTestable(ctx, tested, expr.type);
  return { kind: "Is", expr: value, tested, type: boolType(ctx.program), span: expr.span };
}

/** Type arguments may be left out: they cannot be tested. */
function testedType(ctx: FunctionContext, hint: ast.TypeHint): Type {
  if (hint.kind === "Path") return resolvePath(ctx.program, ctx.scope, hint.path, "dynamic");
  return resolveHint(ctx.program, ctx.scope, hint);
}

/** Only types that exist at run time can be tested. */
function checkTestable(ctx: FunctionContext, type: Type, hint: ast.TypeHint): void {
  const followed = follow(type);
  const declaration = declarationOf(followed);
  if (declaration !== null) warnDeprecated(ctx, declaration, hint.span);
  const params = "params" in followed ? followed.params : [];
  const isErased =
    followed.kind === "TypeParam" || followed.kind === "Anon" || followed.kind === "Fun";
  const hasParams = params.some(
    (param) => followNull(param).kind !== "Dynamic" && followNull(param).kind !== "Error",
  );
  if (isErased || hasParams) problem(ctx, "HX3060", hint.span, { type: printType(type) });
}

/** `(e : T)` gives the place a type. */
export function typeCheckType(ctx: FunctionContext, expr: ast.CheckTypeExpr): TypedExpr {
  const type = resolveHint(ctx.program, ctx.scope, expr.type);
  const value = convert(ctx, ctx.typeExpr(ctx, expr.expr, type), type);
  const converted = implicitly(value, type);
  if (converted !== value || converted.kind === "Cast" || follow(value.type) === follow(type))
    return converted;
  return { kind: "Cast", form: "unchecked", expr: value, type, span: expr.span };
}
