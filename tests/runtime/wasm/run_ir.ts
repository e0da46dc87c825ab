/** Prints a program as WASM, runs it, and gives what it wrote. */
import { readFileSync } from "node:fs";
import type { WasmOptions } from "#compiler/emit/wasm/options.ts";
import { printProgramWasm } from "#compiler/emit/wasm/print_program.ts";
import type { IrProgram } from "#compiler/ir/program.ts";
import type { WasmHost } from "#runtime/wasm_host/platform.ts";
import { loadWasmProgram } from "#runtime/wasm_host/wasm_program.ts";

export interface RunResult {
  readonly output: string;
  readonly errors: string;
  readonly status: number;
}

export interface MeasuredRun {
  readonly result: RunResult;
  /** Size of the instance's memory at the end. */
  readonly memoryBytes: number;
}

/** The C runtime as a module; the build's rule for it says how it is made. */
export function runtimeBytes(): Uint8Array {
  const path = process.env["HX_WASM_RUNTIME"];
  if (path === undefined) throw new Error("HX_WASM_RUNTIME must name the WASM runtime");
  return readFileSync(path);
}

export const plainOptions: WasmOptions = { optimizeLevel: 0, names: true };

export function hostInto(written: { output: string; errors: string }): WasmHost {
  return {
    print: (text) => {
      written.output += text;
    },
    printError: (text) => {
      written.errors += text;
    },
    time: () => 1.5,
    now: () => 0,
    zoneOffset: () => 0,
    args: () => ["first", "zweites ü"],
    keyDown: (code) => code === 7,
    width: () => 640,
    height: () => 480,
    seed: () => 42,
    system: () => null,
  };
}

export async function runMeasured(
  program: IrProgram,
  options: WasmOptions = plainOptions,
  runtime: Uint8Array = runtimeBytes(),
): Promise<MeasuredRun> {
  const { bytes } = await printProgramWasm(program, runtime, options);
  const written = { output: "", errors: "" };
  const loaded = await loadWasmProgram(new Uint8Array(bytes), hostInto(written));
  const status = loaded.start();
  return { result: { ...written, status }, memoryBytes: loaded.memoryBytes() };
}

export async function runIr(...args: Parameters<typeof runMeasured>): Promise<RunResult> {
  return (await runMeasured(...args)).result;
}

/** Runs the program as printed and as shipped: optimising must not change what it does. */
export async function runBothWays(program: IrProgram): Promise<RunResult> {
  const plain = JSON.stringify(await runIr(program));
  const shipped = await runIr(program, { optimizeLevel: 2, names: false });
  if (JSON.stringify(shipped) !== plain) {
    throw new Error(`Optimised it gives ${JSON.stringify(shipped)}, else ${plain}`);
  }
  return shipped;
}
