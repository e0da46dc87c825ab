/** Arguments of a call against the parameters of what is called. */
import type { Span } from "#compiler/source/span.ts";
import type * as ast from "#compiler/syntax/ast.ts";
import { follow, followNull } from "#compiler/types/follow.ts";
import { printType } from "#compiler/types/print.ts";
import type { FunArg, Type } from "#compiler/types/type.ts";
import type { TypedExpr } from "#compiler/types/typed_ast.ts";
import { type FunctionContext, problem } from "./context.ts";
import { convert, tryConvert } from "./convert.ts";
import { arrayOf, intType, nullOf, stringType } from "./core_types.ts";

/** Types the arguments; omitted optional ones become null, rest arguments one array. */
export function typeArguments(
  ctx: FunctionContext,
  params: readonly FunArg[],
  args: readonly ast.Expr[],
  span: Span,
): TypedExpr[] {
  const typed: TypedExpr[] = [];
  let next = 0;
  for (const [index, param] of params.entries()) {
    if (param.isRest) {
      typed.push(restArgument(ctx, param, args.slice(next), span));
      return typed;
    }
    const arg = args[next];
    if (arg === undefined) {
      if (!param.isOptional) {
        reportMissing(ctx, params.slice(index), span);
        return typed;
      }
      typed.push(omitted(ctx, param, span));
      continue;
    }
    const laterParams = params.length - index - 1;
    const canSkip = param.isOptional && args.length - next <= laterParams;
    const given = canSkip
      ? tryArgument(ctx, arg, param)
      : convert(ctx, ctx.typeExpr(ctx, arg, param.type), param.type);
    if (given === null) {
      typed.push(omitted(ctx, param, span));
      continue;
    }
    typed.push(given);
    next++;
  }
  reportExtra(ctx, params.length, args, next);
  return typed;
}

/** Null where the argument does not fit this optional parameter: it is then tried against the next one. */
function tryArgument(ctx: FunctionContext, arg: ast.Expr, param: FunArg): TypedExpr | null {
  const { trail } = ctx.program.unification;
  const mark = trail.mark;
  const problems = ctx.program.problems.mark;
  const typed = ctx.typeExpr(ctx, arg, param.type);
  if (ctx.program.problems.mark > problems) return typed;
  const converted = tryConvert(ctx, typed, param.type);
  if (converted === null) trail.rollBack(mark);
  return converted;
}

/** What is passed for an argument that is left out: null, or the place of the call. */
export function omitted(ctx: FunctionContext, param: FunArg, span: Span): TypedExpr {
  if (isPosInfos(param.type)) return positionOf(ctx, span, param.type);
  return { kind: "Null", type: nullOf(ctx.program, param.type), span };
}

function isPosInfos(type: Type): boolean {
  let current = type;
  for (;;) {
    if (current.kind === "Typedef") return current.typedef.path === "haxe.PosInfos";
    if (
      current.kind === "Abstract" &&
      current.abstract.path === "Null" &&
      current.params[0] !== undefined
    )
      [current] = [current.params[0]];
    else if (current.kind === "Mono" && current.link !== null) current = current.link;
    else return false;
  }
}

/** A `haxe.PosInfos` of this place. */
export function positionOf(
  ctx: FunctionContext,
  span: Span,
  type: Type,
  customParams: TypedExpr | null = null,
): TypedExpr {
  const { program } = ctx;
  ctx.notes.usesPosition = true;
  const text = (value: string): TypedExpr => ({
    kind: "String",
    value,
    type: stringType(program),
    span,
  });
  const line = lineOf(ctx.scope.module.source.lineStarts, span.start);
  const fields = [
    { name: "fileName", value: text(ctx.scope.module.source.file) },
    {
      name: "lineNumber",
      value: { kind: "Int", value: line, type: intType(program), span } as TypedExpr,
    },
    { name: "className", value: text(ctx.class.path) },
    { name: "methodName", value: text(ctx.field.name) },
  ];
  if (customParams !== null) fields.push({ name: "customParams", value: customParams });
  return { kind: "ObjectDecl", fields, type, span };
}

/** The line, from 1, that holds the offset. */
function lineOf(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}

/** The remaining arguments as one array; `...array` passes an array as it is. */
function restArgument(
  ctx: FunctionContext,
  param: FunArg,
  args: readonly ast.Expr[],
  span: Span,
): TypedExpr {
  const element = elementOf(param.type);
  const [only] = args;
  if (args.length === 1 && only?.kind === "Unop" && only.op === "...") {
    const array = arrayOf(ctx.program, element);
    const typed = ctx.typeExpr(ctx, only.operand, array);
    const isRest = followNull(typed.type).kind === "Abstract";
    return convert(ctx, typed, isRest ? param.type : array);
  }
  const elements = args.map((arg) => convert(ctx, ctx.typeExpr(ctx, arg, element), element));
  return { kind: "ArrayDecl", elements, type: arrayOf(ctx.program, element), span };
}

/** The `T` of `haxe.Rest<T>`, or of the array that stands for it. */
function elementOf(type: Type): Type {
  const followed = follow(type);
  if (
    (followed.kind === "Abstract" || followed.kind === "Inst") &&
    followed.params[0] !== undefined
  )
    return followed.params[0];
  return followed;
}

function reportMissing(ctx: FunctionContext, params: readonly FunArg[], span: Span): void {
  const missing = params.filter((param) => !param.isOptional && !param.isRest);
  const expected = missing
    .map((param) => `${param.name === "" ? "argument" : param.name}:${printType(param.type)}`)
    .join(", ");
  problem(ctx, "HX3030", span, { expected });
}

function reportExtra(
  ctx: FunctionContext,
  expected: number,
  args: readonly ast.Expr[],
  used: number,
): void {
  const first = args[used];
  const last = args.at(-1);
  if (first === undefined || last === undefined) return;
  for (const arg of args.slice(used)) ctx.typeExpr(ctx, arg, "value");
  problem(
    ctx,
    "HX3031",
    { start: first.span.start, end: last.span.end },
    { expected, found: expected + args.length - used },
  );
}
