/** Parameters and bodies, of methods and of closures alike. */

import type * as ast from "#compiler/syntax/ast.ts";
import { isVoid } from "#compiler/types/core.ts";
import { follow, innerOfNull } from "#compiler/types/follow.ts";
import { printType } from "#compiler/types/print.ts";
import type { FunArg, Type } from "#compiler/types/type.ts";
import type { TypedExpr, TypedParam } from "#compiler/types/typed_ast.ts";
import { tryUnify } from "#compiler/types/unify.ts";
import { earlyReads } from "../flow/definite_assignment.ts";
import { completes, whereItEnds } from "../flow/flow.ts";
import { resultLabels } from "../problems/result_labels.ts";
import {
  declareLocal,
  type FunctionContext,
  inBlock,
  newVariable,
  problem,
} from "../program/context.ts";
import { voidType } from "../program/core_types.ts";
import { convert } from "./convert.ts";

/** Declares the parameters as locals, with their default values typed. */
export function declareParams(
  ctx: FunctionContext,
  declarations: readonly ast.FunctionArg[],
  args: readonly FunArg[],
): TypedParam[] {
  return declarations.flatMap((declaration, index): TypedParam[] => {
    const arg = args[index];
    if (arg === undefined) return [];
    const defaultValue = defaultOf(ctx, declaration, arg.type);
    const type = defaultValue === null ? arg.type : (innerOfNull(follow(arg.type)) ?? arg.type);
    const variable = newVariable(ctx, arg.name, type, declaration.name.span);
    declareLocal(ctx, variable);
    return [{ variable, arg, defaultValue }];
  });
}

/** A default of null is no default. */
function defaultOf(
  ctx: FunctionContext,
  declaration: ast.FunctionArg,
  type: Type,
): TypedExpr | null {
  if (declaration.value === null) return null;
  const typed = ctx.typeExpr(ctx, declaration.value, type);
  if (typed.kind === "Null" && typed.type.kind !== "Error") return null;
  return convert(ctx, typed, type);
}

/**
 * Types a body against its result type. What an arrow function's body is worth is returned. Without a `return` of a
 * value an undecided result is Void; otherwise every way through must return.
 */
export function finishBody(
  ctx: FunctionContext,
  declaration: ast.FunctionDecl,
  result: Type,
  isArrow: boolean,
): TypedExpr {
  const { body } = declaration;
  const isVoidResult = isVoid(result);
  if (body === null)
    return { kind: "Block", exprs: [], type: voidType(ctx.program), span: declaration.span };
  if (isArrow && !isVoidResult) return arrowBody(ctx, body, result);
  const problems = ctx.program.problems.mark;
  const typed = ctx.typeExpr(inBlock(ctx), body, "none");
  if (!ctx.closure.returnsValue && follow(result).kind === "Mono") {
    tryUnify(ctx.program.unification, voidType(ctx.program), result);
  }
  const mustReturn =
    !isVoid(result) && follow(result).kind !== "Error" && follow(result).kind !== "Mono";
  // What went wrong inside may have been what returns.
  const isClean = ctx.program.problems.mark === problems;
  for (const read of isClean ? earlyReads(typed) : []) {
    problem(ctx, "HX3082", read.span, { name: read.variable.name });
  }
  if (mustReturn && isClean && completes(typed)) {
    const labels = resultLabels(ctx, result);
    problem(ctx, "HX3052", whereItEnds(typed), { type: printType(result) }, { labels });
  }
  return typed;
}

function arrowBody(ctx: FunctionContext, body: ast.Expr, result: Type): TypedExpr {
  const isKnown = follow(result).kind !== "Mono";
  // Braces without anything between them are a body here, and no structure.
  const isEmpty = body.kind === "Block" && body.exprs.length === 0 && !isKnown;
  const wanted = isKnown ? result : isEmpty ? "none" : "value";
  const typed = ctx.typeExpr(inBlock(ctx), body, wanted);
  if (!completes(typed)) {
    if (!ctx.closure.returnsValue) tryUnify(ctx.program.unification, voidType(ctx.program), result);
    return typed;
  }
  if (isVoid(typed.type) && !isKnown) {
    tryUnify(ctx.program.unification, typed.type, result);
    return typed;
  }
  const value = convert(ctx, typed, result);
  return { kind: "Return", value, type: voidType(ctx.program), span: typed.span };
}
