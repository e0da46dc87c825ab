/** The program as native code: C compiled by Zig, in a process of its own. */
import { runNative } from "#compiler/emit/c/native_run.ts";
import type { Installation } from "./installation.ts";
import type { RunMode } from "./run_mode.ts";

export function nativeMode({ zig, zigLib, nativeRuntime, cache }: Installation): RunMode {
  return {
    run: ({ ir }, host) =>
      runNative(ir, {
        zig,
        zigLib,
        runtimeDir: nativeRuntime,
        cacheDir: cache,
        args: host.args(),
        optimize: "-O1",
      }),
  };
}
