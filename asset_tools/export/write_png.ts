/**
 * Writes PNG of RGBA in 8 or 16 bits. The stream is compressed by a code of our own, since zlib's bytes differ from version to
 * version: runs of equal pixels become references, the rest literals, all in deflate's fixed code (RFC 1951, section 3.2.6).
 */
import { crc32 } from "../fpkg/crc32.ts";
import { BitWriter } from "./bit_writer.ts";

/** Rows from the top; big-endian where a channel has 16 bits. */
export interface PngImage {
  readonly width: number;
  readonly height: number;
  readonly depth: 8 | 16;
  readonly bytes: Uint8Array;
}

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

const RGBA = 6;

/** The whole file. */
export function writePng({ width, height, depth, bytes }: PngImage): Uint8Array {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([depth, RGBA], 8);
  const pixelBytes = depth / 2;
  const rows = filteredRows(bytes, width * pixelBytes, height, pixelBytes);
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    chunk("IDAT", deflate(rows, pixelBytes)),
    chunk("IEND", new Uint8Array(0)),
  ]);
}

function chunk(kind: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(12 + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(new TextEncoder().encode(kind), 4);
  bytes.set(data, 8);
  view.setUint32(8 + data.length, crc32(bytes.subarray(4, 8 + data.length)));
  return bytes;
}

/** Every row as its difference from the one above, which makes flat areas runs of 0. */
function filteredRows(
  bytes: Uint8Array,
  rowBytes: number,
  height: number,
  pixelBytes: number,
): Uint8Array {
  const rows = new Uint8Array((rowBytes + 1) * height);
  const filter = { sub: 1, up: 2 };
  for (let y = 0; y < height; y++) {
    const start = y * (rowBytes + 1);
    const before = y === 0 ? pixelBytes : rowBytes;
    rows[start] = y === 0 ? filter.sub : filter.up;
    for (let x = 0; x < rowBytes; x++) {
      const at = y * rowBytes + x;
      const isFirst = y === 0 && x < pixelBytes;
      rows[start + 1 + x] = (bytes[at] as number) - (isFirst ? 0 : (bytes[at - before] as number));
    }
  }
  return rows;
}

/** Longest and shortest that a reference may stand for. */
const LONGEST = 258;
const SHORTEST = 3;

/** One zlib stream (RFC 1950) of one block with the fixed code. */
function deflate(data: Uint8Array, pixelBytes: number): Uint8Array {
  const writer = new BitWriter();
  // Deflate with a window of 32 KiB, and the check of these two bytes.
  writer.bits(0x78, 8);
  writer.bits(0x01, 8);
  // The last block, with the fixed code.
  writer.bits(1, 1);
  writer.bits(1, 2);
  for (let at = 0; at < data.length; ) {
    const [length, distance] = longestRun(data, at, pixelBytes);
    if (length < SHORTEST) writer.symbol(data[at++] as number);
    else {
      writer.length(length);
      writer.distance(distance);
      at += length;
    }
  }
  writer.symbol(256);
  return Buffer.concat([writer.finish(), adler32(data)]);
}

/** How far `data` repeats what is one byte, or one pixel, before. */
function longestRun(data: Uint8Array, at: number, pixelBytes: number): [number, number] {
  const runs = [1, pixelBytes].map((distance): [number, number] => {
    let length = 0;
    if (at >= distance) {
      const most = Math.min(LONGEST, data.length - at);
      while (length < most && data[at + length] === data[at + length - distance]) length++;
    }
    return [length, distance];
  });
  const [byBytes, byPixels] = runs as [[number, number], [number, number]];
  return byPixels[0] > byBytes[0] ? byPixels : byBytes;
}

function adler32(data: Uint8Array): Uint8Array {
  let [low, high] = [1, 0];
  for (const byte of data) {
    low = (low + byte) % 65521;
    high = (high + low) % 65521;
  }
  return Uint8Array.of(high >> 8, high, low >> 8, low);
}
