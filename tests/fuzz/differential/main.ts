/**
 * The differential fuzzer: `node tests/fuzz/differential/main.ts [--from SEED] [--count N] [--batch N] [--newer] [--keep]` compares
 * Haxe's interpreter with ours and the JIT; with HX_WASM_RUNTIME, and HX_ZIG with HX_ZIG_LIB, one batch in `--sample` also runs
 * as WebAssembly and native code. A program that differs is made smaller, unless `--keep` is given, and written to
 * `--out`. `--newer` uses Haxe 4.3, which the oracle does not know, and compares our modes only.
 */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { writeBatch } from "./batch.ts";
import { decisionsOf, runCampaign } from "./campaign.ts";
import { type Difference, describe, findDifferences, kindOf } from "./compare.ts";
import { hasOracle } from "./modes.ts";
import { shrink } from "./shrink.ts";
import { compiledWays, haxe, interpreter, jit } from "./ways.ts";

/** Candidates that making one program smaller may take. */
const MOST_CANDIDATES = 3000;

const { values } = parseArgs({
  options: {
    from: { type: "string", default: "1" },
    count: { type: "string", default: "1000" },
    batch: { type: "string", default: "100" },
    sample: { type: "string", default: "20" },
    stop: { type: "string", default: "5" },
    out: { type: "string", default: join(tmpdir(), "haxe_game_fuzz") },
    newer: { type: "boolean", default: false },
    keep: { type: "boolean", default: false },
  },
});

const options = { isNewer: values.newer };
const folder = mkdtempSync(join(tmpdir(), "haxe_game_fuzz_"));
const always = options.isNewer ? [interpreter, jit] : [haxe, interpreter, jit];
const sampled = compiledWays();

if (!options.isNewer && !hasOracle()) throw new Error("`haxe` is not on PATH");
process.exitCode = (await fuzz()) > 0 ? 1 : 0;
rmSync(folder, { recursive: true });

async function fuzz(): Promise<number> {
  let found = 0;
  const [from, count, batch, sample] = [
    Number(values.from),
    Number(values.count),
    Number(values.batch),
    Number(values.sample),
  ];
  const campaign = { ...options, from, count, batch, sample, always, sampled, folder };
  for await (const { programs, lines, differences } of runCampaign(campaign)) {
    for (const difference of differences) {
      await report(difference);
      found++;
      if (found === Number(values.stop)) return found;
    }
    console.log(`${programs} programs, ${lines} lines: ${found} differ`);
  }
  return found;
}

async function report(difference: Difference): Promise<void> {
  console.log(describe(difference));
  const { program } = difference;
  const place = join(values.out, program.id);
  mkdirSync(values.out, { recursive: true });
  writeBatch(place, [program]);
  console.log(`written to ${place}`);
  if (values.keep) return;
  const { text } = await shrink(
    decisionsOf(program, options),
    options,
    (texts) => stillFails(difference, texts),
    MOST_CANDIDATES,
  );
  writeBatch(place, [{ id: program.id, text }]);
  console.log(`the smallest that differs:\n${text}`);
}

async function stillFails(difference: Difference, texts: readonly string[]): Promise<boolean[]> {
  const programs = texts.map((text, index) => ({ id: `candidate${index}`, text }));
  const names = [difference.expected.way, difference.found.way];
  const ways = [...always, ...sampled].filter(({ name }) => names.includes(name));
  const differences = await findDifferences(programs, ways, folder);
  const failing = differences.filter((found) => kindOf(found) === kindOf(difference));
  const ids = new Set(failing.map(({ program }) => program.id));
  return programs.map(({ id }) => ids.has(id));
}
