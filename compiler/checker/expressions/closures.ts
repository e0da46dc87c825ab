/** Function expressions, arrow functions and local functions. */
import type * as ast from "#compiler/syntax/ast.ts";
import { isVoid } from "#compiler/types/core.ts";
import { follow, followNull } from "#compiler/types/follow.ts";
import type { FunType, Type, TypeParameter } from "#compiler/types/type.ts";
import type { FunctionExpr, LocalVariable, TypedExpr } from "#compiler/types/typed_ast.ts";
import { tryUnify } from "#compiler/types/unify.ts";
import { declareArgs } from "../declarations/declare_args.ts";
import { declareTypeParams } from "../declarations/declare_headers.ts";
import { resolveHint } from "../declarations/type_hints.ts";
import {
  capturesOf,
  declareLocal,
  type Expected,
  expectedType,
  type FunctionContext,
  newClosure,
  newLocalScope,
  newVariable,
  problem,
} from "../program/context.ts";
import { voidType } from "../program/core_types.ts";
import { unknownType } from "../program/program.ts";
import { declareParams, finishBody } from "./function_body.ts";

/** A function as a value. The place tells the types that are not written. */
export function typeFunction(
  ctx: FunctionContext,
  expr: ast.FunctionExpr,
  expected: Expected,
): TypedExpr {
  const [param] = expr.function.typeParams;
  if (param !== undefined) problem(ctx, "HX3127", param.span, {});
  const wanted = functionWanted(expected);
  const { inner, type } = openFunction(ctx, expr, wanted);
  return closeFunction(inner, expr, type);
}

/** `function name() {}` declares the name first: the function may call itself. */
export function typeLocalFunction(
  ctx: FunctionContext,
  expr: ast.FunctionExpr,
  name: ast.Name,
): TypedExpr {
  const { inner, type, params } = openFunction(ctx, expr, null);
  const variable: LocalVariable = {
    ...newVariable(ctx, name.name, type, name.span),
    form: "function",
  };
  declareLocal(ctx, variable, params);
  const typed = closeFunction(inner, expr, type);
  if (typed.captures.includes(variable)) variable.isAssigned = true;
  return { kind: "Var", variable, value: typed, type: voidType(ctx.program), span: expr.span };
}

interface OpenFunction {
  readonly inner: FunctionContext;
  readonly type: FunType;
  readonly params: readonly TypeParameter[];
}

/** The signature, and the context of the body with nothing declared yet. */
function openFunction(
  ctx: FunctionContext,
  expr: ast.FunctionExpr,
  wanted: FunType | null,
): OpenFunction {
  const { program } = ctx;
  const { params, scope } = declareTypeParams(program, ctx.scope, expr.function.typeParams);
  const args = declareArgs(program, scope, expr.function.args);
  for (const [index, arg] of expr.function.args.entries()) {
    const hint = arg.type === null ? wanted?.args[index] : undefined;
    const declared = args[index];
    if (hint !== undefined && declared !== undefined)
      tryUnify(program.unification, hint.type, declared.type);
  }
  const result = resultOf(ctx, scope, expr, wanted);
  const inner: FunctionContext = {
    ...ctx,
    scope,
    locals: newLocalScope(ctx.locals),
    closure: newClosure(ctx.closure, result),
    isInLoop: false,
  };
  return { inner, type: { kind: "Fun", args, result }, params };
}

function resultOf(
  ctx: FunctionContext,
  scope: FunctionContext["scope"],
  expr: ast.FunctionExpr,
  wanted: FunType | null,
): Type {
  if (expr.function.returnType !== null)
    return resolveHint(ctx.program, scope, expr.function.returnType);
  if (wanted === null) return unknownType(ctx.program);
  const result = follow(wanted.result);
  // Where nothing is asked for, a function may still return something.
  const isFree = result.kind === "Mono" || (isVoid(result) && !expr.isArrow);
  return isFree ? unknownType(ctx.program) : wanted.result;
}

function closeFunction(ctx: FunctionContext, expr: ast.FunctionExpr, type: FunType): FunctionExpr {
  const params = declareParams(ctx, expr.function.args, type.args);
  const body = finishBody(ctx, expr.function, type.result, expr.isArrow);
  return {
    kind: "Function",
    name: expr.name?.name ?? null,
    params,
    returnType: type.result,
    body,
    ...capturesOf(ctx.closure),
    type,
    span: expr.span,
  };
}

/** The function type that a place asks for, also behind an abstract that takes functions. */
function functionWanted(expected: Expected): FunType | null {
  const type = expectedType(expected);
  if (type === null) return null;
  const followed = followNull(type);
  if (followed.kind === "Fun") return followed;
  if (followed.kind !== "Abstract") return null;
  for (const { type: from } of followed.abstract.from) {
    const candidate = followNull(from);
    if (candidate.kind === "Fun") return candidate;
  }
  return null;
}
