/**
 * Decodes PNG: every color type, depth and filter, interlaced or not. What has 16 bits a sample keeps them. The picture
 * passes the kernels in strips, so that their memory stays small.
 */
import { inflateSync } from "node:zlib";
import { growTo } from "../../wasm/kernel_memory.ts";
import type { Image, WideImage } from "../image.ts";
import { bytesAt, FREE_MEMORY, pngKernels } from "./kernels.ts";
import { channelsOf, PngError, type PngFile, type PngHeader, readPng } from "./read_png.ts";
import { type Spread, spreadFor } from "./spread.ts";

/** Pixels of an interlaced picture that are sent together, as a smaller picture: every `stepX`-th from `startX`. */
interface Pass {
  readonly startX: number;
  readonly startY: number;
  readonly stepX: number;
  readonly stepY: number;
  readonly width: number;
  readonly height: number;
}

/** Bytes of scanlines that are in the kernels' memory at a time, unless one row has more. */
const STRIP_BYTES = 1 << 18;

/** Kernels may touch so many bytes behind what they are given. */
const SLACK = 32;

/** Deflate makes at most so many bytes of one. */
const MAX_EXPANSION = 1032;

/** The picture as RGBA of 8 or, where the file has them, 16 bits. Throws `PngError`. */
export function decodePng(bytes: Uint8Array): Image | WideImage {
  const file = readPng(bytes);
  const { header } = file;
  const passes = passesOf(header);
  const scanlines = inflate(file, sumOf(passes.map((pass) => passSize(pass, header))));
  const spread = spreadFor(file);
  if (!header.isInterlaced) return pictureOf(header, decodePass(scanlines, header, header, spread));
  const pixels = newPixels(header, header);
  let at = 0;
  for (const pass of passes) {
    const size = passSize(pass, header);
    const part = decodePass(scanlines.subarray(at, at + size), pass, header, spread);
    scatter(part, pass, pixels, header.width);
    at += size;
  }
  return pictureOf(header, pixels);
}

type Pixels = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer>;

interface Size {
  readonly width: number;
  readonly height: number;
}

function newPixels({ width, height }: Size, { depth }: PngHeader): Pixels {
  const length = width * height * 4;
  return depth === 16 ? new Uint16Array(length) : new Uint8Array(length);
}

function pictureOf({ width, height }: PngHeader, pixels: Pixels): Image | WideImage {
  return pixels instanceof Uint16Array ? { width, height, pixels } : { width, height, pixels };
}

/** Start and step along x and y of Adam7's passes. */
const ADAM7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

function passesOf({ width, height, isInterlaced }: PngHeader): Pass[] {
  const passes = isInterlaced ? ADAM7 : ([[0, 0, 1, 1]] as const);
  return passes
    .map(([startX, startY, stepX, stepY]) => ({
      startX,
      startY,
      stepX,
      stepY,
      width: Math.ceil((width - startX) / stepX),
      height: Math.ceil((height - startY) / stepY),
    }))
    .filter((pass) => pass.width > 0 && pass.height > 0);
}

function rowBytesOf({ width }: Size, { color, depth }: PngHeader): number {
  return Math.ceil((width * channelsOf[color] * depth) / 8);
}

function passSize(pass: Size, header: PngHeader): number {
  return (rowBytesOf(pass, header) + 1) * pass.height;
}

function inflate({ data, dataAt }: PngFile, size: number): Uint8Array {
  const packed = data.length === 1 ? (data[0] as Uint8Array) : Buffer.concat(data);
  if (packed.length * MAX_EXPANSION < size) throw tooFewPixels(dataAt);
  const scanlines = inflated(packed, size, dataAt);
  if (scanlines.length < size) throw tooFewPixels(dataAt);
  return scanlines;
}

function tooFewPixels(dataAt: number): PngError {
  return new PngError("has fewer pixels than its header says", dataAt);
}

function inflated(packed: Uint8Array, size: number, dataAt: number): Uint8Array {
  try {
    // One byte more than there should be shows that there is more.
    return inflateSync(packed, { chunkSize: Math.max(size + 1, 64), maxOutputLength: size });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ERR_BUFFER_TOO_LARGE") {
      throw new PngError("has more pixels than its header says", dataAt);
    }
    if (code === "Z_BUF_ERROR") throw tooFewPixels(dataAt);
    throw new PngError("has pixels that are not compressed as zlib does", dataAt);
  }
}

/** Unfilters the scanlines of a picture, or of a pass, and spreads them to RGBA. */
function decodePass(scanlines: Uint8Array, size: Size, header: PngHeader, spread: Spread): Pixels {
  const pixels = newPixels(size, header);
  const out = new Uint8Array(pixels.buffer);
  const rowBytes = rowBytesOf(size, header);
  const pixelBytes = Math.max(1, (channelsOf[header.color] * header.depth) / 8);
  const outBytes = size.width * 4 * pixels.BYTES_PER_ELEMENT;
  const stripRows = Math.max(1, Math.min(size.height, Math.floor(STRIP_BYTES / rowBytes)));
  const above = FREE_MEMORY;
  const rows = above + rowBytes;
  const src = rows + stripRows * rowBytes + SLACK;
  const dst = alignedTo8(src + stripRows * (rowBytes + 1) + SLACK);
  growTo(pngKernels.memory, dst + stripRows * outBytes + SLACK);
  bytesAt(above, rowBytes).fill(0);
  for (let top = 0; top < size.height; top += stripRows) {
    const count = Math.min(stripRows, size.height - top);
    const strip = scanlines.subarray(top * (rowBytes + 1), (top + count) * (rowBytes + 1));
    bytesAt(src, strip.length).set(strip);
    const bad = pngKernels.unfilter(src, rowBytes, count, pixelBytes, rows);
    if (bad >= 0) {
      const [filter, row] = [strip[bad * (rowBytes + 1)], top + bad];
      throw new PngError(
        `has the filter ${filter} in row ${row}${header.isInterlaced ? " of a pass" : ""}`,
      );
    }
    const result = spread({ rows, rowBytes, width: size.width, count, dst });
    out.set(bytesAt(result, count * outBytes), top * outBytes);
    bytesAt(above, rowBytes).set(bytesAt(rows + (count - 1) * rowBytes, rowBytes));
  }
  return pixels;
}

function alignedTo8(place: number): number {
  return (place + 7) & ~7;
}

function scatter(part: Pixels, pass: Pass, pixels: Pixels, width: number): void {
  let from = 0;
  for (let y = 0; y < pass.height; y++) {
    let to = ((pass.startY + y * pass.stepY) * width + pass.startX) * 4;
    for (let x = 0; x < pass.width; x++, from += 4, to += pass.stepX * 4) {
      pixels[to] = part[from] as number;
      pixels[to + 1] = part[from + 1] as number;
      pixels[to + 2] = part[from + 2] as number;
      pixels[to + 3] = part[from + 3] as number;
    }
  }
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
