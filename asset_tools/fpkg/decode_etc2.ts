/**
 * Decodes ETC2's blocks of color: two halves with a base each, four colors ("T" and "H"), or a plane. Format: Khronos Data
 * Format Specification, "ETC2".
 */
import type { BlockTexels } from "./block_texels.ts";
import { decodeEacAlpha } from "./decode_eac.ts";

/** The small and the large step of each table of brightness. */
const STEPS = [2, 8, 5, 17, 9, 29, 13, 42, 18, 60, 24, 80, 33, 106, 47, 183] as const;

/** Distances of the further colors from a base. */
const DISTANCES = [3, 6, 11, 16, 23, 32, 41, 64] as const;

/** Color of a block of 8 bytes; alpha becomes 255. */
export function decodeEtc2Block(view: DataView, at: number, { bytes }: BlockTexels): void {
  const head = view.getUint32(at);
  const rest = view.getUint32(at + 4);
  const isDifferential = (head & 2) !== 0;
  // Second bases out of five bits stand for the other kinds of block.
  const overflow = [0, 1, 2].findIndex((channel) => (secondFive(head, channel) & ~31) !== 0);
  if (!isDifferential || overflow < 0) decodeHalves(head, rest, isDifferential, bytes);
  else if (overflow === 2) decodePlane(head, rest, bytes);
  else decodeFour(overflow === 0 ? fourAsT(head) : fourAsH(head), rest, bytes);
}

/** Alpha, then color. */
export function decodeEtc2AlphaBlock(view: DataView, at: number, texels: BlockTexels): void {
  decodeEtc2Block(view, at + 8, texels);
  decodeEacAlpha(view, at, texels);
}

/** Texels go down each column; the result goes along rows. */
function placeOf(texel: number): number {
  return ((texel & 3) * 4 + (texel >> 2)) * 4;
}

function decodeHalves(
  head: number,
  rest: number,
  isDifferential: boolean,
  texels: Uint8Array,
): void {
  const isAbove = (head & 1) !== 0;
  for (let texel = 0; texel < 16; texel++) {
    const half = (isAbove ? texel & 3 : texel >> 2) < 2 ? 0 : 1;
    const table = (head >> (half === 0 ? 5 : 2)) & 7;
    const size = STEPS[table * 2 + ((rest >> texel) & 1)] as number;
    const step = (rest >> (16 + texel)) & 1 ? -size : size;
    const place = placeOf(texel);
    for (let channel = 0; channel < 3; channel++) {
      const base = isDifferential
        ? fiveBitBase(head, channel, half)
        : fourBitBase(head, channel, half);
      texels[place + channel] = clampByte(base + step);
    }
    texels[place + 3] = 255;
  }
}

function byteOf(head: number, channel: number): number {
  return (head >>> (24 - channel * 8)) & 255;
}

/** The first base and a signed difference; out of five bits where the block is no pair of halves. */
function secondFive(head: number, channel: number): number {
  const byte = byteOf(head, channel);
  return (byte >> 3) + ((byte << 29) >> 29);
}

function fiveBitBase(head: number, channel: number, half: number): number {
  const five = half === 0 ? byteOf(head, channel) >> 3 : secondFive(head, channel);
  return (five << 3) | (five >> 2);
}

function fourBitBase(head: number, channel: number, half: number): number {
  const byte = byteOf(head, channel);
  return (half === 0 ? byte >> 4 : byte & 15) * 17;
}

type Rgb = readonly [red: number, green: number, blue: number];

/** A lone color, and three in a row around a second base. */
function fourAsT(head: number): readonly Rgb[] {
  const lone: Rgb = [((head >> 25) & 12) | ((head >> 24) & 3), head >> 20, head >> 16];
  const middle = expanded([head >> 12, head >> 8, head >> 4]);
  const distance = DISTANCES[((head >> 1) & 6) | (head & 1)] as number;
  return [expanded(lone), moved(middle, distance), middle, moved(middle, -distance)];
}

/** Two pairs; which base is greater tells the lowest bit of the distance. */
function fourAsH(head: number): readonly Rgb[] {
  const first: Rgb = [
    (head >> 27) & 15,
    ((head >> 23) & 14) | ((head >> 20) & 1),
    ((head >> 16) & 8) | ((head >> 15) & 7),
  ];
  const second: Rgb = [(head >> 11) & 15, (head >> 7) & 15, (head >> 3) & 15];
  const order = packed(first) >= packed(second) ? 1 : 0;
  const distance = DISTANCES[(head & 4) | ((head & 1) << 1) | order] as number;
  return [expanded(first), expanded(second)].flatMap((base) => [
    moved(base, distance),
    moved(base, -distance),
  ]);
}

function packed([red, green, blue]: Rgb): number {
  return (red << 8) | (green << 4) | blue;
}

/** The lowest four bits of each twice. */
function expanded([red, green, blue]: Rgb): Rgb {
  return [(red & 15) * 17, (green & 15) * 17, (blue & 15) * 17];
}

function moved([red, green, blue]: Rgb, distance: number): Rgb {
  return [clampByte(red + distance), clampByte(green + distance), clampByte(blue + distance)];
}

function decodeFour(colors: readonly Rgb[], rest: number, texels: Uint8Array): void {
  for (let texel = 0; texel < 16; texel++) {
    const index = (((rest >> (16 + texel)) & 1) << 1) | ((rest >> texel) & 1);
    const place = placeOf(texel);
    texels.set(colors[index] as Rgb, place);
    texels[place + 3] = 255;
  }
}

/** Colors at the origin, four texels right and four texels below. */
function decodePlane(head: number, rest: number, texels: Uint8Array): void {
  const green = ((head >>> 24) & 1) * 64 + ((head >>> 17) & 63);
  const blue = ((head >>> 16) & 1) * 32 + ((head >>> 11) & 3) * 8 + ((head >>> 7) & 7);
  const origin = [sixBits(head >>> 25), sevenBits(green), sixBits(blue)];
  const rightRed = ((head >>> 2) & 31) * 2 + (head & 1);
  const right = [sixBits(rightRed), sevenBits(rest >>> 25), sixBits(rest >>> 19)];
  const below = [sixBits(rest >>> 13), sevenBits(rest >>> 6), sixBits(rest)];
  for (let texel = 0; texel < 16; texel++) {
    const x = texel & 3;
    const y = texel >> 2;
    for (let channel = 0; channel < 3; channel++) {
      const start = origin[channel] as number;
      const across = x * ((right[channel] as number) - start);
      const down = y * ((below[channel] as number) - start);
      texels[texel * 4 + channel] = clampByte((across + down + 4 * start + 2) >> 2);
    }
    texels[texel * 4 + 3] = 255;
  }
}

function sixBits(value: number): number {
  const six = value & 63;
  return (six << 2) | (six >> 4);
}

function sevenBits(value: number): number {
  const seven = value & 127;
  return (seven << 1) | (seven >> 6);
}

function clampByte(value: number): number {
  return Math.max(0, Math.min(255, value));
}
