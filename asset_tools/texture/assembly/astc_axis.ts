/** The direction in which a part's colors differ most, from their sums. */

import { total } from "./astc_texels.ts";
import { alphaOf, blueOf, greatestLane, greenOf, redOf } from "./lanes.ts";

/** Rows of the covariance matrix that the last call found, not divided by the count. */
const rows = memory.data(64, 16);
let mean: v128 = f32x4.splat(0);
let trace: f32 = 0;
let along: f32 = 0;

/** Mean distance from the block's center. */
export function partMean(): v128 {
  return mean;
}

/** Sum of squared distances from the line along the axis through the mean. */
export function offLine(): f32 {
  return max<f32>(0, trace - along);
}

/** The mean of `count` texels from their sums. */
export function meanOfSums(places: usize, count: f32): v128 {
  return v128.div<f32>(v128.load(places), f32x4.splat(count));
}

/**
 * Principal axis of `count` texels by power iteration, its largest component 1 or -1; all 0 where they are the same.
 * `places` has their sums as `sumTexels` leaves them, `channels` all bits of the lanes that count.
 */
export function axisOfSums(places: usize, count: f32, channels: v128): v128 {
  mean = meanOfSums(places, count);
  const red = covariance(places, 0, redOf(mean), channels);
  const green = covariance(places, 1, greenOf(mean), channels);
  const blue = covariance(places, 2, blueOf(mean), channels);
  const alpha = covariance(places, 3, alphaOf(mean), channels);
  const redRed = v128.extract_lane<f32>(red, 0);
  const greenGreen = v128.extract_lane<f32>(green, 1);
  const blueBlue = v128.extract_lane<f32>(blue, 2);
  const alphaAlpha = v128.extract_lane<f32>(alpha, 3);
  trace = redRed + greenGreen + blueBlue + alphaAlpha;
  const most = max(max(redRed, greenGreen), max(blueBlue, alphaAlpha));
  let axis = most === redRed ? red : most === greenGreen ? green : most === blueBlue ? blue : alpha;
  along = 0;
  if (most <= 0) return f32x4.splat(0);
  for (let step = 0; step < 3; step++) {
    axis = shortened(transformed(axis, red, green, blue, alpha));
    axis = transformed(axis, red, green, blue, alpha);
  }
  axis = shortened(axis);
  const image = transformed(axis, red, green, blue, alpha);
  along = total(v128.mul<f32>(axis, image)) / total(v128.mul<f32>(axis, axis));
  return axis;
}

/** A row of the matrix; channels that do not count are 0. */
function covariance(places: usize, channel: usize, own: v128, channels: v128): v128 {
  const products = v128.load(places + 16 + (channel << 4));
  const row = v128.and(channels, v128.sub<f32>(products, v128.mul<f32>(v128.load(places), own)));
  v128.store(rows, channels);
  return load<i32>(rows + (channel << 2)) === 0 ? f32x4.splat(0) : row;
}

function transformed(axis: v128, red: v128, green: v128, blue: v128, alpha: v128): v128 {
  return v128.add<f32>(
    v128.add<f32>(v128.mul<f32>(red, redOf(axis)), v128.mul<f32>(green, greenOf(axis))),
    v128.add<f32>(v128.mul<f32>(blue, blueOf(axis)), v128.mul<f32>(alpha, alphaOf(axis))),
  );
}

function shortened(axis: v128): v128 {
  const largest = greatestLane(v128.abs<f32>(axis));
  return v128.extract_lane<f32>(largest, 0) === 0 ? axis : v128.div<f32>(axis, largest);
}
