/** What Bazel sees of a `haxe_test` in each mode: its status, its log and its report. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import test from "ava";
import { type Case, readReport } from "./report.ts";

// Only Bazel builds these; `ava` alone has none to start.
const testInBazel = process.env["TEST_TARGET"] === undefined ? test.skip : test;

interface Run {
  readonly status: number | null;
  readonly log: string;
  readonly cases: readonly Case[];
}

/** As `bazel test` starts it; the filter is that of `--test_filter`. */
function run(name: string, filter?: string): Run {
  const report = join(process.env["TEST_TMPDIR"] ?? "", `${name}_${filter ?? "all"}.xml`);
  const env: NodeJS.ProcessEnv = {
    PATH: process.env["PATH"],
    TEST_TARGET: `//tests/rules/haxe_test:${name}`,
    XML_OUTPUT_FILE: report,
  };
  if (filter !== undefined) env["TESTBRIDGE_TEST_ONLY"] = filter;
  const { status, stdout } = spawnSync(resolve("tests/rules/haxe_test", name), {
    encoding: "utf8",
    env,
  });
  return { status, log: stdout, cases: readReport(readFileSync(report, "utf8")) };
}

const file = "tests/rules/haxe_test/test/FailingTest.hx";

const values = `expected [{name: "Ada", score: 3}, {name: "Bob", score: 5}]
found    [{name: "Ada", score: 3}, {name: "Bob", score: 4}]
at [1].score: expected 5, found 4`;

const texts = `the texts differ, - expected, + found:
  one
- two
+ <2>
  three`;

for (const mode of ["interpreter", "jit", "wasm", "native"]) {
  const named = (names: readonly string[]): string[] => names.map((name) => `${name} [${mode}]`);

  testInBazel(`${mode}: tests that hold`, (t) => {
    const { status, log, cases } = run(`passing_${mode}`);
    t.is(status, 0);
    t.is(
      log,
      "ok     PassingTest.testWholeNumbersAdd\nok     PassingTest.testTextsJoin\n2 passed, 0 failed\n",
    );
    t.deepEqual(
      cases.map(({ suite, name, message }) => ({ suite, name, message })),
      named(["testWholeNumbersAdd", "testTextsJoin"]).map((name) => ({
        suite: "PassingTest",
        name,
        message: null,
      })),
    );
    t.true(cases.every(({ seconds }) => seconds >= 0 && seconds < 60));
  });

  testInBazel(`${mode}: tests that do not hold`, (t) => {
    const { status, log, cases } = run(`failing_${mode}`);
    t.is(status, 1);
    t.deepEqual(
      cases.map(({ name }) => name),
      named(["testHolds", "testValuesDiffer", "testTextsDiffer", "testThrows"]),
    );
    const [holds, valuesDiffer, textsDiffer, throws] = cases;
    t.is(holds?.message, null);
    t.is(valuesDiffer?.message, `${file}:10: the board`);
    t.is(valuesDiffer?.details, `${file}:10: the board\n${values}`);
    t.is(textsDiffer?.details, `${file}:14: ${texts}`);
    t.regex(throws?.message ?? "", /no & never/);
    t.true(
      log.includes(
        `FAILED FailingTest.testValuesDiffer, ${file}:10\n${indent(`the board\n${values}`)}`,
      ),
    );
    t.true(log.includes(`FAILED FailingTest.testTextsDiffer, ${file}:14\n${indent(texts)}`));
    t.regex(log, /FAILED FailingTest\.testThrows, an exception\n.*no & never/);
    t.regex(log, /^1 passed, 3 failed$/m);
  });

  testInBazel(`${mode}: tests that the filter names`, (t) => {
    const some = run(`failing_${mode}`, "FailingTest*Differ");
    t.is(some.status, 1);
    t.deepEqual(
      some.cases.map(({ name }) => name),
      named(["testValuesDiffer", "testTextsDiffer"]),
    );
    const one = run(`failing_${mode}`, "testHolds");
    t.is(one.status, 0);
    t.is(one.log, "ok     FailingTest.testHolds\n1 passed, 0 failed\n");
  });
}

/** As the log shows what a failure says. */
function indent(text: string): string {
  return text.replaceAll(/^/gm, "       ");
}
