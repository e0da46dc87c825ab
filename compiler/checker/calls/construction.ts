/** How instances of a type are made. */

import type { Span } from "#compiler/source/span.ts";
import { substitution } from "#compiler/types/apply.ts";
import { follow, underlyingOf } from "#compiler/types/follow.ts";
import { findConstructor } from "#compiler/types/members.ts";
import { printType } from "#compiler/types/print.ts";
import type { AbstractInstType, ClassType, FunType, InstType, Type } from "#compiler/types/type.ts";
import type { TypedExpr } from "#compiler/types/typed_ast.ts";
import { tryUnify } from "#compiler/types/unify.ts";
import { abstractMethods } from "../declarations/check_inheritance.ts";
import { isIncomplete } from "../declarations/incomplete.ts";
import { instantiateMethod } from "../expressions/convert.ts";
import type { Callee } from "../problems/explain.ts";
import { fieldCallee } from "../problems/explain.ts";
import { errorExpr, type FunctionContext, problem } from "../program/context.ts";
import { hasMeta } from "../program/metadata.ts";
import { isVisible, reportPrivate } from "../program/visibility.ts";
import { constructParameter } from "./own_factory.ts";
import { staticCall } from "./static_call.ts";

/** How a type is made: the constructor's signature, and the expression for given arguments. */
export interface Construction {
  readonly type: FunType;
  /** Null where nothing in the source declares it. */
  readonly callee: Callee | null;
  readonly make: (args: readonly TypedExpr[]) => TypedExpr;
}

export function constructionOf(
  ctx: FunctionContext,
  type: Type,
  span: Span,
  typeSpan: Span,
): Construction | null {
  switch (type.kind) {
    case "Inst":
      return newInstance(ctx, type, span, typeSpan);
    case "Abstract":
      return newAbstract(ctx, type, span, typeSpan);
    case "Error":
      return null;
    case "TypeParam": {
      const construction = constructParameter(ctx, type.param, span);
      if (construction === null) problem(ctx, "HX3040", typeSpan, { type: printType(type) });
      return construction === null ? null : { ...construction, callee: null };
    }
    default:
      problem(ctx, "HX3040", typeSpan, { type: printType(type) }, { hint: insteadOf(type) });
      return null;
  }
}

function insteadOf(type: Type): string | null {
  if (type.kind === "Anon") return "Write it as `{field: value}`";
  if (type.kind !== "Enum") return null;
  const names = [...type.enum.constructors.keys()].slice(0, SHOWN).map((name) => `\`${name}\``);
  return names.length === 0 ? null : `Use one of its constructors: ${names.join(", ")}`;
}

/** How many constructors of an enum are named. */
const SHOWN = 6;

function reportNoConstructor(ctx: FunctionContext, made: ClassType, span: Span): void {
  const labels = [{ file: made.file, span: made.span, text: "declared here" }];
  const hint = "Add `public function new() {}` to it";
  problem(ctx, "HX3042", span, { type: made.path }, { labels, hint });
}

function newInstance(
  ctx: FunctionContext,
  type: InstType,
  span: Span,
  typeSpan: Span,
): Construction | null {
  const { class: made } = type;
  if (made.form === "interface") {
    const labels = [{ file: made.file, span: made.span, text: "an interface, declared here" }];
    const hint = "Construct a class that implements it";
    problem(ctx, "HX3040", typeSpan, { type: printType(type) }, { labels, hint });
    return null;
  }
  if (made.isAbstract) {
    const missing = abstractMethods(type).map((method) => `\`${method.field.name}\``);
    const hint = missing.length === 0 ? null : `Extend it and implement ${missing.join(", ")}`;
    problem(ctx, "HX3041", typeSpan, { type: made.path }, { hint });
    return null;
  }
  const found = findConstructor(type);
  if (found === null) {
    if (!isIncomplete(ctx.program, made)) reportNoConstructor(ctx, made, typeSpan);
    return null;
  }
  if (!isVisible(ctx, found.owner, found.field)) {
    reportPrivate(ctx, found.owner, found.field, typeSpan);
    return null;
  }
  const signature = instantiateMethod(
    ctx.program,
    found.field,
    substitution(found.owner.params, found.ownerParams),
  );
  return {
    type: { kind: "Fun", args: signature.args, result: type },
    callee: fieldCallee(found.field, signature.args),
    make: (args) =>
      textItself(made, args) ?? {
        kind: "New",
        class: made,
        constructorOwner: found.owner,
        args,
        type,
        span,
      },
  };
}

/** `new String(text)` is the text: texts have no identity. */
function textItself(made: ClassType, args: readonly TypedExpr[]): TypedExpr | null {
  return made.path === "String" ? (args[0] ?? null) : null;
}

/** An abstract's constructor is a static function that returns the value. */
function newAbstract(
  ctx: FunctionContext,
  type: AbstractInstType,
  span: Span,
  typeSpan: Span,
): Construction | null {
  const owner = type.abstract.implementation;
  const field = owner?.statics.get("_new");
  if (field === undefined && hasMeta(type.abstract.meta, ":forward.new"))
    return forwardedNew(ctx, type, span, typeSpan);
  if (owner === null || field === undefined) {
    problem(ctx, "HX3042", typeSpan, { type: type.abstract.path });
    return null;
  }
  if (!isVisible(ctx, owner, field)) {
    reportPrivate(ctx, owner, field, typeSpan, "new");
    return null;
  }
  const signature = instantiateMethod(ctx.program, field, substitution(owner.params, type.params));
  if (hasMeta(type.abstract.meta, ":multiType"))
    return newMultiType(ctx, type, signature, span, typeSpan);
  return {
    type: { kind: "Fun", args: signature.args, result: type },
    callee: { ...fieldCallee(field, signature.args), name: "new" },
    make: (args) => staticCall(owner, field, args, type, span),
  };
}

/** `@:forward.new`: an instance of the underlying type, seen as the abstract. */
function forwardedNew(
  ctx: FunctionContext,
  type: AbstractInstType,
  span: Span,
  typeSpan: Span,
): Construction | null {
  const behind = constructionOf(ctx, follow(underlyingOf(type)), span, typeSpan);
  if (behind === null) return null;
  return {
    type: { ...behind.type, result: type },
    callee: behind.callee,
    make: (args) => ({ kind: "Cast", form: "unchecked", expr: behind.make(args), type, span }),
  };
}

/** `@:multiType`: the first `@:to` function for the arguments of the type makes the value; it gets null and the arguments. */
function newMultiType(
  ctx: FunctionContext,
  type: AbstractInstType,
  signature: FunType,
  span: Span,
  typeSpan: Span,
): Construction {
  const make = (args: readonly TypedExpr[]): TypedExpr => {
    for (const { field } of type.abstract.to) {
      if (field === null || field.owner === null) continue;
      const { args: params, result } = instantiateMethod(ctx.program, field, substitution([], []));
      const [first] = params;
      if (first === undefined || !isMadeFor(ctx, type, first.type)) continue;
      const nothing: TypedExpr = { kind: "Null", type: first.type, span };
      const call = staticCall(field.owner, field, [nothing, ...args], result, span);
      return { kind: "Cast", form: "unchecked", expr: call, type, span };
    }
    problem(ctx, "HX3040", typeSpan, { type: printType(type) });
    return errorExpr(span);
  };
  const made: FunType = { kind: "Fun", args: signature.args, result: type };
  return { type: made, callee: null, make };
}

/** An argument that is not known yet fits nothing: what is made could be the wrong thing. */
function isMadeFor(ctx: FunctionContext, type: AbstractInstType, wanted: Type): boolean {
  const isKnown = type.params.every((param) => follow(param).kind !== "Mono");
  return isKnown && tryUnify(ctx.program.unification, underlyingOf(type), wanted);
}
