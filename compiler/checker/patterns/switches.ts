/** `switch`: cases, guards, and whether every value has one. */
import type * as ast from "#compiler/syntax/ast.ts";
import { follow, followNull } from "#compiler/types/follow.ts";
import type { Type } from "#compiler/types/type.ts";
import type { TypedCase, TypedExpr, TypedPattern } from "#compiler/types/typed_ast.ts";
import { unify } from "#compiler/types/unify.ts";
import { typeStatements } from "../expressions/blocks.ts";
import { asBranch, condition, joinBranches } from "../expressions/control_flow.ts";
import {
  type Expected,
  type FunctionContext,
  inBlock,
  problem,
  wantValue,
} from "../program/context.ts";
import { isSilenced } from "../program/warnings.ts";
import { isUnused, type Missing, missingPattern } from "./exhaustiveness.ts";
import { alternatives, type Bindings, typePattern, typeTuple } from "./patterns.ts";

export function typeSwitch(
  ctx: FunctionContext,
  expr: ast.SwitchExpr,
  expected: Expected,
): TypedExpr {
  const problems = ctx.program.problems.mark;
  const subjects = typeSubjects(ctx, expr.subject);
  const types = subjects.map((subject) => subject.type);
  const cases: TypedCase[] = [];
  let fallback: TypedExpr | null = null;
  for (const one of expr.cases) {
    if (one.patterns.length === 0) fallback = caseBody(inBlock(ctx), one, expected);
    else cases.push(typeCase(ctx, one, types, expected));
  }
  reportMixed(ctx, cases, types);
  const missing = fallback === null ? missingPattern(ctx, cases, types) : null;
  if (missing !== null) checkComplete(ctx, expr, types, expected, missing);
  const isClean = ctx.program.problems.mark === problems && !types.some(isError);
  if (isClean) reportUnused(ctx, cases, types);
  const bodies = [...cases.map((one) => one.body), ...(fallback === null ? [] : [fallback])];
  const branches = joinBranches(ctx, bodies, expected);
  settle(ctx, expected, branches.type);
  return {
    kind: "Switch",
    subjects,
    cases: cases.map((one, index) => ({ ...one, body: branches.values[index] ?? one.body })),
    default: fallback === null ? null : (branches.values.at(-1) ?? fallback),
    isExhaustive: missing === null,
    type: branches.type,
    span: expr.span,
  };
}

/** What is asked for and unknown is from here on what the cases have in common. Branches of `if` and `try` settle nothing. */
function settle(ctx: FunctionContext, expected: Expected, type: Type): void {
  if (expected === "none" || expected === "value" || follow(expected).kind !== "Mono") return;
  unify(ctx.program.unification, type, expected);
}

/** A `Dynamic` value is compared with constants or taken apart as an enum value, not both. */
function reportMixed(
  ctx: FunctionContext,
  cases: readonly TypedCase[],
  types: readonly Type[],
): void {
  const [type] = types;
  if (types.length !== 1 || type === undefined || followNull(type).kind !== "Dynamic") return;
  const asked = cases.flatMap((one) => plainPatterns(one.pattern));
  const isEnum = (pattern: TypedPattern): boolean => pattern.kind === "Enum";
  const [first] = asked;
  const other = asked.find((pattern) => first !== undefined && isEnum(pattern) !== isEnum(first));
  if (other !== undefined) problem(ctx, "HX3070", other.span, {});
}

/** The constants and constructors that a pattern asks for, without null. */
function plainPatterns(pattern: TypedPattern): TypedPattern[] {
  switch (pattern.kind) {
    case "Enum":
      return [pattern];
    case "Value":
      return pattern.value.kind === "Null" ? [] : [pattern];
    case "Bind":
      return pattern.pattern === null ? [] : plainPatterns(pattern.pattern);
    case "Or":
      return pattern.alternatives.flatMap(plainPatterns);
    case "Extract": {
      // A constructor comes after the test that the value is of its enum.
      const [test, inner] = pattern.parts;
      return test?.value.kind === "Is" && inner !== undefined ? plainPatterns(inner.pattern) : [];
    }
    default:
      return [];
  }
}

/** An array literal is taken apart: `switch [a, b]` makes no array. */
function typeSubjects(ctx: FunctionContext, expr: ast.Expr): TypedExpr[] {
  if (expr.kind === "Parenthesis") return typeSubjects(ctx, expr.expr);
  const isTuple =
    expr.kind === "ArrayDecl" && expr.elements.length > 0 && expr.elements.every(isElement);
  const subjects = isTuple ? expr.elements : [expr];
  return subjects.map((subject) => wantValue(ctx, ctx.typeExpr(ctx, subject, "value")));
}

function isElement(expr: ast.Expr): boolean {
  return (
    expr.kind !== "For" && expr.kind !== "While" && !(expr.kind === "Binop" && expr.op === "=>")
  );
}

function typeCase(
  outer: FunctionContext,
  one: ast.SwitchCase,
  types: readonly Type[],
  expected: Expected,
): TypedCase {
  const ctx = inBlock(outer);
  const { unification } = ctx.program;
  const before = unification.refined;
  unification.refined = new Map(before);
  const pattern = casePattern(ctx, one, types);
  const guard = one.guard === null ? null : condition(ctx, one.guard);
  // It becomes what is expected here, where it is known what the type parameters in that are.
  const body = caseBody(ctx, one, expected);
  unification.refined = before;
  return { pattern, guard, body, span: one.span };
}

/** `case a, b` is `case a | b`. */
function casePattern(
  ctx: FunctionContext,
  one: ast.SwitchCase,
  types: readonly Type[],
): TypedPattern {
  const bindings: Bindings = { variables: new Map(), bound: new Set() };
  const [type] = types;
  const read = (expr: ast.Expr): TypedPattern =>
    types.length === 1 && type !== undefined
      ? typePattern(ctx, expr, type, bindings)
      : typeTuple(ctx, expr, types, bindings);
  const [only] = one.patterns;
  if (one.patterns.length === 1 && only !== undefined) return read(only);
  return alternatives(ctx, one.patterns, bindings, one.span, read);
}

function caseBody(ctx: FunctionContext, one: ast.SwitchCase, expected: Expected): TypedExpr {
  const first = one.body[0];
  const last = one.body.at(-1);
  const span =
    first === undefined || last === undefined
      ? one.span
      : { start: first.span.start, end: last.span.end };
  return asBranch(ctx, typeStatements(ctx, one.body, expected, span), expected);
}

/** A switch over few values, or one whose value is used, must have a case for each. */
function checkComplete(
  ctx: FunctionContext,
  expr: ast.SwitchExpr,
  types: readonly Type[],
  expected: Expected,
  missing: Missing,
): void {
  if (types.some(isError)) return;
  if (expected === "none" && !types.every(isEnumerable)) return;
  problem(ctx, "HX3077", missing.place ?? expr.subject.span, { missing: missing.text });
}

function isError(type: Type): boolean {
  return follow(type).kind === "Error";
}

/** Are there only so many values: of an enum, Bool, or an enum abstract? */
function isEnumerable(type: Type): boolean {
  const followed = followNull(type);
  if (followed.kind === "Enum") return true;
  return (
    followed.kind === "Abstract" && (followed.abstract.path === "Bool" || followed.abstract.isEnum)
  );
}

function reportUnused(
  ctx: FunctionContext,
  cases: readonly TypedCase[],
  types: readonly Type[],
): void {
  if (isSilenced(ctx.scope, "WUnusedPattern")) return;
  cases.forEach((one, index) => {
    if (isUnused(ctx, cases.slice(0, index), one, types))
      problem(ctx, "HX3901", one.pattern.span, {});
  });
}
