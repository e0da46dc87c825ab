import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RunMode } from "#compiler/cli/run_mode.ts";
import { buildNative } from "#compiler/emit/c/native_build.ts";
import { testMode } from "./check_mode.ts";
import { setting } from "./setting.ts";

/** As `--mode native`, but the program's output is collected. */
const mode: RunMode = {
  run: async ({ ir }, host) => {
    const executable = await buildNative(ir, {
      zig: setting("HX_ZIG"),
      zigLib: setting("HX_ZIG_LIB"),
      runtimeDir: join(import.meta.dirname, "../../runtime/native"),
      cacheDir: process.env["HX_NATIVE_CACHE"] ?? join(tmpdir(), "haxe_game_native_test"),
      args: [],
      optimize: "-O0",
    });
    const { stdout, stderr, status } = spawnSync(executable, { encoding: "utf8" });
    host.print(stdout);
    host.printError(stderr);
    return status ?? 1;
  },
};

testMode(mode);
