/** `[key => value]`: a Map made empty and filled. */
import type { Span } from "#compiler/source/span.ts";
import type * as ast from "#compiler/syntax/ast.ts";
import { follow } from "#compiler/types/follow.ts";
import type { Type } from "#compiler/types/type.ts";
import type { TypedExpr } from "#compiler/types/typed_ast.ts";
import { readVariable } from "../calls/forwarding.ts";
import {
  type Expected,
  errorExpr,
  type FunctionContext,
  newTemporary,
  problem,
} from "../program/context.ts";
import { standardType, voidType } from "../program/core_types.ts";
import { convert } from "./convert.ts";
import { arrayElementType, mapParams } from "./expected_elements.ts";

/** `[k => v]`: a Map made empty and filled. */
export function typeMap(
  ctx: FunctionContext,
  expr: ast.ArrayDeclExpr,
  entries: readonly ast.Expr[],
  expected: Expected,
): TypedExpr {
  const wanted = mapParams(expected);
  const keyType = wanted?.key ?? "value";
  const valueType = wanted?.value ?? "value";
  const keys: TypedExpr[] = [];
  const values: TypedExpr[] = [];
  for (const entry of entries) {
    if (entry.kind !== "Binop" || entry.op !== "=>") {
      problem(ctx, "HX3047", entry.span, {});
      continue;
    }
    keys.push(ctx.typeExpr(ctx, entry.left, keyType));
    values.push(ctx.typeExpr(ctx, entry.right, valueType));
  }
  reportRepeated(ctx, keys);
  const key = wanted?.key ?? arrayElementType(ctx, keys);
  const value = wanted?.value ?? arrayElementType(ctx, values);
  return buildMap(ctx, key, value, expr.span, (map) =>
    keys.map((one, index) =>
      setEntry(ctx, map, one, values[index] ?? errorExpr(one.span), key, value),
    ),
  );
}

/** A constant can only be the key of one entry. */
function reportRepeated(ctx: FunctionContext, keys: readonly TypedExpr[]): void {
  const seen = new Map<string, TypedExpr>();
  for (const key of keys) {
    const text = constantText(key);
    if (text === null) continue;
    const before = seen.get(text);
    if (before === undefined) seen.set(text, key);
    else {
      const file = ctx.scope.module.source.file;
      const label = { file, span: before.span, text: "first here" };
      problem(ctx, "HX3122", key.span, { key: text }, { labels: [label] });
    }
  }
}

function constantText(key: TypedExpr): string | null {
  switch (key.kind) {
    case "Int":
    case "Float":
    case "Bool":
      return String(key.value);
    case "String":
      return JSON.stringify(key.value);
    default:
      return null;
  }
}

export function buildMap(
  ctx: FunctionContext,
  key: Type,
  value: Type,
  span: Span,
  fill: (map: TypedExpr) => readonly TypedExpr[],
): TypedExpr {
  const type = standardType(ctx.program, "haxe.ds.Map", [key, value]);
  if (type?.kind !== "Inst") {
    problem(ctx, "HX2001", span, { name: "Map" });
    return errorExpr(span);
  }
  const variable = newTemporary(ctx, "map", type, span);
  const made: TypedExpr = {
    kind: "New",
    class: type.class,
    constructorOwner: type.class,
    args: [],
    type,
    span,
  };
  const declare: TypedExpr = { kind: "Var", variable, value: made, type, span };
  const map = readVariable(variable, span);
  return { kind: "Block", exprs: [declare, ...fill(map), map], type, span };
}

export function setEntry(
  ctx: FunctionContext,
  map: TypedExpr,
  key: TypedExpr,
  value: TypedExpr,
  keyType: Type,
  valueType: Type,
): TypedExpr {
  const type = follow(map.type);
  const field = type.kind === "Inst" ? type.class.fields.get("set") : undefined;
  if (type.kind !== "Inst" || field === undefined) return errorExpr(key.span);
  const args = [convert(ctx, key, keyType), convert(ctx, value, valueType)];
  const span = { start: key.span.start, end: value.span.end };
  return {
    kind: "MethodCall",
    object: map,
    owner: type.class,
    field,
    args,
    isSuper: false,
    type: voidType(ctx.program),
    span,
  };
}
