/** Runs two_output_bases.sh on this workspace for the targets that the variable TARGETS names. */
import { spawn } from "node:child_process";
import { realpathSync } from "node:fs";
import { userInfo } from "node:os";
import { dirname } from "node:path";
import test from "ava";

const targets = process.env["TARGETS"];
// Bazel within Bazel; `ava` alone does not start that.
const testInBazel = targets === undefined ? test.skip : test;

testInBazel("two places give the same bytes, and share them", async (t) => {
  t.timeout(3_600_000);
  const script = "tests/hermetic/two_output_bases.sh";
  // Outside the sandbox a runfile leads to the workspace.
  const workspace = dirname(realpathSync("bazelw"));
  const { status, output } = await run(script, [workspace, ...(targets ?? "").split(" ")]);
  t.log(output.trimEnd());
  t.is(status, 0);
});

function run(
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
