/**
 * Decoders of BC levels to RGBA8, for tests and for machines whose GPU lacks the formats. Formats: Khronos
 * Data Format Specification, "S3TC" and "RGTC".
 */
import { decodeBc7Block } from "./decode_bc7.ts";
import { FpkgError } from "./fpkg_error.ts";
import type { TextureFamily } from "./texture_formats.ts";

type DecodeBlock = (view: DataView, at: number, texels: Uint8Array) => void;

/** Decodes one level of a block format to RGBA8; sRGB levels stay encoded. */
export function decodeBc(
  family: Exclude<TextureFamily, "rgba8">,
  data: Uint8Array,
  width: number,
  height: number,
): Uint8Array {
  switch (family) {
    case "bc1":
      return decodeBc1(data, width, height);
    case "bc3":
      return decodeBlocks(data, width, height, 16, decodeBc3Block);
    case "bc4":
      return decodeBlocks(data, width, height, 8, decodeBc4Block);
    case "bc5":
      return decodeBlocks(data, width, height, 16, decodeBc5Block);
    case "bc7":
      return decodeBc7(data, width, height);
  }
}

/** Decodes one BC1 level. */
export function decodeBc1(data: Uint8Array, width: number, height: number): Uint8Array {
  return decodeBlocks(data, width, height, 8, decodeBc1Block);
}

/** Decodes one BC7 level; throws `FpkgError` for a mode that our encoder does not write. */
export function decodeBc7(data: Uint8Array, width: number, height: number): Uint8Array {
  return decodeBlocks(data, width, height, 16, decodeBc7Block);
}

function decodeBlocks(
  data: Uint8Array,
  width: number,
  height: number,
  blockSize: number,
  decodeBlock: DecodeBlock,
): Uint8Array {
  const columns = Math.ceil(width / 4);
  const rows = Math.ceil(height / 4);
  if (data.length !== columns * rows * blockSize) {
    throw new FpkgError("FP1002", `${data.length} bytes are no ${width}x${height} level`);
  }
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const image = new Uint8Array(width * height * 4);
  const texels = new Uint8Array(64);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      decodeBlock(view, (row * columns + column) * blockSize, texels);
      const wide = Math.min(4, width - column * 4);
      for (let y = 0; y < 4 && row * 4 + y < height; y++) {
        const to = ((row * 4 + y) * width + column * 4) * 4;
        image.set(texels.subarray(y * 16, y * 16 + wide * 4), to);
      }
    }
  }
  return image;
}

function decodeBc1Block(view: DataView, at: number, texels: Uint8Array): void {
  const first = view.getUint16(at, true);
  const second = view.getUint16(at + 2, true);
  const palette = bc1Palette(first, second);
  const indices = view.getUint32(at + 4, true);
  for (let texel = 0; texel < 16; texel++) {
    const entry = ((indices >>> (texel * 2)) & 3) * 4;
    for (let channel = 0; channel < 4; channel++) {
      texels[texel * 4 + channel] = palette[entry + channel] as number;
    }
  }
}

/** The four RGBA colors of a block; with `first <= second` there are three and transparent black. */
function bc1Palette(first: number, second: number): Uint8Array {
  const palette = new Uint8Array(16);
  for (let channel = 0; channel < 3; channel++) {
    const a = expand565(first, channel);
    const b = expand565(second, channel);
    palette[channel] = a;
    palette[4 + channel] = b;
    palette[8 + channel] = first > second ? Math.floor((2 * a + b) / 3) : (a + b) >> 1;
    palette[12 + channel] = first > second ? Math.floor((a + 2 * b) / 3) : 0;
  }
  palette[3] = palette[7] = palette[11] = 255;
  palette[15] = first > second ? 255 : 0;
  return palette;
}

function expand565(color: number, channel: number): number {
  if (channel === 1) {
    const green = (color >> 5) & 63;
    return (green << 2) | (green >> 4);
  }
  const five = channel === 0 ? color >> 11 : color & 31;
  return (five << 3) | (five >> 2);
}

function decodeBc3Block(view: DataView, at: number, texels: Uint8Array): void {
  decodeBc1Block(view, at + 8, texels);
  decodeValues(view, at, texels, 3);
}

/** Red; green and blue are 0, as a sampler sees them. */
function decodeBc4Block(view: DataView, at: number, texels: Uint8Array): void {
  clearColor(texels);
  decodeValues(view, at, texels, 0);
}

/** Red and green; blue is 0. */
function decodeBc5Block(view: DataView, at: number, texels: Uint8Array): void {
  clearColor(texels);
  decodeValues(view, at, texels, 0);
  decodeValues(view, at + 8, texels, 1);
}

function clearColor(texels: Uint8Array): void {
  new Uint32Array(texels.buffer).fill(0xff000000);
}

/** Sixteen values of one channel: two ends and what lies between them. */
function decodeValues(view: DataView, at: number, texels: Uint8Array, channel: number): void {
  const first = view.getUint8(at);
  const second = view.getUint8(at + 1);
  for (let texel = 0; texel < 16; texel++) {
    const eight = at + (texel < 8 ? 2 : 5);
    const codes = view.getUint16(eight, true) | (view.getUint8(eight + 2) << 16);
    texels[texel * 4 + channel] = stepOf(first, second, (codes >> ((texel & 7) * 3)) & 7);
  }
}

function stepOf(first: number, second: number, code: number): number {
  if (code < 2) return code === 0 ? first : second;
  if (first > second) return Math.round(((8 - code) * first + (code - 1) * second) / 7);
  if (code > 5) return code === 6 ? 0 : 255;
  return Math.round(((6 - code) * first + (code - 1) * second) / 5);
}
