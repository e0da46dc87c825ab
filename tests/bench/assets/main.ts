/** `./bazelw run //tests/bench/assets`: how fast the asset compiler is beside others, as ratios of one run. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { best, calibrationLoop } from "../measure.ts";
import { HEADER, rowsOf } from "./contest.ts";
import { modelContests } from "./model_contests.ts";
import { textureContests } from "./texture_contests.ts";

const rounds = Number(process.argv[2] ?? 5);
const folder = mkdtempSync(join(tmpdir(), "asset-bench-"));
const told = new Set<string>();
try {
  const contests = [...(await modelContests()), ...(await textureContests(folder, printOnce))];
  const loop = best({ name: "loop", rounds: [1, 2, 3].map(calibrationLoop) }).cpu;
  print(
    `Calibration loop: ${loop.toFixed(1)} ms of CPU. Best of ${rounds} rounds after a first.\n`,
  );
  for (const line of HEADER) print(line);
  for (const contest of contests) {
    for (const row of await rowsOf(contest, rounds, loop)) print(row);
  }
} finally {
  rmSync(folder, { recursive: true });
}

function printOnce(line: string): void {
  if (!told.has(line)) print(line);
  told.add(line);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
