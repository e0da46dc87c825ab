/** HX4xxx: lowering, linking and emit. */
import type { MessageFamily } from "./message.ts";

export const loweringMessages = {
  HX4001: { severity: "error", text: "Main class not found: `{name}`" },
  HX4002: { severity: "error", text: "`{name}` has no static function `main`" },
  HX4003: { severity: "error", text: "`{name}.main` must take no arguments" },
  HX4004: { severity: "error", text: "`{name}` is defined by both `{first}` and `{second}`" },
  HX4005: { severity: "error", text: "`{name}` is used by `{user}` but is in no library" },
  HX4006: { severity: "error", text: "There is no intrinsic `{name}`" },
  HX4007: {
    severity: "error",
    text: "Arguments of intrinsic `{name}`: expected {expected}, found {found}",
  },
  HX4008: { severity: "error", text: "`{name}.main` must have no result" },

  // What scenes may say of classes
  HX4009: { severity: "error", text: "`{type}` is marked `{annotation}` and must extend `{base}`" },
  HX4010: { severity: "error", text: "Parameter `{name}` is `{type}`, which no scene can write" },
  HX4011: { severity: "error", text: "`@:param` of `{name}` is not valid: {problem}" },
  HX4012: {
    severity: "error",
    text: "Parameter `{name}` starts with a value that no scene can hold",
  },
  HX4013: { severity: "error", text: "Parameter `{name}` starts with {value}, outside {range}" },
} as const satisfies MessageFamily;
