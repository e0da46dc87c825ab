/** Runs a folder's Main in Haxe itself and in our modes. */
import { spawn, spawnSync } from "node:child_process";
import type { RunMode } from "#compiler/cli/run_mode.ts";
import { hostInto, type Output } from "#tests/conformance/collecting_host.ts";
import { CompileError, compileSample } from "#tests/conformance/compile_sample.ts";
import type { Run, RunFolder } from "./batch.ts";

/** Seconds after which Haxe is stopped: generated programs end much sooner. */
const ORACLE_SECONDS = 120;

/** How deep calls may nest; Haxe's own limit is lower than the steps that a program may take. */
const CALLS = "eval-call-stack-depth=20000";

export function hasOracle(): boolean {
  return spawnSync("haxe", ["--version"]).status === 0;
}

/** Haxe's interpreter. What goes to standard error while it runs is the program's; a refusal prints nothing else. */
export const oracle: RunFolder = (folder) =>
  new Promise((resolve, reject) => {
    const child = spawn("haxe", ["-cp", folder, "--main", "Main", "-D", CALLS, "--interp"], {
      timeout: ORACLE_SECONDS * 1000,
    });
    let output = "";
    let errors = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      errors += text;
    });
    child.on("error", reject);
    child.on("close", (status) => {
      const isRefused = status !== 0 && output === "";
      resolve(
        isRefused
          ? { kind: "refused", text: withoutWarnings(errors) }
          : { kind: "ran", output, errors },
      );
    });
  });

function withoutWarnings(errors: string): string {
  return errors
    .split("\n")
    .filter((line) => !line.includes(": Warning : "))
    .join("\n");
}

/** An internal error of the compiler or the VM counts as a crash, which is what it would be for a user. */
export function inMode(mode: RunMode): RunFolder {
  return async (folder): Promise<Run> => {
    const output: Output = { stdout: "", stderr: "" };
    try {
      await mode.run(compileSample({ folder, main: "Main" }), hostInto(output));
    } catch (error) {
      if (error instanceof CompileError) return { kind: "refused", text: error.message };
      output.stderr += error instanceof Error ? (error.stack ?? error.message) : String(error);
    }
    return { kind: "ran", output: output.stdout, errors: output.stderr };
  };
}
