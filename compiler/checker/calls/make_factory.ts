/** The functions that hidden arguments of `@:generic` functions and constructors are given; see factories.ts. */
import type { Span } from "#compiler/source/span.ts";
import { follow } from "#compiler/types/follow.ts";
import { printType } from "#compiler/types/print.ts";
import type { FunArg, FunType, Type } from "#compiler/types/type.ts";
import type { TypedExpr } from "#compiler/types/typed_ast.ts";
import { convert } from "../expressions/convert.ts";
import { errorExpr, type FunctionContext, problem } from "../program/context.ts";
import { type Construction, constructionOf } from "./construction.ts";
import { isFactory } from "./factories.ts";
import { closureOver } from "./forwarding.ts";
import { omitted } from "./omitted.ts";
import { ownFactory } from "./own_factory.ts";

/** What a hidden argument is given, once its type is known. */
export function makeFactory(ctx: FunctionContext, arg: FunArg, span: Span): TypedExpr {
  const wanted = follow(arg.type);
  if (wanted.kind !== "Fun") return errorExpr(span);
  const made = follow(wanted.result);
  if (made.kind === "TypeParam")
    return ownFactory(ctx, made.param, span) ?? notMade(ctx, made, span);
  if (made.kind === "Mono") return notMade(ctx, made, span);
  const construction = constructionOf(ctx, made, span, span);
  return construction === null ? errorExpr(span) : factoryOver(ctx, wanted, construction, span);
}

function notMade(ctx: FunctionContext, type: Type, span: Span): TypedExpr {
  problem(ctx, "HX3040", span, { type: printType(type) });
  return errorExpr(span);
}

function factoryOver(
  ctx: FunctionContext,
  wanted: FunType,
  { type, make }: Construction,
  span: Span,
): TypedExpr {
  const made = { ...wanted, result: type.result };
  return closureOver(ctx, made, span, (values) => {
    let next = 0;
    const args = type.args.map((param) => {
      if (isFactory(param)) return makeFactory(ctx, param, span);
      const value = values[next++];
      return value === undefined ? omitted(ctx, param, span) : convert(ctx, value, param.type);
    });
    return make(args);
  });
}
