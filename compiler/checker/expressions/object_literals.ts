/** `{name: value}`. */

import { didYouMean } from "#compiler/diagnostics/suggest.ts";
import type { Span } from "#compiler/source/span.ts";
import type * as ast from "#compiler/syntax/ast.ts";
import { follow, followNull } from "#compiler/types/follow.ts";
import { printType } from "#compiler/types/print.ts";
import type { AnonType, Type } from "#compiler/types/type.ts";
import type { TypedExpr } from "#compiler/types/typed_ast.ts";
import { isStructInit, typeStructInit } from "../declarations/struct_init.ts";
import { structureField } from "../places/structure_field.ts";
import {
  type Expected,
  expectedType,
  type FunctionContext,
  problem,
  wantValue,
} from "../program/context.ts";
import { convert } from "./convert.ts";

export function typeObjectDecl(
  ctx: FunctionContext,
  expr: ast.ObjectDeclExpr,
  expected: Expected,
): TypedExpr {
  reportRepeated(ctx, expr);
  const target = expectedType(expected);
  const instance = target === null ? null : followNull(target);
  if (instance?.kind === "Inst" && isStructInit(instance))
    return typeStructInit(ctx, expr, instance);
  const asked = structureAsked(expected);
  const wanted = asked === null ? null : asked.structure;
  const fields = expr.fields.map((field) => {
    const type = wanted?.fields.get(field.name.name)?.type ?? null;
    const wantedValue = type ?? dynamicValue(expected) ?? "value";
    const value = wantValue(ctx, ctx.typeExpr(ctx, field.value, wantedValue));
    return {
      name: field.name.name,
      span: field.name.span,
      value: type === null ? value : convert(ctx, value, type),
    };
  });
  if (asked !== null && asked.structure.fields.size > 0)
    checkFields(ctx, expr, asked.structure, asked.type);
  const type: Type = {
    kind: "Anon",
    fields: new Map(
      fields.map((field) => [field.name, structureField(field.name, field.value.type, field.span)]),
    ),
  };
  const given = asked === null ? type : asked.type;
  return {
    kind: "ObjectDecl",
    fields: fields.map(({ name, value }) => ({ name, value })),
    type: given,
    span: expr.span,
  };
}

/** The structure that is asked for: by its name, or as what an abstract is made from. */
function structureAsked(
  expected: Expected,
): { readonly type: Type; readonly structure: AnonType } | null {
  const type = expectedType(expected);
  if (type === null) return null;
  const followed = followNull(type);
  if (followed.kind === "Anon") return { type, structure: followed };
  if (followed.kind !== "Abstract" || followed.params.length > 0) return null;
  for (const conversion of followed.abstract.from) {
    const from = follow(conversion.type);
    if (from.kind === "Anon") return { type: conversion.type, structure: from };
  }
  return null;
}

/** The values of a `Dynamic<T>` that is asked for. */
function dynamicValue(expected: Expected): Type | null {
  const type = expectedType(expected);
  const followed = type === null ? null : followNull(type);
  return followed?.kind === "Dynamic" ? followed.param : null;
}

/** A literal must have the fields that are asked for, and no others. */
function checkFields(
  ctx: FunctionContext,
  expr: ast.ObjectDeclExpr,
  wanted: AnonType,
  type: Type,
): void {
  const given = new Set(expr.fields.map((field) => field.name.name));
  const missing = [...wanted.fields.values()].filter(
    (field) => !field.isOptional && !given.has(field.name),
  );
  const extra = expr.fields.filter((field) => !wanted.fields.has(field.name.name));
  for (const field of extra) {
    const hint = didYouMean(
      field.name.name,
      [...wanted.fields.keys()].filter((name) => !given.has(name)),
    );
    problem(
      ctx,
      "HX3048",
      field.name.span,
      { name: field.name.name, type: printType(type) },
      { hint },
    );
  }
  if (missing.length === 0 || extra.length > 0) return;
  const names = missing.map((field) => `\`${field.name} : ${printType(field.type)}\``).join(", ");
  problem(ctx, "HX3049", expr.span, { names, type: printType(type) });
}

function reportRepeated(ctx: FunctionContext, expr: ast.ObjectDeclExpr): void {
  const seen = new Map<string, Span>();
  for (const { name } of expr.fields) {
    const first = seen.get(name.name);
    if (first !== undefined) {
      const labels = [
        { file: ctx.scope.module.source.file, span: first, text: "first declared here" },
      ];
      problem(ctx, "HX2014", name.span, { name: name.name }, { labels });
    }
    seen.set(name.name, first ?? name.span);
  }
}
