/** The words between a property's parentheses. */
import type { VarAccess } from "#compiler/types/type.ts";

/** `get`/`set`, `default`, `null`, `never`, `dynamic`; null for anything else, which used to name a method. */
export function propertyAccess(word: string, side: "get" | "set"): VarAccess | null {
  switch (word) {
    case "default":
      return "normal";
    case "null":
      return "no";
    case "never":
      return "never";
    case "dynamic":
    case side:
      return "call";
    default:
      return null;
  }
}
