/**
 * BC4's values, searched: ends are drawn in and moved as long as that helps, also for the form of six steps that has 0 and
 * 255 beside them.
 */

/** The block's sixteen values. */
let values: v128 = i8x16.splat(0);
let bestError: i32 = 0;
let bestFirst: i32 = 0;
let bestSecond: i32 = 0;
let bestCodes: v128 = i8x16.splat(0);

/** Encodes one channel (0 to 3) of the block at `src` into 8 bytes. */
export function encodeBc4FineBlock(src: usize, stride: usize, dst: usize, channel: usize): void {
  let low = 255;
  let high = 0;
  let innerLow = 255;
  let innerHigh = 0;
  for (let texel: usize = 0; texel < 16; texel++) {
    const value = <i32>load<u8>(src + (texel >> 2) * stride + ((texel & 3) << 2) + channel);
    store<u8>(room + texel, <u8>value);
    low = min(low, value);
    high = max(high, value);
    if (value === 0 || value === 255) continue;
    innerLow = min(innerLow, value);
    innerHigh = max(innerHigh, value);
  }
  values = v128.load(room);
  bestError = i32.MAX_VALUE;
  if (low === high) {
    tryEnds(low, high);
  } else {
    searchEnds(low, high, true);
    const hasExtreme = low === 0 || high === 255;
    if (hasExtreme && innerLow <= innerHigh && bestError > 0) {
      searchEnds(innerLow, innerHigh, false);
    }
  }
  writeBlock(dst);
}

const room = memory.data(16, 16);

/** From ends drawn in by up to an eighth, moves both by one as long as that helps. */
function searchEnds(low: i32, high: i32, hasEight: bool): void {
  const range = high - low;
  let foundLow = low;
  let foundHigh = high;
  let least = i32.MAX_VALUE;
  for (let index = 0; index < 16; index++) {
    const fromLow = low + (range * (index & 3)) / 32;
    const fromHigh = high - (range * (index >> 2)) / 32;
    const error = tryOrdered(fromLow, fromHigh, hasEight);
    if (error >= least) continue;
    least = error;
    foundLow = fromLow;
    foundHigh = fromHigh;
  }
  for (let before = i32.MAX_VALUE; least < before; ) {
    before = least;
    for (let direction = 0; direction < 4; direction++) {
      const step = direction & 1 ? 1 : -1;
      const nextLow = min(255, max(0, foundLow + (direction < 2 ? step : 0)));
      const nextHigh = min(255, max(0, foundHigh + (direction < 2 ? 0 : step)));
      if (nextLow >= nextHigh) continue;
      const error = tryOrdered(nextLow, nextHigh, hasEight);
      if (error >= least) continue;
      least = error;
      foundLow = nextLow;
      foundHigh = nextHigh;
    }
  }
}

/** The greater end first selects eight steps. */
function tryOrdered(low: i32, high: i32, hasEight: bool): i32 {
  return hasEight ? tryEnds(high, low) : tryEnds(low, high);
}

/** Gives the squared error; the ends and codes become the best where that is lower. */
function tryEnds(first: i32, second: i32): i32 {
  let away = v128.splat<u8>(255);
  let codes = v128.splat<u8>(0);
  for (let code = 0; code < 8; code++) {
    const level = v128.splat<u8>(<u8>levelOf(first, second, code));
    const distance = v128.or(v128.sub_sat<u8>(values, level), v128.sub_sat<u8>(level, values));
    codes = v128.bitselect(v128.splat<u8>(<u8>code), codes, v128.lt<u8>(distance, away));
    away = v128.min<u8>(away, distance);
  }
  const left = v128.extend_low<u8>(away);
  const right = v128.extend_high<u8>(away);
  const squares = v128.add<i32>(v128.dot<i16>(left, left), v128.dot<i16>(right, right));
  const half = v128.add<i32>(squares, v128.shuffle<i64>(squares, squares, 1, 0));
  const error = v128.extract_lane<i32>(half, 0) + v128.extract_lane<i32>(half, 1);
  if (error < bestError) {
    bestError = error;
    bestFirst = first;
    bestSecond = second;
    bestCodes = codes;
  }
  return error;
}

function levelOf(first: i32, second: i32, code: i32): i32 {
  if (code === 0) return first;
  if (code === 1) return second;
  if (first > second) return ((8 - code) * first + (code - 1) * second + 3) / 7;
  if (code > 5) return code === 6 ? 0 : 255;
  return ((6 - code) * first + (code - 1) * second + 2) / 5;
}

/** Both ends, then three bits a value, the first lowest. */
function writeBlock(dst: usize): void {
  v128.store(room, bestCodes);
  let bits: u64 = 0;
  for (let texel: i32 = 15; texel >= 0; texel--)
    bits = (bits << 3) | <u64>load<u8>(room + <usize>texel);
  store<u64>(dst, <u64>bestFirst | ((<u64>bestSecond) << 8) | (bits << 16));
}
