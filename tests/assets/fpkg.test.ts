import { createHash } from "node:crypto";
import { crc32 as zlibCrc32 } from "node:zlib";
import test from "ava";
import { assetId, packageId } from "#asset_tools/fpkg/asset_id.ts";
import { crc32 } from "#asset_tools/fpkg/crc32.ts";
import {
  CHUNK_ALIGNMENT,
  CHUNK_SIZE,
  ChunkCodec,
  FileHeader,
  SECTION_ALIGNMENT,
  SectionEntry,
} from "#asset_tools/fpkg/format/package.ts";
import { structs } from "#asset_tools/fpkg/format.ts";
import { FpkgError } from "#asset_tools/fpkg/fpkg_error.ts";
import { compressLz4, decompressLz4 } from "#asset_tools/fpkg/lz4.ts";
import { packChunks } from "#asset_tools/fpkg/pack_chunks.ts";
import { readPackages } from "#asset_tools/fpkg/read.ts";
import { sha256Hex } from "#asset_tools/fpkg/sha256.ts";
import { decodeStruct, placeFields, scalarSize, structSize } from "#asset_tools/fpkg/struct.ts";
import type { WriteOptions } from "#asset_tools/fpkg/write.ts";
import { bundlePackages } from "#asset_tools/package_link/bundle_packages.ts";
import { type LinkedPackage, linkPackage } from "#asset_tools/package_link/link_package.ts";
import { noise } from "./every_kind.ts";
import { CARS_INDEX, CORE_INDEX, carsBlobs, coreBlobs, sampleShader } from "./packages.ts";

const SHIP: WriteOptions = { layout: "ship", codec: "none" };

function link(options: WriteOptions = SHIP): LinkedPackage {
  return linkPackage(CORE_INDEX, coreBlobs(), options).value as LinkedPackage;
}

/** Package cars, linked against a core. */
function linkCars(core: LinkedPackage = link()): LinkedPackage {
  const dependencies = [{ file: "core.tables.fpkg", bytes: core.tables }];
  return linkPackage(CARS_INDEX, carsBlobs(), SHIP, dependencies).value as LinkedPackage;
}

test("hashes equal the platform's", (t) => {
  for (const length of [0, 1, 55, 56, 63, 64, 65, 1000, 4099]) {
    const bytes = Uint8Array.from({ length }, (_, at) => (at * 37) & 255);
    t.is(sha256Hex(bytes), createHash("sha256").update(bytes).digest("hex"));
    t.is(crc32(bytes), zlibCrc32(bytes));
  }
  t.is(
    assetId("texture", "core.A"),
    createHash("sha256").update("texture:core.A").digest("hex").slice(0, 32),
  );
});

test("structs have no padding and aligned fields", (t) => {
  for (const struct of structs) {
    for (const field of placeFields(struct)) {
      const alignment =
        field.type === "id" || field.type === "digest" || field.type === "fourcc"
          ? 4
          : scalarSize(field.type);
      t.is(field.offset % alignment, 0, `${struct.name}.${field.name}`);
    }
    t.is(structSize(struct) % 4, 0, struct.name);
  }
});

test("LZ4 blocks come back whole and shrink what repeats", (t) => {
  const cases = [
    new Uint8Array(0),
    Uint8Array.of(1),
    new Uint8Array(100000),
    Uint8Array.from({ length: 5000 }, (_, at) => (at * at * 31) >> 3),
    new TextEncoder().encode("abcabcabcabcabcabcabcabcabcabcabcd".repeat(40)),
  ];
  for (const raw of cases) {
    const packed = compressLz4(raw);
    t.deepEqual(decompressLz4(packed, raw.length), raw);
  }
  t.true(compressLz4(new Uint8Array(100000)).length < 500);
});

test("a known LZ4 block of another encoder decodes", (t) => {
  // Token 0x11: one literal `a`, match of 5 at distance 1; then 5 literals.
  const block = Uint8Array.of(0x11, 0x61, 0x01, 0x00, 0x50, 0x62, 0x63, 0x64, 0x65, 0x66);
  t.is(new TextDecoder().decode(decompressLz4(block, 11)), "aaaaaabcdef");
});

test("a package comes back as it was linked", (t) => {
  const file = readPackages(link().file);
  t.deepEqual(file.packages, [
    { id: packageId("core"), name: "core", version: "1.0", dependencies: [] },
  ]);
  t.deepEqual([...file.assets.values()].map(({ name }) => name).sort(), ["core.Lit", "core.Noise"]);
  for (const { id, bytes } of coreBlobs()) {
    const asset = [...file.assets.values()].find(({ name }) => name === `core.${id}`);
    t.deepEqual(asset && file.blob(asset), bytes);
    t.is(asset?.digest, createHash("sha256").update(bytes).digest("hex"));
  }
});

test("references of blobs are in the tables", (t) => {
  const file = readPackages(linkCars().file);
  const paint = file.assets.get(assetId("material", "cars.Paint"));
  t.deepEqual(
    paint?.references.map(({ id, name, digest }) => [id, name, digest]),
    coreBlobs()
      .map(({ id, bytes }) => [
        assetId(id === "Lit" ? "shader" : "texture", `core.${id}`),
        `core.${id}`,
        createHash("sha256").update(bytes).digest("hex"),
      ])
      .reverse(),
  );
  t.deepEqual(file.packages[0]?.dependencies, [{ name: "core", version: "1.0" }]);
});

test("ship and dev layouts carry the same digests", (t) => {
  const ship = readPackages(link().file);
  const linked = link({ layout: "dev", codec: "none" });
  const dev = readPackages(linked.file);
  t.is(dev.contentHash, ship.contentHash);
  t.deepEqual(dev.assets, ship.assets);
  t.deepEqual(
    [...linked.blobs.keys()].sort(),
    [...dev.assets.values()].map(({ digest }) => digest).sort(),
  );
  for (const [digest, bytes] of linked.blobs)
    t.is(createHash("sha256").update(bytes).digest("hex"), digest);
});

test("sections and chunks are aligned, gaps are zero", (t) => {
  const { file } = link();
  const view = new DataView(file.buffer);
  const { sectionCount } = decodeStruct(FileHeader, view, 0);
  let end = structSize(FileHeader) + sectionCount * structSize(SectionEntry);
  for (let row = 0; row < sectionCount; row++) {
    const section = decodeStruct(
      SectionEntry,
      view,
      structSize(FileHeader) + row * structSize(SectionEntry),
    );
    t.is(section.offset % (section.kind === "BLOB" ? CHUNK_ALIGNMENT : SECTION_ALIGNMENT), 0);
    t.true(file.subarray(end, section.offset).every((byte) => byte === 0));
    end = section.offset + section.size;
  }
  t.is(end, file.length);
});

test("raw chunks of a blob lie in one piece", (t) => {
  const { file } = link();
  const noise = coreBlobs()[0]?.bytes as Uint8Array;
  const start = Buffer.from(file).indexOf(noise.subarray(0, 64));
  t.is(start % CHUNK_ALIGNMENT, 0);
  t.deepEqual(file.slice(start, start + noise.length), noise.slice());
});

test("LZ4 makes the file smaller and the same", (t) => {
  const packed = link({ layout: "ship", codec: "lz4" });
  t.true(packed.file.length < link().file.length / 2);
  const file = readPackages(packed.file);
  for (const { id, bytes } of coreBlobs()) {
    const asset = [...file.assets.values()].find(({ name }) => name === `core.${id}`);
    t.deepEqual(asset && file.blob(asset), bytes);
  }
});

test("a chunk is compressed where that saves more than 5 % of it, and of the blob", (t) => {
  const pack = (...pieces: readonly Uint8Array[]) => {
    const blob = new Uint8Array(Buffer.concat(pieces));
    const { rows } = packChunks([{ row: 0, digest: "", blob }], "lz4");
    return rows.map(({ codec, storedSize, rawSize }) => [codec, storedSize < rawSize]);
  };
  const raw = [ChunkCodec.none, false];
  const packed = [ChunkCodec.lz4, true];
  const hard = noise(CHUNK_SIZE);
  const easy = new Uint8Array(CHUNK_SIZE);
  t.deepEqual(pack(hard), [raw]);
  t.deepEqual(pack(easy), [packed]);
  t.deepEqual(pack(hard, easy, hard.subarray(0, 1000)), [raw, packed, raw]);
  // One of 21 chunks is less than 5 % of the blob, which stays in one piece then.
  t.deepEqual(pack(easy, ...Array(20).fill(hard)), Array(21).fill(raw));
  const zeros = (share: number) => {
    const chunk = hard.slice();
    chunk.fill(0, 0, CHUNK_SIZE * share);
    return chunk;
  };
  t.deepEqual(pack(zeros(0.04)), [raw]);
  t.deepEqual(pack(zeros(0.07)), [packed]);
});

test("the order of inputs does not matter", (t) => {
  const reversed = linkPackage(CORE_INDEX, coreBlobs().reverse(), SHIP);
  t.deepEqual(reversed.value?.file, link().file);
});

test("a bundle holds all packages, dependencies first", (t) => {
  const core = { file: "core.fpkg", bytes: link().file };
  const cars = { file: "cars.fpkg", bytes: linkCars().file };
  const bundle = bundlePackages([cars, core], SHIP);
  t.deepEqual(bundlePackages([core, cars], SHIP).value?.file, bundle.value?.file);
  const file = readPackages(bundle.value?.file as Uint8Array);
  t.deepEqual(
    file.packages.map(({ name }) => name),
    ["core", "cars"],
  );
  t.is(file.assets.size, 4);
  for (const asset of readPackages(core.bytes).assets.values()) {
    t.is(file.assets.get(asset.id)?.digest, asset.digest);
  }
});

test("a bundle without a dependency, or with a changed shader, is an error", (t) => {
  const cars = { file: "cars.fpkg", bytes: linkCars().file };
  const [missing] = bundlePackages([cars], SHIP).diagnostics;
  t.is(missing?.message, "Package `core` is needed by `cars` but was not given");
  const changed = linkPackage(CORE_INDEX, coreBlobs(sampleShader("vec3")), SHIP)
    .value as LinkedPackage;
  const [stale] = bundlePackages(
    [cars, { file: "core.fpkg", bytes: changed.file }],
    SHIP,
  ).diagnostics;
  t.is(stale?.message, "`cars.Paint` was compiled for another version of shader `core.Lit`");
});

test("a link without a blob, or with a foreign file, is an error", (t) => {
  const [noise, lit] = coreBlobs() as [never, never];
  const missing = linkPackage(CORE_INDEX, [noise], SHIP).diagnostics;
  t.deepEqual(
    missing.map(({ message }) => message),
    ["Package `core` has no compiled shader `core.Lit`"],
  );
  const foreign = {
    id: "Noise",
    bytes: new TextEncoder().encode("x".repeat(40)),
    file: "n.texture",
  };
  const [problem] = linkPackage(CORE_INDEX, [foreign, lit], SHIP).diagnostics;
  t.deepEqual([problem?.code, problem?.file], ["FP1001", "n.texture"]);
});

test("each kind of damage has its own message", (t) => {
  const damage = (edit: (bytes: Uint8Array, view: DataView) => void): string => {
    const bytes = link().file.slice();
    edit(bytes, new DataView(bytes.buffer));
    const error = t.throws(
      () => {
        const file = readPackages(bytes);
        for (const asset of file.assets.values()) file.blob(asset);
      },
      { instanceOf: FpkgError },
    );
    return `${error?.code} ${error?.message}`;
  };
  t.is(
    damage((bytes) => bytes.fill(0, 0, 4)),
    "FP1001 File does not start with `FPKG`",
  );
  t.is(
    damage((_, view) => view.setUint16(4, 9, true)),
    "FP1001 Expected FPKG version 2, found 9.0",
  );
  t.regex(
    damage((_, view) => view.setUint32(16, 5, true)),
    /^FP1002 Header says 5 bytes/,
  );
  t.is(
    damage((bytes) => bytes.fill(255, 70, 71)),
    "FP1003 Section table does not match its checksum",
  );
  t.regex(
    damage((bytes) => bytes.fill(255, bytes.length - 9)),
    /^FP1003 Chunk of core\.\w+ does not match/,
  );
  t.throws(() => readPackages(link().file.slice(0, 1000)), { instanceOf: FpkgError });
  t.throws(() => readPackages(new Uint8Array(0)), { instanceOf: FpkgError });
});
