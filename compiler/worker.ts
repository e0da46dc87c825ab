/** The Haxe compiler as Bazel runs it, as a worker or once; actions/ documents the command lines. */
import { filesOf } from "#toolchains/worker/request_files.ts";
import { runWorker } from "#toolchains/worker/worker.ts";
import { ActionMemory } from "./actions/memory.ts";
import { runCompilerAction } from "./actions/run_action.ts";

const memory = new ActionMemory();
await runWorker((request) => runCompilerAction(request.arguments, filesOf(request), memory));
