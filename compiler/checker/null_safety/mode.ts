/** Which null safety holds where: `@:nullSafety` of a field or its class, else that of the whole library. */
import type { Metadata } from "#compiler/syntax/ast.ts";
import { findMeta } from "../program/metadata.ts";

/**
 * `loose`: what has been tested stays tested, whatever is called meanwhile. `strict`: a call may change fields, and a
 * closure may run when captured variables have changed. `strict_threaded`: another thread may change any field.
 */
export type NullSafety = "off" | "loose" | "strict" | "strict_threaded";

export const NULL_SAFETY_MODES = ["off", "loose", "strict", "strict_threaded"] as const;

const MODES_OF_METADATA: Readonly<Record<string, NullSafety>> = {
  Off: "off",
  Loose: "loose",
  Strict: "strict",
  StrictThreaded: "strict_threaded",
};

interface Annotated {
  readonly meta: readonly Metadata[];
}

/** The mode in a member, in a library of the mode `library`. */
export function nullSafetyOf(
  { class: holder, field }: { readonly class: Annotated; readonly field: Annotated },
  library: NullSafety,
): NullSafety {
  return written(field.meta) ?? written(holder.meta) ?? library;
}

/** `@:nullSafety` alone is loose; null where there is none. */
function written(meta: readonly Metadata[]): NullSafety | null {
  const found = findMeta(meta, ":nullSafety");
  if (found === null) return null;
  const [param] = found.params;
  return (param?.kind === "Ident" ? MODES_OF_METADATA[param.name] : null) ?? "loose";
}

/** Is this `@:nullSafety(Off)`? */
export function switchesOff(meta: readonly Metadata[]): boolean {
  return written(meta) === "off";
}
