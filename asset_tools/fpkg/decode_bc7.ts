/**
 * Decodes BC7 blocks of all eight modes; a block of none is transparent black. Format: Khronos Data Format Specification,
 * "BPTC".
 */
import { bc7Anchors, bc7PartOf } from "./bc7_partitions.ts";

/** How a mode lays out a block of up to three parts, each with a line between two ends. */
interface Mode {
  readonly parts: 1 | 2 | 3;
  readonly partitionBits: number;
  /** Whether a channel may have changed places with alpha. */
  readonly isRotated?: true;
  /** Whether a bit says that colors take the longer indices. */
  readonly hasChoice?: true;
  readonly colorBits: number;
  /** 0 where alpha is 255. */
  readonly alphaBits: number;
  /** Whether a parity bit, the lowest of every channel, belongs to an end or to both ends of a part. */
  readonly parity: "none" | "end" | "part";
  readonly indexBits: number;
  /** Of a second set of indices, for alpha. */
  readonly alphaIndexBits?: number;
}

const modes: readonly Mode[] = [
  { parts: 3, partitionBits: 4, colorBits: 4, alphaBits: 0, parity: "end", indexBits: 3 },
  { parts: 2, partitionBits: 6, colorBits: 6, alphaBits: 0, parity: "part", indexBits: 3 },
  { parts: 3, partitionBits: 6, colorBits: 5, alphaBits: 0, parity: "none", indexBits: 2 },
  { parts: 2, partitionBits: 6, colorBits: 7, alphaBits: 0, parity: "end", indexBits: 2 },
  {
    parts: 1,
    partitionBits: 0,
    isRotated: true,
    hasChoice: true,
    colorBits: 5,
    alphaBits: 6,
    parity: "none",
    indexBits: 2,
    alphaIndexBits: 3,
  },
  {
    parts: 1,
    partitionBits: 0,
    isRotated: true,
    colorBits: 7,
    alphaBits: 8,
    parity: "none",
    indexBits: 2,
    alphaIndexBits: 2,
  },
  { parts: 1, partitionBits: 0, colorBits: 7, alphaBits: 7, parity: "end", indexBits: 4 },
  { parts: 2, partitionBits: 6, colorBits: 5, alphaBits: 5, parity: "end", indexBits: 2 },
];

/** Reads one block of 16 bytes into 16 RGBA texels. */
export function decodeBc7Block(view: DataView, at: number, texels: Uint8Array): void {
  const bits = new BitReader(view, at);
  let number = 0;
  while (number < 8 && bits.take(1) === 0) number++;
  const mode = modes[number];
  if (mode === undefined) {
    texels.fill(0);
    return;
  }
  const partition = bits.take(mode.partitionBits);
  const rotation = mode.isRotated ? bits.take(2) : 0;
  const isSwapped = mode.hasChoice !== undefined && bits.take(1) === 1;
  const ends = readEnds(bits, mode);
  const anchors = bc7Anchors(mode.parts, partition);
  const first = readWeights(bits, mode.indexBits, anchors);
  const second =
    mode.alphaIndexBits === undefined ? first : readWeights(bits, mode.alphaIndexBits, [0]);
  const [colorWeights, alphaWeights] = isSwapped ? [second, first] : [first, second];
  for (let texel = 0; texel < 16; texel++) {
    const line = bc7PartOf(mode.parts, partition, texel) * 8;
    for (let channel = 0; channel < 4; channel++) {
      const weights = channel === 3 ? alphaWeights : colorWeights;
      const weight = weights[texel] as number;
      const low = ends[line + channel] as number;
      const high = ends[line + 4 + channel] as number;
      texels[texel * 4 + channel] = ((64 - weight) * low + weight * high + 32) >> 6;
    }
    if (rotation > 0) swap(texels, texel * 4 + rotation - 1, texel * 4 + 3);
  }
}

function swap(texels: Uint8Array, a: number, b: number): void {
  const value = texels[a] as number;
  texels[a] = texels[b] as number;
  texels[b] = value;
}

/** Ends in eight bits, RGBA each: low and high of the first part, then of the next. */
function readEnds(bits: BitReader, mode: Mode): Uint8Array {
  const count = mode.parts * 2;
  const ends = new Uint8Array(count * 4).fill(255);
  for (let channel = 0; channel < 4; channel++) {
    const width = channel < 3 ? mode.colorBits : mode.alphaBits;
    for (let end = 0; width > 0 && end < count; end++) ends[end * 4 + channel] = bits.take(width);
  }
  const parityCount = { none: 0, end: count, part: mode.parts }[mode.parity];
  const parities = Array.from({ length: parityCount }, () => bits.take(1));
  for (let place = 0; place < count * 4; place++) {
    const width = (place & 3) < 3 ? mode.colorBits : mode.alphaBits;
    if (width === 0) continue;
    const parity = parities[mode.parity === "part" ? place >> 3 : place >> 2];
    const value = ends[place] as number;
    ends[place] =
      parity === undefined ? eightBits(value, width) : eightBits((value << 1) | parity, width + 1);
  }
  return ends;
}

/** The top bits are repeated below the others. */
function eightBits(value: number, count: number): number {
  return (value << (8 - count)) | (value >> (2 * count - 8));
}

/** In 64ths, rounded; an anchor's index lacks its top bit. */
function readWeights(bits: BitReader, width: number, anchors: readonly number[]): Uint8Array {
  const table = WEIGHTS[width] as Uint8Array;
  const weights = new Uint8Array(16);
  for (let texel = 0; texel < 16; texel++)
    weights[texel] = table[bits.take(anchors.includes(texel) ? width - 1 : width)] as number;
  return weights;
}

/** By the bits of an index. */
const WEIGHTS = Array.from({ length: 5 }, (_, width) =>
  Uint8Array.from({ length: 1 << width }, (_, index) =>
    width === 0 ? 0 : Math.round((index * 64) / (2 ** width - 1)),
  ),
);

const BLOCK_BYTES = 16;

class BitReader {
  readonly #view: DataView;
  readonly #start: number;
  #position = 0;

  constructor(view: DataView, start: number) {
    this.#view = view;
    this.#start = start;
  }

  /** The next bits, at most eight, the first lowest. */
  take(count: number): number {
    const byte = this.#position >> 3;
    const at = this.#start + byte;
    const above = byte + 1 < BLOCK_BYTES ? this.#view.getUint8(at + 1) << 8 : 0;
    const value = byte < BLOCK_BYTES ? this.#view.getUint8(at) | above : 0;
    const taken = (value >> (this.#position & 7)) & ((1 << count) - 1);
    this.#position += count;
    return taken;
  }
}
