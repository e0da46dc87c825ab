/** PNG files of every kind, from samples; and broken ones, from chunks. */
import { crc32, deflateSync } from "node:zlib";

/** Color types: 0 gray, 2 RGB, 3 palette, 4 gray and alpha, 6 RGBA. */
export const samplesOf = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 } as const;

export interface PngPicture {
  readonly width: number;
  readonly height: number;
  readonly depth: 1 | 2 | 4 | 8 | 16;
  readonly type: keyof typeof samplesOf;
  /** Row by row, each as large as the depth allows. */
  readonly samples: readonly number[];
  /** RGB a color. */
  readonly palette?: readonly number[];
  /** Bytes of `tRNS`. */
  readonly transparency?: readonly number[];
  readonly isInterlaced?: boolean;
  /** The filter of a row. */
  readonly filter?: (row: number) => number;
  /** Bytes of an `IDAT` chunk at most. */
  readonly chunkSize?: number;
}

export type Chunk = readonly [kind: string, data: Uint8Array];

export const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** The file's chunks, for tests to break. */
export function pngChunks(picture: PngPicture): Chunk[] {
  const { palette, transparency, chunkSize = 1 << 20 } = picture;
  const packed = deflateSync(scanlines(picture));
  const data: Chunk[] = [];
  for (let at = 0; at < packed.length; at += chunkSize) {
    data.push(["IDAT", packed.subarray(at, at + chunkSize)]);
  }
  return [
    ["IHDR", header(picture)],
    ...(palette ? [["PLTE", Uint8Array.from(palette)] as const] : []),
    ...(transparency ? [["tRNS", Uint8Array.from(transparency)] as const] : []),
    ...data,
    ["IEND", new Uint8Array(0)],
  ];
}

export function pngFile(chunks: readonly Chunk[]): Uint8Array {
  return Buffer.concat([Buffer.from(SIGNATURE), ...chunks.map(chunkBytes)]);
}

export function writePng(picture: PngPicture): Uint8Array {
  return pngFile(pngChunks(picture));
}

export function chunkBytes([kind, data]: Chunk): Buffer {
  const bytes = Buffer.alloc(12 + data.length);
  bytes.writeUInt32BE(data.length, 0);
  bytes.write(kind, 4, "latin1");
  bytes.set(data, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + data.length)), 8 + data.length);
  return bytes;
}

export function header({ width, height, depth, type, isInterlaced }: PngPicture): Uint8Array {
  const bytes = Buffer.alloc(13);
  bytes.writeUInt32BE(width, 0);
  bytes.writeUInt32BE(height, 4);
  bytes.set([depth, type, 0, 0, isInterlaced ? 1 : 0], 8);
  return bytes;
}

/** Which pass of Adam7 a pixel of an 8x8 square belongs to; PNG Specification, section 8.2. */
const PASS_OF = [
  "1 6 4 6 2 6 4 6",
  "7 7 7 7 7 7 7 7",
  "5 6 5 6 5 6 5 6",
  "7 7 7 7 7 7 7 7",
  "3 6 4 6 3 6 4 6",
  "7 7 7 7 7 7 7 7",
  "5 6 5 6 5 6 5 6",
  "7 7 7 7 7 7 7 7",
].map((row) => row.split(" ").map(Number));

/** Filtered rows, pass after pass. */
export function scanlines(picture: PngPicture): Buffer {
  const passes = picture.isInterlaced ? [1, 2, 3, 4, 5, 6, 7] : [0];
  return Buffer.concat(passes.flatMap((pass) => filteredRows(rowsOf(picture, pass), picture)));
}

/** Samples of the rows of a pass that has any. */
function rowsOf(picture: PngPicture, pass: number): number[][] {
  const { width, height, type, samples } = picture;
  const count = samplesOf[type];
  const rows: number[][] = [];
  for (let y = 0; y < height; y++) {
    const row: number[] = [];
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * count;
      const isIn = pass === 0 || PASS_OF[y % 8]?.[x % 8] === pass;
      if (isIn) row.push(...samples.slice(at, at + count));
    }
    if (row.length > 0) rows.push(row);
  }
  return rows;
}

function filteredRows(rows: readonly number[][], picture: PngPicture): Buffer[] {
  const { depth, type, filter = () => 0 } = picture;
  const step = Math.max(1, (samplesOf[type] * depth) / 8);
  let above: Buffer | undefined;
  return rows.map((samples, index) => {
    const row = packed(samples, depth);
    const kind = filter(index);
    const bytes = row.map((value, at) => {
      const left = at < step ? 0 : (row[at - step] as number);
      const up = above?.[at] ?? 0;
      const corner = at < step ? 0 : (above?.[at - step] ?? 0);
      const guesses = [0, left, up, (left + up) >> 1, paeth(left, up, corner)];
      return value - (guesses[kind % 5] as number);
    });
    above = row;
    return Buffer.from([kind, ...bytes]);
  });
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const far = (value: number): number => Math.abs(guess - value);
  if (far(left) <= far(up) && far(left) <= far(corner)) return left;
  return far(up) <= far(corner) ? up : corner;
}

function packed(samples: readonly number[], depth: number): Buffer {
  const bits = samples.map((sample) => sample.toString(2).padStart(depth, "0")).join("");
  const bytes = bits.match(/.{1,8}/g) ?? [];
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte.padEnd(8, "0"), 2)));
}
