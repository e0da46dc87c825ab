/** Writes a block of 128 bits, the lowest first. There is one such block at a time. */

let low: u64 = 0;
let high: u64 = 0;
let position: u32 = 0;

export function startBits(): void {
  low = 0;
  high = 0;
  position = 0;
}

/** Appends the `count` lowest bits of `value`, which has no others. */
export function putBits(value: u32, count: u32): void {
  if (position < 64) {
    low |= (<u64>value) << position;
    if (position + count > 64) high |= <u64>value >> (64 - position);
  } else {
    high |= (<u64>value) << (position - 64);
  }
  position += count;
}

/** Stores the 16 bytes. */
export function finishBits(dst: usize): void {
  store<u64>(dst, low);
  store<u64>(dst, high, 8);
}
