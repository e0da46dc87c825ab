/** The asset compiler as Bazel runs it, as a worker or once; asset_action.ts documents the command line. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { resolveInput, runWorker, type WorkRequest } from "#toolchains/worker/worker.ts";
import { type ActionFiles, runAssetAction } from "./asset_action.ts";

await runWorker((request) => runAssetAction(request.arguments, filesOf(request)));

function filesOf(request: WorkRequest): ActionFiles {
  return {
    read: (path) => {
      try {
        return readFileSync(resolveInput(request, path));
      } catch (error) {
        if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
        throw error;
      }
    },
    write: (path, bytes) => {
      const file = resolveInput(request, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, bytes);
    },
  };
}
