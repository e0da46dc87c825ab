/** Runs two_output_bases.sh on this workspace for the targets that the variable TARGETS names. */
import { realpathSync } from "node:fs";
import { dirname } from "node:path";
import test from "ava";
import { runScript } from "./run_script.ts";

const targets = process.env["TARGETS"];
// Bazel within Bazel; `ava` alone does not start that.
const testInBazel = targets === undefined ? test.skip : test;

testInBazel("two places give the same bytes, and share them", async (t) => {
  t.timeout(3_600_000);
  const script = "tests/hermetic/two_output_bases.sh";
  // Outside the sandbox a runfile leads to the workspace.
  const workspace = dirname(realpathSync("bazelw"));
  const { status, output } = await runScript(script, [workspace, ...(targets ?? "").split(" ")]);
  t.log(output.trimEnd());
  t.is(status, 0);
});
