// A tool for tests: prints to standard output all the time, and puts its arguments in capitals.
import { runWorker } from "#toolchains/worker/worker.ts";

await runWorker(async (request) => {
  console.log("a library's notice");
  process.stdout.write("{not a response}");
  if (request.arguments.includes("fail")) throw new Error("Told to fail");
  return { exitCode: request.arguments.length, output: request.arguments.join(",").toUpperCase() };
});
