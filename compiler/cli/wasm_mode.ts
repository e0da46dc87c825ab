/** The program as one WASM module, run by this process's engine. */
import { readFileSync } from "node:fs";
import { printProgramWasm } from "#compiler/emit/wasm/print_program.ts";
import { runWasm } from "#runtime/wasm_host/run_wasm.ts";
import type { RunMode } from "./run_mode.ts";

/** `runtimePath`: the C runtime as a WASM module. */
export function wasmMode(runtimePath: string): RunMode {
  return {
    run: async ({ ir }, host) => {
      const runtime = readFileSync(runtimePath);
      const { bytes } = await printProgramWasm(ir, runtime, { optimizeLevel: 1, names: true });
      return runWasm(new Uint8Array(bytes), host);
    },
  };
}
