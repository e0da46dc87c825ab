/**
 * Decodes BC7 blocks of the modes that our encoder writes: 1, 3 and 6. Format: Khronos Data Format Specification, "BPTC".
 */
import { FpkgError } from "./fpkg_error.ts";

/** How a mode lays out a block of at most two parts, each with a line between two ends. */
interface Mode {
  readonly parts: 1 | 2;
  /** Channels of an end: 3 leaves alpha at 255. */
  readonly channels: 3 | 4;
  readonly channelBits: number;
  /** Whether a parity bit belongs to an end or to both ends of a part. */
  readonly parity: "end" | "part";
  readonly indexBits: number;
}

const modes: ReadonlyMap<number, Mode> = new Map([
  [1, { parts: 2, channels: 3, channelBits: 6, parity: "part", indexBits: 3 }],
  [3, { parts: 2, channels: 3, channelBits: 7, parity: "end", indexBits: 2 }],
  [6, { parts: 1, channels: 4, channelBits: 7, parity: "end", indexBits: 4 }],
]);

/** The texels of the second part, by partition: a bit a texel, the first lowest. */
const partitionMasks = [
  0xcccc, 0x8888, 0xeeee, 0xecc8, 0xc880, 0xfeec, 0xfec8, 0xec80, 0xc800, 0xffec, 0xfe80, 0xe800,
  0xffe8, 0xff00, 0xfff0, 0xf000, 0xf710, 0x008e, 0x7100, 0x08ce, 0x008c, 0x7310, 0x3100, 0x8cce,
  0x088c, 0x3110, 0x6666, 0x366c, 0x17e8, 0x0ff0, 0x718e, 0x399c, 0xaaaa, 0xf0f0, 0x5a5a, 0x33cc,
  0x3c3c, 0x55aa, 0x9696, 0xa55a, 0x73ce, 0x13c8, 0x324c, 0x3bdc, 0x6996, 0xc33c, 0x9966, 0x0660,
  0x0272, 0x04e4, 0x4e40, 0x2720, 0xc936, 0x936c, 0x39c6, 0x639c, 0x9336, 0x9cc6, 0x817e, 0xe718,
  0xccf0, 0x0fcc, 0x7744, 0xee22,
] as const;

/** The texel of the second part whose index lacks its top bit, by partition. */
const partitionAnchors = [
  15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 2, 8, 2, 2, 8, 8, 15, 2, 8, 2,
  2, 8, 8, 2, 2, 15, 15, 6, 8, 2, 8, 15, 15, 2, 8, 2, 2, 2, 15, 15, 6, 6, 2, 6, 8, 15, 15, 2, 2, 15,
  15, 15, 15, 15, 2, 2, 15,
] as const;

/** Reads one block of 16 bytes into 16 RGBA texels. */
export function decodeBc7Block(view: DataView, at: number, texels: Uint8Array): void {
  const bits = new BitReader(view, at);
  let number = 0;
  while (number < 8 && bits.take(1) === 0) number++;
  const mode = modes.get(number);
  if (mode === undefined) throw new FpkgError("FP1004", `BC7 block is of mode ${number}`);
  const partition = mode.parts === 2 ? bits.take(6) : 0;
  const ends = readEnds(bits, mode);
  const mask = mode.parts === 2 ? (partitionMasks[partition] as number) : 0;
  const anchor = mode.parts === 2 ? (partitionAnchors[partition] as number) : 0;
  for (let texel = 0; texel < 16; texel++) {
    const isAnchor = texel === 0 || texel === anchor;
    const weight = weightOf(
      bits.take(isAnchor ? mode.indexBits - 1 : mode.indexBits),
      mode.indexBits,
    );
    const line = ((mask >> texel) & 1) * 8;
    for (let channel = 0; channel < 4; channel++) {
      const low = ends[line + channel] as number;
      const high = ends[line + 4 + channel] as number;
      texels[texel * 4 + channel] = ((64 - weight) * low + weight * high + 32) >> 6;
    }
  }
}

/** Ends in eight bits, RGBA each: low and high of the first part, then of the second. */
function readEnds(bits: BitReader, mode: Mode): Uint8Array {
  const count = mode.parts * 2;
  const ends = new Uint8Array(count * 4).fill(255);
  for (let channel = 0; channel < mode.channels; channel++) {
    for (let end = 0; end < count; end++) ends[end * 4 + channel] = bits.take(mode.channelBits);
  }
  const parities = Array.from({ length: mode.parity === "end" ? count : mode.parts }, () =>
    bits.take(1),
  );
  for (let end = 0; end < count; end++) {
    const parity = parities[mode.parity === "end" ? end : end >> 1] as number;
    for (let channel = 0; channel < mode.channels; channel++) {
      const place = end * 4 + channel;
      ends[place] = eightBits(((ends[place] as number) << 1) | parity, mode.channelBits + 1);
    }
  }
  return ends;
}

/** The top bits are repeated below the others. */
function eightBits(value: number, count: number): number {
  return (value << (8 - count)) | (value >> (2 * count - 8));
}

/** In 64ths, rounded. */
function weightOf(index: number, bits: number): number {
  return Math.round((index * 64) / (2 ** bits - 1));
}

class BitReader {
  readonly #view: DataView;
  readonly #start: number;
  #position = 0;

  constructor(view: DataView, start: number) {
    this.#view = view;
    this.#start = start;
  }

  /** The next bits, the first lowest. */
  take(count: number): number {
    let value = 0;
    for (let bit = 0; bit < count; bit++, this.#position++) {
      const byte = this.#view.getUint8(this.#start + (this.#position >> 3));
      value |= ((byte >> (this.#position & 7)) & 1) << bit;
    }
    return value;
  }
}
