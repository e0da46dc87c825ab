/** The direction in which a block's colors differ most: power iteration on the matrix of their covariances. */
import { alphaOf, blueOf, greatestLane, greenOf, redOf, sumEach } from "./lanes.ts";
import { plane } from "./planes.ts";

/** Of the block in the planes, its largest component 1 or -1; all 0 where every texel is the same. */
export function principalAxis(): v128 {
  let redRed = f32x4.splat(0);
  let redGreen = f32x4.splat(0);
  let redBlue = f32x4.splat(0);
  let redAlpha = f32x4.splat(0);
  let greenGreen = f32x4.splat(0);
  let greenBlue = f32x4.splat(0);
  let greenAlpha = f32x4.splat(0);
  let blueBlue = f32x4.splat(0);
  let blueAlpha = f32x4.splat(0);
  let alphaAlpha = f32x4.splat(0);
  for (let row: usize = 0; row < 4; row++) {
    const red = plane(0, row);
    const green = plane(1, row);
    const blue = plane(2, row);
    const alpha = plane(3, row);
    redRed = v128.add<f32>(redRed, v128.mul<f32>(red, red));
    redGreen = v128.add<f32>(redGreen, v128.mul<f32>(red, green));
    redBlue = v128.add<f32>(redBlue, v128.mul<f32>(red, blue));
    redAlpha = v128.add<f32>(redAlpha, v128.mul<f32>(red, alpha));
    greenGreen = v128.add<f32>(greenGreen, v128.mul<f32>(green, green));
    greenBlue = v128.add<f32>(greenBlue, v128.mul<f32>(green, blue));
    greenAlpha = v128.add<f32>(greenAlpha, v128.mul<f32>(green, alpha));
    blueBlue = v128.add<f32>(blueBlue, v128.mul<f32>(blue, blue));
    blueAlpha = v128.add<f32>(blueAlpha, v128.mul<f32>(blue, alpha));
    alphaAlpha = v128.add<f32>(alphaAlpha, v128.mul<f32>(alpha, alpha));
  }
  const redRow = sumEach(redRed, redGreen, redBlue, redAlpha);
  const greenRow = sumEach(redGreen, greenGreen, greenBlue, greenAlpha);
  const blueRow = sumEach(redBlue, greenBlue, blueBlue, blueAlpha);
  const alphaRow = sumEach(redAlpha, greenAlpha, blueAlpha, alphaAlpha);
  return iterated(redRow, greenRow, blueRow, alphaRow);
}

/**
 * Four steps from the row of the channel that differs most. Entries are below 2^20, so without scaling the fifth power
 * still fits f32.
 */
function iterated(red: v128, green: v128, blue: v128, alpha: v128): v128 {
  const redVariance = v128.extract_lane<f32>(red, 0);
  const greenVariance = v128.extract_lane<f32>(green, 1);
  const blueVariance = v128.extract_lane<f32>(blue, 2);
  const most = max(
    max(redVariance, greenVariance),
    max(blueVariance, v128.extract_lane<f32>(alpha, 3)),
  );
  let axis = alpha;
  if (most === redVariance) axis = red;
  else if (most === greenVariance) axis = green;
  else if (most === blueVariance) axis = blue;
  for (let step = 0; step < 4; step++) {
    axis = v128.add<f32>(
      v128.add<f32>(v128.mul<f32>(red, redOf(axis)), v128.mul<f32>(green, greenOf(axis))),
      v128.add<f32>(v128.mul<f32>(blue, blueOf(axis)), v128.mul<f32>(alpha, alphaOf(axis))),
    );
  }
  return shortened(axis);
}

/** With a largest component of 1 or -1. */
export function shortened(axis: v128): v128 {
  const largest = greatestLane(v128.abs<f32>(axis));
  return v128.extract_lane<f32>(largest, 0) === 0 ? axis : v128.div<f32>(axis, largest);
}
