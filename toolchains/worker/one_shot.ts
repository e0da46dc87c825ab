import { readFileSync } from "node:fs";
import { answer, type Work } from "./request.ts";

/** Runs a tool for one command line, prints its output and returns the exit code. */
export async function runOnce(
  work: Work,
  args: readonly string[],
  print: (text: string) => void,
): Promise<number> {
  const result = await answer(work, {
    arguments: args.flatMap(expandFlagFile),
    inputs: new Map(),
    sandboxDir: "",
    signal: new AbortController().signal,
  });
  print(result.output);
  return result.exitCode;
}

/** `@file` stands for the file's lines. The rules are those by which Bazel expands flag files for a worker. */
export function expandFlagFile(argument: string): string[] {
  if (!isFlagFile(argument)) return [argument];
  const lines = readFileSync(argument.slice(1), "utf8").split("\n");
  // Each line ends with a newline, so what follows the last one is no argument.
  if (lines.at(-1) === "") lines.pop();
  return lines.flatMap(expandFlagFile);
}

/** `@@x` is an escaped argument and `@repository//x` a label. */
function isFlagFile(argument: string): boolean {
  return /^@[^@]/.test(argument) && !/^@[^/]*\/\//.test(argument);
}
