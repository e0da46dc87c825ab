/** One test a sample: what it prints in a mode is what was recorded. */
import test from "ava";
import type { RunMode } from "#compiler/cli/run_mode.ts";
import { nodeSystem } from "#runtime/system/node_system.ts";
import type { Host } from "#runtime/vm/host.ts";
import { compileSample } from "./compile_sample.ts";
import { expectedOutput, listSamples, outputText } from "./sample.ts";

export interface Output {
  stdout: string;
  stderr: string;
}

export function testMode(mode: RunMode): void {
  for (const sample of listSamples()) {
    test.serial(sample.name, async (t) => {
      const output: Output = { stdout: "", stderr: "" };
      const status = await mode.run(compileSample(sample), hostInto(output));
      t.is(outputText(output.stdout, status), expectedOutput(sample), output.stderr);
    });
  }
}

/** Collects what is printed; time stands still. */
export function hostInto(output: Output): Host {
  return {
    print: (text) => {
      output.stdout += text;
    },
    printError: (text) => {
      output.stderr += text;
    },
    time: () => 0,
    now: () => 0,
    zoneOffset: () => 0,
    args: () => [],
    keyDown: () => false,
    width: () => 0,
    height: () => 0,
    seed: () => 1,
    system: nodeSystem((stream, bytes) => {
      const text = new TextDecoder().decode(bytes);
      if (stream === 1) output.stdout += text;
      else output.stderr += text;
    }),
    assets: { find: () => -1, version: () => 0, bytes: () => null },
  };
}
