// The smallest tool that Bazel runs as a worker: it writes its sources to its output in capitals.
import { readFileSync, writeFileSync } from "node:fs";
import { resolveInput, runWorker } from "#toolchains/worker/worker.ts";

await runWorker(async (request) => {
  const [output = "", ...sources] = request.arguments;
  const texts = sources.map((source) => readFileSync(resolveInput(request, source), "utf8"));
  writeFileSync(resolveInput(request, output), texts.join("").toUpperCase());
  return { exitCode: 0, output: "" };
});
