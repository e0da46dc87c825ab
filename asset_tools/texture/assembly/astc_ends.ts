/**
 * ASTC's ends in 192 levels: six bits and a digit of base three each. Five such digits share eight bits. Format: Khronos
 * Data Format Specification, "ASTC", integer sequence encoding and endpoint unquantization.
 */
import { threes } from "./astc_digits.ts";
import { putBits } from "./bits.ts";

/** What a decoder makes of each level, and the level nearest to each byte. */
const bytesOfLevels = memory.data(192);
const levelsOfBytes = memory.data(256);

fillLevels();

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
  const packed = threes(digits);
  for (let index: u32 = 0; index < count; index++) {
    putBits(load<u8>(levels + index) & 63, 6);
    // Two bits, two, one, two and one.
    const start: u32 = index * 2 - (index > 2 ? 1 : 0);
    const bits: u32 = index === 2 || index === 4 ? 1 : 2;
    putBits((packed >> start) & ((1 << bits) - 1), bits);
  }
}
