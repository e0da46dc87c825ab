/** Warnings about what is correct but hardly meant, and `@:haxe.warning("-WName")`, which silences them. */
import type { Span } from "#compiler/source/span.ts";
import type { Metadata } from "#compiler/syntax/ast.ts";
import { type FunctionContext, problem } from "./context.ts";
import { deprecation, hasMeta } from "./metadata.ts";
import type { TypeScope } from "./program.ts";

/** As Haxe names them. */
export type WarningName = "WDeprecated" | "WUnusedPattern";

/** The scope of something with its own metadata. */
export function silencing(scope: TypeScope, meta: readonly Metadata[]): TypeScope {
  const silenced = silencedBy(meta);
  return silenced.length === 0 ? scope : { ...scope, silenced: [...scope.silenced, ...silenced] };
}

/** The warnings that the metadata switches off; `WAll` stands for every one. */
export function silencedBy(meta: readonly Metadata[]): string[] {
  return meta
    .filter((entry) => entry.name === ":haxe.warning")
    .flatMap((entry) => entry.params)
    .flatMap((param) => (param.kind === "String" ? param.value.split(" ") : []))
    .filter((word) => word.startsWith("-"))
    .map((word) => word.slice(1));
}

export function isSilenced({ silenced }: TypeScope, name: WarningName): boolean {
  return silenced.includes(name) || silenced.includes("WAll");
}

/** Warns where something is used that is marked `@:deprecated`; what is deprecated itself may use it. */
export function warnDeprecated(
  ctx: FunctionContext,
  used: { readonly name: string; readonly meta: readonly Metadata[] },
  span: Span,
): void {
  const note = deprecation(used.meta);
  if (note === null || isSilenced(ctx.scope, "WDeprecated")) return;
  if (hasMeta(ctx.class.meta, ":deprecated") || hasMeta(ctx.field.meta, ":deprecated")) return;
  problem(ctx, "HX3902", span, { name: used.name, note });
}
