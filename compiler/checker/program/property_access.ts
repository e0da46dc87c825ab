/** The words between a property's parentheses. */
import type { ClassField, VarAccess } from "#compiler/types/type.ts";

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

/** The word that a declaration has for an access. */
export function accessWord(access: ClassField["read"], side: "get" | "set"): string {
  switch (access) {
    case "call":
      return side;
    case "no":
      return "null";
    case "never":
    case "constructor":
      return "never";
    case "normal":
    case "inline":
      return "default";
  }
}
