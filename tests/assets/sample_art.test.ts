/** The sample's art is ours: every model, picture and sound is what the generators of packages/art make. */
import { globSync, readFileSync } from "node:fs";
import test from "ava";
import { artFiles } from "#packages/art/art_files.ts";

/** Written by hand. */
const TEXTS = /\.(glsl|json)$/;

test("the files in the packages are what their generators make, and there are no others", async (t) => {
  const made = await artFiles();
  const there = globSync("{game,packages/*}/assets/**/*.*").filter((path) => !TEXTS.test(path));
  t.deepEqual(there.sort(), [...made.keys()].sort());
  for (const [path, bytes] of made) t.true(readFileSync(path).equals(bytes), path);
});
