/** Scripts of tests that start Bazel within Bazel. */
import { spawn } from "node:child_process";
import { userInfo } from "node:os";

/** Runs the program to its end; what it prints as an error is seen at once. */
export function runScript(
  program: string,
  args: readonly string[],
): Promise<{ readonly status: number | null; readonly output: string }> {
  const { NODE_OPTIONS, ...environment } = process.env;
  // A test is given no home; the repository cache and the Bazel of bazelw are in the user's.
  const env = { ...environment, HOME: userInfo().homedir };
  const child = spawn(program, args, { env, stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, output }));
  });
}
