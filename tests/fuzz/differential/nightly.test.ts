/** 10,000 generated programs print the same in Haxe's interpreter, ours and the JIT; every twentieth batch in all modes. */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "ava";
import { runCampaign } from "./campaign.ts";
import { describe } from "./compare.ts";
import { hasOracle } from "./modes.ts";
import { compiledWays, haxe, interpreter, jit } from "./ways.ts";

/** Not the seeds of the daily test. */
const FROM = 100_000;

test("10,000 programs", async (t) => {
  if (!hasOracle()) return t.fail("`haxe` is not on PATH");
  const folder = mkdtempSync(join(process.env["TEST_TMPDIR"] ?? tmpdir(), "haxe_game_fuzz_"));
  const campaign = {
    isNewer: false,
    from: FROM,
    count: 10_000,
    batch: 100,
    always: [haxe, interpreter, jit],
    sampled: compiledWays(),
    sample: 20,
    folder,
  };
  for await (const { programs, lines, differences } of runCampaign(campaign)) {
    t.log(`${programs} programs, ${lines} lines`);
    t.deepEqual(differences.map(describe), []);
  }
});
