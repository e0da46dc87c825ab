/** The chunks of all blobs, in the order in which a loader wants them. */
import { align } from "./align.ts";
import { crc32 } from "./crc32.ts";
import { CHUNK_ALIGNMENT, CHUNK_SIZE, ChunkCodec, type ChunkRow } from "./format/package.ts";
import { compressLz4 } from "./lz4.ts";

/** A blob to be packed; equal digests share their chunks' bytes. */
export interface BlobToPack {
  /** Row in ASST. */
  readonly row: number;
  readonly digest: string;
  readonly blob: Uint8Array;
}

/** Rows of CHNK and the bytes of BLOB; offsets count from the first byte of BLOB. */
export interface PackedChunks {
  readonly rows: readonly ChunkRow[];
  readonly pieces: readonly { readonly offset: number; readonly bytes: Uint8Array }[];
  readonly size: number;
}

export function packChunks(
  loadOrder: readonly BlobToPack[],
  codec: keyof typeof ChunkCodec,
): PackedChunks {
  const rows: ChunkRow[] = [];
  const pieces: { offset: number; bytes: Uint8Array }[] = [];
  const storedByDigest = new Map<string, readonly ChunkRow[]>();
  let size = 0;
  for (const { row, digest, blob } of loadOrder) {
    let stored = storedByDigest.get(digest);
    if (stored === undefined) {
      stored = chunksOf(blob, codec).map(({ codec: used, bytes, rawSize }) => {
        const offset = align(size, CHUNK_ALIGNMENT);
        size = offset + bytes.length;
        pieces.push({ offset, bytes });
        const crc = crc32(bytes);
        return {
          asset: row,
          codec: used,
          offset,
          storedSize: bytes.length,
          rawSize,
          crc,
          reserved: 0,
        };
      });
      storedByDigest.set(digest, stored);
    }
    rows.push(...stored.map((chunk) => ({ ...chunk, asset: row })));
  }
  // The sort is stable, so an asset's chunks stay in order.
  rows.sort((a, b) => a.asset - b.asset);
  return { rows, pieces, size };
}

interface Chunk {
  readonly codec: number;
  readonly bytes: Uint8Array;
  readonly rawSize: number;
}

/** Where all chunks together save too little, the blob stays in one piece that a mapping can use. */
function chunksOf(blob: Uint8Array, codec: keyof typeof ChunkCodec): readonly Chunk[] {
  const pieces = piecesOf(blob);
  if (codec === "none") return pieces.map(rawChunk);
  const packed = pieces.map(packChunk);
  const stored = packed.reduce((sum, { bytes }) => sum + bytes.length, 0);
  return isWorthIt(stored, blob.length) ? packed : pieces.map(rawChunk);
}

function piecesOf(blob: Uint8Array): Uint8Array[] {
  return Array.from({ length: Math.ceil(blob.length / CHUNK_SIZE) }, (_, index) =>
    blob.subarray(index * CHUNK_SIZE, (index + 1) * CHUNK_SIZE),
  );
}

function rawChunk(raw: Uint8Array): Chunk {
  return { codec: ChunkCodec.none, bytes: raw, rawSize: raw.length };
}

function packChunk(raw: Uint8Array): Chunk {
  const bytes = compressLz4(raw);
  if (!isWorthIt(bytes.length, raw.length)) return rawChunk(raw);
  return { codec: ChunkCodec.lz4, bytes, rawSize: raw.length };
}

/** Unpacking costs time and a copy, which less than 5 % do not pay for. */
function isWorthIt(packed: number, raw: number): boolean {
  return packed < raw * 0.95;
}
