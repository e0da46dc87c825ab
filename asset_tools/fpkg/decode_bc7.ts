/**
 * Decodes BC7 blocks of all eight modes; a block of none is transparent black. Format: Khronos Data Format Specification,
 * "BPTC".
 */
import { bc7Anchors, bc7Parts } from "./bc7_partitions.ts";
import type { BlockTexels } from "./block_texels.ts";

/** How a mode lays out a block of up to three parts, each with a line between two ends. */
interface Mode {
  readonly parts: 1 | 2 | 3;
  readonly partitionBits: number;
  /** Whether a channel may have changed places with alpha. */
  readonly isRotated: boolean;
  /** Whether a bit says that colors take the longer indices. */
  readonly hasChoice: boolean;
  readonly colorBits: number;
  /** 0 where alpha is 255. */
  readonly alphaBits: number;
  /** Ends that share a parity bit, the lowest of every channel; 0 where there are none. */
  readonly parityEnds: 0 | 1 | 2;
  readonly indexBits: number;
  /** Of a second set of indices, for alpha; 0 where there is none. */
  readonly alphaIndexBits: number;
}

/** All of one shape, which reading them is faster for. */
const usual = {
  parts: 1,
  partitionBits: 0,
  isRotated: false,
  hasChoice: false,
  alphaBits: 0,
  parityEnds: 0,
  alphaIndexBits: 0,
} as const;

const modes: readonly Mode[] = [
  { ...usual, parts: 3, partitionBits: 4, colorBits: 4, parityEnds: 1, indexBits: 3 },
  { ...usual, parts: 2, partitionBits: 6, colorBits: 6, parityEnds: 2, indexBits: 3 },
  { ...usual, parts: 3, partitionBits: 6, colorBits: 5, indexBits: 2 },
  { ...usual, parts: 2, partitionBits: 6, colorBits: 7, parityEnds: 1, indexBits: 2 },
  {
    ...usual,
    isRotated: true,
    hasChoice: true,
    colorBits: 5,
    alphaBits: 6,
    indexBits: 2,
    alphaIndexBits: 3,
  },
  { ...usual, isRotated: true, colorBits: 7, alphaBits: 8, indexBits: 2, alphaIndexBits: 2 },
  { ...usual, colorBits: 7, alphaBits: 7, parityEnds: 1, indexBits: 4 },
  { ...usual, parts: 2, partitionBits: 6, colorBits: 5, alphaBits: 5, parityEnds: 1, indexBits: 2 },
];

/** Reads one block of 16 bytes into 16 RGBA texels. */
export function decodeBc7Block(view: DataView, at: number, { words }: BlockTexels): void {
  takeBlock(view, at);
  let number = 0;
  while (number < 8 && bits(1) === 0) number++;
  const mode = modes[number];
  if (mode === undefined) {
    words.fill(0);
    return;
  }
  const partition = bits(mode.partitionBits);
  const rotation = mode.isRotated ? bits(2) : 0;
  const isSwapped = mode.hasChoice && bits(1) === 1;
  readEnds(mode);
  if (mode.alphaIndexBits === 0) readTexels(mode, partition, words);
  else readOwnAlpha(mode.indexBits, mode.alphaIndexBits, isSwapped, words);
  if (rotation > 0) rotate(words, (rotation - 1) * 8);
}

/** Ends in eight bits, RGBA each: low and high of the first part, then of the next. */
const ends = new Uint8Array(24);

function readEnds({ parts, colorBits, alphaBits, parityEnds }: Mode): void {
  const count = parts * 2;
  for (let channel = 0; channel < 3; channel++) {
    for (let end = 0; end < count; end++) ends[end * 4 + channel] = bits(colorBits);
  }
  for (let end = 0; alphaBits > 0 && end < count; end++) ends[end * 4 + 3] = bits(alphaBits);
  const more = parityEnds === 0 ? 0 : 1;
  let parity = 0;
  for (let end = 0; end < count; end++) {
    const at = end * 4;
    if (parityEnds === 1 || (parityEnds === 2 && (end & 1) === 0)) parity = bits(1);
    for (let channel = 0; channel < 3; channel++) {
      const value = ((ends[at + channel] as number) << more) | parity;
      ends[at + channel] = eightBits(value, colorBits + more);
    }
    const alpha = ((ends[at + 3] as number) << more) | parity;
    ends[at + 3] = alphaBits === 0 ? 255 : eightBits(alpha, alphaBits + more);
  }
}

/** The top bits are repeated below the others. */
function eightBits(value: number, count: number): number {
  return (value << (8 - count)) | (value >> (2 * count - 8));
}

/** The colors of a part's line, or of its alpha alone, by index; sixteen places a part. */
const palette = new Uint32Array(48);
const alphaPalette = new Uint32Array(16);

/** One index a texel. */
function readTexels({ parts, indexBits }: Mode, partition: number, words: Uint32Array): void {
  for (let part = 0; part < parts; part++) mixColors(part, indexBits, 0xffffffff, palette);
  const partOf = bc7Parts(parts, partition);
  const anchors = bc7Anchors(parts, partition);
  for (let texel = 0; texel < 16; texel++) {
    const index = bits(indexBits - ((anchors >> texel) & 1));
    words[texel] = palette[((partOf >>> (texel * 2)) & 3) * 16 + index] as number;
  }
}

/** Two indices a texel: one for color, one for alpha, of which either may have the more bits. */
function readOwnAlpha(
  firstBits: number,
  secondBits: number,
  isSwapped: boolean,
  words: Uint32Array,
): void {
  mixColors(0, isSwapped ? secondBits : firstBits, 0x00ffffff, palette);
  mixColors(0, isSwapped ? firstBits : secondBits, 0xff000000, alphaPalette);
  const first = isSwapped ? alphaPalette : palette;
  const second = isSwapped ? palette : alphaPalette;
  for (let texel = 0; texel < 16; texel++)
    words[texel] = first[bits(texel === 0 ? firstBits - 1 : firstBits)] as number;
  for (let texel = 0; texel < 16; texel++) {
    const other = second[bits(texel === 0 ? secondBits - 1 : secondBits)] as number;
    words[texel] = (words[texel] as number) | other;
  }
}

/** The colors between a part's ends, of which the bits of `kept` remain. Two channels are mixed at once, 16 bits each. */
function mixColors(part: number, indexBits: number, kept: number, colors: Uint32Array): void {
  const low = part * 8;
  const high = low + 4;
  const lowRedBlue = endPair(low, low + 2);
  const lowGreenAlpha = endPair(low + 1, low + 3);
  const highRedBlue = endPair(high, high + 2);
  const highGreenAlpha = endPair(high + 1, high + 3);
  const table = WEIGHTS[indexBits] as Uint8Array;
  for (let index = 0; index < table.length; index++) {
    const weight = table[index] as number;
    const redBlue = mixed(lowRedBlue, highRedBlue, weight);
    const greenAlpha = mixed(lowGreenAlpha, highGreenAlpha, weight);
    colors[part * 16 + index] = (redBlue | (greenAlpha << 8)) & kept;
  }
}

function endPair(first: number, second: number): number {
  return (ends[first] as number) | ((ends[second] as number) << 16);
}

function mixed(low: number, high: number, weight: number): number {
  return (((64 - weight) * low + weight * high + 0x200020) >>> 6) & 0xff00ff;
}

/** In 64ths, rounded, by the bits of an index. */
const WEIGHTS = Array.from({ length: 5 }, (_, width) =>
  Uint8Array.from({ length: 1 << width }, (_, index) =>
    width === 0 ? 0 : Math.round((index * 64) / (2 ** width - 1)),
  ),
);

/** Exchanges the channel that starts at a bit with alpha. */
function rotate(words: Uint32Array, start: number): void {
  for (let texel = 0; texel < 16; texel++) {
    const word = words[texel] as number;
    const difference = ((word >>> start) ^ (word >>> 24)) & 255;
    words[texel] = word ^ (difference << start) ^ (difference << 24);
  }
}

/** The block that is read, with a word after it so that the last bits have one to end in. */
const block = new Uint32Array(5);
let position = 0;

function takeBlock(view: DataView, at: number): void {
  for (let word = 0; word < 4; word++) block[word] = view.getUint32(at + word * 4, true);
  position = 0;
}

/** The next bits, at most eight, the first lowest. */
function bits(count: number): number {
  const word = position >> 5;
  const shift = position & 31;
  const below = (block[word] as number) >>> shift;
  // Two shifts, since one by 32 would be none.
  const above = ((block[word + 1] as number) << 1) << (31 - shift);
  position += count;
  return (below | above) & ((1 << count) - 1);
}
