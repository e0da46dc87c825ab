/**
 * ASTC's ranges of values, 0 to 20: of 2, 3, 4 and up to 256 levels. A value is some bits and above them a digit of base
 * three or five, or bits alone. Weights use the first twelve, ends those from six levels on. Format: Khronos Data Format
 * Specification, "ASTC", integer sequence encoding, endpoint and weight unquantization.
 */
import { fives, threes } from "./astc_digits.ts";
import { putBits } from "./bits.ts";

export const WEIGHT_RANGES: u32 = 12;
export const FIRST_END_RANGE: u32 = 4;
const RANGES: u32 = 21;

const levels = memory.data<u16>([
  2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 24, 32, 40, 48, 64, 80, 96, 128, 160, 192, 256,
]);

/** By range and value: the byte of an end; by range and byte: the value whose byte is nearest. */
const endBytes = memory.data(21 * 256);
const endValues = memory.data(21 * 256);

/** By range and step, from the least weight up: the weight, 0 to 64, and its value. */
const stepWeights = memory.data(12 * 32);
const stepValues = memory.data(12 * 32);
/** By range and weight: the nearest step. */
const nearestSteps = memory.data(12 * 65);

let isReady: bool = false;

/** Fills the tables; to be called before anything else here. */
export function prepareRanges(): void {
  if (isReady) return;
  isReady = true;
  fillSequences();
  fillFitting();
  for (let range = FIRST_END_RANGE; range < RANGES; range++) fillEnds(range);
  for (let range: u32 = 0; range < WEIGHT_RANGES; range++) fillWeights(range);
}

export function levelsOf(range: u32): u32 {
  return load<u16>(levels + (range << 1));
}

/** 1 where there are bits alone. */
function baseOf(range: u32): u32 {
  const count = levelsOf(range);
  return count % 3 === 0 ? 3 : count % 5 === 0 ? 5 : 1;
}

function bitsOf(range: u32): u32 {
  return ctz(levelsOf(range));
}

/** By range and count of values, to 64. */
const sequences = memory.data(21 * 65 * 2);

/** Bits of a sequence of at most 64 values. */
export function sequenceBits(range: u32, count: u32): u32 {
  return load<u16>(sequences + ((range * 65 + count) << 1));
}

function bitsOfSequence(range: u32, count: u32): u32 {
  const base = baseOf(range);
  const shared = base === 1 ? 0 : base === 3 ? (count * 8 + 4) / 5 : (count * 7 + 2) / 3;
  return count * bitsOf(range) + shared;
}

function fillSequences(): void {
  for (let range: u32 = 0; range < RANGES; range++) {
    for (let count: u32 = 0; count <= 64; count++) {
      store<u16>(sequences + ((range * 65 + count) << 1), <u16>bitsOfSequence(range, count));
    }
  }
}

/** By count of values and bits, the largest range of ends. */
const fitting = memory.data(19 * 128);

/** The largest range of ends that fits for at most 18 values, or 0 where none does. */
export function endRangeFor(count: u32, bits: i32): u32 {
  return bits < 0 ? 0 : load<u8>(fitting + (count << 7) + <usize>bits);
}

function fillFitting(): void {
  for (let count: u32 = 1; count <= 18; count++) {
    for (let bits: u32 = 0; bits < 128; bits++) {
      let range = RANGES - 1;
      while (range >= FIRST_END_RANGE && sequenceBits(range, count) > bits) range--;
      store<u8>(fitting + (count << 7) + bits, <u8>(range < FIRST_END_RANGE ? 0 : range));
    }
  }
}

export function endByte(range: u32, value: u32): i32 {
  return load<u8>(endBytes + (range << 8) + value);
}

/** Value of the nearest byte. */
export function endValue(range: u32, byte: i32): u32 {
  return load<u8>(endValues + (range << 8) + <usize>byte);
}

export function stepWeight(range: u32, step: u32): i32 {
  return load<u8>(stepWeights + (range << 5) + step);
}

export function stepValue(range: u32, step: u32): u32 {
  return load<u8>(stepValues + (range << 5) + step);
}

export function nearestStep(range: u32, weight: i32): u32 {
  return load<u8>(nearestSteps + range * 65 + <usize>weight);
}

function fillEnds(range: u32): void {
  const count = levelsOf(range);
  const bytes = endBytes + (range << 8);
  for (let value: u32 = 0; value < count; value++) {
    store<u8>(bytes + value, <u8>unquantised(range, value, 8));
  }
  for (let byte = 0; byte < 256; byte++) {
    let nearest: u32 = 0;
    let least = 256;
    for (let value: u32 = 0; value < count; value++) {
      const distance = abs(<i32>load<u8>(bytes + value) - byte);
      if (distance >= least) continue;
      least = distance;
      nearest = value;
    }
    store<u8>(endValues + (range << 8) + <usize>byte, <u8>nearest);
  }
}

function fillWeights(range: u32): void {
  const count = levelsOf(range);
  let step: u32 = 0;
  for (let weight = 0; weight <= 64; weight++) {
    for (let value: u32 = 0; value < count; value++) {
      const six = unquantised(range, value, 6);
      if (<i32>(six > 32 ? six + 1 : six) !== weight) continue;
      store<u8>(stepWeights + (range << 5) + step, <u8>weight);
      store<u8>(stepValues + (range << 5) + step, <u8>value);
      step++;
    }
  }
  let nearest: u32 = 0;
  for (let weight = 0; weight <= 64; weight++) {
    while (
      nearest + 1 < count &&
      abs(stepWeight(range, nearest + 1) - weight) < abs(stepWeight(range, nearest) - weight)
    ) {
      nearest++;
    }
    store<u8>(nearestSteps + range * 65 + <usize>weight, <u8>nearest);
  }
}

/** A value in six bits, for weights, or eight, for ends. */
function unquantised(range: u32, value: u32, width: u32): u32 {
  const bits = bitsOf(range);
  const base = baseOf(range);
  if (base === 1) return repeated(value, bits, width);
  // Weights of three and five levels have no bits: halves and quarters of 63.
  if (bits === 0) return base === 3 ? (value * 63 + 1) >> 1 : (value * 63 + 2) >> 2;
  const wide = width + 1;
  const flips: u32 = value & 1 ? (1 << wide) - 1 : 0;
  const upper = (value & ((1 << bits) - 1)) >> 1;
  const digit = (value >> bits) * digitFactor(base, bits, width);
  const mixed = (digit + spread(base, bits, upper, width)) ^ flips;
  return (flips & (1 << (width - 1))) | (mixed >> 2);
}

function repeated(value: u32, bits: u32, width: u32): u32 {
  let result: u32 = 0;
  for (let at = <i32>width - <i32>bits; at > -(<i32>bits); at -= <i32>bits) {
    result |= at >= 0 ? value << at : value >> -at;
  }
  return result;
}

/** What a digit counts, by the count of bits: of ends, then of weights. */
const threeFactors = memory.data<u8>([204, 93, 44, 22, 11, 5, 50, 23, 11]);
const fiveFactors = memory.data<u8>([113, 54, 26, 13, 6, 0, 28, 13]);

function digitFactor(base: u32, bits: u32, width: u32): u32 {
  const factors = base === 3 ? threeFactors : fiveFactors;
  return load<u8>(factors + bits - 1 + (width === 8 ? 0 : 6));
}

/** Where the bits above the lowest stand: at the top, and again below a gap. */
function spread(base: u32, bits: u32, upper: u32, width: u32): u32 {
  if (bits === 1) return 0;
  if (width === 6) return upper * (bits === 3 ? 33 : base === 3 ? 69 : 66);
  if (bits === 2) return upper * (base === 3 ? 278 : 268);
  if (bits === 3) return (upper << 7) | (base === 3 ? upper * 5 : (upper << 1) | (upper >> 1));
  // One place lower at the top for each further bit, and two below the gap.
  const down = (bits << 1) - (base === 3 ? 8 : 7);
  return (upper << (10 - bits)) | (upper >> down);
}

/** Appends `count` values, a byte each. */
export function putSequence(range: u32, values: usize, count: u32): void {
  const bits = bitsOf(range);
  const base = baseOf(range);
  const group: u32 = base === 1 ? 1 : base === 3 ? 5 : 3;
  for (let first: u32 = 0; first < count; first += group) {
    putGroup(base, bits, values + first, min(group, count - first));
  }
}

/** After each value's bits stand some of those of the group's digits. */
function putGroup(base: u32, bits: u32, values: usize, count: u32): void {
  let digits: u32 = 0;
  for (let index: i32 = <i32>count - 1; index >= 0; index--) {
    digits = digits * base + (load<u8>(values + <usize>index) >> <u8>bits);
  }
  let packed = base === 1 ? 0 : base === 3 ? threes(digits) : fives(digits);
  for (let index: u32 = 0; index < count; index++) {
    putBits(load<u8>(values + index) & ((1 << bits) - 1), bits);
    const share = shareOf(base, index);
    putBits(packed & ((1 << share) - 1), share);
    packed >>= share;
  }
}

function shareOf(base: u32, index: u32): u32 {
  if (base === 1) return 0;
  if (base === 5) return index === 0 ? 3 : 2;
  return index === 2 || index === 4 ? 1 : 2;
}
