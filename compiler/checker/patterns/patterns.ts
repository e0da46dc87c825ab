/** Patterns of `case`: expressions read as what a value must look like. */

import { didYouMean } from "#compiler/diagnostics/suggest.ts";
import type { Span } from "#compiler/source/span.ts";
import type * as ast from "#compiler/syntax/ast.ts";
import { apply, substitution } from "#compiler/types/apply.ts";
import { DYNAMIC, ERROR, isArray, isDynamic } from "#compiler/types/core.ts";
import { follow, followNull } from "#compiler/types/follow.ts";
import { printType } from "#compiler/types/print.ts";
import { refine } from "#compiler/types/refine.ts";
import type { EnumField, EnumType, Type } from "#compiler/types/type.ts";
import type {
  ExtractPart,
  LocalVariable,
  TypedExpr,
  TypedPattern,
} from "#compiler/types/typed_ast.ts";
import { tryUnify } from "#compiler/types/unify.ts";
import { readVariable } from "../calls/forwarding.ts";
import { isConstant } from "../expressions/constants.ts";
import { convert } from "../expressions/convert.ts";
import type { Access } from "../places/access.ts";
import { constructorOf, findIdent } from "../places/identifiers.ts";
import { memberAccess, memberNames } from "../places/instance_members.ts";
import { accessOf, readAny } from "../places/paths.ts";
import { calleeLabels, constructorCallee, signatureText } from "../problems/explain.ts";
import { countText } from "../problems/mismatch_text.ts";
import {
  declareLocal,
  type FunctionContext,
  inBlock,
  newTemporary,
  newVariable,
  problem,
  useLocal,
} from "../program/context.ts";
import { arrayOf, boolType } from "../program/core_types.ts";
import { unknownType } from "../program/program.ts";

/** Variables that the patterns of one case bind; alternatives share them. */
export interface Bindings {
  readonly variables: Map<string, LocalVariable>;
  /** Bound in the alternative that is being read. */
  readonly bound: Set<string>;
}

/** Reads a pattern for values of the type; its captures become locals of the context's scope. */
export function typePattern(
  ctx: FunctionContext,
  expr: ast.Expr,
  declared: Type,
  bindings: Bindings,
): TypedPattern {
  const { span } = expr;
  const type = refinedType(ctx, declared);
  switch (expr.kind) {
    case "Ident":
      return identPattern(ctx, expr, type, bindings);
    case "Parenthesis":
      return typePattern(ctx, expr.expr, type, bindings);
    case "Meta":
      return typePattern(ctx, expr.expr, type, bindings);
    case "Call":
      return constructorPattern(ctx, expr, type, bindings);
    case "ArrayDecl":
      return arrayPattern(ctx, expr, type, bindings);
    case "ObjectDecl":
      return structurePattern(ctx, expr, type, bindings);
    case "Vars": {
      const [declaration] = expr.vars;
      return declaration === undefined
        ? { kind: "Any", span }
        : capture(ctx, declaration.name, type, bindings);
    }
    case "Binop":
      return binopPattern(ctx, expr, type, bindings);
    case "Block":
    case "CheckType":
      problem(ctx, "HX3070", span, {});
      return { kind: "Any", span };
    case "Error":
      return { kind: "Any", span };
    default:
      return valuePattern(ctx, ctx.typeExpr(ctx, expr, type), type, span);
  }
}

/** A type parameter is matched as what the patterns around say that it is. */
function refinedType(ctx: FunctionContext, type: Type): Type {
  const { refined } = ctx.program.unification;
  const followed = follow(type);
  return (followed.kind === "TypeParam" ? refined.get(followed.param) : undefined) ?? type;
}

/** One pattern for each subject of `switch [a, b]`. */
export function typeTuple(
  ctx: FunctionContext,
  expr: ast.Expr,
  types: readonly Type[],
  bindings: Bindings,
): TypedPattern {
  const { span } = expr;
  if (expr.kind === "Parenthesis") return typeTuple(ctx, expr.expr, types, bindings);
  if (expr.kind === "Ident" && expr.name === "_") return { kind: "Any", span };
  if (expr.kind === "Binop" && expr.op === "|") {
    return alternatives(ctx, [expr.left, expr.right], bindings, span, (one) =>
      typeTuple(ctx, one, types, bindings),
    );
  }
  if (expr.kind !== "ArrayDecl" || expr.elements.length !== types.length) {
    problem(ctx, "HX3071", span, { count: types.length });
    return { kind: "Any", span };
  }
  const elements = expr.elements.map((element, index) =>
    typePattern(ctx, element, types[index] ?? DYNAMIC, bindings),
  );
  return { kind: "Tuple", elements, span };
}

// Names

/** A constructor or constant in scope, else a capture. */
function identPattern(
  ctx: FunctionContext,
  expr: ast.IdentExpr,
  type: Type,
  bindings: Bindings,
): TypedPattern {
  const { name, span } = expr;
  if (name === "_") return { kind: "Any", span };
  if (name === "this" || name === "super") {
    problem(ctx, "HX3070", span, {});
    return { kind: "Any", span };
  }
  const access =
    constructorOf(ctx, followNull(type), name, span) ?? constantInScope(ctx, expr, type);
  if (access !== null) return accessPattern(ctx, access, type, span);
  if (/^[A-Z]/.test(name)) {
    const followed = followNull(type);
    // What it could be one of has been reported already.
    if (followed.kind === "Error") return { kind: "Any", span };
    const names = followed.kind === "Enum" ? followed.enum.constructors.keys() : [];
    problem(ctx, "HX3072", span, { name }, { hint: didYouMean(name, names) });
    return { kind: "Any", span };
  }
  return capture(ctx, expr, type, bindings);
}

/** Null for locals and instance members: in a pattern such a name is a new variable. */
function constantInScope(ctx: FunctionContext, expr: ast.IdentExpr, type: Type): Access | null {
  const problems = ctx.program.problems.mark;
  const access = findIdent(
    { ...ctx, thisType: null, thisVariable: null, locals: { parent: null, variables: new Map() } },
    expr,
    type,
  );
  ctx.program.problems.rollBack(problems);
  if (access === null) return null;
  switch (access.kind) {
    case "Constructor":
      return access;
    case "Value":
      return isConstant(access.expr) || access.expr.kind === "EnumValue" ? access : null;
    case "Place":
      return access.field?.isFinal === true && access.target.kind === "StaticField" ? access : null;
    case "Type":
      return /^[A-Z]/.test(expr.name) ? access : null;
    default:
      return null;
  }
}

function reportArguments(
  ctx: FunctionContext,
  type: EnumType,
  chosen: EnumField,
  found: number,
  span: Span,
): void {
  const callee = constructorCallee(type, chosen);
  const args = { expected: signatureText(callee), found: countText(found, "argument") };
  problem(ctx, "HX3073", span, args, { labels: calleeLabels(callee) });
}

function accessPattern(ctx: FunctionContext, access: Access, type: Type, span: Span): TypedPattern {
  if (access.kind === "Constructor") {
    reportArguments(ctx, access.enum, access.constructor, 0, span);
    return { kind: "Any", span };
  }
  return valuePattern(ctx, readAny(ctx, access), type, span);
}

function capture(
  ctx: FunctionContext,
  name: { readonly name: string; readonly span: Span },
  type: Type,
  bindings: Bindings,
): TypedPattern {
  const { span } = name;
  if (bindings.bound.has(name.name)) problem(ctx, "HX3074", span, { name: name.name });
  bindings.bound.add(name.name);
  let variable = bindings.variables.get(name.name);
  if (variable === undefined) {
    variable = newVariable(ctx, name.name, type, span);
    bindings.variables.set(name.name, variable);
    declareLocal(ctx, variable);
  } else if (!tryUnify(ctx.program.unification, type, variable.type)) {
    problem(ctx, "HX3001", span, { expected: printType(variable.type), found: printType(type) });
  }
  return { kind: "Bind", variable, pattern: null, span };
}

/** A value that can be compared: a constant, a constructor without arguments, a final static, a type. */
function valuePattern(
  ctx: FunctionContext,
  value: TypedExpr,
  type: Type,
  span: Span,
): TypedPattern {
  if (value.type.kind === "Error") return { kind: "Any", span };
  if (value.kind === "EnumValue")
    return enumPattern(ctx, value.enum, value.constructor, [], type, span);
  if (!isComparable(value)) {
    problem(ctx, "HX3070", span, {});
    return { kind: "Any", span };
  }
  return { kind: "Value", value: convert(ctx, value, type), span };
}

function isComparable(value: TypedExpr): boolean {
  switch (value.kind) {
    case "TypeValue":
      return true;
    case "StaticField":
      return value.field.isFinal;
    case "Cast":
      return value.form === "unchecked" && isComparable(value.expr);
    default:
      return isConstant(value);
  }
}

// Constructors

function constructorPattern(
  ctx: FunctionContext,
  expr: ast.CallExpr,
  type: Type,
  bindings: Bindings,
): TypedPattern {
  const { callee, span } = expr;
  const known =
    callee.kind === "Ident" ? constructorOf(ctx, followNull(type), callee.name, callee.span) : null;
  if (known === null && callee.kind === "Ident" && followNull(type).kind === "Error")
    return anyOf(ctx, expr.args, bindings, span);
  const access = known ?? accessOf(ctx, callee, type);
  if (access.kind === "Error") return anyOf(ctx, expr.args, bindings, span);
  if (access.kind !== "Constructor") {
    problem(ctx, "HX3070", span, {});
    return anyOf(ctx, expr.args, bindings, span);
  }
  const { enum: enumType, constructor: chosen } = access;
  const types = argumentTypes(ctx, enumType, chosen, type, span);
  const only = expr.args[0];
  const isRestAny = expr.args.length === 1 && only?.kind === "Ident" && only.name === "_";
  const required = (chosen.args ?? []).filter((arg) => !arg.isOptional).length;
  const isWrong = expr.args.length > types.length || expr.args.length < required;
  if (isWrong && !isRestAny) {
    reportArguments(ctx, enumType, chosen, expr.args.length, span);
    return anyOf(ctx, expr.args, bindings, span);
  }
  const args = types.map((argType, index): TypedPattern => {
    const arg = expr.args[index];
    return arg === undefined ? { kind: "Any", span } : typePattern(ctx, arg, argType, bindings);
  });
  const own: TypedPattern = {
    kind: "Enum",
    enum: enumType,
    constructor: chosen,
    args,
    types,
    span,
  };
  return isDynamic(type) ? afterTest(ctx, type, anyOfEnum(enumType), own) : own;
}

/** The enum whatever its type arguments are. */
function anyOfEnum(enumType: EnumType): Type {
  return { kind: "Enum", enum: enumType, params: enumType.params.map((): Type => DYNAMIC) };
}

/** A `Dynamic` value is first asked whether it is of the type that the pattern takes apart. */
function afterTest(
  ctx: FunctionContext,
  type: Type,
  tested: Type,
  pattern: TypedPattern,
): TypedPattern {
  const { span } = pattern;
  const variable = newTemporary(ctx, "subject", type, span);
  const subject = readVariable(variable, span);
  const bool = boolType(ctx.program);
  const is: TypedExpr = { kind: "Is", expr: subject, tested, type: bool, span };
  const yes: TypedPattern = {
    kind: "Value",
    value: { kind: "Bool", value: true, type: bool, span },
    span,
  };
  const seen: TypedExpr = { kind: "Cast", form: "unchecked", expr: subject, type: tested, span };
  const parts = [
    { name: null, value: is, pattern: yes },
    { name: null, value: seen, pattern },
  ];
  return { kind: "Extract", variable, parts, span };
}

function enumPattern(
  ctx: FunctionContext,
  enumType: EnumType,
  chosen: EnumField,
  args: readonly TypedPattern[],
  type: Type,
  span: Span,
): TypedPattern {
  const own: TypedPattern = {
    kind: "Enum",
    enum: enumType,
    constructor: chosen,
    args,
    types: argumentTypes(ctx, enumType, chosen, type, span),
    span,
  };
  return isDynamic(type) ? afterTest(ctx, type, anyOfEnum(enumType), own) : own;
}

/** The constructor's argument types for a subject of the type; reports a constructor of another enum. */
function argumentTypes(
  ctx: FunctionContext,
  enumType: EnumType,
  chosen: EnumField,
  type: Type,
  span: Span,
): readonly Type[] {
  const params = [...enumType.params, ...chosen.params];
  const unknowns = params.map(() => unknownType(ctx.program));
  const pairs = substitution(params, unknowns);
  const result = apply(chosen.result, pairs);
  refine(ctx.program.unification.refined, result, followNull(type));
  if (!tryUnify(ctx.program.unification, result, type)) {
    problem(ctx, "HX3001", span, { expected: printType(type), found: printType(result) });
  }
  return (chosen.args ?? []).map((arg) => apply(arg.type, pairs));
}

/** The captures inside a pattern that went wrong are declared all the same. */
function anyOf(
  ctx: FunctionContext,
  parts: readonly ast.Expr[],
  bindings: Bindings,
  span: Span,
): TypedPattern {
  const problems = ctx.program.problems.mark;
  for (const part of parts) typePattern(ctx, part, ERROR, bindings);
  ctx.program.problems.rollBack(problems);
  return { kind: "Any", span };
}

// Arrays and structures

function arrayPattern(
  ctx: FunctionContext,
  expr: ast.ArrayDeclExpr,
  type: Type,
  bindings: Bindings,
): TypedPattern {
  const { span } = expr;
  const followed = followNull(type);
  let elementType: Type = DYNAMIC;
  if (isArray(followed) && followed.kind === "Inst") {
    elementType = followed.params[0] ?? DYNAMIC;
  } else if (followed.kind === "Mono") {
    elementType = unknownType(ctx.program);
    tryUnify(ctx.program.unification, arrayOf(ctx.program, elementType), followed);
  } else if (followed.kind !== "Dynamic") {
    if (followed.kind !== "Error") problem(ctx, "HX3075", span, { type: printType(type) });
    return anyOf(ctx, expr.elements, bindings, span);
  }
  const elements = expr.elements.map((element) => typePattern(ctx, element, elementType, bindings));
  const own: TypedPattern = { kind: "Array", elements, elementType, span };
  return followed.kind === "Dynamic"
    ? afterTest(ctx, type, arrayOf(ctx.program, DYNAMIC), own)
    : own;
}

function structurePattern(
  ctx: FunctionContext,
  expr: ast.ObjectDeclExpr,
  type: Type,
  bindings: Bindings,
): TypedPattern {
  const { span } = expr;
  if (followNull(type).kind === "Dynamic") {
    problem(ctx, "HX3070", span, {}, { hint: "Give the value a type that has the fields" });
    return anyOf(
      ctx,
      expr.fields.map((field) => field.value),
      bindings,
      span,
    );
  }
  const variable = newTemporary(ctx, "subject", type, span);
  const subject = readVariable(variable, span);
  const names = memberNames(followNull(type));
  const parts = expr.fields.map((field): ExtractPart => {
    const isKnown = names.includes(field.name.name) || followNull(type).kind !== "Anon";
    if (!isKnown) {
      const hint = didYouMean(field.name.name, names);
      problem(
        ctx,
        "HX3027",
        field.name.span,
        { type: printType(type), name: field.name.name },
        { hint },
      );
      return {
        name: field.name.name,
        value: subject,
        pattern: anyOf(ctx, [field.value], bindings, span),
      };
    }
    const value = readAny(ctx, memberAccess(ctx, subject, field.name.name, field.name.span));
    return {
      name: field.name.name,
      value,
      pattern: typePattern(ctx, field.value, value.type, bindings),
    };
  });
  return { kind: "Extract", variable, parts, span };
}

// Operators

function binopPattern(
  ctx: FunctionContext,
  expr: ast.BinopExpr,
  type: Type,
  bindings: Bindings,
): TypedPattern {
  const { left, right, span } = expr;
  switch (expr.op) {
    case "|":
      return alternatives(ctx, [left, right], bindings, span, (one) =>
        typePattern(ctx, one, type, bindings),
      );
    case "=":
      return namedPattern(ctx, left, right, type, bindings, span);
    case "=>":
      return extractorPattern(ctx, left, right, type, bindings, span);
    default:
      problem(ctx, "HX3070", span, {});
      return { kind: "Any", span };
  }
}

/** Each alternative must bind the same names. */
export function alternatives(
  ctx: FunctionContext,
  exprs: readonly ast.Expr[],
  bindings: Bindings,
  span: Span,
  read: (expr: ast.Expr) => TypedPattern,
): TypedPattern {
  const before = new Set(bindings.bound);
  const boundBy: Set<string>[] = [];
  const { unification } = ctx.program;
  const outer = unification.refined;
  const typed = exprs.map((expr) => {
    unification.refined = new Map(outer);
    bindings.bound.clear();
    for (const name of before) bindings.bound.add(name);
    const pattern = read(expr);
    boundBy.push(new Set(bindings.bound));
    return pattern;
  });
  unification.refined = outer;
  const all = new Set(boundBy.flatMap((names) => [...names]));
  exprs.forEach((expr, index) => {
    for (const name of all)
      if (boundBy[index]?.has(name) === false) problem(ctx, "HX3076", expr.span, { name });
  });
  for (const name of all) bindings.bound.add(name);
  return {
    kind: "Or",
    alternatives: typed.flatMap((one) => (one.kind === "Or" ? one.alternatives : [one])),
    span,
  };
}

/** `name = pattern`. */
function namedPattern(
  ctx: FunctionContext,
  left: ast.Expr,
  right: ast.Expr,
  type: Type,
  bindings: Bindings,
  span: Span,
): TypedPattern {
  const name = left.kind === "Vars" ? left.vars[0]?.name : left.kind === "Ident" ? left : undefined;
  if (name === undefined) {
    problem(ctx, "HX3070", left.span, {});
    return typePattern(ctx, right, type, bindings);
  }
  const bound = capture(ctx, name, type, bindings);
  const pattern = typePattern(ctx, right, type, bindings);
  return bound.kind === "Bind" ? { ...bound, pattern, span } : pattern;
}

/** `f(_) => pattern`: the value of the left side, `_` being the subject, must match. */
function extractorPattern(
  ctx: FunctionContext,
  left: ast.Expr,
  right: ast.Expr,
  type: Type,
  bindings: Bindings,
  span: Span,
): TypedPattern {
  const variable = newTemporary(ctx, "subject", type, left.span);
  const inner = { ...inBlock(ctx), placeholder: variable };
  declareLocal(inner, variable);
  useLocal(inner, { variable, closure: inner.closure });
  const value = inner.typeExpr(inner, left, "value");
  const pattern = typePattern(ctx, right, follow(value.type), bindings);
  return { kind: "Extract", variable, parts: [{ name: null, value, pattern }], span };
}
