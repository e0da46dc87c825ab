/** Damaged package files and blobs of every kind: one clear error or none, soon, and without asking for much memory. */
import test, { type ExecutionContext } from "ava";
import { BlobReader } from "#asset_tools/fpkg/blob_reader.ts";
import { decodeBlob } from "#asset_tools/fpkg/decode_blob.ts";
import { BlobHeader } from "#asset_tools/fpkg/format/blob.ts";
import { FpkgError } from "#asset_tools/fpkg/fpkg_error.ts";
import { readPackages } from "#asset_tools/fpkg/read.ts";
import { decodeStruct, encodeStruct, structSize } from "#asset_tools/fpkg/struct.ts";
import { readBundle } from "#runtime/assets/read_bundle.ts";
import { damage, type Random, randomFrom, repair, sectionsOf } from "./damaged_package.ts";
import { everyKindBundle } from "./every_kind.ts";

/** A nightly run asks for more. */
const ROUNDS = 2000 * Number(process.env["FUZZ_FACTOR"] ?? "1");

/** No file of these tests may make a reader ask for more at a time. */
const MOST_MEMORY = 64 << 20;

/** Runs `read` on damaged copies; anything but an `FpkgError` fails the test. */
function survive(
  t: ExecutionContext,
  what: string,
  rounds: number,
  read: (random: Random) => unknown,
): void {
  const random = randomFrom(7);
  let refused = 0;
  for (let round = 0; round < rounds; round++) {
    const before = process.memoryUsage().arrayBuffers;
    const start = performance.now();
    try {
      read(random);
    } catch (error) {
      if (!(error instanceof FpkgError)) throw error;
      refused++;
    }
    const asked = process.memoryUsage().arrayBuffers - before;
    if (asked > MOST_MEMORY) t.fail(`${what}, round ${round}: ${asked} bytes`);
    if (performance.now() - start > 10_000) t.fail(`${what}, round ${round} took too long`);
  }
  t.true(refused > rounds / 20, `${what}: ${refused} of ${rounds} refused`);
}

for (const codec of ["none", "lz4"] as const) {
  test(`damaged files, codec ${codec}`, async (t) => {
    t.timeout(3_600_000);
    const valid = await everyKindBundle({ layout: "ship", codec });
    const blobs = sectionsOf(valid).at(-1)?.offset ?? 0;
    const readAll = (bytes: Uint8Array): void => {
      for (const { type, bytes: blob } of readBundle(bytes)) decodeBlob(type, blob);
    };
    survive(t, "anywhere", ROUNDS / 4, (random) => {
      const bytes = valid.slice(0, random(4) === 0 ? random(valid.length) + 1 : valid.length);
      damage(bytes, 0, bytes.length, random);
      readAll(bytes);
    });
    survive(t, "in the tables", ROUNDS / 4, (random) => {
      const bytes = valid.slice();
      damage(bytes, 0, blobs, random);
      repair(bytes);
      readAll(bytes);
    });
    survive(t, "in the blobs", ROUNDS / 4, (random) => {
      const bytes = valid.slice();
      const chunk = blobs + random(Math.floor((bytes.length - blobs) / 256)) * 256;
      damage(bytes, chunk, bytes.length, random);
      repair(bytes);
      readAll(bytes);
    });
  });
}

test("damaged blobs of every kind", async (t) => {
  t.timeout(3_600_000);
  const file = readPackages(await everyKindBundle({ layout: "ship", codec: "none" }));
  for (const asset of file.assets.values()) {
    const valid = file.blob(asset);
    survive(t, asset.name, ROUNDS / 2, (random) => {
      const size = random(8) === 0 ? random(valid.length) + 1 : valid.length;
      const bytes = valid.slice(0, size);
      damage(bytes, 0, size, random);
      if (size >= structSize(BlobHeader)) {
        const view = new DataView(bytes.buffer);
        encodeStruct(BlobHeader, view, 0, { ...decodeStruct(BlobHeader, view, 0), size });
      }
      decodeBlob(asset.type, bytes);
    });
  }
});

test("a blob's bytes cannot be asked for again and again", async (t) => {
  const file = readPackages(await everyKindBundle({ layout: "ship", codec: "none" }));
  const [asset] = file.assets.values();
  const reader = new BlobReader(asset ? file.blob(asset) : new Uint8Array(), undefined);
  const count = Math.floor(reader.bytes.length / 8 / 2);
  reader.f64Column(0, count);
  t.throws(() => [reader.f64Column(0, count), reader.i32Column(0, count)], {
    instanceOf: FpkgError,
    message: `The ${reader.bytes.length} bytes are used more than once`,
  });
});
