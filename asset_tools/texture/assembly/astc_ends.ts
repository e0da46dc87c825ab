/**
 * ASTC's ends in 192 levels: six bits and a digit of base three each. Five such digits share eight bits. Format: Khronos
 * Data Format Specification, "ASTC", integer sequence encoding and endpoint unquantization.
 */
import { putBits } from "./bits.ts";

/** What a decoder makes of each level, and the level nearest to each byte. */
const bytesOfLevels = memory.data(192);
const levelsOfBytes = memory.data(256);

/** Eight bits for each five digits, read as a number of base three, the first digit lowest. */
const packedDigits = memory.data(243);

fillLevels();
fillPackedDigits();

function fillLevels(): void {
  for (let level: u32 = 0; level < 192; level++) {
    store<u8>(bytesOfLevels + level, <u8>byteOfLevel(level & 63, level >> 6));
  }
  for (let byte = 0; byte < 256; byte++) {
    let nearest: u32 = 0;
    let least = 256;
    for (let level: u32 = 0; level < 192; level++) {
      const distance = abs(<i32>load<u8>(bytesOfLevels + level) - byte);
      if (distance >= least) continue;
      least = distance;
      nearest = level;
    }
    store<u8>(levelsOfBytes + <usize>byte, <u8>nearest);
  }
}

/** Bits fedcba and a digit: (digit * 5 + fedcb000f) with every bit flipped where a is set, and a in front. */
function byteOfLevel(bits: u32, digit: u32): u32 {
  const flips: u32 = bits & 1 ? 0x1ff : 0;
  const rest = ((bits >> 1) << 4) | (bits >> 5);
  return (flips & 0x80) | (((digit * 5 + rest) ^ flips) >> 2);
}

function fillPackedDigits(): void {
  for (let packed: u32 = 0; packed < 256; packed++) {
    store<u8>(packedDigits + digitsOf(packed), <u8>packed);
  }
}

/** The five digits that eight bits stand for, as a number of base three. */
function digitsOf(packed: u32): u32 {
  let lower = packed & 31;
  let fourth: u32 = 0;
  let fifth: u32 = 0;
  if (((packed >> 2) & 7) === 7) {
    lower = ((packed >> 5) << 2) | (packed & 3);
    fourth = 2;
    fifth = 2;
  } else if (((packed >> 5) & 3) === 3) {
    fourth = packed >> 7;
    fifth = 2;
  } else {
    fourth = (packed >> 5) & 3;
    fifth = packed >> 7;
  }
  return lowerDigitsOf(lower) + 27 * fourth + 81 * fifth;
}

/** The first three digits, from five bits. */
function lowerDigitsOf(bits: u32): u32 {
  if ((bits & 3) === 3) return digitOf((bits >> 2) & 3) + 3 * (bits >> 4) + 18;
  if (((bits >> 2) & 3) === 3) return (bits & 3) + 6 + 18;
  return digitOf(bits & 3) + 3 * ((bits >> 2) & 3) + 9 * (bits >> 4);
}

/** Two bits as a digit: the lower counts only where the upper is 0. */
function digitOf(bits: u32): u32 {
  return bits & 2 ? 2 : bits & 1;
}

/** Level nearest to a byte. */
export function levelOf(byte: i32): u32 {
  return load<u8>(levelsOfBytes + <usize>byte);
}

export function byteOf(level: u32): i32 {
  return load<u8>(bytesOfLevels + level);
}

/** Appends `count` levels, a byte each at `levels`; 6 or 8 of them, with room for two more that are 0. */
export function putLevels(levels: usize, count: u32): void {
  putFive(levels, 5);
  putFive(levels + 5, count - 5);
}

/** Between the six bits of up to five levels stand the bits of their digits. */
function putFive(levels: usize, count: u32): void {
  let digits: u32 = 0;
  for (let index: i32 = <i32>count - 1; index >= 0; index--) {
    digits = digits * 3 + (load<u8>(levels + <usize>index) >> 6);
  }
  const packed = <u32>load<u8>(packedDigits + digits);
  for (let index: u32 = 0; index < count; index++) {
    putBits(load<u8>(levels + index) & 63, 6);
    // Two bits, two, one, two and one.
    const start: u32 = index * 2 - (index > 2 ? 1 : 0);
    const bits: u32 = index === 2 || index === 4 ? 1 : 2;
    putBits((packed >> start) & ((1 << bits) - 1), bits);
  }
}
