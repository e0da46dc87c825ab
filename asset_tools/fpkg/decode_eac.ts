/**
 * Decodes EAC: a base and sixteen steps from it; alpha of ETC2 blocks, and the formats of one and two channels with eleven
 * bits each. Format: Khronos Data Format Specification, "ETC2", EAC.
 */
import type { BlockTexels } from "./block_texels.ts";

/** The four positive modifiers of each table; the negative ones are their complements. */
const MODIFIERS = [
  2, 5, 8, 14, 2, 6, 9, 12, 1, 4, 7, 12, 1, 3, 5, 12, 2, 5, 7, 11, 2, 6, 8, 10, 3, 6, 7, 10, 2, 4,
  7, 10, 1, 5, 7, 9, 1, 4, 7, 9, 1, 3, 7, 9, 1, 4, 6, 9, 2, 3, 6, 9, 0, 1, 2, 9, 3, 5, 7, 8, 2, 4,
  6, 8,
] as const;

/** Red of a block of 8 bytes; the others become 0 and alpha 255. */
export function decodeEacRBlock(view: DataView, at: number, { bytes, words }: BlockTexels): void {
  words.fill(OPAQUE_BLACK);
  decodeChannel(view, at, elevenBits, bytes, 0);
}

/** Red, then green. */
export function decodeEacRgBlock(view: DataView, at: number, texels: BlockTexels): void {
  decodeEacRBlock(view, at, texels);
  decodeChannel(view, at + 8, elevenBits, texels.bytes, 1);
}

const OPAQUE_BLACK = 0xff000000;

/** Alpha of eight bits. */
export function decodeEacAlpha(view: DataView, at: number, { bytes }: BlockTexels): void {
  decodeChannel(view, at, eightBits, bytes, 3);
}

/** The byte that a base, a multiplier and a modifier stand for. */
type Value = (base: number, multiplier: number, modifier: number) => number;

function eightBits(base: number, multiplier: number, modifier: number): number {
  return Math.max(0, Math.min(255, base + modifier * multiplier));
}

/** Of 2047, as the nearest of 255; without a multiplier the modifiers are eighths of those with multiplier 1. */
function elevenBits(base: number, multiplier: number, modifier: number): number {
  const step = multiplier === 0 ? modifier : modifier * multiplier * 8;
  const eleven = Math.max(0, Math.min(2047, base * 8 + 4 + step));
  return Math.round((eleven * 255) / 2047);
}

function decodeChannel(
  view: DataView,
  at: number,
  value: Value,
  texels: Uint8Array,
  channel: number,
): void {
  const base = view.getUint8(at);
  const multiplier = view.getUint8(at + 1) >> 4;
  const table = view.getUint8(at + 1) & 15;
  for (let texel = 0; texel < 16; texel++) {
    const code = codeOf(view, at, texel);
    const positive = MODIFIERS[table * 4 + (code & 3)] as number;
    const modifier = code < 4 ? ~positive : positive;
    texels[placeOf(texel) + channel] = value(base, multiplier, modifier);
  }
}

/** Three bits a value after two bytes, the first highest. */
function codeOf(view: DataView, at: number, texel: number): number {
  const eight = at + (texel < 8 ? 2 : 5);
  const codes = (view.getUint16(eight) << 8) | view.getUint8(eight + 2);
  return (codes >> (21 - (texel & 7) * 3)) & 7;
}

/** Texels go down each column; the result goes along rows. */
function placeOf(texel: number): number {
  return ((texel & 3) * 4 + (texel >> 2)) * 4;
}
