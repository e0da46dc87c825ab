/** Every section, chunk, blob and level lies where docs/fpkg.md promises, and what is between them is zero. */
import { readFileSync } from "node:fs";
import test, { type ExecutionContext } from "ava";
import { blobLayoutProblems, blobParts } from "#asset_tools/fpkg/check_blob_layout.ts";
import type { DecodeDraco } from "#asset_tools/fpkg/draco_decoder.ts";
import { CHUNK_ALIGNMENT } from "#asset_tools/fpkg/format/package.ts";
import { FpkgError } from "#asset_tools/fpkg/fpkg_error.ts";
import { readPackages } from "#asset_tools/fpkg/read.ts";
import { decodeTexture } from "#asset_tools/fpkg/texture_blob.ts";
import { loadDraco } from "#asset_tools/mesh/draco.ts";
import { sectionsOf } from "./damaged_package.ts";
import { everyKindBundle } from "./every_kind.ts";

/** Reading the file checks sections, chunks and what is between them; the rest is looked at here. */
function checkPackage(t: ExecutionContext, bytes: Uint8Array, draco?: DecodeDraco): number {
  const file = readPackages(bytes);
  for (const asset of file.assets.values()) {
    const blob = file.blob(asset);
    t.deepEqual(blobLayoutProblems(asset.type, blob, draco), [], asset.name);
    if (blob.buffer === bytes.buffer) t.is(blob.byteOffset % CHUNK_ALIGNMENT, 0, asset.name);
    if (asset.type !== "texture") continue;
    for (const { data } of decodeTexture(blob).levels)
      t.is((data.byteOffset - blob.byteOffset) % 16, 0, asset.name);
  }
  return file.assets.size;
}

for (const codec of ["none", "lz4"] as const) {
  test(`a bundle with a blob of every kind, codec ${codec}`, async (t) => {
    t.is(checkPackage(t, await everyKindBundle({ layout: "ship", codec })), 16);
  });
}

const samples = process.env["SAMPLE_PACKAGES"];
(samples === undefined ? test.skip : test)("the packages of the sample", async (t) => {
  const { decode } = await loadDraco();
  for (const path of samples?.split(" ") ?? [])
    t.true(checkPackage(t, new Uint8Array(readFileSync(path)), decode) > 0, path);
});

test("the checker sees what is moved, and what is written between", async (t) => {
  const file = readPackages(await everyKindBundle({ layout: "ship", codec: "none" }));
  let gaps = 0;
  for (const asset of file.assets.values()) {
    const blob = file.blob(asset).slice();
    const parts = blobParts(asset.type, blob);
    const used = new Uint8Array(blob.length);
    for (const { offset, size } of parts) used.fill(1, offset, offset + size);
    const gap = used.indexOf(0);
    if (gap === -1) continue;
    gaps++;
    blob[gap] = 1;
    t.deepEqual(
      blobLayoutProblems(asset.type, blob),
      [`Padding at ${gap} is not zero`],
      asset.name,
    );
  }
  t.true(gaps > 5);
});

test("readers refuse a package with something between its sections or chunks", async (t) => {
  const valid = await everyKindBundle({ layout: "ship", codec: "none" });
  const file = readPackages(valid);
  const ends = [...file.assets.values()].flatMap((asset) => {
    const { byteOffset, length } = file.blob(asset);
    return [byteOffset - 1, byteOffset + length];
  });
  const tables = sectionsOf(valid).filter(({ kind }) => kind !== "BLOB");
  const isPadding = (at: number): boolean =>
    !tables.some(({ offset, size }) => at >= offset && at < offset + size) && valid[at] === 0;
  const padding = ends.filter(isPadding);
  t.true(padding.length > 10);
  for (const at of padding) {
    const bytes = valid.slice();
    bytes[at] = 1;
    const error = t.throws(() => readPackages(bytes), { instanceOf: FpkgError });
    t.is(error?.message, `Padding at ${at} is not zero`);
  }
});
