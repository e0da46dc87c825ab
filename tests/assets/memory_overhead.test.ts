/** What a page keeps in memory beside the bytes of its assets. */
import { readFileSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import test, { type ExecutionContext } from "ava";
import { AssetStore } from "#runtime/assets/asset_store.ts";
import { readBundles } from "#runtime/assets/read_bundle.ts";
import { largePackage } from "./large_package.ts";

setFlagsFromString("--expose-gc");
// Else what has not run for some collections goes while we measure.
setFlagsFromString("--no-flush-bytecode");
const collect: () => void = runInNewContext("gc");

interface Memory {
  readonly objects: number;
  readonly buffers: number;
}

/** Buffers are given back in the background after a collection, so it is looked at until nothing more goes. */
async function memory(): Promise<Memory> {
  for (let last = Number.POSITIVE_INFINITY; ; ) {
    for (let turn = 0; turn < 5; turn++) {
      collect();
      await setImmediate();
    }
    const { heapUsed: objects, arrayBuffers: buffers } = process.memoryUsage();
    if (objects + buffers > last - 4096) return { objects, buffers };
    last = objects + buffers;
  }
}

interface Overhead {
  readonly assets: number;
  readonly bytes: number;
  readonly extra: number;
}

/** Loads packages as a page does, and weighs what is there afterwards. */
async function weigh(
  makeFiles: () => readonly Uint8Array[],
): Promise<Overhead & { readonly store: AssetStore }> {
  // Kept, so that the second load adds what a load adds, without code and caches.
  const first = load(makeFiles());
  const before = await memory();
  const { store, assets, bytes } = load(makeFiles());
  const after = await memory();
  if (first.assets !== assets) throw new Error("The file has changed");
  const extra = after.objects - before.objects + (after.buffers - before.buffers) - bytes;
  return { store, assets, bytes, extra };
}

function load(files: readonly Uint8Array[]) {
  const store = new AssetStore();
  let bytes = 0;
  let assets = 0;
  for (const asset of readBundles(files)) {
    store.load(asset);
    bytes += asset.bytes.length;
    assets++;
  }
  return { store, assets, bytes };
}

function say(t: ExecutionContext, what: string, { assets, bytes, extra }: Overhead): number {
  const share = extra / bytes;
  const each = Math.round(extra / assets);
  t.log(
    `${what}: ${assets} assets, ${bytes} bytes, ${extra} besides: ${(share * 100).toFixed(2)} %, ${each} an asset`,
  );
  return share;
}

test.serial("a page keeps less than 1 % besides 1,000 textures and 500 meshes", async (t) => {
  t.timeout(120_000);
  const file = await largePackage();
  const overhead = await weigh(() => [file.slice()]);
  t.true(say(t, "page", overhead) < 0.01);
  t.is(overhead.store.find(1, "world.Texture999") >= 0, true);
});

const samples = process.env["SAMPLE_PACKAGES"];
(samples === undefined ? test.skip : test.serial)("the packages of the sample", async (t) => {
  const paths = samples?.split(" ") ?? [];
  const overhead = await weigh(() => paths.map((path) => new Uint8Array(readFileSync(path))));
  say(t, "sample", overhead);
  // Its assets are small: what each costs besides is more than 1 % of them.
  t.true(overhead.extra < 2000 * overhead.assets);
});
