// What the toolchains' example rules built, looked at from outside.
import { execFileSync } from "node:child_process";
import { readFileSync, symlinkSync } from "node:fs";
import { resolve } from "node:path";
import test from "ava";

// Only Bazel builds these; `ava` alone has none to look at.
const testInBazel = process.env["TEST_TARGET"] === undefined ? test.skip : test;

testInBazel("a worker's output is what the tool writes", (t) => {
  t.is(
    readFileSync("tests/toolchains/worker_example/both.txt", "utf8"),
    "UNE FAÇON DE CRIER\nUNE FAÇON DE CRIER\n",
  );
});

testInBazel("a program for Node starts from its launcher", (t) => {
  const output = `${process.env["TEST_TMPDIR"]}/shouted.txt`;
  execFileSync("tests/toolchains/worker_example/shout_program", [
    output,
    "tests/toolchains/worker_example/greeting.txt",
  ]);
  t.is(readFileSync(output, "utf8"), "UNE FAÇON DE CRIER\n");
});

testInBazel(
  "a launcher finds its runfiles through links, and sets variables that are not set",
  (t) => {
    const link = `${process.env["TEST_TMPDIR"]}/program`;
    symlinkSync(resolve("tests/toolchains/worker_example/show_program"), `${link}_target`);
    symlinkSync("program_target", link);
    const run = (env: NodeJS.ProcessEnv) =>
      execFileSync(link, ["a b", "$c"], { encoding: "utf8", cwd: "/", env });
    const [greeting, ...rest] = run({ PATH: process.env["PATH"] }).trimEnd().split("\n");
    t.regex(
      greeting ?? "",
      /^\/.*\.runfiles\/_main\/tests\/toolchains\/worker_example\/greeting\.txt$/,
    );
    t.deepEqual(rest, ["first", "a b", "$c"]);
    t.is(run({ PATH: process.env["PATH"], GREETING: "mine" }), "mine\nfirst\na b\n$c\n");
  },
);

testInBazel("a C program uses every library of its sysroot", (t) => {
  t.is(
    execFileSync("tests/toolchains/zig/native", { encoding: "utf8" }),
    "cos 1 pow 8 thread 42 wide 333333335\n",
  );
});

testInBazel("a C program holds no path of the machine that built it", (t) => {
  t.notRegex(
    readFileSync("tests/toolchains/zig/native", "latin1"),
    /bazel-out|sandbox|zig-cache|\.objects/,
  );
});

testInBazel("C runs as WASM with the run-time library", async (t) => {
  const { instance } = await WebAssembly.instantiate(
    readFileSync("tests/toolchains/zig/wide.wasm"),
  );
  const { wide_divide } = instance.exports as {
    wide_divide: (a: bigint, b: bigint, c: bigint) => bigint;
  };
  t.is(wide_divide(2n ** 62n, 6n, 8n), 3n * 2n ** 60n);
});
