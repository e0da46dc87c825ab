/** HX3xxx: types. */
import type { MessageFamily } from "./message.ts";

export const typeMessages = {
  HX3001: { severity: "error", text: "Expected `{expected}`, found `{found}`" },
} as const satisfies MessageFamily;
