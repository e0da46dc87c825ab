/** Gives a value to a place of another type: unifies, and makes what changes at run time visible. */
import type { Label } from "#compiler/diagnostics/diagnostic.ts";
import {
  apply,
  mergeSubstitutions,
  type Substitution,
  substitution,
} from "#compiler/types/apply.ts";
import { ERROR, isNotNullable, isVoid, representationOf } from "#compiler/types/core.ts";
import { follow, followNull } from "#compiler/types/follow.ts";
import { asInstanceOf } from "#compiler/types/members.ts";
import type { Mismatch } from "#compiler/types/mismatch.ts";
import { printType } from "#compiler/types/print.ts";
import type {
  AbstractInstType,
  ClassField,
  FunType,
  InstType,
  Type,
  TypeParameter,
} from "#compiler/types/type.ts";
import { isSameType } from "#compiler/types/type_equal.ts";
import type { TypedExpr } from "#compiler/types/typed_ast.ts";
import { canUnify, directConversions, tryUnify, unify } from "#compiler/types/unify.ts";
import { isOfUnknownOrigin } from "../declarations/incomplete.ts";
import { completes } from "../flow/flow.ts";
import { notePlace } from "../null_safety/places.ts";
import { conversionHint } from "../problems/explain.ts";
import { reasonOf } from "../problems/mismatch_text.ts";
import { errorExpr, type FunctionContext, problem } from "../program/context.ts";
import { nullOf } from "../program/core_types.ts";
import { type Program, typeOfField, unknownType } from "../program/program.ts";
import { isBareNull } from "./bare_null.ts";

/** The expression as a value of the type; reports what does not fit, `because` saying why it must. */
export function convert(
  ctx: FunctionContext,
  expr: TypedExpr,
  type: Type,
  because: readonly Label[] = [],
): TypedExpr {
  const converted = tryConvert(ctx, expr, type);
  if (converted !== null) return converted;
  if (ctx.isUntyped && !isVoid(expr.type))
    return { kind: "Cast", form: "unchecked", expr, type, span: expr.span };
  reportMismatch(ctx, expr, type, because);
  return errorExpr(expr.span);
}

/** Null, with nothing bound, where the expression does not fit. */
export function tryConvert(ctx: FunctionContext, expr: TypedExpr, type: Type): TypedExpr | null {
  if (expr.type.kind === "Error" || type.kind === "Error" || !completes(expr)) return expr;
  const { unification } = ctx.program;
  const own = convertBeforeUnifying(ctx, expr, type);
  if (own !== null) return own;
  if (tryUnify(unification, expr.type, type)) {
    if (expr.kind === "Null" && isNotNullable(type))
      problem(ctx, "HX3003", expr.span, { type: printType(type) });
    const value = implicitly(expr, type);
    notePlace(ctx.notes.places, value, type);
    return value;
  }
  return convertMap(ctx, expr, type) ?? convertByFunction(ctx, expr, type);
}

/** A `Map` is the class for its keys, such as `StringMap`, already when it is made. */
function convertMap(ctx: FunctionContext, expr: TypedExpr, type: Type): TypedExpr | null {
  const found = followNull(expr.type);
  const wanted = followNull(type);
  if (found.kind !== "Inst" || found.class.path !== "haxe.ds.Map") return null;
  if (wanted.kind !== "Inst" || wanted.class.superClass?.class !== found.class) return null;
  if (!tryUnify(ctx.program.unification, wanted, found)) return null;
  return { kind: "Cast", form: "unchecked", expr, type, span: expr.span };
}

/** Makes a change of representation visible. */
export function implicitly(expr: TypedExpr, type: Type): TypedExpr {
  if (expr.kind === "Null") return { ...expr, type };
  const from = representationOf(expr.type);
  const to = representationOf(type);
  if (from === to || to === "Void" || from === "Void") return expr;
  if (expr.kind === "Int" && to === "Float")
    return { kind: "Float", value: expr.value, type, span: expr.span };
  return { kind: "Cast", form: "implicit", expr, type, span: expr.span };
}

/** Reports that the expression's type is not the expected one. */
export function reportMismatch(
  ctx: FunctionContext,
  expr: TypedExpr,
  expected: Type,
  because: readonly Label[] = [],
): void {
  const found = expr.type;
  if (isOfUnknownOrigin(ctx.program, found)) return;
  const mark = ctx.program.unification.trail.mark;
  const mismatch: Mismatch | null = unify(ctx.program.unification, found, expected);
  ctx.program.unification.trail.rollBack(mark);
  const args = { expected: printType(expected), found: printType(found) };
  const reason = mismatch === null ? "" : reasonOf(mismatch);
  const explanation = {
    labels: because,
    hint: isLiteral(expr) ? null : conversionHint(found, expected),
  };
  if (reason === "") problem(ctx, "HX3001", expr.span, args, explanation);
  else problem(ctx, "HX3002", expr.span, { ...args, reason }, explanation);
}

/** What is written out is better written otherwise than converted. */
function isLiteral({ kind }: TypedExpr): boolean {
  return kind === "Int" || kind === "Float" || kind === "Bool" || kind === "String";
}

// Conversions by functions of abstracts

/**
 * An abstract's `@:to` function comes before a conversion in two steps: `UInt` to `Float` is not `to Int` and on from
 * there. What the abstract names directly needs no function.
 */
function convertBeforeUnifying(
  ctx: FunctionContext,
  expr: TypedExpr,
  type: Type,
): TypedExpr | null {
  const source = followNull(expr.type);
  const target = followNull(type);
  if (source.kind !== "Abstract" || source.abstract.isCoreType) return null;
  if (target.kind !== "Abstract" || target.abstract === source.abstract) return null;
  const hasFunction = source.abstract.to.some(({ field }) => field !== null);
  if (!hasFunction || directConversions(source, "to").some((to) => isSameType(to, target)))
    return null;
  return convertTo(ctx, expr, source, type);
}

function convertByFunction(ctx: FunctionContext, expr: TypedExpr, type: Type): TypedExpr | null {
  const source = followNull(expr.type);
  const target = followNull(type);
  if (source.kind === "Abstract") {
    const converted = convertTo(ctx, expr, source, type);
    if (converted !== null) return converted;
  }
  return target.kind === "Abstract" ? convertFrom(ctx, expr, target, type) : null;
}

function convertTo(
  ctx: FunctionContext,
  expr: TypedExpr,
  source: AbstractInstType,
  type: Type,
): TypedExpr | null {
  const pairs = substitution(source.abstract.params, source.params);
  for (const { field } of source.abstract.to) {
    if (field === null) continue;
    const call = tryCall(ctx, field, pairs, expr, (result) =>
      tryUnify(ctx.program.unification, result, type),
    );
    if (call !== null) return implicitly(call, type);
  }
  return null;
}

function convertFrom(
  ctx: FunctionContext,
  expr: TypedExpr,
  target: AbstractInstType,
  type: Type,
): TypedExpr | null {
  const pairs = substitution(target.abstract.params, target.params);
  for (const { field } of target.abstract.from) {
    if (field === null) continue;
    const call = tryCall(ctx, field, pairs, expr, (result) =>
      tryUnify(ctx.program.unification, result, type),
    );
    if (call !== null) return implicitly(call, type);
  }
  return null;
}

/** The call of a one-argument function of an abstract, if the argument and the result fit. */
function tryCall(
  ctx: FunctionContext,
  field: ClassField,
  pairs: Substitution,
  argument: TypedExpr,
  acceptsResult: (result: Type) => boolean,
): TypedExpr | null {
  const { unification } = ctx.program;
  const mark = unification.trail.mark;
  const signature = instantiateMethod(ctx.program, field, pairs);
  const [first] = signature.args;
  const fits =
    first !== undefined &&
    tryUnify(unification, argument.type, first.type) &&
    acceptsResult(signature.result);
  if (!fits || field.owner === null) {
    unification.trail.rollBack(mark);
    return null;
  }
  return {
    kind: "StaticCall",
    owner: field.owner,
    field,
    args: [implicitly(argument, first.type)],
    type: signature.result,
    span: argument.span,
  };
}

// Generic methods

/** The method's type with its own type parameters unknown and the class's put in. */
export function instantiateMethod(
  program: Program,
  field: ClassField,
  pairs: Substitution,
): FunType {
  const declared = follow(typeOfField(program, field));
  const own = freshParams(program, field.params, pairs);
  const type = apply(declared, mergeSubstitutions(own, pairs));
  return type.kind === "Fun" ? type : { kind: "Fun", args: [], result: ERROR };
}

/** Unknown types that must meet the parameters' constraints. */
export function freshParams(
  program: Program,
  params: readonly TypeParameter[],
  outer: Substitution,
): Substitution {
  if (params.length === 0) return outer;
  const pairs = new Map(params.map((param) => [param, unknownType(program)] as const));
  const merged = mergeSubstitutions(pairs, outer);
  for (const [param, mono] of pairs)
    mono.constraints = param.constraints.map((type) => apply(type, merged));
  return merged;
}

// Common types

/** The type that all of the values have: of branches, of array elements. */
export function commonType(ctx: FunctionContext, exprs: readonly TypedExpr[]): Type {
  const { program } = ctx;
  const values = exprs.filter(completes);
  let common: Type = unknownType(program);
  let isNullable = false;
  for (const expr of values) {
    if (isBareNull(expr) && expr.type.kind !== "Error") {
      isNullable = true;
      tryUnify(program.unification, expr.type, nullOf(program, common));
      continue;
    }
    if (isNullType(expr.type)) isNullable = true;
    if (tryUnify(program.unification, expr.type, common)) continue;
    if (tryUnify(program.unification, common, expr.type)) {
      common = expr.type;
      continue;
    }
    const base = commonAncestor(ctx, values);
    if (base !== null) return isNullable ? nullOf(program, base) : base;
    return common;
  }
  if (values.some((expr) => isVoid(expr.type))) return common;
  return isNullable && !isNullType(common) ? nullOf(program, common) : common;
}

function isNullType(type: Type): boolean {
  const followed = follow(type);
  return followed.kind === "Abstract" && followed.abstract.path === "Null";
}

/** The nearest class or interface that all values are instances of. */
function commonAncestor(ctx: FunctionContext, exprs: readonly TypedExpr[]): Type | null {
  const types = exprs.filter((expr) => expr.kind !== "Null").map((expr) => followNull(expr.type));
  const [first] = types;
  if (first?.kind !== "Inst") return null;
  const { unification } = ctx.program;
  return (
    ancestors(first).find((type) => types.every((other) => canUnify(unification, other, type))) ??
    null
  );
}

function ancestors(type: InstType): Type[] {
  const found: InstType[] = [];
  const visit = (current: InstType): void => {
    if (found.some((other) => isSameType(other, current))) return;
    found.push(current);
    const parents = [
      ...(current.class.superClass === null ? [] : [current.class.superClass]),
      ...current.class.interfaces,
    ];
    for (const parent of parents) {
      const instance = asInstanceOf(current, parent.class);
      if (instance !== null) visit(instance);
    }
  };
  visit(type);
  return found;
}
