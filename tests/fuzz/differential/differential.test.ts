/**
 * Some hundred generated programs: what Haxe printed for them is what every mode prints. `UPDATE_GOLDENS=1` records what Haxe
 * prints, when the generator has changed; the long run is `nightly.test.ts`.
 */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { type ExecutionContext } from "ava";
import { digestOf, runBatch } from "./batch.ts";
import { programOf } from "./campaign.ts";
import { Choices } from "./choices.ts";
import { describe, findDifferences, type Way } from "./compare.ts";
import { readDigests, writeDigests } from "./digests.ts";
import { generateProgram } from "./generate.ts";
import { hasOracle } from "./modes.ts";
import { shrink } from "./shrink.ts";
import { compiledWays, haxe, interpreter, jit } from "./ways.ts";

/** Programs for the modes whose compilers take longer. */
const COMPILED = 40;

const older = { isNewer: false };
const newer = { isNewer: true };
const programs = Array.from({ length: 200 }, (_, index) => programOf(index + 1, older));

function folder(): string {
  return mkdtempSync(join(process.env["TEST_TMPDIR"] ?? tmpdir(), "haxe_game_fuzz_"));
}

async function digestsIn(way: Way, count = programs.length): Promise<Map<string, string>> {
  const some = programs.slice(0, count);
  const outcomes = await runBatch(some, folder(), way.run);
  const digest = (id: string): string => {
    const outcome = outcomes.get(id);
    return outcome === undefined ? "missing" : digestOf(outcome);
  };
  return new Map(some.map(({ id }) => [id, digest(id)]));
}

function sameAsRecorded(t: ExecutionContext, digests: ReadonlyMap<string, string>): void {
  const recorded = readDigests();
  const differing = [...digests].filter(([id, digest]) => {
    const expected = recorded.get(id);
    return expected !== digest && expected !== "crashed";
  });
  t.deepEqual(differing, []);
}

test.serial("Haxe prints what was recorded", async (t) => {
  if (!hasOracle()) {
    if (process.env["CI"] === "true") t.fail("`haxe` is not on PATH");
    else t.log("skipped: `haxe` is not on PATH");
    return t.pass();
  }
  const digests = await digestsIn(haxe);
  if (process.env["UPDATE_GOLDENS"] === "1") writeDigests(digests);
  sameAsRecorded(t, digests);
});

for (const way of [interpreter, jit]) {
  test.serial(`programs in ${way.name}`, async (t) => {
    sameAsRecorded(t, await digestsIn(way));
  });
}

for (const way of compiledWays()) {
  test.serial(`some programs in ${way.name}`, async (t) => {
    sameAsRecorded(t, await digestsIn(way, COMPILED));
  });
}

test.serial("programs of Haxe 4.3 agree between the modes", async (t) => {
  const seeds = Array.from({ length: COMPILED }, (_, index) => programOf(index + 1, newer));
  const ways = [interpreter, jit, ...compiledWays()];
  const differences = await findDifferences(seeds, ways, folder());
  t.deepEqual(differences.map(describe), []);
});

test("a seed always gives the same program, and so do its decisions", (t) => {
  const choices = Choices.seeded(7);
  const text = generateProgram(choices, older);
  t.is(generateProgram(Choices.seeded(7), older), text);
  t.is(generateProgram(Choices.replayed(choices.taken), older), text);
});

test("any decisions give a program that ends in few lines", (t) => {
  t.true(generateProgram(Choices.replayed([]), older).split("\n").length < 100);
});

test("shrinking leaves little but what fails", async (t) => {
  const isFailing = (text: string): boolean => text.includes("new Failure(");
  const seed = Array.from({ length: 50 }, (_, index) => index + 1).find((one) =>
    isFailing(programOf(one, older).text),
  );
  const choices = Choices.seeded(seed ?? 1);
  const before = generateProgram(choices, older);
  const { text } = await shrink(choices.taken, older, async (texts) => texts.map(isFailing), 5000);
  t.true(isFailing(text));
  t.true(text.length < before.length / 2);
  t.true(text.split("\n").length < 100);
});
