/**
 * Takes a PNG file apart into header, palette, transparency and compressed scanlines, and refuses what is not as
 * specified. Format: PNG Specification (Third Edition), sections 5 and 11. Gamma, chromaticities and color profiles are
 * stepped over: a texture has the numbers that are stored.
 */
import { crc32 } from "node:zlib";
import { FileProblem } from "../../document/file_problem.ts";

/** Thrown for a file that is not PNG as specified. */
export class PngError extends FileProblem {}

/** Samples a pixel of each color type; a palette's index is one. */
export const channelsOf = { gray: 1, rgb: 3, indexed: 1, grayAlpha: 2, rgba: 4 } as const;
export type ColorType = keyof typeof channelsOf;

export interface PngHeader {
  readonly width: number;
  readonly height: number;
  /** Bits a sample. */
  readonly depth: number;
  readonly color: ColorType;
  readonly isInterlaced: boolean;
}

export interface PngFile {
  readonly header: PngHeader;
  /** RGB a color; empty where there is none. */
  readonly palette: Uint8Array;
  /** The chunk `tRNS` as it is; empty where there is none. */
  readonly transparency: Uint8Array;
  /** One zlib stream, in pieces. */
  readonly data: readonly Uint8Array[];
  /** The first byte of its first chunk in the file. */
  readonly dataAt: number;
}

interface Chunk {
  readonly kind: string;
  /** The chunk's first byte in the file. */
  readonly at: number;
  readonly data: Uint8Array;
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Whether a file starts as every PNG does. */
export function isPng(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, at) => bytes[at] === byte);
}

/** The header alone, so that a caller can refuse a picture before it is decoded. Throws `PngError`. */
export function readPngHeader(bytes: Uint8Array): PngHeader {
  const chunk = chunkAt(bytes, SIGNATURE.length);
  if (chunk.kind !== "IHDR")
    throw new PngError(`starts with \`${chunk.kind}\`, not with \`IHDR\``, chunk.at);
  return headerOf(chunk);
}

/** The whole file. Throws `PngError`. */
export function readPng(bytes: Uint8Array): PngFile {
  const header = readPngHeader(bytes);
  let palette = new Uint8Array();
  let transparency = new Uint8Array();
  const data: Uint8Array[] = [];
  let dataAt = 0;
  let previous = "IHDR";
  for (const chunk of chunksAfterHeader(bytes)) {
    const problem = orderProblem(chunk.kind, previous, data.length > 0, palette.length > 0);
    if (problem !== null) {
      throw new PngError(`has a chunk \`${chunk.kind}\` at byte ${chunk.at} ${problem}`);
    }
    if (chunk.kind === "PLTE") palette = paletteOf(chunk, header);
    if (chunk.kind === "tRNS") transparency = transparencyOf(chunk, header, palette);
    if (chunk.kind === "IDAT" && data.push(chunk.data) === 1) dataAt = chunk.at;
    previous = chunk.kind;
  }
  if (data.length === 0) throw new PngError("has no `IDAT` chunk");
  if (header.color === "indexed" && palette.length === 0) {
    throw new PngError("has indices and no `PLTE` chunk");
  }
  return { header, palette, transparency, data, dataAt };
}

function* chunksAfterHeader(bytes: Uint8Array): Generator<Chunk> {
  let chunk = chunkAt(bytes, SIGNATURE.length);
  while (chunk.kind !== "IEND") {
    chunk = chunkAt(bytes, chunk.at + chunk.data.length + 12);
    yield chunk;
  }
}

/** A chunk is its data's length, four letters, the data, and a checksum of letters and data. */
function chunkAt(bytes: Uint8Array, at: number): Chunk {
  if (at === bytes.length) throw new PngError("ends before its `IEND` chunk", at);
  if (at + 12 > bytes.length) throw new PngError(`ends inside the chunk at byte ${at}`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = view.getUint32(at);
  const kind = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
  if (!/^[A-Za-z]{4}$/.test(kind)) throw new PngError(`has no chunk at byte ${at}`);
  const end = at + 8 + size;
  if (end + 4 > bytes.length) throw new PngError(`ends inside the chunk \`${kind}\` at byte ${at}`);
  if (crc32(bytes.subarray(at + 4, end)) !== view.getUint32(end)) {
    throw new PngError(`has a chunk \`${kind}\` at byte ${at} whose checksum is wrong`);
  }
  return { kind, at, data: bytes.subarray(at + 8, end) };
}

const colorTypes: ReadonlyMap<number, { readonly color: ColorType; readonly depths: number[] }> =
  new Map([
    [0, { color: "gray", depths: [1, 2, 4, 8, 16] }],
    [2, { color: "rgb", depths: [8, 16] }],
    [3, { color: "indexed", depths: [1, 2, 4, 8] }],
    [4, { color: "grayAlpha", depths: [8, 16] }],
    [6, { color: "rgba", depths: [8, 16] }],
  ]);

function headerOf({ data, at: chunk }: Chunk): PngHeader {
  if (data.length !== 13) throw new PngError(`has an \`IHDR\` of ${data.length} bytes`, chunk);
  const at = chunk + 8;
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  const [depth = 0, type = 0, compression = 0, filter = 0, interlace = 0] = data.subarray(8);
  const known = colorTypes.get(type);
  if (width === 0 || height === 0) throw new PngError(`is ${width}x${height}`, at);
  if (known === undefined) throw new PngError(`has the color type ${type}`, at + 9);
  if (!known.depths.includes(depth)) {
    throw new PngError(`has ${depth} bits a sample, which color type ${type} cannot have`, at + 8);
  }
  if (compression !== 0) throw new PngError(`has the compression method ${compression}`, at + 10);
  if (filter !== 0) throw new PngError(`has the filter method ${filter}`, at + 11);
  if (interlace > 1) throw new PngError(`has the interlace method ${interlace}`, at + 12);
  return { width, height, depth, color: known.color, isInterlaced: interlace === 1 };
}

/** What is wrong with a chunk of that kind here, or null; `previous` is the kind before. */
function orderProblem(
  kind: string,
  previous: string,
  hasData: boolean,
  hasPalette: boolean,
): string | null {
  switch (kind) {
    case "IHDR":
      return "and one before it";
    case "PLTE":
      if (hasPalette) return "and one before it";
      return hasData ? "behind `IDAT`" : null;
    case "tRNS":
      return hasData ? "behind `IDAT`" : null;
    case "IDAT":
      return hasData && previous !== "IDAT" ? "apart from those before it" : null;
    case "IEND":
      return null;
    default:
      // A small first letter says that a reader may step over the chunk.
      return /^[a-z]/.test(kind) ? null : "that is not known";
  }
}

function paletteOf({ data, at }: Chunk, { color, depth }: PngHeader): Uint8Array<ArrayBuffer> {
  if (color === "gray" || color === "grayAlpha")
    throw new PngError("is gray and has a `PLTE` chunk", at);
  const most = color === "indexed" ? 2 ** depth : 256;
  if (data.length % 3 !== 0 || data.length === 0 || data.length / 3 > most) {
    throw new PngError(`has a \`PLTE\` chunk of ${data.length} bytes`, at);
  }
  return data.slice();
}

/** Two bytes a sample for the one color that is clear, or one byte of alpha for each of the first colors. */
function transparencyOf(
  { data, at }: Chunk,
  { color }: PngHeader,
  palette: Uint8Array,
): Uint8Array<ArrayBuffer> {
  const hasAlpha = color === "grayAlpha" || color === "rgba";
  if (hasAlpha) throw new PngError("has both alpha and a `tRNS` chunk", at);
  const isRight =
    color === "indexed"
      ? data.length > 0 && data.length <= palette.length / 3
      : data.length === channelsOf[color] * 2;
  if (!isRight) throw new PngError(`has a \`tRNS\` chunk of ${data.length} bytes`, at);
  return data.slice();
}
