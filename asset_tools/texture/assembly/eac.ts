/**
 * EAC: a base, a multiplier and one of sixteen tables of eight modifiers; alpha of ETC2 blocks, and the formats of one
 * and two channels. Format: Khronos Data Format Specification, "ETC2", EAC.
 */

/** The four positive modifiers of each table; the negative ones are their bitwise complements. */
const tables = memory.data<i8>([
  2, 5, 8, 14, 2, 6, 9, 12, 1, 4, 7, 12, 1, 3, 5, 12, 2, 5, 7, 11, 2, 6, 8, 10, 3, 6, 7, 10, 2, 4,
  7, 10, 1, 5, 7, 9, 1, 4, 7, 9, 1, 3, 7, 9, 1, 4, 6, 9, 2, 3, 6, 9, 0, 1, 2, 9, 3, 5, 7, 8, 2, 4,
  6, 8,
]);

/** The block's values in the format's order, down each column, and room for their codes. */
const values = memory.data(32, 16);

/** Encodes one channel (0 to 3) of the block at `src` into 8 bytes. */
export function encodeEacBlock(src: usize, stride: usize, dst: usize, channel: usize): void {
  let low = 255;
  let high = 0;
  for (let x: usize = 0; x < 4; x++) {
    for (let y: usize = 0; y < 4; y++) {
      const value = <i32>load<u8>(src + y * stride + (x << 2) + channel);
      store<u8>(values + (x << 2) + y, <u8>value);
      low = min(low, value);
      high = max(high, value);
    }
  }
  if (low === high) {
    // Multiplier 1 and the table with modifier 0, which code 4 selects.
    writeBlock(dst, low, 1, 13, v128.splat<u8>(4));
    return;
  }
  let least = i32.MAX_VALUE;
  for (let table: u32 = 0; table < 16; table++) {
    const reach = <i32>load<i8>(tables + (table << 2), 3);
    const span = 2 * reach + 1;
    const multiplier = min(15, max(1, (high - low + (span >> 1)) / span));
    // The modifiers reach one further down than up.
    const base = min(255, max(0, (low + high + multiplier + 1) >> 1));
    const error = chooseCodes(base, multiplier, table);
    if (error >= least) continue;
    least = error;
    writeBlock(dst, base, multiplier, table, codes);
  }
}

/** Code of each value, as `chooseCodes` leaves them. */
let codes: v128 = i8x16.splat(0);

/** The nearest of eight levels for each value; gives the sum of squared errors. */
function chooseCodes(base: i32, multiplier: i32, table: u32): i32 {
  const all = v128.load(values);
  let nearest = v128.splat<u8>(255);
  let chosen = v128.splat<u8>(0);
  for (let code: u32 = 0; code < 8; code++) {
    const positive = <i32>load<i8>(tables + (table << 2) + (code & 3));
    const modifier = code < 4 ? ~positive : positive;
    const level = v128.splat<u8>(<u8>min(255, max(0, base + modifier * multiplier)));
    const distance = v128.or(v128.sub_sat<u8>(all, level), v128.sub_sat<u8>(level, all));
    const isNearer = v128.lt<u8>(distance, nearest);
    nearest = v128.min<u8>(nearest, distance);
    chosen = v128.bitselect(v128.splat<u8>(<u8>code), chosen, isNearer);
  }
  codes = chosen;
  const left = v128.extend_low<u8>(nearest);
  const right = v128.extend_high<u8>(nearest);
  const squares = v128.add<i32>(v128.dot<i16>(left, left), v128.dot<i16>(right, right));
  const half = v128.add<i32>(squares, v128.shuffle<i64>(squares, squares, 1, 0));
  return v128.extract_lane<i32>(half, 0) + v128.extract_lane<i32>(half, 1);
}

/** Big-endian: base, multiplier and table, then three bits a value, the first highest. */
function writeBlock(dst: usize, base: i32, multiplier: i32, table: u32, chosen: v128): void {
  v128.store(values, chosen, 16);
  let bits = ((<u64>base) << 8) | ((<u64>multiplier) << 4) | <u64>table;
  for (let index: usize = 0; index < 16; index++) {
    bits = (bits << 3) | <u64>load<u8>(values + index, 16);
  }
  store<u64>(dst, bswap<u64>(bits));
}
