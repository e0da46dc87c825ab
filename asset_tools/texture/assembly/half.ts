/**
 * Floats of 32 bits to 16 bits, rounded to the nearest, ties to even. Format: IEEE 754-2019, binary16. What is too large
 * becomes infinite. A multiple of eight values.
 */
export function narrowHalf(src: usize, count: i32, dst: usize): void {
  for (const end = dst + ((<usize>count) << 1); dst < end; src += 32, dst += 16) {
    v128.store(dst, v128.narrow<u32>(halfOf(v128.load(src)), halfOf(v128.load(src, 16))));
  }
}

/** Four halves, each in the low bits of its lane. */
function halfOf(value: v128): v128 {
  const sign = v128.and(value, v128.splat<i32>(0x80000000));
  const magnitude = v128.xor(value, sign);
  const small = v128.lt<i32>(magnitude, v128.splat<i32>(0x38800000));
  const finite = v128.bitselect(smallHalf(magnitude), usualHalf(magnitude), small);
  // From 65520 on the nearest half is infinite.
  const large = v128.ge<i32>(magnitude, v128.splat<i32>(0x477ff000));
  const infinite = v128.splat<i32>(0x7c00);
  const isNumber = v128.le<i32>(magnitude, v128.splat<i32>(0x7f800000));
  const special = v128.bitselect(infinite, v128.splat<i32>(0x7e00), isNumber);
  const half = v128.bitselect(special, finite, large);
  return v128.or(half, v128.shr<u32>(sign, 16));
}

/** Below 2^-14 halves are multiples of 2^-24: so are the last bits of a float next to 0.5. */
function smallHalf(magnitude: v128): v128 {
  const half = f32x4.splat(0.5);
  return v128.sub<i32>(v128.add<f32>(magnitude, half), half);
}

/** The exponent's bias goes from 127 to 15, and thirteen bits are rounded away. */
function usualHalf(magnitude: v128): v128 {
  const isOdd = v128.and(v128.shr<u32>(magnitude, 13), v128.splat<i32>(1));
  const rounding = v128.add<i32>(isOdd, v128.splat<i32>(0xfff - (112 << 23)));
  return v128.shr<u32>(v128.add<i32>(magnitude, rounding), 13);
}
