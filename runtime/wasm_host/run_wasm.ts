/** Runs a program from beginning to end, as the command line does. */
import type { WasmHost } from "./platform.ts";
import { loadWasmProgram } from "./wasm_program.ts";

/** Gives the exit status; output and errors go to the host. */
export async function runWasm(bytes: Uint8Array<ArrayBuffer>, host: WasmHost): Promise<number> {
  const program = await loadWasmProgram(bytes, host);
  return program.start();
}
