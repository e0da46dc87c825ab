/** HX9xxx: faults of the compiler itself. */
import type { MessageFamily } from "./message.ts";

export const internalMessages = {
  HX9001: { severity: "error", text: "Internal error: {detail}" },
  HX9002: { severity: "error", text: "Cannot read the compiled file: {detail}" },
} as const satisfies MessageFamily;
