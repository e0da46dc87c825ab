/** The blobs of a ship file: where their chunks lie, and their bytes. */
import { codeName } from "./blob_reader.ts";
import { crc32 } from "./crc32.ts";
import {
  CHUNK_ALIGNMENT,
  CHUNK_SIZE,
  ChunkCodec,
  ChunkEntry,
  type ChunkRow,
  MAX_EXPANSION,
} from "./format/package.ts";
import { FpkgError } from "./fpkg_error.ts";
import { decompressLz4 } from "./lz4.ts";
import { checkZeros, type Sections } from "./read_sections.ts";

/** An asset as its chunks are found. */
interface Chunked {
  readonly name: string;
  readonly size: number;
}

/** Chunks of each asset, by its row; every place and size is checked, and nothing is unpacked yet. */
export function readChunks(
  bytes: Uint8Array,
  sections: Sections,
  assets: readonly Chunked[],
): readonly (readonly ChunkRow[])[] {
  const chunks = sections.rows("CHNK", ChunkEntry);
  const { offset, size } = sections.need("BLOB");
  checkPlaces(bytes, chunks, offset, offset + size);
  const byRow: ChunkRow[][] = assets.map(() => []);
  for (const [index, chunk] of chunks.entries()) {
    const list = byRow[chunk.asset];
    if (list === undefined) throw new FpkgError("FP1002", `Chunk of asset ${chunk.asset}`);
    if (chunk.asset < (chunks[index - 1]?.asset ?? 0))
      throw new FpkgError("FP1004", `Chunk ${index} is not in its place`);
    list.push(chunk);
  }
  for (const [row, list] of byRow.entries()) checkSizes(assets[row] as Chunked, list);
  const total = assets.reduce((sum, asset) => sum + asset.size, 0);
  if (total > bytes.length * MAX_EXPANSION)
    throw new FpkgError("FP1004", `Assets claim to be ${total} bytes`);
  return byRow;
}

/** Chunks lie in the BLOB section, aligned; equal ones share their place, others do not overlap, and gaps are zero. */
function checkPlaces(
  bytes: Uint8Array,
  chunks: readonly ChunkRow[],
  start: number,
  end: number,
): void {
  let at = start;
  let last: ChunkRow | undefined;
  for (const chunk of chunks.toSorted((a, b) => a.offset - b.offset)) {
    const { offset, storedSize } = chunk;
    const isShared = offset === last?.offset && storedSize === last.storedSize;
    if (isShared) continue;
    if (offset % CHUNK_ALIGNMENT !== 0)
      throw new FpkgError("FP1004", `Chunk at ${offset} is not aligned`);
    if (offset + storedSize > end || offset < start)
      throw new FpkgError("FP1002", `Chunk at ${offset} is outside the BLOB section`);
    if (offset < at) throw new FpkgError("FP1004", `Chunks overlap at ${offset}`);
    checkZeros(bytes, at, offset);
    at = offset + storedSize;
    last = chunk;
  }
  if (at !== end) throw new FpkgError("FP1004", `Bytes from ${at} on are in no chunk`);
}

/** Before anything is allocated: an asset's chunks are as long together as it is, and none expands too much. */
function checkSizes({ name, size }: Chunked, chunks: readonly ChunkRow[]): void {
  let total = 0;
  for (const { codec, rawSize, storedSize } of chunks) {
    if (rawSize !== Math.min(CHUNK_SIZE, size - total))
      throw new FpkgError("FP1004", `Chunk of ${name} has ${rawSize} bytes`);
    if (codec === ChunkCodec.none && rawSize !== storedSize)
      throw new FpkgError("FP1004", `A raw chunk of ${name} has two sizes`);
    if (rawSize > storedSize * MAX_EXPANSION)
      throw new FpkgError("FP1004", `Chunk of ${name} claims to expand to ${rawSize} bytes`);
    total += rawSize;
  }
  if (total !== size)
    throw new FpkgError("FP1005", `Chunks of ${name} hold ${total} of ${size} bytes`);
}

/** The bytes of an asset: a view of the file where they lie there in one piece, else unpacked. */
export function readBlob(
  bytes: Uint8Array,
  { name, size }: Chunked,
  chunks: readonly ChunkRow[],
): Uint8Array {
  for (const chunk of chunks) {
    if (crc32(stored(bytes, chunk)) !== chunk.crc)
      throw new FpkgError("FP1003", `Chunk of ${name} does not match its checksum`);
  }
  const first = chunks[0]?.offset ?? 0;
  if (isOnePiece(chunks)) return bytes.subarray(first, first + size);
  const blob = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    blob.set(decodeChunk(stored(bytes, chunk), chunk), at);
    at += chunk.rawSize;
  }
  return blob;
}

function isOnePiece(chunks: readonly ChunkRow[]): boolean {
  return chunks.every(({ codec, offset }, index) => {
    const before = chunks[index - 1];
    const isNext = before === undefined || offset === before.offset + before.storedSize;
    return codec === ChunkCodec.none && isNext;
  });
}

function stored(bytes: Uint8Array, { offset, storedSize }: ChunkRow): Uint8Array {
  return bytes.subarray(offset, offset + storedSize);
}

function decodeChunk(packed: Uint8Array, { codec, rawSize }: ChunkRow): Uint8Array {
  switch (codeName(ChunkCodec, codec, "Chunk codec")) {
    case "none":
      return packed;
    case "lz4":
      return decompressLz4(packed, rawSize);
  }
}
