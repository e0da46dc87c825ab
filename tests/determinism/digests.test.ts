/** What every asset compiles to, byte by byte: digests.txt has the digest of each output. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "ava";
import { AssetType } from "#asset_tools/fpkg/format/blob.ts";
import { readPackages } from "#asset_tools/fpkg/read.ts";
import { compileHere, digestList } from "./compile_corpus.ts";
import { makeCorpus } from "./corpus.ts";
import { unusedWords } from "./reached.ts";

const list = join(import.meta.dirname, "digests.txt");
const outputs = await compileHere(await makeCorpus());

test("the corpus compiles to the bytes that it always did", (t) => {
  const digests = digestList(outputs);
  if (process.env["UPDATE_GOLDENS"] === "1") writeFileSync(list, digests);
  t.deepEqual(digests.split("\n"), readFileSync(list, "utf8").split("\n"));
});

test("it has every kind of asset", (t) => {
  const { assets } = readPackages(outputs.get("out/bundle.none.any.fpkg") as Uint8Array);
  const kinds = new Set([...assets.values()].map(({ type }) => type));
  t.deepEqual([...kinds].sort(), Object.keys(AssetType).sort());
});

test("it has every format of every kind", async (t) => {
  t.deepEqual(await unusedWords(outputs), []);
});
