/** One line through the colors of the block in the planes: where it ends, and where on it each texel is. */
import {
  alphaOf,
  blueOf,
  clampByte,
  greatestLane,
  greenOf,
  leastLane,
  redOf,
  sumLanes,
} from "./lanes.ts";
import { decodedDifference, projection, weightedSum } from "./planes.ts";

/** Step of each texel on the line, from 0 on, as f32. */
export const steps = memory.data(64, 16);
/** How far each texel's step is along the line, 0 to 1. */
export const shares = memory.data(64, 16);

let low: v128 = f32x4.splat(0);
let high: v128 = f32x4.splat(0);

/** The ends that `findEnds` or `refineEnds` found last. */
export function lowEnd(): v128 {
  return low;
}

export function highEnd(): v128 {
  return high;
}

/** Ends where the outermost texels lie along the axis through the mean. */
export function findEnds(mean: v128, axis: v128): void {
  const reach = reachOfAxis(axis);
  low = v128.add<f32>(mean, v128.mul<f32>(axis, v128.shuffle<f32>(reach, reach, 0, 0, 0, 0)));
  high = v128.add<f32>(mean, v128.mul<f32>(axis, v128.shuffle<f32>(reach, reach, 1, 1, 1, 1)));
}

/** Least (lane 0) and greatest (lane 1) projection of a texel on the axis, in its lengths from the mean. */
function reachOfAxis(axis: v128): v128 {
  const length = sumLanes(v128.mul<f32>(axis, axis));
  if (v128.extract_lane<f32>(length, 0) === 0) return f32x4.splat(0);
  const red = redOf(axis);
  const green = greenOf(axis);
  const blue = blueOf(axis);
  const alpha = alphaOf(axis);
  const along0 = projection(0, red, green, blue, alpha);
  const along1 = projection(1, red, green, blue, alpha);
  const along2 = projection(2, red, green, blue, alpha);
  const along3 = projection(3, red, green, blue, alpha);
  const least = v128.min<f32>(v128.min<f32>(along0, along1), v128.min<f32>(along2, along3));
  const greatest = v128.max<f32>(v128.max<f32>(along0, along1), v128.max<f32>(along2, along3));
  return v128.div<f32>(
    v128.shuffle<f32>(leastLane(least), greatestLane(greatest), 0, 4, 0, 4),
    length,
  );
}

/** Leaves the nearest step for each texel, 0 to `most`, by projection on the line from `from`. */
export function projectSteps(from: v128, line: v128, mean: v128, most: f32): void {
  const length = v128.extract_lane<f32>(sumLanes(v128.mul<f32>(line, line)), 0);
  const scale = v128.mul<f32>(line, f32x4.splat(length > 0 ? most / length : 0));
  const base = sumLanes(v128.mul<f32>(v128.sub<f32>(mean, from), scale));
  const red = redOf(scale);
  const green = greenOf(scale);
  const blue = blueOf(scale);
  const alpha = alphaOf(scale);
  for (let row: usize = 0; row < 4; row++) {
    const along = v128.add<f32>(projection(row, red, green, blue, alpha), base);
    const inside = v128.max<f32>(f32x4.splat(0), v128.min<f32>(f32x4.splat(most), along));
    v128.store(steps + (row << 4), v128.nearest<f32>(inside));
  }
}

/** Sum of squared errors of what a decoder makes of the shares. */
export function squaredError(from: v128, line: v128, mean: v128): f32 {
  const errors = v128.add<f32>(
    v128.add<f32>(
      channelError(0, redOf(from), redOf(line), redOf(mean)),
      channelError(1, greenOf(from), greenOf(line), greenOf(mean)),
    ),
    v128.add<f32>(
      channelError(2, blueOf(from), blueOf(line), blueOf(mean)),
      channelError(3, alphaOf(from), alphaOf(line), alphaOf(mean)),
    ),
  );
  return v128.extract_lane<f32>(sumLanes(errors), 0);
}

/** Squared errors of one channel, by lane. */
function channelError(channel: usize, from: v128, line: v128, mean: v128): v128 {
  let error = f32x4.splat(0);
  for (let row: usize = 0; row < 4; row++) {
    const share = v128.load(shares + (row << 4));
    const difference = decodedDifference(channel, row, from, line, mean, share);
    error = v128.add<f32>(error, v128.mul<f32>(difference, difference));
  }
  return error;
}

/**
 * Least squares: the ends that fit the texels best while the steps stay. False where they do not determine a line.
 * Deviations sum to 0, which leaves little of the two equations.
 */
export function refineEnds(mean: v128): bool {
  const share0 = v128.load(shares);
  const share1 = v128.load(shares, 16);
  const share2 = v128.load(shares, 32);
  const share3 = v128.load(shares, 48);
  const sum = v128.add<f32>(v128.add<f32>(share0, share1), v128.add<f32>(share2, share3));
  const square = v128.add<f32>(
    v128.add<f32>(v128.mul<f32>(share0, share0), v128.mul<f32>(share1, share1)),
    v128.add<f32>(v128.mul<f32>(share2, share2), v128.mul<f32>(share3, share3)),
  );
  const total = v128.extract_lane<f32>(sumLanes(sum), 0);
  const determinant = <f32>16 * v128.extract_lane<f32>(sumLanes(square), 0) - total * total;
  if (determinant < 0.01) return false;
  const drawn = v128.div<f32>(weightedSum(shares), f32x4.splat(determinant));
  low = clampByte(v128.sub<f32>(mean, v128.mul<f32>(drawn, f32x4.splat(total))));
  high = clampByte(v128.add<f32>(mean, v128.mul<f32>(drawn, f32x4.splat(<f32>16 - total))));
  return true;
}
