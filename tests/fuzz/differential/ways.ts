/** The ways to run a program that there are on this machine. */
import { interpreterMode, jitMode } from "#compiler/cli/vm_mode.ts";
import { wasmMode } from "#compiler/cli/wasm_mode.ts";
import { nativeMode } from "#tests/conformance/native_mode.ts";
import type { Way } from "./compare.ts";
import { inMode, oracle } from "./modes.ts";

export const haxe: Way = { name: "haxe --interp", run: oracle, mayCrash: true };
export const interpreter: Way = { name: "interpreter", run: inMode(interpreterMode) };
export const jit: Way = { name: "jit", run: inMode(jitMode) };

/** WebAssembly where HX_WASM_RUNTIME is set, native code where HX_ZIG and HX_ZIG_LIB are. */
export function compiledWays(): Way[] {
  const runtime = process.env["HX_WASM_RUNTIME"];
  return [
    ...(runtime === undefined ? [] : [{ name: "wasm", run: inMode(wasmMode(runtime)) }]),
    ...(process.env["HX_ZIG"] === undefined ? [] : [{ name: "native", run: inMode(nativeMode()) }]),
  ];
}
