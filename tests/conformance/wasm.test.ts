import { wasmMode } from "#compiler/cli/wasm_mode.ts";
import { testHeldBytes } from "./check_held_bytes.ts";
import { testMode } from "./check_mode.ts";
import { setting } from "./setting.ts";

const mode = wasmMode(setting("HX_WASM_RUNTIME"));
testMode(mode);
testHeldBytes(mode);
