/** May private members be used here? */
import type { Span } from "#compiler/source/span.ts";
import type { Metadata } from "#compiler/syntax/ast.ts";
import { isSubclass } from "#compiler/types/members.ts";
import type { ClassField, ClassType } from "#compiler/types/type.ts";
import { declaredHere } from "../problems/explain.ts";
import { type FunctionContext, problem } from "./context.ts";
import { pathOfExpr } from "./metadata.ts";

/**
 * A private member is visible in its class, in subclasses of a class that declares it, to what `@:allow` names, from
 * what `@:access` names it, and inside `@:privateAccess`.
 */
export function isVisible(ctx: FunctionContext, owner: ClassType, field: ClassField): boolean {
  if (field.isPublic || ctx.hasPrivateAccess || owner === ctx.class) return true;
  if (owner.form === "moduleFields" && owner.module === ctx.class.module) return true;
  for (
    let declarer: ClassType | null = owner;
    declarer !== null;
    declarer = declarer.superClass?.class ?? null
  ) {
    const declares =
      declarer.fields.has(field.name) || declarer.statics.has(field.name) || field.name === "new";
    if (declares && isSubclass(ctx.class, declarer)) return true;
    if (isAllowed(ctx, declarer, field)) return true;
  }
  return hasAccess(ctx, owner, field);
}

/** Names the private member, where it is declared and how it can be reached. */
export function reportPrivate(
  ctx: FunctionContext,
  owner: ClassType,
  field: ClassField,
  span: Span,
  name = field.name,
): void {
  const hint = `Make it \`public\`, or reach it with \`@:access(${owner.path})\``;
  problem(ctx, "HX3025", span, { name, type: owner.path }, { labels: declaredHere(field), hint });
}

/** `@:allow(path)` on the owner or the field names the class, one of its ancestors, or the function we are in. */
function isAllowed(ctx: FunctionContext, owner: ClassType, field: ClassField): boolean {
  const declared = owner.fields.get(field.name) ?? owner.statics.get(field.name) ?? field;
  const allowed = [...pathsIn(owner.meta, ":allow"), ...pathsIn(declared.meta, ":allow")];
  if (allowed.length === 0) return false;
  const own: string[] = [];
  for (
    let current: ClassType | null = ctx.class;
    current !== null;
    current = current.superClass?.class ?? null
  ) {
    own.push(...namesOf(current), `${current.path}.${ctx.field.name}`);
    own.push(...current.interfaces.map((parent) => parent.class.path));
  }
  return allowed.some((path) => own.some((name) => isWithin(name, path)));
}

/** `@:access(path)` on our class or function names the owner, an ancestor, its package or the field. */
function hasAccess(ctx: FunctionContext, owner: ClassType, field: ClassField): boolean {
  const granted = [...pathsIn(ctx.class.meta, ":access"), ...pathsIn(ctx.field.meta, ":access")];
  if (granted.length === 0) return false;
  for (
    let current: ClassType | null = owner;
    current !== null;
    current = current.superClass?.class ?? null
  ) {
    const names = [...namesOf(current), `${current.path}.${field.name}`];
    if (granted.some((path) => names.some((name) => isWithin(name, path)))) return true;
  }
  return false;
}

/** The type's path, and the path through its module for a type that is not the module's main one. */
function namesOf(type: ClassType): string[] {
  const throughModule =
    type.module.endsWith(`.${type.name}`) || type.module === type.name
      ? []
      : [`${type.module}.${type.name}`];
  return [type.path, ...throughModule, type.name];
}

function isWithin(name: string, path: string): boolean {
  return name === path || name.startsWith(`${path}.`);
}

function pathsIn(meta: readonly Metadata[], name: string): string[] {
  return meta
    .filter((entry) => entry.name === name)
    .flatMap((entry) => entry.params.map(pathOfExpr))
    .filter((path) => path !== null);
}
