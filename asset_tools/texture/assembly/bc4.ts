/**
 * BC4, also the alpha of BC3 and each half of BC5: the least and the greatest of sixteen values and, for each, the
 * nearest of the eight steps between them.
 */

/** Encodes one channel (0 to 3) of the block at `src` into 8 bytes. */
export function encodeBc4Block(src: usize, stride: usize, dst: usize, channel: i32): void {
  const pick = v128.add<i8>(
    i8x16(0, 4, 8, 12, -64, -64, -64, -64, -64, -64, -64, -64, -64, -64, -64, -64),
    v128.splat<i8>(<i8>channel),
  );
  const top = v128.shuffle<u32>(
    v128.swizzle(v128.load(src), pick),
    v128.swizzle(v128.load(src + stride), pick),
    0,
    4,
    1,
    1,
  );
  const bottom = v128.shuffle<u32>(
    v128.swizzle(v128.load(src + 2 * stride), pick),
    v128.swizzle(v128.load(src + 3 * stride), pick),
    0,
    4,
    1,
    1,
  );
  encodeValues(v128.shuffle<u64>(top, bottom, 0, 2), dst);
}

/** Encodes sixteen bytes. */
function encodeValues(values: v128, dst: usize): void {
  const low = leastByte(values);
  const high = greatestByte(values);
  if (low === high) {
    store<u64>(dst, <u64>high | ((<u64>low) << 8));
    return;
  }
  const steps = stepsAbove(values, low, high - low);
  // Code 0 is the greatest, 1 the least, 2 to 7 lie between from the greatest down.
  const codes = v128.swizzle(i8x16(1, 7, 6, 5, 4, 3, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0), steps);
  store<u64>(dst, <u64>high | ((<u64>low) << 8) | (packThreeBits(codes) << 16));
}

function leastByte(values: v128): i32 {
  let least = v128.min<u8>(values, v128.shuffle<u64>(values, values, 1, 0));
  least = v128.min<u8>(least, v128.shuffle<u32>(least, least, 1, 0, 3, 2));
  least = v128.min<u8>(least, v128.shr<u32>(least, 16));
  return min(<i32>v128.extract_lane<u8>(least, 0), <i32>v128.extract_lane<u8>(least, 1));
}

function greatestByte(values: v128): i32 {
  let greatest = v128.max<u8>(values, v128.shuffle<u64>(values, values, 1, 0));
  greatest = v128.max<u8>(greatest, v128.shuffle<u32>(greatest, greatest, 1, 0, 3, 2));
  greatest = v128.max<u8>(greatest, v128.shr<u32>(greatest, 16));
  return max(<i32>v128.extract_lane<u8>(greatest, 0), <i32>v128.extract_lane<u8>(greatest, 1));
}

/** How many sevenths of `range` each value lies above `low`, rounded: one comparison a step. */
function stepsAbove(values: v128, low: i32, range: i32): v128 {
  let negative = i8x16.splat(0);
  for (let step = 0; step < 7; step++) {
    const threshold = low + ((2 * step + 1) * range + 13) / 14;
    negative = v128.add<i8>(negative, v128.ge<u8>(values, v128.splat<u8>(<u8>threshold)));
  }
  return v128.neg<i8>(negative);
}

/** Sixteen bytes of 0 to 7 to 48 bits, the first lowest. */
function packThreeBits(codes: v128): u64 {
  const pairs = v128.or(v128.and(codes, v128.splat<i16>(7)), v128.shr<u16>(codes, 5));
  const fours = v128.or(v128.and(pairs, v128.splat<i32>(63)), v128.shr<u32>(pairs, 10));
  const eights = v128.or(v128.and(fours, v128.splat<i64>(0xfff)), v128.shr<u64>(fours, 20));
  return v128.extract_lane<u64>(eights, 0) | (v128.extract_lane<u64>(eights, 1) << 24);
}
