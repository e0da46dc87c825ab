/** `function.bind(a, _, b)`: a function of the arguments left open. */
import type { Span } from "#compiler/source/span.ts";
import type * as ast from "#compiler/syntax/ast.ts";
import { followNull } from "#compiler/types/follow.ts";
import type { FunArg, FunType } from "#compiler/types/type.ts";
import type { TypedExpr } from "#compiler/types/typed_ast.ts";
import { convert } from "../expressions/convert.ts";
import { type FunctionContext, problem } from "../program/context.ts";
import { afterHolding, closureOver, type Held, hold } from "./forwarding.ts";
import { omitted } from "./omitted.ts";

/** Null where the object is no function: `bind` is then an ordinary member. */
export function bindCall(
  ctx: FunctionContext,
  object: ast.Expr,
  args: readonly ast.Expr[],
  span: Span,
): TypedExpr | null {
  const problems = ctx.program.problems.mark;
  const trail = ctx.program.unification.trail.mark;
  const callee = ctx.typeExpr(ctx, object, "value");
  const type = followNull(callee.type);
  if (type.kind !== "Fun") {
    ctx.program.problems.rollBack(problems);
    ctx.program.unification.trail.rollBack(trail);
    return null;
  }
  if (args.length > type.args.length)
    problem(ctx, "HX3031", span, { expected: type.args.length, found: args.length });
  const heldCallee = hold(ctx, callee, "function");
  const given = type.args.map((param, index) => givenArgument(ctx, param, args[index]));
  const isOpen = type.args.map(
    (param, index) => given[index] === null && !(isLeftOut(param) && args[index] === undefined),
  );
  const open = type.args.filter((_, index) => isOpen[index]);
  const bound: FunType = { kind: "Fun", args: open, result: type.result };
  const held = [heldCallee, ...given.filter((one) => one !== null)];
  const closure = closureOver(
    ctx,
    bound,
    span,
    (rest) => {
      let next = 0;
      const all = type.args.map((param, index) => {
        const value = isOpen[index] ? rest[next++] : given[index]?.read;
        return value ?? leftOut(ctx, param, span);
      });
      return { kind: "Call", callee: heldCallee.read, args: all, type: type.result, span };
    },
    held,
  );
  return afterHolding(held, closure);
}

/** Null for an argument that has no value yet: `_`, or one after the last given. */
function givenArgument(
  ctx: FunctionContext,
  param: FunArg,
  arg: ast.Expr | undefined,
): Held | null {
  if (arg === undefined || (arg.kind === "Ident" && arg.name === "_")) return null;
  return hold(ctx, convert(ctx, ctx.typeExpr(ctx, arg, param.type), param.type), "bound");
}

/** What need not be given is not asked for again: only `_` leaves it open. */
function isLeftOut(param: FunArg): boolean {
  return param.isOptional || param.isRest;
}

function leftOut(ctx: FunctionContext, param: FunArg, span: Span): TypedExpr {
  if (!param.isRest) return omitted(ctx, param, span);
  return { kind: "ArrayDecl", elements: [], type: param.type, span };
}
