/** Decodes BC1, BC3, BC4 and BC5 blocks. Formats: Khronos Data Format Specification, "S3TC" and "RGTC". */
import { type BlockTexels, blockTexels } from "./block_texels.ts";

export function decodeBc1Block(view: DataView, at: number, { words }: BlockTexels): void {
  const first = view.getUint16(at, true);
  const second = view.getUint16(at + 2, true);
  decodeColors(view, at, first > second, words);
}

function decodeColors(view: DataView, at: number, hasFour: boolean, words: Uint32Array): void {
  fillPalette(view.getUint16(at, true), view.getUint16(at + 2, true), hasFour);
  const indices = view.getUint32(at + 4, true);
  for (let texel = 0; texel < 16; texel++)
    words[texel] = palette.words[(indices >>> (texel * 2)) & 3] as number;
}

/** The colors of a block: four, or three and transparent black. */
const palette = blockTexels(4);

function fillPalette(first: number, second: number, hasFour: boolean): void {
  const { bytes } = palette;
  for (let channel = 0; channel < 3; channel++) {
    const a = expand565(first, channel);
    const b = expand565(second, channel);
    bytes[channel] = a;
    bytes[4 + channel] = b;
    bytes[8 + channel] = hasFour ? Math.floor((2 * a + b) / 3) : (a + b) >> 1;
    bytes[12 + channel] = hasFour ? Math.floor((a + 2 * b) / 3) : 0;
  }
  bytes[3] = bytes[7] = bytes[11] = 255;
  bytes[15] = hasFour ? 255 : 0;
}

function expand565(color: number, channel: number): number {
  if (channel === 1) {
    const green = (color >> 5) & 63;
    return (green << 2) | (green >> 4);
  }
  const five = channel === 0 ? color >> 11 : color & 31;
  return (five << 3) | (five >> 2);
}

export function decodeBc3Block(view: DataView, at: number, { bytes, words }: BlockTexels): void {
  decodeColors(view, at + 8, true, words);
  decodeValues(view, at, bytes, 3);
}

/** Red; green and blue are 0, as a sampler sees them. */
export function decodeBc4Block(view: DataView, at: number, { bytes, words }: BlockTexels): void {
  words.fill(OPAQUE_BLACK);
  decodeValues(view, at, bytes, 0);
}

/** Red and green; blue is 0. */
export function decodeBc5Block(view: DataView, at: number, { bytes, words }: BlockTexels): void {
  words.fill(OPAQUE_BLACK);
  decodeValues(view, at, bytes, 0);
  decodeValues(view, at + 8, bytes, 1);
}

const OPAQUE_BLACK = 0xff000000;

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
