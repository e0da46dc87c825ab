/** Warnings about what is correct but hardly meant, and `@:haxe.warning("-WName")`, which silences them. */
import type { Span } from "#compiler/source/span.ts";
import type { Metadata } from "#compiler/syntax/ast.ts";
import { type FunctionContext, problem } from "./context.ts";
import { deprecation, hasMeta } from "./metadata.ts";

/** As Haxe names them. */
export type WarningName = "WDeprecated" | "WUnusedPattern";

/** The warnings that the metadata switches off; `WAll` stands for every one. */
export function silencedBy(meta: readonly Metadata[]): string[] {
  return meta
    .filter((entry) => entry.name === ":haxe.warning")
    .flatMap((entry) => entry.params)
    .flatMap((param) => (param.kind === "String" ? param.value.split(" ") : []))
    .filter((word) => word.startsWith("-"))
    .map((word) => word.slice(1));
}

export function isSilenced(ctx: FunctionContext, name: WarningName): boolean {
  return ctx.silenced.includes(name) || ctx.silenced.includes("WAll");
}

/** Warns where something is used that is marked `@:deprecated`; what is deprecated itself may use it. */
export function warnDeprecated(
  ctx: FunctionContext,
  used: { readonly name: string; readonly meta: readonly Metadata[] },
  span: Span,
): void {
  const note = deprecation(used.meta);
  if (note === null || isSilenced(ctx, "WDeprecated")) return;
  if (hasMeta(ctx.class.meta, ":deprecated") || hasMeta(ctx.field.meta, ":deprecated")) return;
  problem(ctx, "HX3902", span, { name: used.name, note });
}
