/** HX9xxx: faults of the compiler itself. */
import type { MessageFamily } from "./message.ts";

export const internalMessages = {
  HX9001: { severity: "error", text: "The compiler failed: {detail}" },
  HX9002: { severity: "error", text: "This is no file of this compiler: {detail}" },
} as const satisfies MessageFamily;
