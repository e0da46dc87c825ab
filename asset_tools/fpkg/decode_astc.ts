/**
 * Decodes ASTC 4x4 blocks as our encoder writes them: one line through RGB in sixteen steps or through RGBA in eight, with
 * ends of 192 levels. Format: Khronos Data Format Specification, "ASTC".
 */
import { FpkgError } from "./fpkg_error.ts";

/** Mode and kind of ends, the lowest 17 bits, to what they mean. */
const layouts: ReadonlyMap<number, { readonly channels: 3 | 4; readonly weightBits: 3 | 4 }> =
  new Map([
    [0x242 | (8 << 13), { channels: 3, weightBits: 4 }],
    [0x53 | (12 << 13), { channels: 4, weightBits: 3 }],
  ]);

/** Reads one block of 16 bytes into 16 RGBA texels. */
export function decodeAstc4x4Block(view: DataView, at: number, texels: Uint8Array): void {
  const block = view.getBigUint64(at, true) | (view.getBigUint64(at + 8, true) << 64n);
  const layout = layouts.get(bitsOf(block, 0, 17));
  if (layout === undefined) throw new FpkgError("FP1004", "ASTC block is not of a known layout");
  const { channels, weightBits } = layout;
  // Where alpha has no ends it is opaque.
  const ends = readEnds(block, channels * 2);
  for (let texel = 0; texel < 16; texel++) {
    const weight = weightOf(block, texel, weightBits);
    for (let channel = 0; channel < 4; channel++) {
      const [low = 255, high = 255] = ends.slice(channel * 2, channel * 2 + 2);
      texels[texel * 4 + channel] = mix(low, high, weight);
    }
  }
}

function bitsOf(block: bigint, start: number, count: number): number {
  return Number((block >> BigInt(start)) & ((1n << BigInt(count)) - 1n));
}

/** Ends are mixed with 16 bits; the upper eight of these are stored. */
function mix(low: number, high: number, weight: number): number {
  return ((low * 257 * (64 - weight) + high * 257 * weight + 32) >> 6) >> 8;
}

/** Weights stand at the end, their bits in reverse. */
function weightOf(block: bigint, texel: number, bits: 3 | 4): number {
  let step = 0;
  for (let bit = 0; bit < bits; bit++) step |= bitsOf(block, 127 - texel * bits - bit, 1) << bit;
  const repeated = bits === 4 ? (step << 2) | (step >> 2) : (step << 3) | step;
  return repeated > 32 ? repeated + 1 : repeated;
}

/** Which of the eight bits of five digits follow each level's own bits. */
const DIGIT_BITS = [
  { bits: 2, shift: 0 },
  { bits: 2, shift: 2 },
  { bits: 1, shift: 4 },
  { bits: 2, shift: 5 },
  { bits: 1, shift: 7 },
] as const;

/** Levels of six bits and a digit of base three; five digits share eight bits that stand between them. */
function readEnds(block: bigint, count: number): number[] {
  const ends: number[] = [];
  let position = 17;
  const take = (bits: number): number => {
    position += bits;
    return bitsOf(block, position - bits, bits);
  };
  for (let start = 0; start < count; start += 5) {
    const group = Math.min(5, count - start);
    const low: number[] = [];
    let packed = 0;
    for (const { bits, shift } of DIGIT_BITS.slice(0, group)) {
      low.push(take(6));
      packed |= take(bits) << shift;
    }
    const digits = digitsOf(packed);
    ends.push(...low.map((bits, index) => byteOf(bits, digits[index] as number)));
  }
  return ends;
}

/** Bits fedcba and a digit: (digit * 5 + fedcb000f) with every bit flipped where a is set, and a in front. */
function byteOf(bits: number, digit: number): number {
  const flips = bits & 1 ? 0x1ff : 0;
  const rest = ((bits >> 1) << 4) | (bits >> 5);
  return (flips & 0x80) | (((digit * 5 + rest) ^ flips) >> 2);
}

function digitsOf(packed: number): readonly number[] {
  if (((packed >> 2) & 7) === 7) return [...lowerDigits(((packed >> 5) << 2) | (packed & 3)), 2, 2];
  if (((packed >> 5) & 3) === 3) return [...lowerDigits(packed & 31), packed >> 7, 2];
  return [...lowerDigits(packed & 31), (packed >> 5) & 3, packed >> 7];
}

function lowerDigits(bits: number): readonly number[] {
  if ((bits & 3) === 3) return [digitOf((bits >> 2) & 3), bits >> 4, 2];
  if (((bits >> 2) & 3) === 3) return [bits & 3, 2, 2];
  return [digitOf(bits & 3), (bits >> 2) & 3, bits >> 4];
}

/** Two bits as a digit: the lower counts only where the upper is 0. */
function digitOf(bits: number): number {
  return bits & 2 ? 2 : bits & 1;
}
