/** Bazel as the dev server calls it. */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { RunBuild } from "./verifier.ts";

/** The program to call: `named` if given, else the workspace's own wrapper, else what is on the path. */
export function bazelProgram(workspace: string, named: string | undefined): string {
  if (named !== undefined && named !== "") return named;
  const wrapper = join(workspace, "bazelw");
  return existsSync(wrapper) ? wrapper : "bazel";
}

/** Builds a label in the workspace; the end of what Bazel says is kept. */
export function bazelBuild(program: string, workspace: string, label: string): RunBuild {
  return () =>
    new Promise((resolve) => {
      const args = ["build", "--noshow_progress", "--ui_event_filters=-info", label];
      const child = spawn(program, args, { cwd: workspace, stdio: ["ignore", "pipe", "pipe"] });
      let output = "";
      const collect = (chunk: Buffer) => {
        output = (output + chunk.toString()).slice(-20_000);
      };
      child.stdout.on("data", collect);
      child.stderr.on("data", collect);
      child.on("error", (error) => resolve({ succeeded: false, output: `${error.message}\n` }));
      child.on("close", (code) => resolve({ succeeded: code === 0, output }));
    });
}
