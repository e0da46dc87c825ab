/**
 * Decodes TGA: true color, gray and color maps, each plain or run-length encoded, of every depth and origin. Format:
 * Truevision TGA File Format Specification 2.0.
 */
import { FileProblem } from "../document/file_problem.ts";
import type { Image } from "./image.ts";

/** Thrown for a file that is not TGA as specified. */
export class TgaError extends FileProblem {}

interface Header {
  /** Bytes of text between the header and the color map. */
  readonly idLength: number;
  readonly colorMap: { readonly first: number; readonly length: number; readonly depth: number };
  readonly content: "indexed" | "color" | "gray";
  readonly isRunLength: boolean;
  readonly width: number;
  readonly height: number;
  /** Bits a stored pixel. */
  readonly depth: number;
  readonly alphaBits: number;
  readonly isRightToLeft: boolean;
  readonly isTopToBottom: boolean;
}

const HEADER_SIZE = 18;

/** Width and height, so that a caller can refuse a picture before it is decoded. */
export function tgaSize(bytes: Uint8Array): { readonly width: number; readonly height: number } {
  return readHeader(bytes);
}

/** The picture as RGBA8. Throws `TgaError`. */
export function decodeTga(bytes: Uint8Array): Image {
  const header = readHeader(bytes);
  const mapStart = HEADER_SIZE + header.idLength;
  const mapSize = header.colorMap.length * bytesOf(header.colorMap.depth);
  const palette = readPalette(bytes, mapStart, header);
  const stored = storedPixels(bytes, mapStart + mapSize, header);
  const pixels = new Uint8Array(header.width * header.height * 4);
  const read = pixelReader(header, palette);
  const stride = bytesOf(header.depth);
  for (let index = 0; index < header.width * header.height; index++) {
    read(stored, index * stride, pixels, placeOf(index, header) * 4);
  }
  return { width: header.width, height: header.height, pixels };
}

function readHeader(bytes: Uint8Array): Header {
  if (bytes.length < HEADER_SIZE) throw new TgaError("ends inside its header", bytes.length);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const type = view.getUint8(2);
  const content = contents.get(type & ~8);
  if (content === undefined) throw new TgaError(`has the image type ${type}`, 2);
  const descriptor = view.getUint8(17);
  const header: Header = {
    idLength: view.getUint8(0),
    colorMap: {
      first: view.getUint16(3, true),
      length: view.getUint8(1) === 0 ? 0 : view.getUint16(5, true),
      depth: view.getUint8(7),
    },
    content,
    isRunLength: (type & 8) !== 0,
    width: view.getUint16(12, true),
    height: view.getUint16(14, true),
    depth: view.getUint8(16),
    alphaBits: descriptor & 15,
    isRightToLeft: (descriptor & 16) !== 0,
    isTopToBottom: (descriptor & 32) !== 0,
  };
  checkHeader(header);
  return header;
}

/** Without the bit for run lengths. */
const contents: ReadonlyMap<number, Header["content"]> = new Map([
  [1, "indexed"],
  [2, "color"],
  [3, "gray"],
]);

const depths: Readonly<Record<Header["content"], readonly number[]>> = {
  indexed: [8, 16],
  color: [15, 16, 24, 32],
  gray: [8, 16],
};

function checkHeader({ content, depth, colorMap, width, height }: Header): void {
  if (width === 0 || height === 0) throw new TgaError(`is ${width}x${height}`, 12);
  if (!depths[content].includes(depth)) throw new TgaError(`has ${depth} bits a pixel`, 16);
  if (content !== "indexed") return;
  if (colorMap.length === 0) throw new TgaError("has indices and no color map", 1);
  if (!depths.color.includes(colorMap.depth)) {
    throw new TgaError(`has ${colorMap.depth} bits a color of its map`, 7);
  }
}

function bytesOf(depth: number): number {
  return (depth + 7) >> 3;
}

/** Files go from the bottom left corner if they say nothing else. */
function placeOf(index: number, { width, height, isRightToLeft, isTopToBottom }: Header): number {
  const column = index % width;
  const row = (index - column) / width;
  const x = isRightToLeft ? width - 1 - column : column;
  const y = isTopToBottom ? row : height - 1 - row;
  return y * width + x;
}

/** The pixels one after another, run lengths undone. */
function storedPixels(bytes: Uint8Array, start: number, header: Header): Uint8Array {
  const stride = bytesOf(header.depth);
  const size = header.width * header.height * stride;
  if (header.isRunLength) return unpackRuns(bytes, start, size, stride);
  if (bytes.length - start < size) throw new TgaError("ends inside its pixels", bytes.length);
  return bytes.subarray(start, start + size);
}

/** A packet is a count, with the top bit set for one pixel that repeats, and the pixels. */
function unpackRuns(bytes: Uint8Array, start: number, size: number, stride: number): Uint8Array {
  // Each packet makes at most 128 pixels, so a small file cannot claim a large picture.
  const most = Math.ceil((bytes.length - start) / (stride + 1)) * 128 * stride;
  if (most < size) throw new TgaError("ends inside its pixels", bytes.length);
  const pixels = new Uint8Array(size);
  let at = start;
  let to = 0;
  while (to < size) {
    const packet = bytes[at++];
    if (packet === undefined) throw new TgaError("ends inside its pixels", bytes.length);
    const length = Math.min(((packet & 127) + 1) * stride, size - to);
    const stored = packet & 128 ? stride : length;
    if (at + stored > bytes.length) throw new TgaError("ends inside its pixels", bytes.length);
    if (packet & 128) fillRun(pixels.subarray(to, to + length), bytes.subarray(at, at + stride));
    else pixels.set(bytes.subarray(at, at + length), to);
    at += stored;
    to += length;
  }
  return pixels;
}

function fillRun(run: Uint8Array, pixel: Uint8Array): void {
  for (let to = 0; to < run.length; to += pixel.length) run.set(pixel, to);
}

/** Reads a stored pixel and writes RGBA8. */
type ReadPixel = (src: Uint8Array, at: number, dst: Uint8Array, to: number) => void;

function pixelReader(header: Header, palette: Uint8Array): ReadPixel {
  const { content, depth, alphaBits, colorMap } = header;
  if (content === "color") return colorReader(depth, alphaBits > 0);
  if (content === "gray") return depth === 8 ? readGray : readGrayAlpha;
  return (src, at, dst, to) => {
    const index = depth === 8 ? (src[at] as number) : u16(src, at);
    const entry = index - colorMap.first;
    if (entry < 0 || entry >= colorMap.length) {
      throw new TgaError(`has no color ${index} in its map`);
    }
    dst.set(palette.subarray(entry * 4, entry * 4 + 4), to);
  };
}

function readPalette(
  bytes: Uint8Array,
  start: number,
  { colorMap, alphaBits }: Header,
): Uint8Array {
  const palette = new Uint8Array(colorMap.length * 4);
  if (colorMap.length === 0) return palette;
  const stride = bytesOf(colorMap.depth);
  if (start + colorMap.length * stride > bytes.length)
    throw new TgaError("ends inside its color map", bytes.length);
  // A map of 32 bits has alpha, whatever the pixels' indices say of theirs.
  const read = colorReader(colorMap.depth, colorMap.depth === 32 || alphaBits > 0);
  for (let entry = 0; entry < colorMap.length; entry++) {
    read(bytes, start + entry * stride, palette, entry * 4);
  }
  return palette;
}

function colorReader(depth: number, hasAlpha: boolean): ReadPixel {
  if (depth <= 16) return fiveBitReader(depth === 16 && hasAlpha);
  return (src, at, dst, to) => {
    dst[to] = src[at + 2] as number;
    dst[to + 1] = src[at + 1] as number;
    dst[to + 2] = src[at] as number;
    dst[to + 3] = depth === 32 && hasAlpha ? (src[at + 3] as number) : 255;
  };
}

/** Five bits a channel and, on top, one of alpha. */
function fiveBitReader(hasAlpha: boolean): ReadPixel {
  return (src, at, dst, to) => {
    const value = u16(src, at);
    dst[to] = eightBits((value >> 10) & 31);
    dst[to + 1] = eightBits((value >> 5) & 31);
    dst[to + 2] = eightBits(value & 31);
    dst[to + 3] = hasAlpha && value < 0x8000 ? 0 : 255;
  };
}

function eightBits(five: number): number {
  return (five << 3) | (five >> 2);
}

function readGray(src: Uint8Array, at: number, dst: Uint8Array, to: number): void {
  dst.fill(src[at] as number, to, to + 3);
  dst[to + 3] = 255;
}

function readGrayAlpha(src: Uint8Array, at: number, dst: Uint8Array, to: number): void {
  dst.fill(src[at] as number, to, to + 3);
  dst[to + 3] = src[at + 1] as number;
}

function u16(bytes: Uint8Array, at: number): number {
  return (bytes[at] as number) | ((bytes[at + 1] as number) << 8);
}
