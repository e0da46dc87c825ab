import { wasmMode } from "#compiler/cli/wasm_mode.ts";
import { testMode } from "./check_mode.ts";
import { setting } from "./setting.ts";

testMode(wasmMode(setting("HX_WASM_RUNTIME")));
