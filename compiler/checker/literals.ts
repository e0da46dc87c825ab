/** Constants and strings. */
import type * as ast from "#compiler/syntax/ast.ts";
import type { TypedExpr } from "#compiler/types/typed_ast.ts";
import { fold } from "./constants.ts";
import { errorExpr, type FunctionContext, problem } from "./context.ts";
import { floatType, intType, standardType, stringType } from "./core_types.ts";
import { stringPart } from "./operators.ts";

/** An integer that does not fit 32 bits is a Float, as in Haxe; hexadecimal ones wrap. */
export function typeInt(ctx: FunctionContext, expr: ast.IntExpr): TypedExpr {
  const { program } = ctx;
  const { text, suffix, span } = expr;
  if (suffix === "i64") {
    problem(ctx, "HX3046", span, { suffix });
    return errorExpr(span);
  }
  const value = Number(text);
  const isDecimal = !/^0[xXbB]/.test(text);
  if (isDecimal && value > 0x80000000 && suffix === null)
    return { kind: "Float", value, type: floatType(program), span };
  const type =
    suffix === "u32" ? (standardType(program, "UInt") ?? intType(program)) : intType(program);
  return { kind: "Int", value: value | 0, type, span };
}

export function typeFloat(ctx: FunctionContext, expr: ast.FloatExpr): TypedExpr {
  return { kind: "Float", value: Number(expr.text), type: floatType(ctx.program), span: expr.span };
}

export function typeString(ctx: FunctionContext, expr: ast.StringExpr): TypedExpr {
  return { kind: "String", value: expr.value, type: stringType(ctx.program), span: expr.span };
}

/** `"x".code` is the number of the one character. */
export function typeCharCode(ctx: FunctionContext, expr: ast.Expr): TypedExpr | null {
  if (expr.kind !== "Field" || expr.name.name !== "code" || expr.object.kind !== "String")
    return null;
  const { value } = expr.object;
  const code = value.codePointAt(0);
  if (code === undefined || String.fromCodePoint(code) !== value) {
    problem(ctx, "HX3079", expr.object.span, {});
    return errorExpr(expr.span);
  }
  return { kind: "Int", value: code, type: intType(ctx.program), span: expr.span };
}

export function typeInterpolation(ctx: FunctionContext, expr: ast.InterpolationExpr): TypedExpr {
  const type = stringType(ctx.program);
  const parts = expr.parts.map((part): TypedExpr => {
    if (part.kind === "Text") return { kind: "String", value: part.value, type, span: part.span };
    return stringPart(ctx, ctx.typeExpr(ctx, part.expr, "value"));
  });
  return fold({ kind: "StringConcat", parts, type, span: expr.span });
}

/** `~/pattern/flags` is `new EReg("pattern", "flags")`. */
export function typeRegexp(ctx: FunctionContext, expr: ast.RegexpExpr): TypedExpr {
  const type = standardType(ctx.program, "EReg");
  if (type?.kind !== "Inst") {
    problem(ctx, "HX2001", expr.span, { name: "EReg" });
    return errorExpr(expr.span);
  }
  const text = (value: string): TypedExpr => ({
    kind: "String",
    value,
    type: stringType(ctx.program),
    span: expr.span,
  });
  const args = [text(expr.pattern), text(expr.flags)];
  return {
    kind: "New",
    class: type.class,
    constructorOwner: type.class,
    args,
    type,
    span: expr.span,
  };
}
