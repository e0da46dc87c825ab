/** Damaged package files and blobs of every kind: one clear error or none, soon, and without asking for much memory. */
import test, { type ExecutionContext } from "ava";
import { BlobReader } from "#asset_tools/fpkg/blob_reader.ts";
import { crc32 } from "#asset_tools/fpkg/crc32.ts";
import { decodeBlob } from "#asset_tools/fpkg/decode_blob.ts";
import { BlobHeader } from "#asset_tools/fpkg/format/blob.ts";
import {
  ChunkEntry,
  FileHeader,
  SectionEntry,
  type SectionRow,
} from "#asset_tools/fpkg/format/package.ts";
import { FpkgError } from "#asset_tools/fpkg/fpkg_error.ts";
import { readPackages } from "#asset_tools/fpkg/read.ts";
import { sha256Hex } from "#asset_tools/fpkg/sha256.ts";
import { decodeStruct, encodeStruct, structSize } from "#asset_tools/fpkg/struct.ts";
import { readBundle } from "#runtime/assets/read_bundle.ts";
import { everyKindBundle } from "./every_kind.ts";

/** A nightly run asks for more. */
const ROUNDS = 2000 * Number(process.env["FUZZ_FACTOR"] ?? "1");

/** No file of these tests may make a reader ask for more at a time. */
const MOST_MEMORY = 64 << 20;

type Random = (limit: number) => number;

function randomFrom(seed: number): Random {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** Edges of u32 arithmetic, which random bytes seldom hit. */
const EDGES = [0, 1, 0x7fffffff, 0x80000000, 0xfffffff0, 0xffffffff];

/** Changes a few bytes or words of a range, most of them at its start, where most of the meaning is. */
function damage(bytes: Uint8Array, from: number, to: number, random: Random): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  for (let edit = random(4); edit >= 0; edit--) {
    const at = from + random(random(2) === 0 ? Math.min(256, to - from) : to - from);
    if (random(2) === 0) bytes[at] = random(256);
    else if ((at & ~3) + 4 <= to) view.setUint32(at & ~3, EDGES[random(6)] as number, true);
  }
}

function sectionsOf(bytes: Uint8Array): SectionRow[] {
  const view = new DataView(bytes.buffer);
  const { sectionCount } = decodeStruct(FileHeader, view, 0);
  return Array.from({ length: Math.min(sectionCount, 8) }, (_, row) =>
    decodeStruct(SectionEntry, view, structSize(FileHeader) + row * structSize(SectionEntry)),
  );
}

const fits = (bytes: Uint8Array, offset: number, size: number): boolean =>
  offset + size <= bytes.length;

/** Checksums of what is there now, so that what lies behind them is reached. */
function repair(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer);
  const tables: Uint8Array[] = [];
  const rows = sectionsOf(bytes).map((section) => {
    const { kind, offset, size } = section;
    if (kind === "BLOB" || !fits(bytes, offset, size)) return section;
    if (kind === "CHNK") repairChunks(bytes, section);
    else tables.push(bytes.subarray(offset, offset + size));
    return { ...section, crc: crc32(bytes.subarray(offset, offset + size)) };
  });
  const start = structSize(FileHeader);
  for (const [row, section] of rows.entries())
    encodeStruct(SectionEntry, view, start + row * structSize(SectionEntry), section);
  const tableCrc = crc32(bytes.subarray(start, start + rows.length * structSize(SectionEntry)));
  const header = { ...decodeStruct(FileHeader, view, 0), tableCrc, fileSize: bytes.length };
  encodeStruct(FileHeader, view, 0, { ...header, contentHash: sha256Hex(...tables) });
}

function repairChunks(bytes: Uint8Array, { offset, size }: SectionRow): void {
  const view = new DataView(bytes.buffer);
  const step = structSize(ChunkEntry);
  for (let at = offset; at + step <= offset + size; at += step) {
    const chunk = decodeStruct(ChunkEntry, view, at);
    if (!fits(bytes, chunk.offset, chunk.storedSize)) continue;
    const crc = crc32(bytes.subarray(chunk.offset, chunk.offset + chunk.storedSize));
    encodeStruct(ChunkEntry, view, at, { ...chunk, crc });
  }
}

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
