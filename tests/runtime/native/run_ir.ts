/** Builds a program as native code, runs it, and gives what it wrote. */
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildNative, type NativeOptions } from "#compiler/emit/c/native_run.ts";
import type { IrProgram } from "#compiler/ir/program.ts";

export interface RunResult {
  readonly output: string;
  readonly errors: string;
  readonly status: number | null;
}

function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} must be set`);
  return value;
}

/** The Zig that the build gives the test: HX_ZIG its executable, HX_ZIG_LIB its library. */
export function nativeOptions(flags: readonly string[] = []): NativeOptions {
  return {
    zig: setting("HX_ZIG"),
    zigLib: setting("HX_ZIG_LIB"),
    runtimeDir: join(import.meta.dirname, "../../../runtime/native"),
    cacheDir: process.env["HX_NATIVE_CACHE"] ?? join(tmpdir(), "haxe_game_native_test"),
    args: [],
    optimize: "-O1",
    flags,
  };
}

export async function runIr(
  program: IrProgram,
  options: NativeOptions = nativeOptions(),
): Promise<RunResult> {
  const executable = await buildNative(program, options);
  const { stdout, stderr, status } = spawnSync(executable, options.args, { encoding: "utf8" });
  return { output: stdout, errors: stderr, status };
}
