/** Calls of anything that can be called. */
import type { Span } from "#compiler/source/span.ts";
import type * as ast from "#compiler/syntax/ast.ts";
import { substitution } from "#compiler/types/apply.ts";
import { DYNAMIC, ERROR, isVoid } from "#compiler/types/core.ts";
import { followNull, underlyingOf } from "#compiler/types/follow.ts";
import { findConstructor } from "#compiler/types/members.ts";
import { printType, printWholeType } from "#compiler/types/print.ts";
import type { AbstractInstType, FunArg, FunType, Type } from "#compiler/types/type.ts";
import type { TypedExpr } from "#compiler/types/typed_ast.ts";
import { directConversions, tryUnify } from "#compiler/types/unify.ts";
import { isOfUnknownOrigin } from "../declarations/incomplete.ts";
import { attempt } from "../expressions/attempt.ts";
import { instantiateMethod, reportMismatch } from "../expressions/convert.ts";
import { printedByAbstract } from "../expressions/string_parts.ts";
import { matchCall } from "../patterns/enum_match.ts";
import { type Access, methodCall, readAccess } from "../places/access.ts";
import { readElement } from "../places/array_access.ts";
import { abstractCall } from "../places/changed_this.ts";
import { accessOf } from "../places/paths.ts";
import { staticAccess } from "../places/static_members.ts";
import { type Callee, constructorCallee, fieldCallee } from "../problems/explain.ts";
import {
  type Expected,
  errorExpr,
  expectedType,
  type FunctionContext,
  problem,
  useThis,
} from "../program/context.ts";
import { arrayOf, standardType, voidType } from "../program/core_types.ts";
import { lookupPath } from "../program/lookup.ts";
import { hasMeta } from "../program/metadata.ts";
import { unknownType } from "../program/program.ts";
import { typeArguments } from "./arguments.ts";
import { bindCall } from "./bind.ts";
import { isFactory } from "./factories.ts";
import { positionOf } from "./omitted.ts";
import { type CallableAccess, callOverload } from "./overloads.ts";
import { staticCall } from "./static_call.ts";

export function typeCall(ctx: FunctionContext, call: ast.CallExpr, expected: Expected): TypedExpr {
  const { callee, args, span } = call;
  if (callee.kind === "Ident" && callee.name === "trace") {
    const traced = traceCall(ctx, args, span);
    if (traced !== null) return traced;
  }
  if (callee.kind === "Dollar" && callee.name === "type") return showType(ctx, args, span);
  if (callee.kind === "Field" && callee.name.name === "bind" && !callee.isSafe) {
    const bound = bindCall(ctx, callee.object, args, span);
    if (bound !== null) return bound;
  }
  if (callee.kind === "Field" && callee.name.name === "match" && !callee.isSafe) {
    const matched = matchCall(ctx, callee.object, args, span);
    if (matched !== null) return matched;
  }
  const access = accessOf(ctx, callee, expected);
  const wanted = expectedType(expected);
  if (wanted !== null && dependsOnResult(access))
    tryUnify(ctx.program.unification, access.type.result, wanted);
  return callAccess(ctx, access, args, span);
}

/** Must what is asked of the result be known before the arguments are complete? */
function dependsOnResult(access: Access): access is CallableAccess | Constructor {
  return access.kind === "Constructor" || (isCallable(access) && access.type.args.some(isFactory));
}

type Constructor = Extract<Access, { kind: "Constructor" }>;

/** Calls what the access stands for. */
export function callAccess(
  ctx: FunctionContext,
  access: Access,
  args: readonly ast.Expr[],
  span: Span,
): TypedExpr {
  if (isCallable(access)) {
    const overloaded = callOverload(ctx, access, args.length, (chosen) =>
      callChosen(ctx, chosen, args, span),
    );
    if (overloaded !== null) return overloaded;
  }
  return callChosen(ctx, access, args, span);
}

function isCallable(access: Access): access is CallableAccess {
  return access.kind === "Method" || access.kind === "StaticMethod" || access.kind === "Extension";
}

function callChosen(
  ctx: FunctionContext,
  access: Access,
  args: readonly ast.Expr[],
  span: Span,
): TypedExpr {
  switch (access.kind) {
    case "Method":
      if (access.isSuper && access.field.isAbstract)
        problem(ctx, "HX3126", access.span, { name: access.field.name });
      return methodCall(
        access,
        typeArguments(ctx, access.type.args, args, span, calleeOf(access)),
        span,
      );
    case "StaticMethod": {
      const typed = typeArguments(ctx, access.type.args, args, span, calleeOf(access));
      const given = isStdString(access) ? typed.map((arg) => printedBehindCast(ctx, arg)) : typed;
      return staticCall(access.owner, access.field, given, access.type.result, span);
    }
    case "Extension": {
      const typed = typeArguments(ctx, access.type.args.slice(1), args, span, calleeOf(access));
      return abstractCall(
        ctx,
        access.owner,
        access.field,
        [access.receiver, ...typed],
        access.type.result,
        span,
      );
    }
    case "Constructor": {
      const { enum: enumType, constructor: chosen, type } = access;
      const callee = constructorCallee(enumType, chosen);
      const typed = typeArguments(ctx, type.args, args, span, callee);
      return {
        kind: "NewEnum",
        enum: enumType,
        constructor: chosen,
        args: typed,
        type: type.result,
        span,
      };
    }
    case "Super":
      return superCall(ctx, args, span);
    case "Element":
      return callValue(ctx, readElement(ctx, access), args, span);
    case "Error":
      for (const arg of args) ctx.typeExpr(ctx, arg, "value");
      return errorExpr(span);
    default:
      return callValue(ctx, readAccess(ctx, access), args, span);
  }
}

/** A static extension is shown without the value that it extends. */
function calleeOf(access: CallableAccess): Callee {
  const args = access.kind === "Extension" ? access.type.args.slice(1) : access.type.args;
  return fieldCallee(access.field, args);
}

/** `Std.string` asks an abstract for its own `toString`. */
function isStdString({ owner, field }: Extract<Access, { kind: "StaticMethod" }>): boolean {
  return owner.path === "Std" && field.name === "string";
}

function printedBehindCast(ctx: FunctionContext, arg: TypedExpr): TypedExpr {
  const value = arg.kind === "Cast" && arg.form === "implicit" ? arg.expr : arg;
  const printed = printedByAbstract(ctx, value);
  return printed === value ? arg : printed;
}

/** Calls a function value. */
function callValue(
  ctx: FunctionContext,
  callee: TypedExpr,
  args: readonly ast.Expr[],
  span: Span,
): TypedExpr {
  const type = followNull(callee.type);
  if (callee.kind === "Null" && callee.type.kind !== "Error") {
    problem(ctx, "HX3032", callee.span, { type: "null" });
    return errorExpr(span);
  }
  if (type.kind === "Fun") {
    return {
      kind: "Call",
      callee,
      args: typeArguments(ctx, type.args, args, span),
      type: type.result,
      span,
    };
  }
  if (type.kind === "Mono") return callUnknown(ctx, callee, type, args, span);
  const called = type.kind === "Abstract" ? callAbstract(ctx, callee, type, args, span) : null;
  if (called !== null) return called;
  const values = args.map((arg) => ctx.typeExpr(ctx, arg, "value"));
  if (type.kind === "Error") return errorExpr(span);
  if (type.kind === "Dynamic")
    return { kind: "Call", callee, args: values, type: type.param ?? DYNAMIC, span };
  const hint = args.length === 0 ? "Remove the `()`: this is the value already" : null;
  problem(ctx, "HX3032", callee.span, { type: printType(callee.type) }, { hint });
  return errorExpr(span);
}

/** Calls an abstract: by its `@:op(a())`, or as the function that it is behind `@:callable` or converts to. */
function callAbstract(
  ctx: FunctionContext,
  callee: TypedExpr,
  type: AbstractInstType,
  args: readonly ast.Expr[],
  span: Span,
): TypedExpr | null {
  const operators = callOperators(ctx, callee, type, span);
  const [first] = operators;
  if (first !== undefined) {
    const call = (access: Access): TypedExpr => callChosen(ctx, access, args, span);
    return call(operators.find((one) => attempt(ctx, () => call(one), false)) ?? first);
  }
  const behind = functionBehind(type);
  return behind === null ? null : callValue(ctx, { ...callee, type: behind }, args, span);
}

/** `@:op(a())` functions, with the value as their first argument. */
function callOperators(
  ctx: FunctionContext,
  receiver: TypedExpr,
  type: AbstractInstType,
  span: Span,
): Access[] {
  const pairs = substitution(type.abstract.params, type.params);
  return type.abstract.operators.flatMap(({ op, field }): Access[] => {
    if (op !== "()" || field.owner === null) return [];
    const signature = instantiateMethod(ctx.program, field, pairs);
    return [{ kind: "Extension", receiver, owner: field.owner, field, type: signature, span }];
  });
}

function functionBehind(type: AbstractInstType): Type | null {
  if (hasMeta(type.abstract.meta, ":callable")) return underlyingOf(type);
  const found = directConversions(type, "to").map(followNull);
  return found.find((one) => one.kind === "Fun") ?? null;
}

/** The arguments tell what function it must be. */
function callUnknown(
  ctx: FunctionContext,
  callee: TypedExpr,
  mono: Extract<Type, { kind: "Mono" }>,
  args: readonly ast.Expr[],
  span: Span,
): TypedExpr {
  const values = args.map((arg) => ctx.typeExpr(ctx, arg, "value"));
  const result = unknownType(ctx.program);
  const type: FunType = {
    kind: "Fun",
    args: values.map(
      (value): FunArg => ({ name: "", isOptional: false, isRest: false, type: value.type }),
    ),
    result,
  };
  if (!tryUnify(ctx.program.unification, mono, type)) {
    reportMismatch(ctx, callee, type);
    return errorExpr(span);
  }
  return { kind: "Call", callee, args: values, type: result, span };
}

/** `super(...)`: the constructor of the nearest ancestor that has one. */
function superCall(ctx: FunctionContext, args: readonly ast.Expr[], span: Span): TypedExpr {
  const type = ctx.thisType === null ? null : followNull(ctx.thisType);
  const parent = type?.kind === "Inst" ? type.class.superClass : null;
  const found = parent === null || !ctx.isConstructor ? null : findConstructor(parent);
  if (found === null) {
    if (type === null || !isOfUnknownOrigin(ctx.program, type)) problem(ctx, "HX3033", span, {});
    return errorExpr(span);
  }
  if (ctx.closure.parent !== null) problem(ctx, "HX3039", span, {});
  useThis(ctx);
  const signature = instantiateMethod(
    ctx.program,
    found.field,
    substitution(found.owner.params, found.ownerParams),
  );
  const typed = typeArguments(
    ctx,
    signature.args,
    args,
    span,
    fieldCallee(found.field, signature.args),
  );
  return {
    kind: "SuperCall",
    owner: found.owner,
    field: found.field,
    args: typed,
    type: voidType(ctx.program),
    span,
  };
}

/** `trace(a, b)` is `haxe.Log.trace(a, place)`, the further values in the place's `customParams`. */
function traceCall(ctx: FunctionContext, args: readonly ast.Expr[], span: Span): TypedExpr | null {
  const log = lookupPath(ctx.program, ["haxe", "Log"]);
  const isShadowed = ctx.class.statics.has("trace") || ctx.class.fields.has("trace");
  if (log === null || isShadowed || args.length === 0) return null;
  const [first, ...others] = args.map((arg) =>
    printedByAbstract(ctx, ctx.typeExpr(ctx, arg, "value")),
  );
  if (first === undefined) return null;
  for (const value of [first, ...others]) {
    if (isVoid(value.type)) problem(ctx, "HX3051", value.span, {});
  }
  const infos = standardType(ctx.program, "haxe.PosInfos") ?? ERROR;
  const custom: TypedExpr | null =
    others.length === 0
      ? null
      : { kind: "ArrayDecl", elements: others, type: arrayOf(ctx.program, DYNAMIC), span };
  const place = positionOf(ctx, span, infos, custom);
  const access = staticAccess(ctx, log, "trace", span);
  if (access === null || access.kind === "Element") return null;
  if (access.kind === "StaticMethod")
    return staticCall(access.owner, access.field, [first, place], voidType(ctx.program), span);
  return {
    kind: "Call",
    callee: readAccess(ctx, access),
    args: [first, place],
    type: voidType(ctx.program),
    span,
  };
}

/** `$type(e)` reports the type of an expression, and is that expression. */
function showType(ctx: FunctionContext, args: readonly ast.Expr[], span: Span): TypedExpr {
  const [only] = args;
  if (only === undefined) return errorExpr(span);
  const typed = ctx.typeExpr(ctx, only, "value");
  problem(ctx, "HX3900", only.span, { type: printWholeType(typed.type) });
  return typed;
}
