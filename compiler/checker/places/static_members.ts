/** Members of types: statics, enum constructors, values of enum abstracts. */

import type { Span } from "#compiler/source/span.ts";
import { apply, substitution } from "#compiler/types/apply.ts";
import { follow } from "#compiler/types/follow.ts";
import type { AbstractType, ClassField, ClassType, TypeDeclaration } from "#compiler/types/type.ts";
import type { TypedExpr } from "#compiler/types/typed_ast.ts";
import { freshParams, instantiateMethod } from "../expressions/convert.ts";
import { nameSpan } from "../problems/explain.ts";
import { errorExpr, type FunctionContext, problem } from "../program/context.ts";
import { instantiate } from "../program/core_types.ts";
import { findMeta } from "../program/metadata.ts";
import { typeOfField, unknownType } from "../program/program.ts";
import { isVisible, reportPrivate } from "../program/visibility.ts";
import { warnDeprecated } from "../program/warnings.ts";
import { type Access, declarationOf, enumConstructor } from "./access.ts";

/** The static member or constructor of that name, or null where the type has none. */
export function staticAccess(
  ctx: FunctionContext,
  declaration: TypeDeclaration,
  name: string,
  span: Span,
): Access | null {
  switch (declaration.kind) {
    case "Class": {
      const field = declaration.statics.get(name);
      return field === undefined ? null : staticField(ctx, declaration, field, span);
    }
    case "Enum": {
      const found = declaration.constructors.get(name);
      return found === undefined ? null : enumConstructor(ctx, declaration, found, span);
    }
    case "Abstract": {
      const field = declaration.implementation?.statics.get(name);
      if (field !== undefined && field.owner !== null)
        return staticField(ctx, field.owner, field, span);
      return forwardedStatic(ctx, declaration, name, span);
    }
    case "Typedef": {
      const target = declarationOf(
        follow(
          instantiate(
            declaration,
            declaration.params.map(() => unknownType(ctx.program)),
          ),
        ),
      );
      return target === null || target.kind === "Typedef"
        ? null
        : staticAccess(ctx, target, name, span);
    }
  }
}

/** A static member of the underlying type that `@:forwardStatics` lets through. */
function forwardedStatic(
  ctx: FunctionContext,
  abstract: AbstractType,
  name: string,
  span: Span,
): Access | null {
  const meta = findMeta(abstract.meta, ":forwardStatics");
  const names = (meta?.params ?? []).flatMap((param) =>
    param.kind === "Ident" ? [param.name] : [],
  );
  if (meta === null || (names.length > 0 && !names.includes(name))) return null;
  const target = declarationOf(follow(abstract.underlying));
  return target === null ? null : staticAccess(ctx, target, name, span);
}

/** Names that `staticAccess` would find. */
export function staticNames(declaration: TypeDeclaration): string[] {
  switch (declaration.kind) {
    case "Class":
      return [...declaration.statics.keys()];
    case "Enum":
      return [...declaration.constructors.keys()];
    case "Abstract":
      return [...(declaration.implementation?.statics.keys() ?? [])];
    case "Typedef": {
      const target = declarationOf(follow(declaration.type));
      return target === null || target.kind === "Typedef" ? [] : staticNames(target);
    }
  }
}

function staticField(
  ctx: FunctionContext,
  owner: ClassType,
  field: ClassField,
  span: Span,
): Access {
  if (!isVisible(ctx, owner, field)) {
    reportPrivate(ctx, owner, field, nameSpan(span, field));
    return { kind: "Error", span };
  }
  warnDeprecated(ctx, field, span);
  const pairs =
    owner.form === "abstractImpl" && field.name !== "_new" && owner.params.length > 0
      ? freshParams(ctx.program, owner.params, substitution([], []))
      : substitution([], []);
  if (field.kind === "Method" && !field.isDynamic) {
    return {
      kind: "StaticMethod",
      owner,
      field,
      type: instantiateMethod(ctx.program, field, pairs),
      span,
    };
  }
  const type = apply(typeOfField(ctx.program, field), pairs);
  if (field.read === "inline") return { kind: "Value", expr: constantValue(ctx, field, span) };
  if (field.kind === "Method" || field.read === "normal") {
    if (field.write === "call" && !isInAccessor(ctx, owner, `set_${field.name}`)) {
      return { kind: "Property", object: null, owner, ownerParams: [], field, type, span };
    }
    return { kind: "Place", target: { kind: "StaticField", owner, field, type, span }, field };
  }
  return {
    kind: "Property",
    object: null,
    owner,
    ownerParams: [],
    field: inAccessor(ctx, owner, field),
    type,
    span,
  };
}

/** Inside `get_x` reading `x` means its place, inside `set_x` writing it does. */
export function inAccessor(ctx: FunctionContext, owner: ClassType, field: ClassField): ClassField {
  if (isInAccessor(ctx, owner, `get_${field.name}`)) return { ...field, read: "normal" };
  if (isInAccessor(ctx, owner, `set_${field.name}`)) return { ...field, write: "normal" };
  return field;
}

function isInAccessor(ctx: FunctionContext, owner: ClassType, name: string): boolean {
  return ctx.class === owner && ctx.field.name === name;
}

/** The constant of an `inline` variable, at the place of its use. */
export function constantValue(ctx: FunctionContext, field: ClassField, span: Span): TypedExpr {
  typeOfField(ctx.program, field);
  const value = ctx.program.constants.get(field);
  if (value === undefined) {
    problem(ctx, "HX3026", span, { name: field.name });
    return errorExpr(span);
  }
  return { ...value, span };
}
