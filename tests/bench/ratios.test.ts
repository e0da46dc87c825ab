/** What an edit costs beside a check of everything: ratios of one run, with a wide margin, so that a busy machine passes. */
import test from "ava";
import { ActionMemory } from "#compiler/actions/memory.ts";
import { type LibraryBuild, LibraryBuilder, standardTexts, type Texts } from "./library_build.ts";
import { together } from "./measure.ts";
import { generateProgram } from "./program/generate.ts";

const LINES = 6000;
const ROUNDS = 6;

test("a body that is edited is checked ten times as fast as the program", async (t) => {
  t.timeout(300_000);
  const { files } = generateProgram(7, LINES);
  const builder = new LibraryBuilder(new Map(), new ActionMemory());
  await builder.build("std", standardTexts(), []);
  const path = [...files.keys()].find((file) => files.get(file)?.includes("calls++;")) ?? "";
  const whole: number[] = [];
  const edited: number[] = [];
  let last: LibraryBuild | null = null;
  for (let round = 0; round < ROUNDS; round++) {
    // Another name: nothing is known of it.
    const { spent } = await builder.build(`program${round}`, files, ["std"]);
    whole.push(together(spent.parse, spent.typecheck).cpu);
    const text = files.get(path)?.replace("calls++;", `calls += ${round};`) ?? "";
    const texts: Texts = new Map([...files, [path, text]]);
    last = await builder.build(`program${round}`, texts, ["std"], [path]);
    edited.push(together(last.spent.parse, last.spent.typecheck).cpu);
  }
  t.is(last?.work?.typed.length, 1);
  t.true((last?.work?.changed.length ?? 0) <= 2);
  const ratio = Math.min(...whole) / Math.min(...edited);
  t.log(`${ratio.toFixed(0)} times as fast`);
  t.true(ratio >= 10);
});

test("a signature that is edited has files typed again that can see it, and no others", async (t) => {
  t.timeout(300_000);
  const { files } = generateProgram(7, LINES);
  const builder = new LibraryBuilder(new Map(), new ActionMemory());
  await builder.build("std", standardTexts(), []);
  const { work } = await builder.build("program", files, ["std"]);
  const path = [...files.keys()].find((file) => files.get(file)?.includes(", limit:Int)")) ?? "";
  const text = files.get(path)?.replace(", limit:Int)", ", limit:Int, more = 1)") ?? "";
  const edited = await builder.build("program", new Map([...files, [path, text]]), ["std"], [path]);
  const [all = 0, again = 0] = [work?.typed.length, edited.work?.typed.length];
  t.true(again > 0 && again < 0.6 * all, `${again} of ${all} were typed`);
});

test("what is kept stays within its budget", async (t) => {
  t.timeout(300_000);
  const budget = 30_000_000;
  const memory = new ActionMemory(budget);
  const builder = new LibraryBuilder(new Map(), memory);
  await builder.build("std", standardTexts(), []);
  for (let round = 0; round < 8; round++) {
    await builder.build("program", generateProgram(round, 1500).files, ["std"]);
    t.true(memory.statistics().bytes <= budget);
  }
  const { evictions, entries } = memory.statistics();
  t.true(evictions > 0 && entries > 0);
});
