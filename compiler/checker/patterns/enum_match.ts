/** `value.match(pattern)`: does an enum value match? A switch that gives true or false. */
import type * as ast from "#compiler/syntax/ast.ts";
import { followNull } from "#compiler/types/follow.ts";
import type { TypedExpr } from "#compiler/types/typed_ast.ts";
import { type FunctionContext, inBlock, problem } from "../program/context.ts";
import { boolType } from "../program/core_types.ts";
import { type Bindings, typePattern } from "./patterns.ts";

/** Null where the object is no enum value: `match` is then an ordinary member. */
export function matchCall(
  ctx: FunctionContext,
  object: ast.Expr,
  args: readonly ast.Expr[],
  span: ast.Expr["span"],
): TypedExpr | null {
  const [pattern] = args;
  if (args.length !== 1 || pattern === undefined) return null;
  const problems = ctx.program.problems.mark;
  const trail = ctx.program.unification.trail.mark;
  const subject = ctx.typeExpr(ctx, object, "value");
  const type = followNull(subject.type);
  const isEnum = type.kind === "Enum" || (type.kind === "Abstract" && type.abstract.isEnum);
  if (!isEnum) {
    ctx.program.problems.rollBack(problems);
    ctx.program.unification.trail.rollBack(trail);
    return null;
  }
  const bindings: Bindings = { variables: new Map(), bound: new Set() };
  const typed = typePattern(inBlock(ctx), pattern, subject.type, bindings);
  for (const [name, variable] of bindings.variables)
    problem(ctx, "HX3080", variable.span, { name });
  const bool = boolType(ctx.program);
  const truth = (value: boolean): TypedExpr => ({ kind: "Bool", value, type: bool, span });
  return {
    kind: "Switch",
    subjects: [subject],
    cases: [{ pattern: typed, guard: null, body: truth(true), span: pattern.span }],
    default: truth(false),
    isExhaustive: true,
    type: bool,
    span,
  };
}
