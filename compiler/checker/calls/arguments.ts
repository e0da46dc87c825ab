/** Arguments of a call against the parameters of what is called. */
import type { Label } from "#compiler/diagnostics/diagnostic.ts";
import type { Span } from "#compiler/source/span.ts";
import type * as ast from "#compiler/syntax/ast.ts";
import { follow, followNull } from "#compiler/types/follow.ts";
import { printType } from "#compiler/types/print.ts";
import type { FunArg, Type } from "#compiler/types/type.ts";
import type { TypedExpr } from "#compiler/types/typed_ast.ts";
import { convert, tryConvert } from "../expressions/convert.ts";
import { argumentText, type Callee, calleeLabels } from "../problems/explain.ts";
import { type FunctionContext, problem } from "../program/context.ts";
import { arrayOf } from "../program/core_types.ts";
import { isFactory } from "./factories.ts";
import { makeFactory } from "./make_factory.ts";
import { omitted } from "./omitted.ts";

/**
 * Types the arguments; omitted optional ones become null, rest arguments one array. Hidden ones come last: see factories.ts.
 * They must fit inside `untyped` too.
 */
export function typeArguments(
  ctx: FunctionContext,
  params: readonly FunArg[],
  args: readonly ast.Expr[],
  span: Span,
  callee: Callee | null = null,
): TypedExpr[] {
  const visible = params.filter((param) => !isFactory(param));
  const typed = typeVisible(ctx, visible, args, span, callee);
  if (visible.length === params.length || typed.length < visible.length) return typed;
  let next = 0;
  return params.map((param) =>
    isFactory(param) ? makeFactory(ctx, param, span) : (typed[next++] ?? omitted(ctx, param, span)),
  );
}

function typeVisible(
  ctx: FunctionContext,
  params: readonly FunArg[],
  args: readonly ast.Expr[],
  span: Span,
  callee: Callee | null,
): TypedExpr[] {
  const typed: TypedExpr[] = [];
  let next = 0;
  for (const [index, param] of params.entries()) {
    if (param.isRest) {
      typed.push(restArgument(ctx, param, args.slice(next), span, labelsOf(param, callee)));
      return typed;
    }
    const arg = args[next];
    if (arg === undefined) {
      if (!param.isOptional) {
        reportMissing(ctx, params.slice(index), span, callee);
        return typed;
      }
      typed.push(omitted(ctx, param, span));
      continue;
    }
    const laterParams = params.length - index - 1;
    const canSkip = param.isOptional && args.length - next <= laterParams;
    const given = canSkip
      ? tryArgument(ctx, arg, param)
      : giveArgument(ctx, arg, param.type, labelsOf(param, callee));
    if (given === null) {
      typed.push(omitted(ctx, param, span));
      continue;
    }
    typed.push(given);
    next++;
  }
  reportExtra(ctx, params.length, args, next, callee);
  return typed;
}

function giveArgument(
  ctx: FunctionContext,
  arg: ast.Expr,
  type: Type,
  because: readonly Label[],
): TypedExpr {
  return convert({ ...ctx, isUntyped: false }, ctx.typeExpr(ctx, arg, type), type, because);
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

/** The remaining arguments as one array; `...array` passes an array as it is. */
function restArgument(
  ctx: FunctionContext,
  param: FunArg,
  args: readonly ast.Expr[],
  span: Span,
  because: readonly Label[],
): TypedExpr {
  const element = elementOf(param.type);
  const [only] = args;
  if (args.length === 1 && only?.kind === "Unop" && only.op === "...") {
    const array = arrayOf(ctx.program, element);
    const typed = ctx.typeExpr(ctx, only.operand, array);
    const isRest = followNull(typed.type).kind === "Abstract";
    return convert(ctx, typed, isRest ? param.type : array, because);
  }
  const elements = args.map((arg) => giveArgument(ctx, arg, element, because));
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

/** Which argument of what a value is for. */
function labelsOf(param: FunArg, callee: Callee | null): Label[] {
  if (callee === null || param.name === "") return [];
  return calleeLabels(callee, `argument \`${param.name}\` is declared here`);
}

/** Marks the closing parenthesis: there they are to be put. */
function reportMissing(
  ctx: FunctionContext,
  params: readonly FunArg[],
  { start, end }: Span,
  callee: Callee | null,
): void {
  const missing = params.filter((param) => !param.isOptional && !param.isRest);
  const expected = missing
    .map((param) => (param.name === "" ? printType(param.type) : argumentText(param)))
    .join(", ");
  const labels = callee === null ? [] : calleeLabels(callee);
  problem(ctx, "HX3030", { start: Math.max(start, end - 1), end }, { expected }, { labels });
}

function reportExtra(
  ctx: FunctionContext,
  expected: number,
  args: readonly ast.Expr[],
  used: number,
  callee: Callee | null,
): void {
  const first = args[used];
  const last = args.at(-1);
  if (first === undefined || last === undefined) return;
  for (const arg of args.slice(used)) ctx.typeExpr(ctx, arg, "value");
  const labels = callee === null ? [] : calleeLabels(callee);
  problem(
    ctx,
    "HX3031",
    { start: first.span.start, end: last.span.end },
    { expected, found: expected + args.length - used },
    { labels },
  );
}
