/** Builds the C programs beside the tests with parts of the native runtime. */
import { spawnSync } from "node:child_process";
import { globSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { ExecutionContext } from "ava";
import { NATIVE_TARGET } from "#compiler/emit/c/native_flags.ts";

const runtimeDir = join(import.meta.dirname, "../../../runtime/native");

/** Traps on what C leaves undefined. */
const FLAGS = [
  "-std=gnu11",
  "-O1",
  "-g",
  "-Wall",
  "-Wextra",
  "-Werror",
  "-Wno-unused-parameter",
  "-ffp-contract=off",
  "-fsanitize=undefined",
  "-fno-sanitize-recover=undefined",
];

export interface DriverParts {
  /** The C file beside the tests. */
  readonly name: string;
  /** Patterns of the runtime's files, from runtime/native. */
  readonly sources: readonly string[];
  readonly leftOut?: readonly string[];
  readonly flags?: readonly string[];
}

/** Where files of drivers and for drivers are. */
export const driverFolder = mkdtempSync(join(tmpdir(), "native-"));

const built = new Map<string, string>();

/** The driver's path, built at the first call; null, with a word to the log, where there is no compiler to build it with. */
export function nativeDriver(t: ExecutionContext, parts: DriverParts): string | null {
  const { HX_ZIG: zig, HX_ZIG_LIB: library } = process.env;
  if (zig === undefined || library === undefined) {
    t.log("Skipped: HX_ZIG and HX_ZIG_LIB are set by Bazel");
    t.pass();
    return null;
  }
  t.timeout(3_600_000);
  const known = built.get(parts.name) ?? build(parts, resolve(zig), resolve(library));
  built.set(parts.name, known);
  return known;
}

function build(parts: DriverParts, zig: string, library: string): string {
  const { name, sources, leftOut = [], flags = [] } = parts;
  const files = globSync([...sources], { cwd: runtimeDir, exclude: [...leftOut] }).sort();
  const paths = [
    join(import.meta.dirname, `${name}.c`),
    ...files.map((file) => join(runtimeDir, file)),
  ];
  const output = join(driverFolder, name);
  const args = ["cc", "-target", NATIVE_TARGET, ...FLAGS, ...flags, "-I", runtimeDir, ...paths];
  const cache = process.env["HX_NATIVE_CACHE"] ?? join(driverFolder, "zig");
  const env = { ZIG_LIB_DIR: library, ZIG_GLOBAL_CACHE_DIR: cache, ZIG_LOCAL_CACHE_DIR: cache };
  const libraries = ["-lm", "-lpthread", "-ldl"];
  const made = spawnSync(zig, [...args, ...libraries, "-o", output], { env, encoding: "utf8" });
  if (made.status !== 0) throw new Error(made.stderr);
  return output;
}
