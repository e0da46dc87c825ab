/** Reading metadata. */
import type { Expr, Metadata } from "#compiler/syntax/ast.ts";

export function hasMeta(meta: readonly Metadata[], name: string): boolean {
  return meta.some((entry) => entry.name === name);
}

export function findMeta(meta: readonly Metadata[], name: string): Metadata | null {
  return meta.find((entry) => entry.name === name) ?? null;
}

/** The constant text of the first parameter. */
export function metaText(meta: readonly Metadata[], name: string): string | null {
  const param = findMeta(meta, name)?.params[0];
  return param?.kind === "String" ? param.value : null;
}

/** What `@:deprecated` adds to the warning: its text behind a colon, or nothing; null where it is not there. */
export function deprecation(meta: readonly Metadata[]): string | null {
  if (!hasMeta(meta, ":deprecated")) return null;
  const text = metaText(meta, ":deprecated");
  return text === null ? "" : `: ${text}`;
}

/** `a.b.C` as written in metadata or code; null for anything that is not a path. */
export function pathOfExpr(expr: Expr): string | null {
  if (expr.kind === "Ident") return expr.name;
  if (expr.kind !== "Field" || expr.isSafe) return null;
  const object = pathOfExpr(expr.object);
  return object === null ? null : `${object}.${expr.name.name}`;
}
