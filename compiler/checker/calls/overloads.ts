/** Calls of `overload` functions: the most specific of those that take the arguments. */
import { substitution } from "#compiler/types/apply.ts";
import { followNull } from "#compiler/types/follow.ts";
import { findField } from "#compiler/types/members.ts";
import { printType } from "#compiler/types/print.ts";
import type { ClassField, ClassType, FunArg } from "#compiler/types/type.ts";
import type { TypedExpr } from "#compiler/types/typed_ast.ts";
import { canUnify } from "#compiler/types/unify.ts";
import { overloadName, writtenName } from "../declarations/overload_name.ts";
import { attempt } from "../expressions/attempt.ts";
import { instantiateMethod, tryConvert } from "../expressions/convert.ts";
import type { Access } from "../places/access.ts";
import { errorExpr, type FunctionContext, problem } from "../program/context.ts";
import { isVisible } from "../program/visibility.ts";

export type CallableAccess = Extract<Access, { kind: "Method" | "StaticMethod" | "Extension" }>;

/** Calls the overload that fits best; null where the function has no others of its name. */
export function callOverload(
  ctx: FunctionContext,
  access: CallableAccess,
  argCount: number,
  call: (access: CallableAccess) => TypedExpr,
): TypedExpr | null {
  if (!access.field.isOverload) return null;
  const candidates = overloadsOf(ctx, access);
  if (candidates.length < 2) return null;
  const fitting = candidates.filter((candidate) => attempt(ctx, () => call(candidate), false));
  const chosen = mostSpecific(ctx, fitting, argCount);
  if (chosen !== null) return call(chosen);
  const [only, ...others] = candidates.filter((one) => mayTake(parametersOf(one), argCount));
  if (only !== undefined && others.length === 0) return call(only);
  return noneFits(ctx, access, candidates);
}

function noneFits(
  ctx: FunctionContext,
  access: CallableAccess,
  candidates: readonly CallableAccess[],
): TypedExpr {
  const signatures = candidates.map((one) => {
    const type = { ...one.type, args: parametersOf(one) };
    return `\`${printType(type)}\``;
  });
  const hint = `Give it arguments for one of ${signatures.join(", ")}`;
  problem(ctx, "HX3034", access.span, { name: writtenName(access.field.name) }, { hint });
  return errorExpr(access.span);
}

/** What callers pass: without the receiver of an extension. */
function parametersOf(access: CallableAccess): readonly FunArg[] {
  return access.kind === "Extension" ? access.type.args.slice(1) : access.type.args;
}

function mayTake(params: readonly FunArg[], count: number): boolean {
  const needed = params.filter((param) => !param.isOptional && !param.isRest).length;
  return count >= needed && (count <= params.length || params.some((param) => param.isRest));
}

// Which there are

function overloadsOf(ctx: FunctionContext, access: CallableAccess): CallableAccess[] {
  const name = writtenName(access.field.name);
  const found: CallableAccess[] = [];
  for (let index = 0; ; index++) {
    const next = findOverload(access, overloadName(name, index));
    if (next === null) return found;
    if (!isVisible(ctx, next.owner, next.field)) continue;
    const candidate = withField(ctx, access, next);
    if (candidate !== null) found.push(candidate);
  }
}

interface Overload {
  readonly owner: ClassType;
  readonly field: ClassField;
  readonly pairs: ReturnType<typeof substitution>;
}

function findOverload(access: CallableAccess, name: string): Overload | null {
  if (access.kind === "Method") {
    const type = followNull(access.object.type);
    const found = type.kind === "Inst" ? findField(type, name) : null;
    if (found === null) return null;
    const pairs = substitution(found.owner.params, found.ownerParams);
    return { owner: found.owner, field: found.field, pairs };
  }
  const { owner } = access;
  const field = owner.statics.get(name) ?? owner.fields.get(name);
  if (field === undefined) return null;
  const self = access.kind === "Extension" ? followNull(access.receiver.type) : null;
  const params = self?.kind === "Abstract" && self.abstract === owner.abstract ? self.params : [];
  return { owner, field, pairs: substitution(owner.params, params) };
}

function withField(
  ctx: FunctionContext,
  access: CallableAccess,
  { owner, field, pairs }: Overload,
): CallableAccess | null {
  const type = instantiateMethod(ctx.program, field, pairs);
  if (access.kind !== "Extension") return { ...access, owner, field, type };
  const [first] = type.args;
  const receiver = first === undefined ? null : tryConvert(ctx, access.receiver, first.type);
  return receiver === null ? null : { ...access, receiver, owner, field, type };
}

// Which is best

/** The one whose parameters could all be given to those of each other one; the first of equals. */
function mostSpecific(
  ctx: FunctionContext,
  fitting: readonly CallableAccess[],
  argCount: number,
): CallableAccess | null {
  const best = fitting.find((one) =>
    fitting.every((other) => one === other || isNarrower(ctx, one, other, argCount)),
  );
  return best ?? fitting[0] ?? null;
}

function isNarrower(
  ctx: FunctionContext,
  first: CallableAccess,
  second: CallableAccess,
  argCount: number,
): boolean {
  const others = parametersOf(second);
  return parametersOf(first)
    .slice(0, argCount)
    .every((param, index) => {
      const other = others[index];
      return other === undefined || canUnify(ctx.program.unification, param.type, other.type);
    });
}
