/** Calls of anything that can be called. */
import type { Span } from "#compiler/source/span.ts";
import type * as ast from "#compiler/syntax/ast.ts";
import { substitution } from "#compiler/types/apply.ts";
import { DYNAMIC, ERROR, isVoid } from "#compiler/types/core.ts";
import { followNull } from "#compiler/types/follow.ts";
import { findConstructor } from "#compiler/types/members.ts";
import { printType } from "#compiler/types/print.ts";
import type { FunArg, FunType, Type } from "#compiler/types/type.ts";
import type { TypedExpr } from "#compiler/types/typed_ast.ts";
import { tryUnify } from "#compiler/types/unify.ts";
import { type Access, methodCall, readAccess } from "./access.ts";
import { positionOf, typeArguments } from "./arguments.ts";
import { readElement } from "./array_access.ts";
import { bindCall } from "./bind.ts";
import { abstractCall } from "./changed_this.ts";
import {
  type Expected,
  errorExpr,
  expectedType,
  type FunctionContext,
  problem,
  useThis,
} from "./context.ts";
import { convert, instantiateMethod } from "./convert.ts";
import { arrayOf, standardType, voidType } from "./core_types.ts";
import { matchCall } from "./enum_match.ts";
import { lookupPath } from "./lookup.ts";
import { textOfAbstract } from "./operators.ts";
import { accessOf } from "./paths.ts";
import { unknownType } from "./program.ts";
import { staticCall } from "./static_call.ts";
import { staticAccess } from "./static_members.ts";

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
  if (
    access.kind === "StaticMethod" &&
    access.owner.path === "Std" &&
    access.field.name === "string"
  )
    return textCall(ctx, access, args, span);
  const wanted = expectedType(expected);
  if (access.kind === "Constructor" && wanted !== null)
    tryUnify(ctx.program.unification, access.type.result, wanted);
  return callAccess(ctx, access, args, span);
}

/** `Std.string(value)`: an abstract says itself how it is written, which its value alone does not show. */
function textCall(
  ctx: FunctionContext,
  access: Extract<Access, { kind: "StaticMethod" }>,
  args: readonly ast.Expr[],
  span: Span,
): TypedExpr {
  const [only, ...others] = args;
  const [param] = access.type.args;
  if (only === undefined || others.length > 0 || param === undefined)
    return callAccess(ctx, access, args, span);
  const value = ctx.typeExpr(ctx, only, param.type);
  const text = textOfAbstract(ctx, value);
  if (text !== null) return text;
  const typed = convert(ctx, value, param.type);
  return staticCall(access.owner, access.field, [typed], access.type.result, span);
}

/** Calls what the access stands for. */
export function callAccess(
  ctx: FunctionContext,
  access: Access,
  args: readonly ast.Expr[],
  span: Span,
): TypedExpr {
  switch (access.kind) {
    case "Method":
      if (access.isSuper && access.field.isAbstract)
        problem(ctx, "HX3126", access.span, { name: access.field.name });
      return methodCall(access, typeArguments(ctx, access.type.args, args, span), span);
    case "StaticMethod":
      return staticCall(
        access.owner,
        access.field,
        typeArguments(ctx, access.type.args, args, span),
        access.type.result,
        span,
      );
    case "Extension": {
      const typed = typeArguments(ctx, access.type.args.slice(1), args, span);
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
      const typed = typeArguments(ctx, access.type.args, args, span);
      const { enum: enumType, constructor: chosen, type } = access;
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
  const values = args.map((arg) => ctx.typeExpr(ctx, arg, "value"));
  if (type.kind === "Error") return errorExpr(span);
  if (type.kind === "Dynamic")
    return { kind: "Call", callee, args: values, type: type.param ?? DYNAMIC, span };
  const underlying = type.kind === "Abstract" ? functionBehind(type) : null;
  if (underlying !== null) return callValue(ctx, { ...callee, type: underlying }, args, span);
  problem(ctx, "HX3032", callee.span, { type: printType(callee.type) });
  return errorExpr(span);
}

/** An abstract that converts to a function can be called. */
function functionBehind(type: Extract<Type, { kind: "Abstract" }>): Type | null {
  const found = type.abstract.to.find(
    ({ type: to, field }) => field === null && followNull(to).kind === "Fun",
  );
  if (found === undefined) return null;
  return followNull(found.type);
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
  ctx.program.unification.trail.bind(mono, type);
  return { kind: "Call", callee, args: values, type: result, span };
}

/** `super(...)`: the constructor of the nearest ancestor that has one. */
function superCall(ctx: FunctionContext, args: readonly ast.Expr[], span: Span): TypedExpr {
  const type = ctx.thisType === null ? null : followNull(ctx.thisType);
  const parent = type?.kind === "Inst" ? type.class.superClass : null;
  const found = parent === null || !ctx.isConstructor ? null : findConstructor(parent);
  if (found === null) {
    problem(ctx, "HX3033", span, {});
    return errorExpr(span);
  }
  useThis(ctx);
  const signature = instantiateMethod(
    ctx.program,
    found.field,
    substitution(found.owner.params, found.ownerParams),
  );
  const typed = typeArguments(ctx, signature.args, args, span);
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
  const [first, ...others] = args.map((arg) => ctx.typeExpr(ctx, arg, "value"));
  if (first === undefined) return null;
  for (const value of [first, ...others]) {
    if (isVoid(value.type)) problem(ctx, "HX3051", value.span, {});
  }
  const text = textOfAbstract(ctx, first) ?? first;
  const infos = standardType(ctx.program, "haxe.PosInfos") ?? ERROR;
  const custom: TypedExpr | null =
    others.length === 0
      ? null
      : { kind: "ArrayDecl", elements: others, type: arrayOf(ctx.program, DYNAMIC), span };
  const place = positionOf(ctx, span, infos, custom);
  const access = staticAccess(ctx, log, "trace", span);
  if (access === null || access.kind === "Element") return null;
  if (access.kind === "StaticMethod")
    return staticCall(access.owner, access.field, [text, place], voidType(ctx.program), span);
  return {
    kind: "Call",
    callee: readAccess(ctx, access),
    args: [text, place],
    type: voidType(ctx.program),
    span,
  };
}

/** `$type(e)` reports the type of an expression, and is that expression. */
function showType(ctx: FunctionContext, args: readonly ast.Expr[], span: Span): TypedExpr {
  const [only] = args;
  if (only === undefined) return errorExpr(span);
  const typed = ctx.typeExpr(ctx, only, "value");
  problem(ctx, "HX3900", only.span, { type: printType(typed.type) });
  return typed;
}
