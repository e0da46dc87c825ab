/** The collector under programs written in C against the runtime: nothing reachable goes, nothing else stays. */
import { execFileSync } from "node:child_process";
import test from "ava";
import { BUILD_TIME, buildDriver } from "./run_ir.ts";

function run(executable: string, what: string): string {
  return execFileSync(executable, [what], { encoding: "utf8" });
}

test.serial("what is reachable stays whole while marking and sweeping go on", async (t) => {
  t.timeout(BUILD_TIME);
  const output = run(await buildDriver("heap_driver.c"), "graph");
  t.regex(output, /^cycles \d+\n$/);
  t.true(Number(output.split(" ")[1]) > 3, output);
});

test.serial("cyclic garbage leaves memory flat", async (t) => {
  t.timeout(BUILD_TIME);
  const [, early, late] = /early (\d+) late (\d+)/.exec(
    run(await buildDriver("heap_driver.c"), "cycles"),
  ) as RegExpExecArray;
  t.true(Number(late) <= Number(early) + 4, `${early} MB, later ${late} MB`);
});

test.serial("collection between frames of a large world is done in short steps", async (t) => {
  t.timeout(BUILD_TIME);
  const output = run(await buildDriver("heap_driver.c"), "pause");
  t.log(output.trim());
  const [, longest, cycles] = /longest ([\d.]+) .* cycles (\d+)/.exec(output) as RegExpExecArray;
  t.true(Number(cycles) >= 1);
  // The goal is below 1 ms; on a busy machine a step also pays for cold caches.
  t.true(Number(longest) < 5, output);
});

test.serial("the drivers run clean under the undefined behaviour sanitizer", async (t) => {
  t.timeout(BUILD_TIME);
  const flags = ["-fsanitize=undefined", "-fno-sanitize-recover=undefined"];
  const executable = await buildDriver("heap_driver.c", flags);
  t.regex(run(executable, "graph"), /^cycles \d+\n$/);
});
