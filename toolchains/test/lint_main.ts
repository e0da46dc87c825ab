// Runs a linter over a plain copy of the files that a test lists: linters walk folders and pass links by.
// Usage: lint_main.ts LIST PROGRAM ARGUMENT...
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";

const [list = "", program = "", ...args] = process.argv.slice(2);
const runfiles = process.env["RUNFILES_DIR"] ?? "";
const tree = join(process.env["TEST_TMPDIR"] ?? "", "tree");

for (const line of readFileSync(join(runfiles, list), "utf8").trimEnd().split("\n")) {
  const [path = "", file = ""] = line.split("=");
  mkdirSync(dirname(join(tree, path)), { recursive: true });
  copyFileSync(join(runfiles, file), join(tree, path));
}
const linter = [join(runfiles, program), ...args];
process.exitCode = spawnSync(process.execPath, linter, { cwd: tree, stdio: "inherit" }).status ?? 1;
