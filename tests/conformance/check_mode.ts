/** One test a sample: what it prints in a mode is what was recorded. */
import test from "ava";
import type { RunMode } from "#compiler/cli/run_mode.ts";
import { hostInto, type Output } from "./collecting_host.ts";
import { compileSample } from "./compile_sample.ts";
import { expectedOutput, listSamples, outputText } from "./sample.ts";

export function testMode(mode: RunMode): void {
  for (const sample of listSamples()) {
    test.serial(sample.name, async (t) => {
      const output: Output = { stdout: "", stderr: "" };
      const status = await mode.run(compileSample(sample), hostInto(output));
      t.is(outputText(output.stdout, status), expectedOutput(sample), output.stderr);
    });
  }
}
