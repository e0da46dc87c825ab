/** Runs a program as native code, in a process of its own. */
import { spawn } from "node:child_process";
import type { IrProgram } from "#compiler/ir/program.ts";
import { buildNative, type NativeOptions } from "./native_build.ts";

/** Builds and runs; gives the program's exit status. Its input and output are this process's. */
export async function runNative(program: IrProgram, options: NativeOptions): Promise<number> {
  const executable = await buildNative(program, options);
  return new Promise((resolve, reject) => {
    const child = spawn(executable, options.args, { stdio: "inherit" });
    child.on("error", reject);
    child.on("close", (status) => resolve(status ?? 1));
  });
}
