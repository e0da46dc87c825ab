/** What a name or a member path turned out to be, before it is read, written or called. */

import type { Span } from "#compiler/source/span.ts";
import { apply, applyAll, substitution } from "#compiler/types/apply.ts";
import { DYNAMIC, ERROR } from "#compiler/types/core.ts";
import { follow, followNull } from "#compiler/types/follow.ts";
import { findField } from "#compiler/types/members.ts";
import type {
  AbstractInstType,
  ClassField,
  ClassType,
  EnumField,
  EnumType,
  FunType,
  Type,
  TypeDeclaration,
} from "#compiler/types/type.ts";
import type { AssignTarget, TypedExpr } from "#compiler/types/typed_ast.ts";
import { afterHolding, closureOver, hold } from "../calls/forwarding.ts";
import { staticCall } from "../calls/static_call.ts";
import { implicitly, instantiateMethod } from "../expressions/convert.ts";
import { accessText, declaredHere, nameSpan } from "../problems/explain.ts";
import { errorExpr, type FunctionContext, problem } from "../program/context.ts";
import { instantiate, standardType } from "../program/core_types.ts";
import { unknownType } from "../program/program.ts";
import { warnDeprecated } from "../program/warnings.ts";
import { abstractCall } from "./changed_this.ts";
import { readResolved } from "./resolve_operator.ts";

export type Access =
  | { readonly kind: "Value"; readonly expr: TypedExpr }
  /** A stored variable or element. `field` decides whether it may be written; null for what always may. */
  | { readonly kind: "Place"; readonly target: AssignTarget; readonly field: ClassField | null }
  /** A property: `object` is null for a static one. */
  | {
      readonly kind: "Property";
      readonly object: TypedExpr | null;
      readonly owner: ClassType;
      readonly ownerParams: readonly Type[];
      readonly field: ClassField;
      readonly type: Type;
      readonly span: Span;
    }
  | {
      readonly kind: "Method";
      readonly object: TypedExpr;
      readonly owner: ClassType;
      readonly field: ClassField;
      readonly type: FunType;
      readonly isSuper: boolean;
      readonly span: Span;
    }
  | {
      readonly kind: "StaticMethod";
      readonly owner: ClassType;
      readonly field: ClassField;
      readonly type: FunType;
      readonly span: Span;
    }
  /** A static function whose first argument is given: a static extension, or a function of an abstract. */
  | {
      readonly kind: "Extension";
      readonly receiver: TypedExpr;
      readonly owner: ClassType;
      readonly field: ClassField;
      readonly type: FunType;
      readonly span: Span;
    }
  /** An enum constructor with arguments. */
  | {
      readonly kind: "Constructor";
      readonly enum: EnumType;
      readonly constructor: EnumField;
      readonly type: FunType;
      readonly span: Span;
    }
  /** `a[i]` of an abstract. */
  | {
      readonly kind: "Element";
      readonly receiver: TypedExpr;
      readonly index: TypedExpr;
      readonly span: Span;
    }
  /** A name that an abstract answers for by `@:op(a.b)`. */
  | {
      readonly kind: "Resolved";
      readonly object: TypedExpr;
      readonly type: AbstractInstType;
      readonly name: string;
      readonly span: Span;
    }
  | { readonly kind: "Type"; readonly declaration: TypeDeclaration; readonly span: Span }
  | { readonly kind: "Package"; readonly path: string; readonly span: Span }
  | { readonly kind: "Super"; readonly span: Span }
  | { readonly kind: "Error"; readonly span: Span };

/** The value behind the access. `Element` is read by array_access.ts before it comes here. */
export function readAccess(
  ctx: FunctionContext,
  access: Exclude<Access, { kind: "Element" }>,
): TypedExpr {
  switch (access.kind) {
    case "Value":
      return access.expr;
    case "Place":
      return readPlace(ctx, access.target, access.field);
    case "Property":
      return readProperty(ctx, access);
    case "Method":
      return readMethod(ctx, access);
    case "StaticMethod":
      return {
        kind: "StaticClosure",
        owner: access.owner,
        field: access.field,
        type: access.type,
        span: access.span,
      };
    case "Extension":
      return bindReceiver(ctx, access);
    case "Resolved":
      return readResolved(ctx, access);
    case "Constructor":
      return closureOver(ctx, access.type, access.span, (args) => ({
        kind: "NewEnum",
        enum: access.enum,
        constructor: access.constructor,
        args,
        type: access.type.result,
        span: access.span,
      }));
    case "Type":
      return typeValue(ctx, access.declaration, access.span);
    case "Package":
      problem(ctx, "HX2003", access.span, { name: access.path });
      return errorExpr(access.span);
    case "Super":
      problem(ctx, "HX3020", access.span, {});
      return errorExpr(access.span);
    case "Error":
      return errorExpr(access.span);
  }
}

function readPlace(
  ctx: FunctionContext,
  target: AssignTarget,
  field: ClassField | null,
): TypedExpr {
  const isHidden =
    field !== null && field.owner !== ctx.class && (field.read === "no" || field.read === "never");
  const isNever = field !== null && field.read === "never";
  if (field !== null && (isHidden || isNever))
    problem(
      ctx,
      "HX3021",
      nameSpan(target.span, field),
      { name: field.name },
      { labels: declaredHere(field, accessText(field)) },
    );
  return target;
}

/** `object.method` as a value; a `dynamic` method is the stored function itself. */
function readMethod(ctx: FunctionContext, access: Extract<Access, { kind: "Method" }>): TypedExpr {
  const { object, owner, field, type, isSuper, span } = access;
  if (isSuper) problem(ctx, "HX3128", span, { name: field.name });
  if (field.isDynamic) return { kind: "Field", object, owner, field, type, span };
  return { kind: "MethodClosure", object, owner, field, type, isSuper, span };
}

/** `value.extension` without a call: a function that has the value. */
function bindReceiver(
  ctx: FunctionContext,
  access: Extract<Access, { kind: "Extension" }>,
): TypedExpr {
  const { receiver, owner, field, type, span } = access;
  const rest: FunType = { kind: "Fun", args: type.args.slice(1), result: type.result };
  const held = hold(ctx, receiver, "receiver");
  const closure = closureOver(
    ctx,
    rest,
    span,
    (args) => staticCall(owner, field, [held.read, ...args], type.result, span),
    [held],
  );
  return afterHolding([held], closure);
}

/** A type as a value: `Class<T>`, or `Enum<T>` for an enum. */
export function typeValue(
  ctx: FunctionContext,
  declaration: TypeDeclaration,
  span: Span,
): TypedExpr {
  const { program } = ctx;
  warnDeprecated(ctx, declaration, span);
  if (!isValue(declaration)) {
    problem(ctx, "HX3124", span, { name: declaration.path });
    return errorExpr(span);
  }
  const params = declaration.params.map((): Type => DYNAMIC);
  const instance = instantiate(declaration, params);
  const followed = follow(instance);
  const target = declarationOf(followed) ?? declaration;
  const holder = target.kind === "Enum" ? "Enum" : "Class";
  const type = standardType(program, holder, [followed]) ?? DYNAMIC;
  return { kind: "TypeValue", declaration: target, type, span };
}

/** Does the type exist when the program runs? Of the abstracts only the basic ones do. */
function isValue(declaration: TypeDeclaration): boolean {
  switch (declaration.kind) {
    case "Class":
    case "Enum":
      return true;
    case "Abstract":
      return VALUE_ABSTRACTS.has(declaration.path);
    case "Typedef": {
      const type = follow(declaration.type);
      const target = declarationOf(type);
      return type.kind === "Dynamic" || (target !== null && isValue(target));
    }
  }
}

const VALUE_ABSTRACTS = new Set(["Int", "Float", "Bool", "Dynamic", "Class", "Enum"]);

export function declarationOf(type: Type): TypeDeclaration | null {
  switch (type.kind) {
    case "Inst":
      return type.class;
    case "Enum":
      return type.enum;
    case "Abstract":
      return type.abstract;
    case "Typedef":
      return type.typedef;
    default:
      return null;
  }
}

// Properties

type Property = Extract<Access, { kind: "Property" }>;

function readProperty(ctx: FunctionContext, access: Property): TypedExpr {
  const { field, span } = access;
  if (field.read === "call") return callAccessor(ctx, access, `get_${field.name}`, []);
  const isHidden = field.read === "never" || (field.read === "no" && field.owner !== ctx.class);
  if (isHidden) {
    const labels = declaredHere(field, accessText(field));
    problem(ctx, "HX3021", nameSpan(span, field), { name: field.name }, { labels });
    return errorExpr(span);
  }
  return storedProperty(ctx, access);
}

/** Assigns to a property: through its setter, or to its place. */
export function writeProperty(ctx: FunctionContext, access: Property, value: TypedExpr): TypedExpr {
  const { field, span } = access;
  if (field.write === "call") return callAccessor(ctx, access, `set_${field.name}`, [value]);
  if (!mayWrite(ctx, field)) {
    const labels = declaredHere(field, accessText(field));
    problem(ctx, "HX3022", nameSpan(span, field), { name: field.name }, { labels });
    return errorExpr(span);
  }
  const target = storedProperty(ctx, access);
  if (target.kind !== "Field" && target.kind !== "StaticField") return target;
  return { kind: "Assign", target, value, type: target.type, span };
}

/** The property's own place, as its accessors see it. */
export function storedProperty(ctx: FunctionContext, access: Property): TypedExpr {
  const { object, owner, field, type, span } = access;
  if (!field.isPhysical) {
    problem(
      ctx,
      "HX3023",
      span,
      { name: field.name },
      { hint: "Add `@:isVar` to give the property a place of its own" },
    );
    return errorExpr(span);
  }
  if (object === null) return { kind: "StaticField", owner, field, type, span };
  return { kind: "Field", object, owner, field, type, span };
}

/** May the variable be written here, by its access and `final`? */
export function mayWrite(ctx: FunctionContext, field: ClassField): boolean {
  switch (field.write) {
    case "normal":
    case "call":
      return true;
    case "no":
      return field.owner === ctx.class || ctx.hasPrivateAccess;
    case "constructor":
      return (
        ctx.isConstructor &&
        !field.isStatic &&
        field.owner === ctx.class &&
        ctx.closure.parent === null
      );
    case "never":
    case "inline":
      return false;
  }
}

function callAccessor(
  ctx: FunctionContext,
  access: Property,
  name: string,
  args: readonly TypedExpr[],
): TypedExpr {
  const { object, owner, ownerParams, span } = access;
  const found = findAccessor(owner, ownerParams, object, name);
  if (found === null) {
    problem(ctx, "HX3024", span, { property: access.field.name, method: name });
    return errorExpr(span);
  }
  const { field } = found;
  const pairs = substitution(found.owner.params, found.ownerParams);
  const signature = instantiateMethod(ctx.program, field, pairs);
  const isAbstractMember = owner.form === "abstractImpl" && object !== null;
  const receiver = isAbstractMember ? [object] : [];
  const parameters = signature.args.slice(receiver.length);
  const converted = args.map((arg, index) => implicitly(arg, parameters[index]?.type ?? arg.type));
  const type = args.length === 0 ? access.type : signature.result;
  if (object === null || isAbstractMember) {
    return abstractCall(ctx, found.owner, field, [...receiver, ...converted], type, span);
  }
  return {
    kind: "MethodCall",
    object,
    owner: found.owner,
    field,
    args: converted,
    isSuper: isSuperObject(object),
    type,
    span,
  };
}

function findAccessor(
  owner: ClassType,
  ownerParams: readonly Type[],
  object: TypedExpr | null,
  name: string,
) {
  if (object === null) {
    const field = owner.statics.get(name);
    return field === undefined ? null : { owner, field, ownerParams };
  }
  return findField({ kind: "Inst", class: owner, params: ownerParams }, name);
}

/** Calls an instance method, or what its intrinsic stands for. */
export function methodCall(
  access: Extract<Access, { kind: "Method" }>,
  args: readonly TypedExpr[],
  span: Span,
): TypedExpr {
  const { object, owner, field, isSuper, type } = access;
  if (field.intrinsic !== null) {
    return {
      kind: "Intrinsic",
      name: field.intrinsic,
      field,
      args: [object, ...args],
      type: type.result,
      span,
    };
  }
  return { kind: "MethodCall", object, owner, field, args, isSuper, type: type.result, span };
}

const superObjects = new WeakSet<TypedExpr>();

/** Marks the `this` that was written `super`: its properties' accessors are called without dispatch. */
export function asSuperObject(expr: TypedExpr): TypedExpr {
  superObjects.add(expr);
  return expr;
}

export function isSuperObject(expr: TypedExpr): boolean {
  return superObjects.has(expr);
}

/** An enum constructor as seen from outside: type parameters unknown. */
export function enumConstructor(
  ctx: FunctionContext,
  enumType: EnumType,
  chosen: EnumField,
  span: Span,
): Access {
  const { program } = ctx;
  warnDeprecated(ctx, chosen, span);
  const params = [...enumType.params, ...chosen.params];
  const unknowns = params.map(() => unknownType(program));
  const pairs = substitution(params, unknowns);
  params.forEach((param, index) => {
    const unknown = unknowns[index];
    if (unknown !== undefined) unknown.constraints = applyAll(param.constraints, pairs);
  });
  const result = apply(chosen.result, pairs);
  if (chosen.args === null) {
    return {
      kind: "Value",
      expr: { kind: "EnumValue", enum: enumType, constructor: chosen, type: result, span },
    };
  }
  const args = chosen.args.map((arg) => ({ ...arg, type: apply(arg.type, pairs) }));
  return {
    kind: "Constructor",
    enum: enumType,
    constructor: chosen,
    type: { kind: "Fun", args, result },
    span,
  };
}

/** The type of `expr` without `Null`, for looking at its members. */
export function memberType(expr: TypedExpr): Type {
  const type = followNull(expr.type);
  return type.kind === "Error" ? ERROR : type;
}
