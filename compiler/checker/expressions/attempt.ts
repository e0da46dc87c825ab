/** Typing to find out whether it works. */
import type { TypedExpr } from "#compiler/types/typed_ast.ts";
import type { FunctionContext } from "../program/context.ts";

/**
 * Does the typing work, without a problem? What was bound on the way is kept where it did and `keeps` says so, and
 * problems are forgotten.
 */
export function attempt(ctx: FunctionContext, type: () => TypedExpr, keeps: boolean): boolean {
  const { problems, unification } = ctx.program;
  const { statics } = ctx.notes;
  const [problem, bound, kept] = [problems.mark, unification.trail.mark, statics.length];
  type();
  const works = problems.mark === problem;
  problems.rollBack(problem);
  statics.length = kept;
  if (!works || !keeps) unification.trail.rollBack(bound);
  return works;
}
