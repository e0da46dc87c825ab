// Runs a Haxe program that tests, inside a Bazel test: hands the filter on, takes its report out of what it prints, and
// writes the XML that Bazel and CI read.
// Usage: haxe_main.ts --mode MODE (--executable FILE | --host SCRIPT --program FILE --root FOLDER)
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import process from "node:process";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { isReportLine, readReportLine } from "./haxe_report.ts";
import { formatJunit } from "./junit.ts";
import type { TestCase } from "./tap.ts";

const { env } = process;
const { values } = parseArgs({
  options: {
    executable: { type: "string" },
    host: { type: "string" },
    mode: { type: "string", default: "" },
    program: { type: "string", default: "" },
    root: { type: "string", default: "" },
  },
});

const { status, cases } = await runTests();
if (env["XML_OUTPUT_FILE"] !== undefined && cases.length > 0) {
  writeFileSync(env["XML_OUTPUT_FILE"], formatJunit(env["TEST_TARGET"] ?? "haxe", cases));
}
process.exitCode = status;

/** Shows what the program prints as it comes. A program without a report, such as one with a `main` of its own, just runs. */
async function runTests(): Promise<{ status: number; cases: readonly TestCase[] }> {
  const [command = "", ...args] = commandLine();
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "inherit"] });
  const closed = new Promise<number>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve(code ?? 1));
  });
  const cases: TestCase[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    if (isReportLine(line)) cases.push(readReportLine(line, values.mode));
    else process.stdout.write(`${line}\n`);
  }
  return { status: await closed, cases };
}

function commandLine(): string[] {
  const filter = env["TESTBRIDGE_TEST_ONLY"];
  const args = ["--report", ...(filter === undefined ? [] : ["--filter", filter])];
  if (values.executable !== undefined) return [values.executable, ...args];
  const { host = "", program, root, mode } = values;
  const flags = ["--program", program, "--root", root, "--mode", mode];
  return [process.execPath, ...process.execArgv, host, ...flags, "--", ...args];
}
