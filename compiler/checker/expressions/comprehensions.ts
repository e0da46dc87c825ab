/** `[for (x in a) e]`: a loop whose innermost values are collected. */
import type { Span } from "#compiler/source/span.ts";
import type * as ast from "#compiler/syntax/ast.ts";
import { follow } from "#compiler/types/follow.ts";
import type { ClassField, Type } from "#compiler/types/type.ts";
import type { LocalVariable, TypedExpr } from "#compiler/types/typed_ast.ts";
import { readVariable } from "../calls/forwarding.ts";
import {
  declareLocal,
  type Expected,
  errorExpr,
  type FunctionContext,
  inBlock,
  newTemporary,
  wantValue,
} from "../program/context.ts";
import { arrayOf, intType } from "../program/core_types.ts";
import { unknownType } from "../program/program.ts";
import { isBareNull } from "./bare_null.ts";
import { convert } from "./convert.ts";
import { elementWanted, mapParams } from "./expected_elements.ts";
import { buildMap, setEntry } from "./map_literals.ts";

/** `[for (x in a) if (c) e]`: the loop, with its innermost value pushed to an array or set in a map. */
export function typeComprehension(
  ctx: FunctionContext,
  expr: ast.ArrayDeclExpr,
  loop: ast.ForExpr | ast.WhileExpr,
  expected: Expected,
): TypedExpr {
  return isMapLoop(loop)
    ? typeMapComprehension(ctx, expr, loop, expected)
    : typeArrayComprehension(ctx, expr, loop, expected);
}

/** Is the innermost value a `key => value`? */
function isMapLoop(expr: ast.Expr): boolean {
  switch (expr.kind) {
    case "For":
    case "While":
      return isMapLoop(expr.body);
    case "If":
      return isMapLoop(expr.then) || (expr.else !== null && isMapLoop(expr.else));
    case "Parenthesis":
      return isMapLoop(expr.expr);
    case "Meta":
      return isMapLoop(expr.expr);
    case "Block": {
      const last = expr.exprs.at(-1);
      return last !== undefined && isMapLoop(last);
    }
    case "Binop":
      return expr.op === "=>";
    default:
      return false;
  }
}

const COLLECT = "`collect";

const COLLECT_ENTRY = "`collectEntry";

/** Puts a call of `collect` around the innermost value, which the loop's typing then finds as a local function. */
function collecting(expr: ast.Expr): ast.Expr {
  switch (expr.kind) {
    case "For":
    case "While":
      return { ...expr, body: collecting(expr.body) };
    case "If":
      return {
        ...expr,
        then: collecting(expr.then),
        else: expr.else === null ? null : collecting(expr.else),
      };
    case "Parenthesis":
      return collecting(expr.expr);
    case "Meta":
      return { ...expr, expr: collecting(expr.expr) };
    case "Block": {
      const last = expr.exprs.at(-1);
      if (last === undefined) return expr;
      return { ...expr, exprs: [...expr.exprs.slice(0, -1), collecting(last)] };
    }
    case "Switch":
      return {
        ...expr,
        cases: expr.cases.map((one) => {
          const last = one.body.at(-1);
          return last === undefined
            ? one
            : { ...one, body: [...one.body.slice(0, -1), collecting(last)] };
        }),
      };
    case "Try":
      return {
        ...expr,
        body: collecting(expr.body),
        catches: expr.catches.map((one) => ({ ...one, body: collecting(one.body) })),
      };
    case "Break":
    case "Continue":
    case "Throw":
    case "Return":
      return expr;
    case "Binop":
      if (expr.op === "=>") return collectCall(COLLECT_ENTRY, [expr.left, expr.right], expr.span);
      return collectCall(COLLECT, [expr], expr.span);
    default:
      return collectCall(COLLECT, [expr], expr.span);
  }
}

function collectCall(name: string, args: readonly ast.Expr[], span: Span): ast.Expr {
  return { kind: "Call", callee: { kind: "Ident", name, span }, args, span };
}

/** Types the loop with the calls of `collect` answered by `add`. */
function typeCollecting(
  ctx: FunctionContext,
  loop: ast.ForExpr | ast.WhileExpr,
  add: (inner: FunctionContext, call: ast.CallExpr) => TypedExpr,
): TypedExpr {
  const outer = ctx.typeExpr;
  const typeExpr: FunctionContext["typeExpr"] = (inner, expr, expected) => {
    const isCollect =
      expr.kind === "Call" && expr.callee.kind === "Ident" && expr.callee.name.startsWith(COLLECT);
    return isCollect ? add({ ...inner, typeExpr: outer }, expr) : outer(inner, expr, expected);
  };
  return typeExpr({ ...inBlock(ctx), typeExpr }, collecting(loop), "none");
}

function typeArrayComprehension(
  ctx: FunctionContext,
  expr: ast.ArrayDeclExpr,
  loop: ast.ForExpr | ast.WhileExpr,
  expected: Expected,
): TypedExpr {
  const { span } = expr;
  const element = elementWanted(ctx, expected) ?? unknownType(ctx.program);
  const type = arrayOf(ctx.program, element);
  const variable = newTemporary(ctx, "array", type, span);
  const field = type.class.fields.get("push");
  if (field === undefined) return errorExpr(span);
  declareLocal(ctx, variable);
  const body = typeCollecting(ctx, loop, (inner, call) => {
    const [item] = call.args;
    if (item === undefined) return errorExpr(call.span);
    const value = convert(inner, wantValue(inner, inner.typeExpr(inner, item, element)), element);
    return pushTo(ctx, variable, field, value);
  });
  const made: TypedExpr = { kind: "ArrayDecl", elements: [], type, span };
  const declare: TypedExpr = { kind: "Var", variable, value: made, type, span };
  return { kind: "Block", exprs: [declare, body, readVariable(variable, span)], type, span };
}

function pushTo(
  ctx: FunctionContext,
  variable: LocalVariable,
  field: ClassField,
  value: TypedExpr,
): TypedExpr {
  const { span } = value;
  const array = readVariable(variable, span);
  const type = intType(ctx.program);
  if (field.intrinsic !== null)
    return { kind: "Intrinsic", name: field.intrinsic, field, args: [array, value], type, span };
  const owner = follow(variable.type);
  if (owner.kind !== "Inst") return errorExpr(span);
  return {
    kind: "MethodCall",
    object: array,
    owner: owner.class,
    field,
    args: [value],
    isSuper: false,
    type,
    span,
  };
}

/**
 * What it holds is of the first entry's types, whatever its place asks for: as in Haxe, where it is a `new Map()` that is
 * filled. Only a `null` is of the type that is asked for, which it may not fit.
 */
function typeMapComprehension(
  ctx: FunctionContext,
  expr: ast.ArrayDeclExpr,
  loop: ast.ForExpr | ast.WhileExpr,
  expected: Expected,
): TypedExpr {
  const wanted = mapParams(expected);
  const key = unknownType(ctx.program);
  const value = unknownType(ctx.program);
  const entry = (inner: FunctionContext, part: ast.Expr, type: Type, asked?: Type): TypedExpr => {
    const typed = inner.typeExpr(inner, part, type);
    return asked !== undefined && isBareNull(typed) ? convert(inner, typed, asked) : typed;
  };
  return buildMap(ctx, key, value, expr.span, (map) => [
    typeCollecting(ctx, loop, (inner, call) => {
      const [keyExpr, valueExpr] = call.args;
      if (keyExpr === undefined || valueExpr === undefined) return errorExpr(call.span);
      const typedKey = entry(inner, keyExpr, key, wanted?.key);
      const typedValue = entry(inner, valueExpr, value, wanted?.value);
      return setEntry(inner, map, typedKey, typedValue, key, value);
    }),
  ]);
}
