// A tool that Bazel runs either as a persistent worker or once an action. The tool is one function from a request
// to a result; how requests come in is decided here, so that both ways run the same code and give the same bytes.
import { relative } from "node:path";
import { runOnce } from "./one_shot.ts";
import type { Work } from "./request.ts";
import { serve } from "./serve.ts";

export type { Work, WorkRequest, WorkResult } from "./request.ts";
export { resolveInput } from "./request.ts";

/** Runs a tool the way its command line asks: as a worker until its input ends, or once. */
export async function runWorker(work: Work): Promise<void> {
  const startup = process.argv.slice(2);
  const print = process.stdout.write.bind(process.stdout);
  if (startup.includes("--persistent_worker")) {
    // Standard output carries the protocol: one stray line of a library's would end the worker.
    process.stdout.write = process.stderr.write.bind(process.stderr);
    const script = relative(process.cwd(), process.argv[1] ?? "").replaceAll("\\", "/");
    await serve(work, { requests: process.stdin, respond: print, script });
  } else {
    process.exitCode = await runOnce(work, startup, print);
  }
}
