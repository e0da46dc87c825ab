/** `a[i]`: elements of arrays, and what abstracts define with `@:arrayAccess`. */
import type { Span } from "#compiler/source/span.ts";
import type * as ast from "#compiler/syntax/ast.ts";
import { substitution } from "#compiler/types/apply.ts";
import { DYNAMIC } from "#compiler/types/core.ts";
import { followNull, underlyingOf } from "#compiler/types/follow.ts";
import { asInstanceOf, findField } from "#compiler/types/members.ts";
import { printType } from "#compiler/types/print.ts";
import type { AbstractInstType, InstType, Type } from "#compiler/types/type.ts";
import type { TypedExpr } from "#compiler/types/typed_ast.ts";
import { tryUnify } from "#compiler/types/unify.ts";
import { convert, instantiateMethod, tryConvert } from "../expressions/convert.ts";
import { type Expected, errorExpr, type FunctionContext, problem } from "../program/context.ts";
import { arrayOf, intType } from "../program/core_types.ts";
import { hasMeta } from "../program/metadata.ts";
import { unknownType } from "../program/program.ts";
import type { Access } from "./access.ts";
import { abstractCall } from "./changed_this.ts";

type Element = Extract<Access, { kind: "Element" }>;

/** An array's element is a place; that of a Map or an abstract is read and written by functions. */
export function elementAccess(ctx: FunctionContext, expr: ast.ArrayAccessExpr): Access {
  const array = ctx.typeExpr(ctx, expr.array, "value");
  return elementOf(ctx, array, (wanted) => ctx.typeExpr(ctx, expr.index, wanted), expr.span);
}

/** The element of a value at an index, which is typed when it is known what it should be. */
export function elementOf(
  ctx: FunctionContext,
  receiver: TypedExpr,
  indexAs: (wanted: Expected) => TypedExpr,
  span: Span,
): Access {
  const { program } = ctx;
  const type = followNull(receiver.type);
  if (type.kind === "Error") return { kind: "Error", span };
  const element = elementType(ctx, type);
  if (element !== null) {
    const index = convert(ctx, indexAs(intType(program)), intType(program));
    const array =
      type.kind === "Dynamic" ? convert(ctx, receiver, arrayOf(program, DYNAMIC)) : receiver;
    return {
      kind: "Place",
      target: { kind: "ArrayAccess", array, index, type: element, span },
      field: null,
    };
  }
  if (type.kind === "Abstract" && hasMeta(type.abstract.meta, ":arrayAccess"))
    return elementOf(ctx, underlying(receiver, type), indexAs, span);
  if (hasElements(type)) {
    return { kind: "Element", receiver, index: indexAs(keyType(type) ?? "value"), span };
  }
  const seen = type.kind === "Abstract" ? behind(receiver, type) : null;
  if (seen !== null) return elementOf(ctx, seen, indexAs, span);
  problem(ctx, "HX3035", receiver.span, { type: printType(receiver.type) });
  return { kind: "Error", span };
}

/** The value by its underlying type, for an abstract that converts to it or forwards everything. */
function behind(receiver: TypedExpr, type: AbstractInstType): TypedExpr | null {
  if (type.abstract.isCoreType) return null;
  const to = type.abstract.to.find(({ field }) => field === null);
  const isHidden = to === undefined && type.abstract.forward !== "all";
  return isHidden ? null : underlying(receiver, type);
}

function underlying(receiver: TypedExpr, type: AbstractInstType): TypedExpr {
  const { span } = receiver;
  return { kind: "Cast", form: "unchecked", expr: receiver, type: underlyingOf(type), span };
}

/** The element type of an Array or of what becomes one; null for anything else. */
function elementType(ctx: FunctionContext, type: Type): Type | null {
  switch (type.kind) {
    case "Inst": {
      if (type.class.path === "Array") return type.params[0] ?? DYNAMIC;
      const array = arrayOf(ctx.program, DYNAMIC);
      return asInstanceOf(type, array.class)?.params[0] ?? null;
    }
    case "Mono": {
      const element = unknownType(ctx.program);
      return tryUnify(ctx.program.unification, type, arrayOf(ctx.program, element))
        ? element
        : null;
    }
    case "Dynamic":
      return type.param ?? DYNAMIC;
    default:
      return null;
  }
}

/** Has the abstract elements by number and a `length`, so that a `for` can go through them? */
export function isIndexed(type: Type): boolean {
  if (type.kind !== "Abstract" || type.abstract.implementation?.fields.has("length") !== true)
    return false;
  return type.abstract.operators.some(({ op }) => op === "[]");
}

/** Has the type functions for `[]`? A Map is a class of the library that has `get` and `set`. */
function hasElements(type: Type): boolean {
  if (type.kind === "Abstract")
    return type.abstract.operators.some(
      (operator) => operator.op === "[]" || operator.op === "[]=",
    );
  return type.kind === "Inst" && mapMethod(type, "get") !== null;
}

/** Its own classes and interfaces, such as `StringMap`, have no `[]` in Haxe either. */
function mapMethod(type: InstType, name: "get" | "set") {
  return type.class.path === "haxe.ds.Map" ? findField(type, name) : null;
}

function keyType(type: Type): Type | null {
  if (type.kind !== "Inst") return null;
  const found = mapMethod(type, "get");
  if (found === null) return null;
  const declared = followNull(found.field.type);
  if (declared.kind !== "Fun") return null;
  const pairs = substitution(found.owner.params, found.ownerParams);
  const [key] = declared.args;
  if (key === undefined || key.type.kind !== "TypeParam") return null;
  return pairs.get(key.type.param) ?? null;
}

export function readElement(ctx: FunctionContext, access: Element): TypedExpr {
  const type = followNull(access.receiver.type);
  if (type.kind === "Inst") return callMap(ctx, access, type, "get", []);
  return type.kind === "Abstract"
    ? callOperator(ctx, access, type, "[]", [])
    : errorExpr(access.span);
}

/** The value of the assignment is the value assigned; see assignments.ts. */
export function writeElement(ctx: FunctionContext, access: Element, value: TypedExpr): TypedExpr {
  const type = followNull(access.receiver.type);
  if (type.kind === "Inst") return callMap(ctx, access, type, "set", [value]);
  return type.kind === "Abstract"
    ? callOperator(ctx, access, type, "[]=", [value])
    : errorExpr(access.span);
}

/** What an assigned value is asked to be. */
export function assignedType(ctx: FunctionContext, access: Element): Type | null {
  const type = followNull(access.receiver.type);
  if (type.kind === "Inst") {
    const found = mapMethod(type, "set");
    if (found === null) return null;
    const signature = instantiateMethod(
      ctx.program,
      found.field,
      substitution(found.owner.params, found.ownerParams),
    );
    return signature.args[1]?.type ?? null;
  }
  return null;
}

function callMap(
  ctx: FunctionContext,
  access: Element,
  type: InstType,
  name: "get" | "set",
  values: readonly TypedExpr[],
): TypedExpr {
  const found = mapMethod(type, name);
  if (found === null) return errorExpr(access.span);
  const { owner, field, ownerParams } = found;
  const signature = instantiateMethod(ctx.program, field, substitution(owner.params, ownerParams));
  const args = [access.index, ...values].map((arg, index) =>
    convert(ctx, arg, signature.args[index]?.type ?? arg.type),
  );
  const { receiver, span } = access;
  return {
    kind: "MethodCall",
    object: receiver,
    owner,
    field,
    args,
    isSuper: false,
    type: signature.result,
    span,
  };
}

/** The first of the abstract's functions that takes the index (and the value). */
function callOperator(
  ctx: FunctionContext,
  access: Element,
  type: AbstractInstType,
  op: "[]" | "[]=",
  values: readonly TypedExpr[],
): TypedExpr {
  const { trail } = ctx.program.unification;
  const pairs = substitution(type.abstract.params, type.params);
  for (const operator of type.abstract.operators) {
    const { field } = operator;
    if (operator.op !== op || field.owner === null) continue;
    const mark = trail.mark;
    const signature = instantiateMethod(ctx.program, field, pairs);
    const given = [access.index, ...values];
    const args = given.map((arg, index) =>
      tryConvert(ctx, arg, signature.args[index + 1]?.type ?? arg.type),
    );
    if (args.every((arg) => arg !== null)) {
      return abstractCall(
        ctx,
        field.owner,
        field,
        [access.receiver, ...args],
        signature.result,
        access.span,
      );
    }
    trail.rollBack(mark);
  }
  const wanted = op === "[]" ? "read" : "written";
  problem(ctx, "HX3036", access.span, { type: printType(access.receiver.type), wanted });
  return errorExpr(access.span);
}
