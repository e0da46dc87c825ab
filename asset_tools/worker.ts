/** The asset compiler as Bazel runs it, as a worker or once; actions/asset_action.ts documents the command line. */
import { filesOf } from "#toolchains/worker/request_files.ts";
import { runWorker } from "#toolchains/worker/worker.ts";
import { runAssetAction } from "./actions/asset_action.ts";

await runWorker((request) => runAssetAction(request.arguments, filesOf(request)));
