/** Damage to package files from seeds, and sums that fit it again. */
import { crc32 } from "#asset_tools/fpkg/crc32.ts";
import {
  ChunkEntry,
  FileHeader,
  SectionEntry,
  type SectionRow,
} from "#asset_tools/fpkg/format/package.ts";
import { sha256Hex } from "#asset_tools/fpkg/sha256.ts";
import { decodeStruct, encodeStruct, structSize } from "#asset_tools/fpkg/struct.ts";

/** A whole number from 0 up to, and without, `limit`. */
export type Random = (limit: number) => number;

/** The same numbers for the same seed. */
export function randomFrom(seed: number): Random {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** Edges of u32 arithmetic, which random bytes seldom hit. */
const EDGES = [0, 1, 0x7fffffff, 0x80000000, 0xfffffff0, 0xffffffff];

/** Changes a few bytes or words of a range, most of them at its start, where most of the meaning is. */
export function damage(bytes: Uint8Array, from: number, to: number, random: Random): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  for (let edit = random(4); edit >= 0; edit--) {
    const at = from + random(random(2) === 0 ? Math.min(256, to - from) : to - from);
    if (random(2) === 0) bytes[at] = random(256);
    else if ((at & ~3) + 4 <= to) view.setUint32(at & ~3, EDGES[random(6)] as number, true);
  }
}

/** Rows of the section table. */
export function sectionsOf(bytes: Uint8Array): SectionRow[] {
  const view = new DataView(bytes.buffer);
  const { sectionCount } = decodeStruct(FileHeader, view, 0);
  return Array.from({ length: Math.min(sectionCount, 8) }, (_, row) =>
    decodeStruct(SectionEntry, view, structSize(FileHeader) + row * structSize(SectionEntry)),
  );
}

const fits = (bytes: Uint8Array, offset: number, size: number): boolean =>
  offset + size <= bytes.length;

/** Checksums and content hash of what is there now, so that what lies behind them is reached. */
export function repair(bytes: Uint8Array): void {
  repairChecksums(bytes);
  const tables = sectionsOf(bytes)
    .filter(({ kind, offset, size }) => !LAST.has(kind) && fits(bytes, offset, size))
    .map(({ offset, size }) => bytes.subarray(offset, offset + size));
  const view = new DataView(bytes.buffer);
  const header = decodeStruct(FileHeader, view, 0);
  encodeStruct(FileHeader, view, 0, { ...header, contentHash: sha256Hex(...tables) });
}

/** Sections that the content hash leaves out. */
const LAST = new Set(["CHNK", "BLOB"]);

/** The same without the content hash. */
export function repairChecksums(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer);
  const rows = sectionsOf(bytes).map((section) => {
    const { kind, offset, size } = section;
    if (kind === "BLOB" || !fits(bytes, offset, size)) return section;
    if (kind === "CHNK") repairChunks(bytes, section);
    return { ...section, crc: crc32(bytes.subarray(offset, offset + size)) };
  });
  const start = structSize(FileHeader);
  for (const [row, section] of rows.entries())
    encodeStruct(SectionEntry, view, start + row * structSize(SectionEntry), section);
  const tableCrc = crc32(bytes.subarray(start, start + rows.length * structSize(SectionEntry)));
  const header = { ...decodeStruct(FileHeader, view, 0), tableCrc, fileSize: bytes.length };
  encodeStruct(FileHeader, view, 0, header);
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
