/** Builds bundle_driver.c with the native runtime's sources for packages and for what is drawn of them. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { ExecutionContext } from "ava";
import { NATIVE_TARGET } from "#compiler/emit/c/native_flags.ts";

const runtimeDir = join(import.meta.dirname, "../../../runtime/native");

/** What needs a window or a program. */
const LEFT_OUT = new Set([
  "game_main.c",
  "gl.c",
  "key_codes.c",
  "png.c",
  "renderer.c",
  "window_x11.c",
]);

/** Traps on what C leaves undefined; memory is the driver's to count. */
const FLAGS = [
  "-std=gnu11",
  "-O1",
  "-g",
  "-Wall",
  "-Wextra",
  "-Werror",
  "-Wno-unused-parameter",
  "-fsanitize=undefined",
  "-fno-sanitize-recover=undefined",
  "-Dmalloc=counted_malloc",
  "-Dcalloc=counted_calloc",
  "-Dfree=counted_free",
];

export interface DriverRun {
  readonly status: number | null;
  /** Lines of the standard output. */
  readonly lines: readonly string[];
}

/** Runs the driver on files with these bytes. */
export type RunDriver = (args: readonly string[], files: readonly Uint8Array[]) => DriverRun;

const folder = mkdtempSync(join(tmpdir(), "packages"));
let executable: string | undefined;

/** The driver, built at the first call; null, with a word to the log, where there is no compiler to build it with. */
export function bundleDriver(t: ExecutionContext): RunDriver | null {
  const { HX_ZIG: zig, HX_ZIG_LIB: library } = process.env;
  if (zig === undefined || library === undefined) {
    t.log("Skipped: HX_ZIG and HX_ZIG_LIB are set by Bazel");
    t.pass();
    return null;
  }
  t.timeout(3_600_000);
  executable ??= build(resolve(zig), resolve(library));
  const driver = executable;
  return (args, files) => {
    const paths = files.map((bytes, index) => {
      const path = join(folder, `${index}.fpkg`);
      writeFileSync(path, bytes);
      return path;
    });
    const { status, stdout, stderr } = spawnSync(driver, [...args, ...paths], { encoding: "utf8" });
    if (stderr !== "") throw new Error(stderr);
    return { status, lines: stdout.trimEnd().split("\n") };
  };
}

function build(zig: string, library: string): string {
  const game = join(runtimeDir, "game");
  const sources = readdirSync(game)
    .filter((name) => name.endsWith(".c") && !LEFT_OUT.has(name))
    .sort()
    .map((name) => join(game, name));
  const driver = join(import.meta.dirname, "bundle_driver.c");
  const output = join(folder, "driver");
  const args = ["cc", "-target", NATIVE_TARGET, ...FLAGS, "-I", runtimeDir, driver, ...sources];
  const cache = process.env["HX_NATIVE_CACHE"] ?? join(folder, "zig");
  const env = { ZIG_LIB_DIR: library, ZIG_GLOBAL_CACHE_DIR: cache, ZIG_LOCAL_CACHE_DIR: cache };
  const made = spawnSync(zig, [...args, "-lm", "-o", output], { env, encoding: "utf8" });
  if (made.status !== 0) throw new Error(made.stderr);
  return output;
}
