// Runs AVA inside a Bazel test: picks the shard's files, hands the filter on, and turns AVA's TAP into the XML report
// that Bazel and CI read. Usage: ava_main.ts TEST_FILE...
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { formatJunit } from "./junit.ts";
import { readTap } from "./tap.ts";

const { env } = process;
const root = join(env["RUNFILES_DIR"] ?? "", env["TEST_WORKSPACE"] ?? "_main");

if (env["TEST_SHARD_STATUS_FILE"] !== undefined) writeFileSync(env["TEST_SHARD_STATUS_FILE"], "");
const shards = Number(env["TEST_TOTAL_SHARDS"] ?? 1);
const shard = Number(env["TEST_SHARD_INDEX"] ?? 0);
const files = process.argv.slice(2).filter((_, index) => index % shards === shard);
const filter = env["TESTBRIDGE_TEST_ONLY"];

if (files.length > 0) {
  const { status, output } = await runAva([
    ...files,
    ...(filter === undefined ? [] : ["--match", filter]),
  ]);
  const report = readTap(output);
  if (env["XML_OUTPUT_FILE"] !== undefined) {
    writeFileSync(env["XML_OUTPUT_FILE"], formatJunit(env["TEST_TARGET"] ?? "ava", report));
  }
  process.exitCode = status;
}

/** Runs AVA, shows its output as it comes, and returns all of it. */
function runAva(args: readonly string[]): Promise<{ status: number; output: string }> {
  const ava = spawn(
    process.execPath,
    [join(root, "node_modules/ava/entrypoints/cli.js"), "--tap", ...args],
    {
      cwd: root,
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  let output = "";
  ava.stdout.setEncoding("utf8");
  ava.stdout.on("data", (text: string) => {
    process.stdout.write(text);
    output += text;
  });
  return new Promise((resolve) => {
    ava.on("close", (status) => resolve({ status: status ?? 1, output }));
  });
}
