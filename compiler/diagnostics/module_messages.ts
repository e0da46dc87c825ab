/** HX2xxx: names and modules. */
import type { MessageFamily } from "./message.ts";

export const moduleMessages = {
  HX2001: { severity: "error", text: "Type not found: `{name}`" },
} as const satisfies MessageFamily;
