/** Constants and strings. */
import type { Span } from "#compiler/source/span.ts";
import type * as ast from "#compiler/syntax/ast.ts";
import type { TypedExpr } from "#compiler/types/typed_ast.ts";
import { errorExpr, type FunctionContext, problem } from "../program/context.ts";
import { floatType, intType, standardType, stringType } from "../program/core_types.ts";
import { fold } from "./constants.ts";
import { stringPart } from "./string_parts.ts";

/** Without a suffix, an integer that does not fit 32 bits is a Float, as in Haxe; hexadecimal ones wrap. */
export function typeInt(ctx: FunctionContext, expr: ast.IntExpr): TypedExpr {
  const { text, suffix, span } = expr;
  if (suffix !== null) return typeSuffixed(ctx, text, suffix, span);
  const value = Number(text);
  if (isDecimal(text) && value > 0x80000000)
    return { kind: "Float", value, type: floatType(ctx.program), span };
  return { kind: "Int", value: value | 0, type: intType(ctx.program), span };
}

type IntSuffix = Exclude<ast.IntExpr["suffix"], null>;

/** What a decimal number may be; of signed ones also the magnitude of the smallest. Others fill the bits. */
const largest = { i32: 2n ** 31n, u32: 2n ** 32n - 1n, i64: 2n ** 63n } as const;

function typeSuffixed(
  ctx: FunctionContext,
  text: string,
  suffix: IntSuffix,
  span: Span,
): TypedExpr {
  const { program } = ctx;
  const value = BigInt(text);
  const bits = suffix === "i64" ? 64 : 32;
  if (value > (isDecimal(text) ? largest[suffix] : 2n ** BigInt(bits) - 1n)) {
    problem(ctx, "HX3046", span, { text, suffix });
    return errorExpr(span);
  }
  const word = (shift: bigint): TypedExpr => ({
    kind: "Int",
    value: Number(BigInt.asIntN(32, value >> shift)),
    type: intType(program),
    span,
  });
  if (suffix === "i64") return int64(ctx, word(32n), word(0n), span);
  const type = suffix === "u32" ? standardType(program, "UInt") : null;
  return { ...word(0n), type: type ?? intType(program) };
}

/** The call of `haxe.Int64.make`. */
function int64(ctx: FunctionContext, high: TypedExpr, low: TypedExpr, span: Span): TypedExpr {
  const type = standardType(ctx.program, "haxe.Int64");
  const owner = type?.kind === "Abstract" ? type.abstract.implementation : null;
  const make = owner?.statics.get("make");
  if (type === null || owner === null || make === undefined) {
    problem(ctx, "HX2001", span, { name: "haxe.Int64" });
    return errorExpr(span);
  }
  return { kind: "StaticCall", owner, field: make, args: [high, low], type, span };
}

function isDecimal(text: string): boolean {
  return !/^0[xXbB]/.test(text);
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
