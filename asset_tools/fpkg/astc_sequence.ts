/**
 * ASTC's integer sequences: values of a range as bits alone, or as bits and a digit of base three or five, whose digits
 * share bits. Format: Khronos Data Format Specification, "ASTC", integer sequence encoding and unquantization.
 */
import type { AstcBits } from "./astc_bits.ts";

/** A range of values: `base` is 1 where a value is bits alone, else its digit's base; the digit stands above the bits. */
export interface AstcRange {
  readonly levels: number;
  readonly base: 1 | 3 | 5;
  readonly bits: number;
  /** What each value stands for as an end, 0 to 255; none where the range is too small for ends. */
  readonly ends: Uint8Array;
  /** What it stands for as a weight, 0 to 64; none where the range is too large for weights. */
  readonly weights: Uint8Array;
}

/** Bits of `count` values: five digits of base three share eight bits, three of base five share seven. */
export function sequenceBits({ base, bits }: AstcRange, count: number): number {
  const shared = base === 1 ? 0 : base === 3 ? (count * 8) / 5 : (count * 7) / 3;
  return count * bits + Math.ceil(shared);
}

/** After each value of a group so many of the shared bits follow. */
const SHARES: Readonly<Record<1 | 3 | 5, readonly number[]>> = {
  1: [0],
  3: [2, 2, 1, 2, 1],
  5: [3, 2, 2],
};

/** Reads `count` values that start at a bit. */
export function readSequence(
  block: AstcBits,
  start: number,
  { base, bits }: AstcRange,
  count: number,
  values: Uint8Array,
): void {
  const shares = SHARES[base];
  let position = start;
  for (let first = 0; first < count; first += shares.length) {
    const end = Math.min(count, first + shares.length);
    let packed = 0;
    let packedBits = 0;
    for (let at = first; at < end; at++) {
      const share = shares[at - first] as number;
      values[at] = block.at(position, bits);
      packed |= block.at(position + bits, share) << packedBits;
      packedBits += share;
      position += bits + share;
    }
    if (base === 1) continue;
    const digits = (base === 3 ? THREES : FIVES)[packed] as Uint8Array;
    for (let at = first; at < end; at++)
      values[at] = (values[at] as number) | ((digits[at - first] as number) << bits);
  }
}

/** Five digits of base three from eight bits. */
function threes(packed: number): readonly number[] {
  if (((packed >> 2) & 7) === 7) return [...lowThrees(((packed >> 5) << 2) | (packed & 3)), 2, 2];
  if (((packed >> 5) & 3) === 3) return [...lowThrees(packed & 31), packed >> 7, 2];
  return [...lowThrees(packed & 31), (packed >> 5) & 3, packed >> 7];
}

function lowThrees(bits: number): readonly number[] {
  if ((bits & 3) === 3) return [three((bits >> 2) & 3), bits >> 4, 2];
  if (((bits >> 2) & 3) === 3) return [bits & 3, 2, 2];
  return [three(bits & 3), (bits >> 2) & 3, bits >> 4];
}

/** Two bits as a digit: the lower counts only where the upper is 0. */
function three(bits: number): number {
  return bits & 2 ? 2 : bits & 1;
}

/** Three digits of base five from seven bits. */
function fives(packed: number): readonly number[] {
  const low = packed & 1;
  if (((packed >> 1) & 3) === 3 && packed >> 5 === 0) {
    const third = (low << 2) | (((packed >> 4) & ~low & 1) << 1) | ((packed >> 3) & ~low & 1);
    return [4, 4, third];
  }
  if (((packed >> 1) & 3) === 3) {
    return [...lowFives(((packed >> 3) & 3) * 8 + (~(packed >> 5) & 3) * 2 + low), 4];
  }
  return [...lowFives(packed & 31), packed >> 5];
}

function lowFives(bits: number): readonly number[] {
  return (bits & 7) === 5 ? [bits >> 3, 4] : [bits & 7, bits >> 3];
}

/** By the bits that digits share. */
const THREES = Array.from({ length: 256 }, (_, packed) => Uint8Array.from(threes(packed)));
const FIVES = Array.from({ length: 128 }, (_, packed) => Uint8Array.from(fives(packed)));

/** How a digit and the bits above the lowest make a number: digit times `factor` plus the bits as `spread` places them. */
interface DigitRule {
  readonly factor: number;
  readonly spread: (upper: number) => number;
}

/** Of ends, in nine bits, by the count of bits from one on. */
const END_RULES: Readonly<Record<3 | 5, readonly DigitRule[]>> = {
  3: [
    { factor: 204, spread: () => 0 },
    { factor: 93, spread: (b) => b * 0b100010110 },
    { factor: 44, spread: (cb) => cb * 0b010000101 },
    { factor: 22, spread: (dcb) => dcb * 0b001000001 },
    { factor: 11, spread: (edcb) => (edcb << 5) | (edcb >> 2) },
    { factor: 5, spread: (fedcb) => (fedcb << 4) | (fedcb >> 4) },
  ],
  5: [
    { factor: 113, spread: () => 0 },
    { factor: 54, spread: (b) => b * 0b100001100 },
    { factor: 26, spread: (cb) => (cb << 7) | (cb << 1) | (cb >> 1) },
    { factor: 13, spread: (dcb) => (dcb << 6) | (dcb >> 1) },
    { factor: 6, spread: (edcb) => (edcb << 5) | (edcb >> 3) },
  ],
};

/** Of weights, in seven bits. */
const WEIGHT_RULES: typeof END_RULES = {
  3: [
    { factor: 50, spread: () => 0 },
    { factor: 23, spread: (b) => b * 0b1000101 },
    { factor: 11, spread: (cb) => cb * 0b0100001 },
  ],
  5: [
    { factor: 28, spread: () => 0 },
    { factor: 13, spread: (b) => b * 0b1000010 },
  ],
};

function unquantisedEnd(value: number, base: 1 | 3 | 5, bits: number): number {
  if (base === 1) return repeated(value, bits, 8);
  return ruled(value, bits, END_RULES[base], 9);
}

function unquantisedWeight(value: number, base: 1 | 3 | 5, bits: number): number {
  const six = sixBitWeight(value, base, bits);
  return six > 32 ? six + 1 : six;
}

function sixBitWeight(value: number, base: 1 | 3 | 5, bits: number): number {
  if (base === 1) return repeated(value, bits, 6);
  if (bits === 0) return (base === 3 ? [0, 32, 63] : [0, 16, 32, 47, 63])[value] as number;
  return ruled(value, bits, WEIGHT_RULES[base], 7);
}

/** The value's bits over and over, from the top down. */
function repeated(value: number, bits: number, width: number): number {
  let result = 0;
  for (let at = width - bits; at > -bits; at -= bits) {
    result |= at >= 0 ? value << at : value >> -at;
  }
  return result;
}

/** The lowest bit mirrors the others: where it is set all are flipped, and it stands in front of the upper ones. */
function ruled(value: number, bits: number, rules: readonly DigitRule[], width: number): number {
  const { factor, spread } = rules[bits - 1] as DigitRule;
  const digit = value >> bits;
  const upper = (value & ((1 << bits) - 1)) >> 1;
  const flips = value & 1 ? (1 << width) - 1 : 0;
  const mixed = (digit * factor + spread(upper)) ^ flips;
  return (flips & (1 << (width - 2))) | (mixed >> 2);
}

/** Every range, by levels. Weights use the first twelve, ends all from six levels on. */
export const astcRanges: readonly AstcRange[] = [2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 24, 32]
  .concat([40, 48, 64, 80, 96, 128, 160, 192, 256])
  .map(rangeOf);

function rangeOf(levels: number): AstcRange {
  const base = levels % 3 === 0 ? 3 : levels % 5 === 0 ? 5 : 1;
  const bits = Math.log2(levels / base);
  const table = (unquantised: typeof unquantisedEnd): Uint8Array =>
    Uint8Array.from({ length: levels }, (_, value) => unquantised(value, base, bits));
  return {
    levels,
    base,
    bits,
    ends: levels < 6 ? new Uint8Array() : table(unquantisedEnd),
    weights: levels > 32 ? new Uint8Array() : table(unquantisedWeight),
  };
}
