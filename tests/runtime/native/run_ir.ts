/** Builds programs as native code, from the IR or from C beside the tests, and gives what they write. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  buildNative,
  buildWithRuntime,
  type NativeOptions,
} from "#compiler/emit/c/native_build.ts";
import { printerWarnings } from "#compiler/emit/c/native_flags.ts";
import type { IrProgram } from "#compiler/ir/program.ts";

export interface RunResult {
  readonly output: string;
  readonly errors: string;
  readonly status: number | null;
}

/** Milliseconds that compiling the whole runtime may take, on a busy machine and with nothing kept. */
export const BUILD_TIME = 300_000;

export const runtimeDir = join(import.meta.dirname, "../../../runtime/native");

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
    runtimeDir,
    cacheDir: process.env["HX_NATIVE_CACHE"] ?? join(tmpdir(), "haxe_game_native_test"),
    args: [],
    optimize: "-O1",
    flags,
    warnings: printerWarnings,
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

/** Builds a C file beside the tests with the runtime, and with further files; gives the executable's path. */
export function buildDriver(
  name: string,
  flags: readonly string[] = [],
  more: readonly { readonly name: string; readonly text: string }[] = [],
): Promise<string> {
  const text = readFileSync(join(import.meta.dirname, name), "utf8");
  const options: NativeOptions = { ...nativeOptions(flags), optimize: "-O2" };
  return buildWithRuntime([{ name, text }, ...more], options);
}
