// Runs Zig with a cache that is this action's own and gone afterwards: nothing to share, nothing to poison.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { expandFlagFile } from "../worker/one_shot.ts";

const { values, positionals } = parseArgs({
  args: process.argv.slice(2).flatMap(expandFlagFile),
  allowPositionals: true,
  options: {
    zig: { type: "string", default: "" },
    /** What stands for Zig's library. Relative, so that no object depends on where it is. */
    library: { type: "string", default: "." },
  },
});

const cache = mkdtempSync(join(tmpdir(), "zig-"));
try {
  const env = {
    ZIG_LIB_DIR: values.library,
    ZIG_GLOBAL_CACHE_DIR: cache,
    ZIG_LOCAL_CACHE_DIR: cache,
  };
  process.exitCode = spawnSync(values.zig, positionals, { env, stdio: "inherit" }).status ?? 1;
} finally {
  rmSync(cache, { recursive: true });
}
