/** Moves inside vectors that several encoders need. A row is four RGBA8 texels. */

/** Least of the four texels, channel by channel, in every texel of the result. */
export function leastTexel(row: v128): v128 {
  const half = v128.min<u8>(row, swapHalves(row));
  return v128.min<u8>(half, swapQuarters(half));
}

/** Greatest of the four texels, channel by channel, in every texel of the result. */
export function greatestTexel(row: v128): v128 {
  const half = v128.max<u8>(row, swapHalves(row));
  return v128.max<u8>(half, swapQuarters(half));
}

export function swapHalves(row: v128): v128 {
  return v128.shuffle<u64>(row, row, 1, 0);
}

export function swapQuarters(row: v128): v128 {
  return v128.shuffle<u32>(row, row, 1, 0, 3, 2);
}

/** Sum of the four f32 lanes, in every lane. */
export function sumLanes(value: v128): v128 {
  const half = v128.add<f32>(value, swapHalves(value));
  return v128.add<f32>(half, swapQuarters(half));
}

/** Least of the four f32 lanes, in every lane. */
export function leastLane(value: v128): v128 {
  const half = v128.min<f32>(value, swapHalves(value));
  return v128.min<f32>(half, swapQuarters(half));
}

/** Greatest of the four f32 lanes, in every lane. */
export function greatestLane(value: v128): v128 {
  const half = v128.max<f32>(value, swapHalves(value));
  return v128.max<f32>(half, swapQuarters(half));
}

/** Lane n is the sum of the n-th argument's f32 lanes. */
export function sumEach(first: v128, second: v128, third: v128, fourth: v128): v128 {
  const firstTwo = v128.add<f32>(
    v128.shuffle<f32>(first, second, 0, 4, 1, 5),
    v128.shuffle<f32>(first, second, 2, 6, 3, 7),
  );
  const lastTwo = v128.add<f32>(
    v128.shuffle<f32>(third, fourth, 0, 4, 1, 5),
    v128.shuffle<f32>(third, fourth, 2, 6, 3, 7),
  );
  return v128.add<f32>(
    v128.shuffle<u64>(firstTwo, lastTwo, 0, 2),
    v128.shuffle<u64>(firstTwo, lastTwo, 1, 3),
  );
}

/** A color has red, green, blue and alpha as f32 lanes; its red in every lane. */
export function redOf(color: v128): v128 {
  return v128.shuffle<f32>(color, color, 0, 0, 0, 0);
}

export function greenOf(color: v128): v128 {
  return v128.shuffle<f32>(color, color, 1, 1, 1, 1);
}

export function blueOf(color: v128): v128 {
  return v128.shuffle<f32>(color, color, 2, 2, 2, 2);
}

export function alphaOf(color: v128): v128 {
  return v128.shuffle<f32>(color, color, 3, 3, 3, 3);
}

/** With channels from 0 to 255. */
export function clampByte(color: v128): v128 {
  return v128.max<f32>(f32x4.splat(0), v128.min<f32>(f32x4.splat(255), color));
}
