/** `object.name` for a value: members by the type of the object, then static extensions. */

import { foreignMember } from "#compiler/diagnostics/foreign_words.ts";
import { didYouMean } from "#compiler/diagnostics/suggest.ts";
import type { Span } from "#compiler/source/span.ts";
import { apply, substitution } from "#compiler/types/apply.ts";
import { DYNAMIC } from "#compiler/types/core.ts";
import { follow, followNull, underlyingOf } from "#compiler/types/follow.ts";
import { allFields, type FoundField, findField } from "#compiler/types/members.ts";
import { printType } from "#compiler/types/print.ts";
import type {
  AbstractInstType,
  AnonType,
  InstType,
  MonoType,
  Type,
  TypeParameter,
} from "#compiler/types/type.ts";
import type { AssignTarget, TypedExpr } from "#compiler/types/typed_ast.ts";
import { placeOfDynamic } from "../declarations/dynamic_functions.ts";
import { isOfUnknownOrigin } from "../declarations/incomplete.ts";
import { instantiateMethod } from "../expressions/convert.ts";
import { type FunctionContext, problem } from "../program/context.ts";
import { macroOfValue } from "../program/macros.ts";
import { typeOfField, unknownType } from "../program/program.ts";
import { isVisible, reportPrivate } from "../program/visibility.ts";
import { warnDeprecated } from "../program/warnings.ts";
import { type Access, declarationOf, isSuperObject } from "./access.ts";
import { findExtension } from "./extensions.ts";
import { resolvedAccess } from "./resolve_operator.ts";
import { inAccessor, staticNames } from "./static_members.ts";
import { structureField } from "./structure_field.ts";

/** What `object.name` is; reports an unknown or private member. */
export function memberAccess(
  ctx: FunctionContext,
  object: TypedExpr,
  name: string,
  span: Span,
): Access {
  if (object.type.kind === "Error") return { kind: "Error", span };
  const found =
    findMember(ctx, object, object.type, name, span) ?? findExtension(ctx, object, name, span);
  if (found !== null) return found;
  const type = followNull(object.type);
  if (type.kind === "Error") return { kind: "Error", span };
  if (type.kind === "Mono") return fieldOfUnknown(ctx, object, type, name, span);
  if (ctx.isUntyped) {
    const target = { kind: "DynamicField", object, name, type: DYNAMIC, span } as const;
    return { kind: "Place", target, field: null };
  }
  const macro = macroOfValue(type, name);
  if (macro !== null) {
    problem(ctx, "HX3911", span, { name: macro });
    return { kind: "Error", span };
  }
  if (isOfUnknownOrigin(ctx.program, type)) return { kind: "Error", span };
  const hint = memberHint(ctx, type, name);
  problem(ctx, "HX3027", span, { type: printType(object.type), name }, { hint });
  return { kind: "Error", span };
}

/** The member that the type itself has, or null. */
function findMember(
  ctx: FunctionContext,
  object: TypedExpr,
  objectType: Type,
  name: string,
  span: Span,
): Access | null {
  const type = followNull(objectType);
  switch (type.kind) {
    case "Inst":
      return memberOfInst(ctx, object, type, name, span);
    case "Anon":
      return memberOfAnon(ctx, object, type, name, span);
    case "Dynamic": {
      const target: AssignTarget = {
        kind: "DynamicField",
        object,
        name,
        type: type.param ?? DYNAMIC,
        span,
      };
      return { kind: "Place", target, field: null };
    }
    case "Abstract":
      return memberOfAbstract(ctx, object, type, name, span);
    case "TypeParam":
      for (const constraint of boundsOf(ctx, type.param)) {
        const seen: TypedExpr = {
          kind: "Cast",
          form: "unchecked",
          expr: object,
          type: constraint,
          span: object.span,
        };
        const found = findMember(ctx, seen, constraint, name, span);
        if (found !== null) return found;
      }
      return null;
    case "Mono":
      return memberOfConstrained(ctx, object, type, name, span);
    case "Enum":
    case "Fun":
    case "Typedef":
    case "Error":
      return null;
  }
}

/** What a value of the type parameter is known to be. */
function boundsOf(ctx: FunctionContext, param: TypeParameter): readonly Type[] {
  const known = ctx.program.unification.refined.get(param);
  return known === undefined ? param.constraints : [known, ...param.constraints];
}

// Classes

function memberOfInst(
  ctx: FunctionContext,
  object: TypedExpr,
  type: InstType,
  name: string,
  span: Span,
): Access | null {
  const found = findField(type, name);
  if (found === null) return null;
  if (!isVisible(ctx, found.owner, found.field)) {
    reportPrivate(ctx, found.owner, found.field, span);
    return { kind: "Error", span };
  }
  return instanceMember(ctx, object, found, span);
}

function instanceMember(
  ctx: FunctionContext,
  object: TypedExpr,
  found: FoundField,
  span: Span,
): Access {
  const { owner, field, ownerParams } = found;
  warnDeprecated(ctx, field, span);
  const pairs = substitution(owner.params, ownerParams);
  const isSuper = isSuperObject(object);
  if (field.kind === "Method") {
    const type = instantiateMethod(ctx.program, field, pairs);
    if (field.isDynamic) {
      if (isSuper) problem(ctx, "HX3038", span, { name: field.name });
      const place = placeOfDynamic(owner, field);
      return { kind: "Place", target: { kind: "Field", object, ...place, type, span }, field };
    }
    return { kind: "Method", object, owner, field, type, isSuper, span };
  }
  const type = apply(typeOfField(ctx.program, field), pairs);
  if (field.read === "normal" && field.write !== "call") {
    return { kind: "Place", target: { kind: "Field", object, owner, field, type, span }, field };
  }
  const seen = object.kind === "This" ? inAccessor(ctx, owner, field) : field;
  return { kind: "Property", object, owner, ownerParams, field: seen, type, span };
}

// Structures

function memberOfAnon(
  _ctx: FunctionContext,
  object: TypedExpr,
  type: AnonType,
  name: string,
  span: Span,
): Access | null {
  const field = type.fields.get(name);
  if (field === undefined) return null;
  const target: AssignTarget = { kind: "AnonField", object, name, type: field.type, span };
  return { kind: "Place", target, field };
}

/** A field read before the object's type is known: what it becomes must have it. */
function fieldOfUnknown(
  ctx: FunctionContext,
  object: TypedExpr,
  mono: MonoType,
  name: string,
  span: Span,
): Access {
  const type = unknownType(ctx.program);
  ctx.program.unification.trail.save(mono);
  const fields = new Map(mono.fields?.fields ?? []);
  fields.set(name, { ...structureField(name, type, span), write: "never" });
  mono.fields = { kind: "Anon", fields };
  return { kind: "Place", target: { kind: "AnonField", object, name, type, span }, field: null };
}

/** A type parameter's argument that is not known yet has the members of its constraints. */
function memberOfConstrained(
  ctx: FunctionContext,
  object: TypedExpr,
  mono: MonoType,
  name: string,
  span: Span,
): Access | null {
  const used = mono.fields?.fields.get(name);
  if (used !== undefined) {
    return {
      kind: "Place",
      target: { kind: "AnonField", object, name, type: used.type, span },
      field: null,
    };
  }
  for (const constraint of mono.constraints) {
    const found = findMember(ctx, object, constraint, name, span);
    if (found !== null) return found;
  }
  return null;
}

// Abstracts

function memberOfAbstract(
  ctx: FunctionContext,
  object: TypedExpr,
  type: AbstractInstType,
  name: string,
  span: Span,
): Access | null {
  const owner = type.abstract.implementation;
  const field = owner?.fields.get(name);
  if (owner !== null && field !== undefined) {
    if (!isVisible(ctx, owner, field)) {
      reportPrivate(ctx, owner, field, span);
      return { kind: "Error", span };
    }
    const pairs = substitution(type.abstract.params, type.params);
    if (field.kind === "Method") {
      const signature = instantiateMethod(ctx.program, field, pairs);
      return { kind: "Extension", receiver: object, owner, field, type: signature, span };
    }
    const memberType = apply(typeOfField(ctx.program, field), pairs);
    return {
      kind: "Property",
      object,
      owner,
      ownerParams: type.params,
      field,
      type: memberType,
      span,
    };
  }
  const { forward } = type.abstract;
  if (forward === "all" || forward.includes(name)) {
    const seen = asUnderlying(object, type);
    const found =
      findMember(ctx, seen, seen.type, name, span) ?? findExtension(ctx, seen, name, span);
    if (found !== null) return found;
  }
  return resolvedAccess(object, type, name, span);
}

/** The same value by the type it has at run time. */
export function asUnderlying(object: TypedExpr, type: AbstractInstType): TypedExpr {
  return {
    kind: "Cast",
    form: "unchecked",
    expr: object,
    type: underlyingOf(type),
    span: object.span,
  };
}

/** What may have been meant: a member of a like name, one of few fields, the import that brings an extension. */
function memberHint(ctx: FunctionContext, type: Type, name: string): string | null {
  const members = memberNames(type);
  const meant = foreignMember(name, members) ?? didYouMean(name, members);
  if (meant !== null) return meant;
  const owner = declarationOf(type);
  const statics = owner === null ? [] : staticNames(owner);
  if (owner !== null && statics.includes(name))
    return `Use \`${owner.name}.${name}\`: it is static`;
  const fields = type.kind === "Anon" ? [...type.fields.keys()] : [];
  if (fields.length > 0 && fields.length <= FEW)
    return `Use one of its fields: ${fields.map((field) => `\`${field}\``).join(", ")}`;
  return followNull(type).kind === "Inst" && isStringMethod(ctx, type, name)
    ? "Add `using StringTools`"
    : null;
}

const FEW = 6;

function isStringMethod(ctx: FunctionContext, type: Type, name: string): boolean {
  const tools = ctx.program.modules.get("StringTools")?.types.get("StringTools");
  const isText = type.kind === "Inst" && type.class.path === "String";
  return isText && tools?.kind === "Class" && tools.statics.has(name);
}

/** Names of members, for suggestions. */
export function memberNames(type: Type): string[] {
  const followed = follow(type);
  switch (followed.kind) {
    case "Inst":
      return allFields(followed).map((found) => found.field.name);
    case "Anon":
      return [...followed.fields.keys()];
    case "Abstract": {
      const own = [...(followed.abstract.implementation?.fields.keys() ?? [])];
      const { forward } = followed.abstract;
      if (forward === "all") return [...own, ...memberNames(underlyingOf(followed))];
      if (forward.length > 0) return [...own, ...forward];
      return followed.abstract.path === "Null" ? memberNames(followed.params[0] ?? DYNAMIC) : own;
    }
    case "TypeParam":
      return followed.param.constraints.flatMap(memberNames);
    default:
      return [];
  }
}
