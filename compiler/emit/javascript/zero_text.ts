import type { Kind } from "#compiler/ir/kind.ts";

/** What a place of the kind holds before anything is stored. */
export function zeroText(kind: Kind): string {
  switch (kind) {
    case "i32":
    case "f64":
      return "0";
    case "bool":
      return "false";
    case "ref":
    case "dyn":
      return "null";
  }
}
