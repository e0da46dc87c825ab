/**
 * EAC: a base, a multiplier and one of sixteen tables of eight modifiers; alpha of ETC2 blocks in eight bits, and the
 * formats of one and two channels in eleven. Format: Khronos Data Format Specification, "ETC2", EAC.
 */

/** The four positive modifiers of each table; the negative ones are their bitwise complements. */
const tables = memory.data<i8>([
  2, 5, 8, 14, 2, 6, 9, 12, 1, 4, 7, 12, 1, 3, 5, 12, 2, 5, 7, 11, 2, 6, 8, 10, 3, 6, 7, 10, 2, 4,
  7, 10, 1, 5, 7, 9, 1, 4, 7, 9, 1, 3, 7, 9, 1, 4, 6, 9, 2, 3, 6, 9, 0, 1, 2, 9, 3, 5, 7, 8, 2, 4,
  6, 8,
]);

/** The block's values in the format's order, down each column: sixteen i16. */
const values = memory.data(32, 16);
let low: i32 = 0;
let high: i32 = 0;

/** Encodes one channel (0 to 3) of the block at `src` into 8 bytes: eight bits a value. */
export function encodeEacBlock(
  src: usize,
  stride: usize,
  dst: usize,
  channel: usize,
  isFine: bool,
): void {
  loadValues(src, stride, channel, false);
  if (low === high) {
    // Multiplier 1 and the table with modifier 0, which code 4 selects.
    writeBlock(dst, low, 1, 13, v128.splat<u8>(4));
    return;
  }
  let least = i32.MAX_VALUE;
  for (let table: u32 = 0; table < 16; table++) {
    const span = spanOf(table);
    const middle = min(15, max(1, (high - low + (span >> 1)) / span));
    const reach = isFine ? 1 : 0;
    for (
      let multiplier = max(1, middle - reach);
      multiplier <= min(15, middle + reach);
      multiplier++
    ) {
      // The modifiers reach one further down than up.
      const center = (low + high + multiplier + 1) >> 1;
      for (let away = -reach; away <= reach; away++) {
        const base = min(255, max(0, center + away * multiplier));
        const error = chooseCodes(base, multiplier, table, 255, least);
        if (error >= least) continue;
        least = error;
        writeBlock(dst, base, multiplier, table, codes);
      }
    }
  }
}

/** As `encodeEacBlock`, with eleven bits a value; a multiplier of 0 makes steps an eighth as large as those of 1. */
export function encodeElevenBlock(
  src: usize,
  stride: usize,
  dst: usize,
  channel: usize,
  isFine: bool,
): void {
  loadValues(src, stride, channel, true);
  let least = i32.MAX_VALUE;
  const reach = isFine ? 2 : 0;
  for (let table: u32 = 0; table < 16; table++) {
    const span = spanOf(table);
    const middle = high - low <= span ? 0 : max(1, (high - low + 4 * span) / (8 * span));
    const first = max(0, middle - (isFine ? 1 : 0));
    const last = min(15, middle + (isFine ? 1 : 0));
    for (let multiplier = first; multiplier <= last; multiplier++) {
      const step = multiplier === 0 ? 1 : multiplier << 3;
      const center = (low + high + step) >> 4;
      for (let away = -reach; away <= reach; away++) {
        const base = min(255, max(0, center + away));
        const error = chooseCodes((base << 3) + 4, step, table, 2047, least);
        if (error >= least) continue;
        least = error;
        writeBlock(dst, base, multiplier, table, codes);
      }
      if (least === 0) return;
    }
  }
}

function loadValues(src: usize, stride: usize, channel: usize, isEleven: bool): void {
  low = i32.MAX_VALUE;
  high = 0;
  for (let x: usize = 0; x < 4; x++) {
    for (let y: usize = 0; y < 4; y++) {
      const byte = <i32>load<u8>(src + y * stride + (x << 2) + channel);
      const value = isEleven ? (byte * 2047 + 127) / 255 : byte;
      store<i16>(values + (((x << 2) + y) << 1), <i16>value);
      low = min(low, value);
      high = max(high, value);
    }
  }
}

/** From the lowest to the highest modifier. */
function spanOf(table: u32): i32 {
  return 2 * <i32>load<i8>(tables + (table << 2), 3) + 1;
}

/** Code of each value, a byte each, as `chooseCodes` leaves them. */
let codes: v128 = i8x16.splat(0);

/** The nearest of eight levels for each value; gives the sum of squared errors, and the codes where it is below `limit`. */
function chooseCodes(base: i32, step: i32, table: u32, most: i32, limit: i32): i32 {
  const left = v128.load(values);
  const right = v128.load(values, 16);
  let leftNearest = v128.splat<i16>(i16.MAX_VALUE);
  let rightNearest = leftNearest;
  let leftCodes = v128.splat<i16>(0);
  let rightCodes = leftCodes;
  for (let code: u32 = 0; code < 8; code++) {
    const positive = <i32>load<i8>(tables + (table << 2) + (code & 3));
    const modifier = code < 4 ? ~positive : positive;
    const level = v128.splat<i16>(<i16>min(most, max(0, base + modifier * step)));
    const chosen = v128.splat<i16>(<i16>code);
    const leftAway = v128.abs<i16>(v128.sub<i16>(left, level));
    const rightAway = v128.abs<i16>(v128.sub<i16>(right, level));
    leftCodes = v128.bitselect(chosen, leftCodes, v128.lt<i16>(leftAway, leftNearest));
    rightCodes = v128.bitselect(chosen, rightCodes, v128.lt<i16>(rightAway, rightNearest));
    leftNearest = v128.min<i16>(leftNearest, leftAway);
    rightNearest = v128.min<i16>(rightNearest, rightAway);
  }
  const squares = v128.add<i32>(
    v128.dot<i16>(leftNearest, leftNearest),
    v128.dot<i16>(rightNearest, rightNearest),
  );
  const half = v128.add<i32>(squares, v128.shuffle<i64>(squares, squares, 1, 0));
  const error = v128.extract_lane<i32>(half, 0) + v128.extract_lane<i32>(half, 1);
  if (error < limit) codes = v128.narrow<i16>(leftCodes, rightCodes);
  return error;
}

/** Room for the codes one by one. */
const chosenCodes = memory.data(16, 16);

/** Big-endian: base, multiplier and table, then three bits a value, the first highest. */
function writeBlock(dst: usize, base: i32, multiplier: i32, table: u32, chosen: v128): void {
  v128.store(chosenCodes, chosen);
  let bits = ((<u64>base) << 8) | ((<u64>multiplier) << 4) | <u64>table;
  for (let index: usize = 0; index < 16; index++) {
    bits = (bits << 3) | <u64>load<u8>(chosenCodes + index);
  }
  store<u64>(dst, bswap<u64>(bits));
}
