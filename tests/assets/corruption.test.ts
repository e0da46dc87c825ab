import test, { type ExecutionContext } from "ava";
import { crc32 } from "#asset_tools/fpkg/crc32.ts";
import { FileHeader, SectionEntry } from "#asset_tools/fpkg/format/package.ts";
import { FpkgError } from "#asset_tools/fpkg/fpkg_error.ts";
import { decodeMaterial } from "#asset_tools/fpkg/material_blob.ts";
import { readPackages } from "#asset_tools/fpkg/read.ts";
import { sha256Hex } from "#asset_tools/fpkg/sha256.ts";
import { decodeShader } from "#asset_tools/fpkg/shader_blob.ts";
import { decodeStruct, encodeStruct, structSize } from "#asset_tools/fpkg/struct.ts";
import { decodeTexture, encodeTexture } from "#asset_tools/fpkg/texture_blob.ts";
import { linkPackage } from "#asset_tools/package_link/link_package.ts";
import { CORE_INDEX, carsBlobs, coreBlobs } from "./packages.ts";

/** Deterministic noise. */
function randomFrom(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** Edges of u32 arithmetic, which random bytes seldom hit. */
const EDGES = [0, 1, 0x7fffffff, 0x80000000, 0xfffffff0, 0xffffffff];

function mutate(valid: Uint8Array, random: (limit: number) => number): Uint8Array {
  const bytes = valid.slice(0, random(8) === 0 ? random(valid.length) : valid.length);
  for (let edit = random(4); edit >= 0 && bytes.length >= 4; edit--) {
    // Most of the meaning is in the first bytes.
    const at = random(random(2) === 0 ? Math.min(256, bytes.length) : bytes.length);
    if (random(2) === 0) bytes[at] = random(256);
    else
      new DataView(bytes.buffer).setUint32(
        at & ~3 & (bytes.length - 4),
        EDGES[random(EDGES.length)] as number,
        true,
      );
  }
  return bytes;
}

/** Readers return or throw `FpkgError`, quickly. */
function survive(
  t: ExecutionContext,
  valid: Uint8Array,
  read: (bytes: Uint8Array) => unknown,
  rounds = 4000,
): void {
  const random = randomFrom(valid.length);
  let refused = 0;
  const start = performance.now();
  for (let round = 0; round < rounds; round++) {
    try {
      read(mutate(valid, random));
    } catch (error) {
      if (!(error instanceof FpkgError)) throw error;
      refused++;
    }
  }
  t.true(refused > rounds / 10, `${refused} of ${rounds} refused`);
  t.true(performance.now() - start < 60000);
}

/** Repairs the checksums, so that what lies behind them is reached. */
function withChecksums(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer);
  const start = structSize(FileHeader);
  const size = structSize(SectionEntry);
  if (bytes.length < start) return bytes;
  const header = decodeStruct(FileHeader, view, 0);
  const tables = new Map<string, Uint8Array>();
  for (let row = 0; row < header.sectionCount && start + (row + 1) * size <= bytes.length; row++) {
    const section = decodeStruct(SectionEntry, view, start + row * size);
    if (section.kind === "BLOB" || section.offset + section.size > bytes.length) continue;
    const table = bytes.subarray(section.offset, section.offset + section.size);
    tables.set(section.kind, table);
    const crc = crc32(table);
    encodeStruct(SectionEntry, view, start + row * size, { ...section, crc });
  }
  const end = start + header.sectionCount * size;
  if (end > bytes.length) return bytes;
  const tableCrc = crc32(bytes.subarray(start, end));
  const hashed = ["PKGS", "ASST", "REFS", "DEPS", "STRS"].flatMap((kind) => tables.get(kind) ?? []);
  const contentHash = sha256Hex(...hashed);
  encodeStruct(FileHeader, view, 0, { ...header, tableCrc, fileSize: bytes.length, contentHash });
  return bytes;
}

test("damaged package files", (t) => {
  const index = { ...CORE_INDEX, ids: [{ id: "Lit", kind: "shader" as const }] };
  const lit = coreBlobs().filter(({ id }) => id === "Lit");
  const valid = linkPackage(index, lit, { layout: "ship", codec: "lz4" }).value?.file as Uint8Array;
  const readAll = (bytes: Uint8Array): void => {
    const file = readPackages(bytes);
    for (const asset of file.assets.values()) file.blob(asset);
  };
  survive(t, valid, readAll);
  survive(t, valid, (bytes) => readAll(withChecksums(bytes)));
});

test("damaged blobs", (t) => {
  const [texture, shader] = coreBlobs().map(({ bytes }) => bytes) as [Uint8Array, Uint8Array];
  const [material] = carsBlobs().map(({ bytes }) => bytes) as [Uint8Array];
  survive(t, texture.slice(), decodeTexture, 300);
  const small = { width: 4, height: 4, data: new Uint8Array(384) };
  const regions = [{ name: "coin", x: 1, y: 1, width: 2, height: 2 }];
  const cube = { format: "rgba8", shape: "cube", layerCount: 6, levels: [small], regions } as const;
  survive(t, encodeTexture(cube), decodeTexture);
  survive(t, shader, decodeShader);
  survive(t, material, decodeMaterial);
});
