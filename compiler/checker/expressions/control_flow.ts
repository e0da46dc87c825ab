/** Branches, exceptions and what leaves a function or a loop. */

import type * as ast from "#compiler/syntax/ast.ts";
import { DYNAMIC, isCore, isVoid } from "#compiler/types/core.ts";
import { follow } from "#compiler/types/follow.ts";
import { printType } from "#compiler/types/print.ts";
import type { Type } from "#compiler/types/type.ts";
import type { TypedCatch, TypedExpr } from "#compiler/types/typed_ast.ts";
import { canUnify } from "#compiler/types/unify.ts";
import { resolveHint } from "../declarations/type_hints.ts";
import { completes } from "../flow/flow.ts";
import { returning } from "../places/changed_this.ts";
import { resultLabels } from "../problems/result_labels.ts";
import {
  declareLocal,
  type Expected,
  errorExpr,
  type FunctionContext,
  inBlock,
  newVariable,
  problem,
} from "../program/context.ts";
import { boolType, standardType, voidType } from "../program/core_types.ts";
import { unknownType } from "../program/program.ts";
import { commonType, convert } from "./convert.ts";

export function typeIf(
  ctx: FunctionContext,
  expr: {
    readonly cond: ast.Expr;
    readonly then: ast.Expr;
    readonly else: ast.Expr | null;
    readonly span: ast.Expr["span"];
  },
  expected: Expected,
): TypedExpr {
  const { span } = expr;
  const cond = condition(ctx, expr.cond);
  if (expr.else === null) {
    const then = ctx.typeExpr(inBlock(ctx), expr.then, "none");
    return { kind: "If", cond, then, else: null, type: voidType(ctx.program), span };
  }
  const then = ctx.typeExpr(inBlock(ctx), expr.then, expected);
  const otherwise = ctx.typeExpr(inBlock(ctx), expr.else, expected);
  const branches = joinBranches(ctx, [then, otherwise], expected);
  const [first, second] = branches.values;
  return {
    kind: "If",
    cond,
    then: first ?? then,
    else: second ?? otherwise,
    type: branches.type,
    span,
  };
}

export function condition(ctx: FunctionContext, expr: ast.Expr): TypedExpr {
  const bool = boolType(ctx.program);
  return convert(ctx, ctx.typeExpr(ctx, expr, bool), bool);
}

/** The branches as values of one type: the one asked for, or the one they have in common. */
export function joinBranches(
  ctx: FunctionContext,
  branches: readonly TypedExpr[],
  expected: Expected,
): { readonly values: readonly TypedExpr[]; readonly type: Type } {
  if (expected === "none") return { values: branches, type: voidType(ctx.program) };
  if (isFixed(expected)) {
    return { values: branches.map((branch) => asBranch(ctx, branch, expected)), type: expected };
  }
  const type = commonType(ctx, branches);
  const values = branches.map((branch) => {
    if (!completes(branch)) return branch;
    return isVoid(type) ? branch : convert(ctx, branch, type);
  });
  return { values, type };
}

/** The branch as the value that is asked for, if one is; what it says about an unknown type holds for the branches after it. */
export function asBranch(ctx: FunctionContext, branch: TypedExpr, expected: Expected): TypedExpr {
  return isFixed(expected) && completes(branch) ? convert(ctx, branch, expected) : branch;
}

function isFixed(expected: Expected): expected is Type {
  if (expected === "none" || expected === "value") return false;
  return follow(expected).kind !== "Mono" && !isVoid(expected);
}

// Exceptions

export function typeTry(ctx: FunctionContext, expr: ast.TryExpr, expected: Expected): TypedExpr {
  const body = ctx.typeExpr(inBlock(ctx), expr.body, expected);
  const catches = expr.catches.map((one) => typeCatch(ctx, one, expected));
  reportUnreachable(ctx, expr.catches, catches);
  const branches = joinBranches(ctx, [body, ...catches.map((one) => one.body)], expected);
  const [first, ...others] = branches.values;
  const joined = catches.map(
    (one, index): TypedCatch => ({ ...one, body: others[index] ?? one.body }),
  );
  return {
    kind: "Try",
    body: first ?? body,
    catches: joined,
    type: branches.type,
    span: expr.span,
  };
}

function typeCatch(outer: FunctionContext, one: ast.Catch, expected: Expected): TypedCatch {
  const ctx = inBlock(outer);
  const { program } = ctx;
  const exception = standardType(program, "haxe.Exception") ?? DYNAMIC;
  const type = one.type === null ? exception : resolveHint(program, ctx.scope, one.type);
  const followed = follow(type);
  if (!isCatchable(followed)) {
    problem(ctx, "HX3053", one.type?.span ?? one.name.span, { type: printType(type) });
  }
  const variable = newVariable(ctx, one.name.name, type, one.name.span);
  declareLocal(ctx, variable);
  return { variable, body: ctx.typeExpr(ctx, one.body, expected), span: one.span };
}

/** Has the type all it needs to be recognised when the program runs? */
function isCatchable(type: Type): boolean {
  if (type.kind === "TypeParam" || type.kind === "Anon" || type.kind === "Fun") return false;
  const params = type.kind === "Inst" || type.kind === "Enum" ? type.params : [];
  return params.every((param) => follow(param).kind === "Dynamic");
}

/** What an earlier `catch` takes does not come to a later one. */
function reportUnreachable(
  ctx: FunctionContext,
  written: readonly ast.Catch[],
  catches: readonly TypedCatch[],
): void {
  catches.forEach(({ variable }, index) => {
    const earlier = catches
      .slice(0, index)
      .find((other) => takesAll(ctx, other.variable.type, variable.type));
    if (earlier === undefined || variable.type.kind === "Error") return;
    const { body } = written[index] ?? { body: { span: variable.span } };
    problem(ctx, "HX3121", body.span, { type: printType(earlier.variable.type) });
  });
}

function takesAll(ctx: FunctionContext, wide: Type, narrow: Type): boolean {
  const taken = follow(wide);
  if (taken.kind === "Dynamic" || isCore(taken, "Any")) return true;
  if (follow(narrow).kind === "Dynamic") return false;
  return canUnify(ctx.program.unification, narrow, wide);
}

export function typeThrow(ctx: FunctionContext, expr: ast.ThrowExpr): TypedExpr {
  const value = ctx.typeExpr(ctx, expr.value, "value");
  if (isVoid(value.type)) problem(ctx, "HX3051", expr.value.span, {});
  return { kind: "Throw", value, type: unknownType(ctx.program), span: expr.span };
}

// Leaving

export function typeReturn(ctx: FunctionContext, expr: ast.ReturnExpr): TypedExpr {
  const { closure, program } = ctx;
  const type = unknownType(program);
  const { span } = expr;
  if (expr.value === null) {
    const result = follow(closure.returnType);
    if (result.kind === "Mono")
      convert(ctx, { kind: "Block", exprs: [], type: voidType(program), span }, closure.returnType);
    else if (!isVoid(result) && result.kind !== "Error" && result.kind !== "Dynamic") {
      const type = printType(closure.returnType);
      problem(ctx, "HX3054", span, { type }, { labels: resultLabels(ctx, closure.returnType) });
    }
    return returning(ctx, null, type, span);
  }
  closure.returnsValue = true;
  const isOpen = follow(closure.returnType).kind === "Mono";
  const value = ctx.typeExpr(ctx, expr.value, isOpen ? "value" : closure.returnType);
  if (isVoid(value.type) && (isOpen || isVoid(closure.returnType))) {
    convert(ctx, value, closure.returnType);
    return {
      kind: "Block",
      exprs: [value, returning(ctx, null, type, span)],
      type,
      span,
    };
  }
  if (ctx.isConstructor && closure.parent === null) {
    problem(ctx, "HX3055", span, {});
    return errorExpr(span);
  }
  const because = resultLabels(ctx, closure.returnType);
  return returning(ctx, convert(ctx, value, closure.returnType, because), type, span);
}

/** In other languages `break` ends a case. */
function reportOutsideLoop(
  ctx: FunctionContext,
  { kind, span }: ast.BreakExpr | ast.ContinueExpr,
): void {
  const keyword = kind === "Break" ? "break" : "continue";
  const hint =
    kind === "Break" ? "Remove it if it is to end a `case`: none runs into the next" : null;
  problem(ctx, "HX3056", span, { keyword }, { hint });
}

export function typeBreak(ctx: FunctionContext, expr: ast.BreakExpr | ast.ContinueExpr): TypedExpr {
  if (!ctx.isInLoop) reportOutsideLoop(ctx, expr);
  return { kind: expr.kind, type: unknownType(ctx.program), span: expr.span };
}
