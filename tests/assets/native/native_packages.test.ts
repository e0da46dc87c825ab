/** The C reader of packages: uses blobs where they lie, refuses what does not fit, and survives damage. */
import { crc32 } from "node:zlib";
import test from "ava";
import { BLOB_VERSION, BlobHeader } from "#asset_tools/fpkg/format/blob.ts";
import { FpkgError } from "#asset_tools/fpkg/fpkg_error.ts";
import { readPackages } from "#asset_tools/fpkg/read.ts";
import { decodeStruct, structSize } from "#asset_tools/fpkg/struct.ts";
import type { WriteOptions } from "#asset_tools/fpkg/write.ts";
import { type LinkedPackage, linkPackage } from "#asset_tools/package_link/link_package.ts";
import { readBundle } from "#runtime/assets/read_bundle.ts";
import { damage, randomFrom, repair, repairChecksums, sectionsOf } from "../damaged_package.ts";
import { everyKindBundle } from "../every_kind.ts";
import { largePackage } from "../large_package.ts";
import { CARS_INDEX, CORE_INDEX, carsBlobs, coreBlobs, sampleShader } from "../packages.ts";
import { bundleDriver } from "./bundle_driver.ts";

/** How many damaged files; a nightly run asks for more. */
const ROUNDS = 3000 * Number(process.env["FUZZ_FACTOR"] ?? "1");

/** How many of them both readers get. */
const COMPARED = 400 * Number(process.env["FUZZ_FACTOR"] ?? "1");

const RAW: WriteOptions = { layout: "ship", codec: "none" };
const PACKED: WriteOptions = { layout: "ship", codec: "lz4" };

function linkCore(shader = sampleShader(), options = RAW): LinkedPackage {
  return linkPackage(CORE_INDEX, coreBlobs(shader), options).value as LinkedPackage;
}

function linkCars(core: LinkedPackage): LinkedPackage {
  const dependencies = [{ file: "core", bytes: core.tables }];
  return linkPackage(CARS_INDEX, carsBlobs(), RAW, dependencies).value as LinkedPackage;
}

interface LoadedLine {
  readonly name: string;
  readonly size: number;
  readonly where: string;
  /** Of the address in memory. */
  readonly alignment: number;
  readonly crc: number;
}

function parseLine(line: string): LoadedLine {
  const [name, size, where, alignment, crc] = line.split(" ") as [
    string,
    string,
    string,
    string,
    string,
  ];
  return {
    name,
    size: Number(size),
    where,
    alignment: Number(alignment),
    crc: Number.parseInt(crc, 16),
  };
}

test.serial("uncompressed blobs are used where they lie in the mapping, aligned", async (t) => {
  const driver = bundleDriver(t);
  if (driver === null) return;
  const bytes = await everyKindBundle(RAW);
  const { status, lines } = driver(["load"], [bytes]);
  t.is(status, 0, lines[0]);
  const file = readPackages(bytes);
  const assets = lines.slice(0, -1).map(parseLine);
  t.is(assets.length, file.assets.size);
  for (const asset of file.assets.values()) {
    const loaded = assets.find(({ name }) => name === asset.name);
    const crc = crc32(file.blob(asset));
    t.deepEqual(loaded, { name: asset.name, size: asset.size, where: "mapped", alignment: 0, crc });
  }
});

test.serial("compressed blobs are unpacked, the others stay where they are", async (t) => {
  const driver = bundleDriver(t);
  if (driver === null) return;
  const bytes = await everyKindBundle(PACKED);
  const { lines } = driver(["load"], [bytes]);
  const file = readPackages(bytes);
  const assets = lines.slice(0, -1).map(parseLine);
  const crcs = assets.map(({ name, crc }) => [name, crc]);
  t.deepEqual(
    crcs,
    [...file.assets.values()].map((asset) => [asset.name, crc32(file.blob(asset))]),
  );
  const where = (wanted: string) => assets.find(({ name }) => name === wanted)?.where;
  t.is(where("all.Flat"), "mapped");
  t.is(where("all.Level"), "unpacked");
});

test.serial("packages load beside what they were linked against and refuse anything else", (t) => {
  const driver = bundleDriver(t);
  if (driver === null) return;
  const core = linkCore();
  const cars = linkCars(core);
  t.is(driver(["load"], [cars.file, core.file]).status, 0);
  t.deepEqual(driver(["load"], [cars.file]).lines, [
    "Package `cars` needs package `core`, which is not loaded; load both together",
  ]);
  t.deepEqual(driver(["load"], [linkCore(sampleShader("vec3")).file, cars.file]).lines, [
    "Package `cars` was linked against another shader `core.Lit` than package `core` has; build both packages again",
  ]);
  const [, lit] = coreBlobs() as [never, never];
  const index = { ...CORE_INDEX, ids: [{ id: "Lit", kind: "shader" as const }] };
  const smaller = linkPackage(index, [lit], RAW).value as LinkedPackage;
  t.deepEqual(driver(["load"], [smaller.file, cars.file]).lines, [
    "Package `cars` needs texture `core.Noise`, which package `core` does not have; build both packages again",
  ]);
});

test.serial("tables that were changed with their checksums do not match the content hash", (t) => {
  const driver = bundleDriver(t);
  if (driver === null) return;
  const bytes = linkCore().file.slice();
  const assets = sectionsOf(bytes).find(({ kind }) => kind === "ASST");
  // The first asset's digest, which nothing else in the file is compared with.
  const digest = (assets?.offset ?? 0) + 16;
  bytes[digest] = (bytes[digest] as number) ^ 1;
  repairChecksums(bytes);
  t.throws(() => readBundle(bytes), { message: "Tables do not match the content hash" });
  t.deepEqual(driver(["load"], [bytes]), {
    status: 1,
    lines: ["the tables do not match the content hash"],
  });
});

test.serial("the reader of native games and that of pages refuse the same files", async (t) => {
  const driver = bundleDriver(t);
  if (driver === null) return;
  const valid = await everyKindBundle(PACKED);
  const blobs = sectionsOf(valid).at(-1)?.offset ?? 0;
  const random = randomFrom(11);
  let refused = 0;
  for (let round = 0; round < COMPARED; round++) {
    const bytes = valid.slice();
    if (round % 4 === 3) damage(bytes, blobs, bytes.length, random);
    else damage(bytes, 0, blobs, random);
    if (round % 8 !== 0) repair(bytes);
    const problem = problemInPage(bytes);
    const { status, lines } = driver(["load"], [bytes]);
    t.is(status, problem === null ? 0 : 1, `round ${round}: ${problem} and ${lines.at(-1)}`);
    if (problem !== null) refused++;
  }
  t.log(`${refused} of ${COMPARED} refused`);
  t.true(refused > COMPARED / 4 && refused < COMPARED);
});

/** What a page says to a file, up to the header of each blob; null where it takes it. */
function problemInPage(bytes: Uint8Array): string | null {
  try {
    for (const { bytes: blob } of readBundle(bytes)) checkHeader(blob);
    return null;
  } catch (error) {
    if (error instanceof FpkgError) return error.message;
    throw error;
  }
}

function checkHeader(blob: Uint8Array): void {
  if (blob.length < structSize(BlobHeader)) throw new FpkgError("FP1002", "No blob");
  const view = new DataView(blob.buffer, blob.byteOffset, blob.byteLength);
  const { version, size } = decodeStruct(BlobHeader, view, 0);
  if (version !== BLOB_VERSION || size !== blob.length) throw new FpkgError("FP1002", "No blob");
}

test.serial(
  "a native game keeps less than 1 % besides 1,000 textures and 500 meshes",
  async (t) => {
    const driver = bundleDriver(t);
    if (driver === null) return;
    const bytes = await largePackage();
    const { status, lines } = driver(["load"], [bytes]);
    t.is(status, 0, lines[0]);
    const [, taken] = /^reader (\d+)$/.exec(lines.at(-1) as string) as RegExpExecArray;
    const assets = lines.slice(0, -1).map(parseLine);
    t.true(assets.every(({ where }) => where === "mapped"));
    const size = assets.reduce((sum, asset) => sum + asset.size, 0);
    const names = assets.reduce((sum, { name }) => sum + name.length, 0);
    // The tables in the mapping, padding included; what the reader took; the runtime's own table of names and places.
    const extra = bytes.length - size + Number(taken) + assets.length * 40 + names;
    const each = Math.round(extra / assets.length);
    t.log(
      `${assets.length} assets, ${size} bytes, ${extra} besides: ${((extra / size) * 100).toFixed(2)} %, ${each} an asset`,
    );
    t.true(extra < size * 0.01);
  },
);

test.serial("damaged files are refused or harmless", async (t) => {
  const driver = bundleDriver(t);
  if (driver === null) return;
  for (const options of [RAW, PACKED]) {
    const { status, lines } = driver(["fuzz", String(ROUNDS)], [await everyKindBundle(options)]);
    t.is(status, 0, lines.join("\n"));
    const [, refused, rounds] = /refused (\d+) of (\d+)/.exec(
      lines[0] as string,
    ) as RegExpExecArray;
    t.log(`${options.codec}: ${lines[0]}`);
    t.is(Number(rounds), ROUNDS);
    t.true(Number(refused) > ROUNDS / 4 && Number(refused) < ROUNDS);
  }
});
