/** As `--mode native`, but compiled without optimisation, and the program's output is collected. */
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RunMode } from "#compiler/cli/run_mode.ts";
import { buildNative } from "#compiler/emit/c/native_build.ts";
import { setting } from "./setting.ts";

export function nativeMode(): RunMode {
  return {
    run: async ({ ir }, host) => {
      const executable = await buildNative(ir, {
        zig: setting("HX_ZIG"),
        zigLib: setting("HX_ZIG_LIB"),
        runtimeDir: join(import.meta.dirname, "../../runtime/native"),
        cacheDir: process.env["HX_NATIVE_CACHE"] ?? join(tmpdir(), "haxe_game_native_test"),
        args: [],
        optimize: "-O0",
      });
      const { stdout, stderr, status } = spawnSync(executable, {
        encoding: "utf8",
        maxBuffer: 1 << 28,
      });
      host.print(stdout);
      host.printError(stderr);
      return status ?? 1;
    },
  };
}
