/**
 * BC7's mode 6: one line through RGBA with sixteen steps; ends of seven bits a channel and a parity bit each. The line
 * is the principal axis of the colors and is refined once by least squares. Format: Khronos Data Format Specification,
 * "BPTC".
 */
import { greatestLane, leastLane, sumLanes } from "./lanes.ts";
import { plane, projection, weightedSum } from "./planes.ts";

/** An encoded block that may not be the best. */
const attempt = memory.data(16, 16);
/** Step of each texel on the line, 0 to 15, as f32. */
const steps = memory.data(64, 16);
/** How far each texel's step is along the line, 0 to 1. */
const shares = memory.data(64, 16);
/** Ends that `refine` found. */
const refined = memory.data(32, 16);

/** Encodes the block in the planes into 16 bytes and gives its squared error. */
export function encodeMode6(mean: v128, axis: v128, dst: usize): f32 {
  const reach = reachOfAxis(axis);
  const low = v128.add<f32>(mean, v128.mul<f32>(axis, v128.shuffle<f32>(reach, reach, 0, 0, 0, 0)));
  const high = v128.add<f32>(
    mean,
    v128.mul<f32>(axis, v128.shuffle<f32>(reach, reach, 1, 1, 1, 1)),
  );
  const first = encodeLine(low, high, nearestParity(low), nearestParity(high), mean, dst);
  if (first === 0 || !refine(mean)) return first;
  const refinedLow = v128.load(refined);
  const refinedHigh = v128.load(refined, 16);
  const lowParity = nearestParity(refinedLow);
  const highParity = nearestParity(refinedHigh);
  return keepBetter(refinedLow, refinedHigh, lowParity, highParity, mean, dst, first);
}

/** As `encodeMode6`, with a second refinement and every parity of the ends. */
export function encodeMode6Fine(mean: v128, axis: v128, dst: usize): f32 {
  let error = encodeMode6(mean, axis, dst);
  if (error === 0 || !refine(mean)) return error;
  const low = v128.load(refined);
  const high = v128.load(refined, 16);
  for (let lowParity: f32 = 0; lowParity < 2; lowParity++) {
    for (let highParity: f32 = 0; highParity < 2; highParity++) {
      error = keepBetter(low, high, lowParity, highParity, mean, dst, error);
    }
  }
  return error;
}

/** Encodes a line; the block at `dst`, whose error is given, stays where it is better. Gives the lower error. */
function keepBetter(
  low: v128,
  high: v128,
  lowParity: f32,
  highParity: f32,
  mean: v128,
  dst: usize,
  error: f32,
): f32 {
  const other = encodeLine(low, high, lowParity, highParity, mean, attempt);
  if (other >= error) return error;
  v128.store(dst, v128.load(attempt));
  return other;
}

/** Least (lane 0) and greatest (lane 1) projection of a texel on the axis, in its lengths from the mean. */
function reachOfAxis(axis: v128): v128 {
  const length = sumLanes(v128.mul<f32>(axis, axis));
  if (v128.extract_lane<f32>(length, 0) === 0) return f32x4.splat(0);
  const red = v128.shuffle<f32>(axis, axis, 0, 0, 0, 0);
  const green = v128.shuffle<f32>(axis, axis, 1, 1, 1, 1);
  const blue = v128.shuffle<f32>(axis, axis, 2, 2, 2, 2);
  const alpha = v128.shuffle<f32>(axis, axis, 3, 3, 3, 3);
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

/** Writes the block for the line between two colors and leaves its steps; gives the sum of squared errors. */
function encodeLine(
  low: v128,
  high: v128,
  lowParity: f32,
  highParity: f32,
  mean: v128,
  dst: usize,
): f32 {
  const lowSeven = sevenBits(low, lowParity);
  const highSeven = sevenBits(high, highParity);
  const from = eightBits(lowSeven, lowParity);
  const line = v128.sub<f32>(eightBits(highSeven, highParity), from);
  const error = chooseSteps(from, line, mean);
  writeBlock(
    dst,
    v128.trunc_sat<i32>(lowSeven),
    v128.trunc_sat<i32>(highSeven),
    lowParity,
    highParity,
  );
  return error;
}

/** The parity with which seven bits a channel come nearest to the color. */
function nearestParity(color: v128): f32 {
  const even = v128.sub<f32>(color, eightBits(sevenBits(color, 0), 0));
  const odd = v128.sub<f32>(color, eightBits(sevenBits(color, 1), 1));
  const gain = sumLanes(v128.sub<f32>(v128.mul<f32>(even, even), v128.mul<f32>(odd, odd)));
  return v128.extract_lane<f32>(gain, 0) > 0 ? 1 : 0;
}

function sevenBits(color: v128, parity: f32): v128 {
  const half = v128.mul<f32>(v128.sub<f32>(color, f32x4.splat(parity)), f32x4.splat(0.5));
  return v128.max<f32>(f32x4.splat(0), v128.min<f32>(f32x4.splat(127), v128.nearest<f32>(half)));
}

function eightBits(seven: v128, parity: f32): v128 {
  return v128.add<f32>(v128.add<f32>(seven, seven), f32x4.splat(parity));
}

/** The nearest step for each texel by projection; gives the sum of squared errors of what a decoder will see. */
function chooseSteps(from: v128, line: v128, mean: v128): f32 {
  const length = v128.extract_lane<f32>(sumLanes(v128.mul<f32>(line, line)), 0);
  const scale = v128.mul<f32>(line, f32x4.splat(length > 0 ? 15 / length : 0));
  const base = sumLanes(v128.mul<f32>(v128.sub<f32>(mean, from), scale));
  const red = v128.shuffle<f32>(scale, scale, 0, 0, 0, 0);
  const green = v128.shuffle<f32>(scale, scale, 1, 1, 1, 1);
  const blue = v128.shuffle<f32>(scale, scale, 2, 2, 2, 2);
  const alpha = v128.shuffle<f32>(scale, scale, 3, 3, 3, 3);
  for (let row: usize = 0; row < 4; row++) {
    const along = v128.add<f32>(projection(row, red, green, blue, alpha), base);
    const step = v128.nearest<f32>(
      v128.max<f32>(f32x4.splat(0), v128.min<f32>(f32x4.splat(15), along)),
    );
    v128.store(steps + (row << 4), step);
    v128.store(shares + (row << 4), v128.mul<f32>(weightOf(step), f32x4.splat(1.0 / 64.0)));
  }
  const errors = v128.add<f32>(
    v128.add<f32>(
      channelError(
        0,
        v128.shuffle<f32>(from, from, 0, 0, 0, 0),
        v128.shuffle<f32>(line, line, 0, 0, 0, 0),
        v128.shuffle<f32>(mean, mean, 0, 0, 0, 0),
      ),
      channelError(
        1,
        v128.shuffle<f32>(from, from, 1, 1, 1, 1),
        v128.shuffle<f32>(line, line, 1, 1, 1, 1),
        v128.shuffle<f32>(mean, mean, 1, 1, 1, 1),
      ),
    ),
    v128.add<f32>(
      channelError(
        2,
        v128.shuffle<f32>(from, from, 2, 2, 2, 2),
        v128.shuffle<f32>(line, line, 2, 2, 2, 2),
        v128.shuffle<f32>(mean, mean, 2, 2, 2, 2),
      ),
      channelError(
        3,
        v128.shuffle<f32>(from, from, 3, 3, 3, 3),
        v128.shuffle<f32>(line, line, 3, 3, 3, 3),
        v128.shuffle<f32>(mean, mean, 3, 3, 3, 3),
      ),
    ),
  );
  return v128.extract_lane<f32>(sumLanes(errors), 0);
}

/** The format's weights, 0 to 64, are the rounded fifteenths of 64. */
function weightOf(step: v128): v128 {
  return v128.nearest<f32>(v128.mul<f32>(step, f32x4.splat(64.0 / 15.0)));
}

/** Squared errors of one channel, by lane. A decoder rounds halves up. */
function channelError(channel: usize, from: v128, line: v128, mean: v128): v128 {
  const half = v128.add<f32>(from, f32x4.splat(0.5));
  let error = f32x4.splat(0);
  for (let row: usize = 0; row < 4; row++) {
    const decoded = v128.floor<f32>(
      v128.add<f32>(half, v128.mul<f32>(line, v128.load(shares + (row << 4)))),
    );
    const difference = v128.sub<f32>(v128.add<f32>(plane(channel, row), mean), decoded);
    error = v128.add<f32>(error, v128.mul<f32>(difference, difference));
  }
  return error;
}

/**
 * Least squares: the ends that fit the texels best while the steps stay. False where they do not determine a line.
 * Deviations sum to 0, which leaves little of the two equations.
 */
function refine(mean: v128): bool {
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
  const low = v128.sub<f32>(mean, v128.mul<f32>(drawn, f32x4.splat(total)));
  const high = v128.add<f32>(mean, v128.mul<f32>(drawn, f32x4.splat(<f32>16 - total)));
  v128.store(refined, clampByte(low));
  v128.store(refined, clampByte(high), 16);
  return true;
}

function clampByte(value: v128): v128 {
  return v128.max<f32>(f32x4.splat(0), v128.min<f32>(f32x4.splat(255), value));
}

/** The first step is stored in three bits, so it must be below 8: else the ends change places. */
function writeBlock(dst: usize, low: v128, high: v128, lowParity: f32, highParity: f32): void {
  let packed = packSteps();
  if (packed & 8) {
    packed = ~packed;
    const swapped = low;
    low = high;
    high = swapped;
    const parity = lowParity;
    lowParity = highParity;
    highParity = parity;
  }
  store<u64>(
    dst,
    0x40 |
      ((<u64>v128.extract_lane<i32>(low, 0)) << 7) |
      ((<u64>v128.extract_lane<i32>(high, 0)) << 14) |
      ((<u64>v128.extract_lane<i32>(low, 1)) << 21) |
      ((<u64>v128.extract_lane<i32>(high, 1)) << 28) |
      ((<u64>v128.extract_lane<i32>(low, 2)) << 35) |
      ((<u64>v128.extract_lane<i32>(high, 2)) << 42) |
      ((<u64>v128.extract_lane<i32>(low, 3)) << 49) |
      ((<u64>v128.extract_lane<i32>(high, 3)) << 56) |
      ((<u64>lowParity) << 63),
  );
  store<u64>(dst, <u64>highParity | ((packed & 15) << 1) | (packed & ~15), 8);
}

/** Four bits a texel, the first lowest. */
function packSteps(): u64 {
  const upper = v128.narrow<i32>(stepsOfRow(0), stepsOfRow(1));
  const lower = v128.narrow<i32>(stepsOfRow(2), stepsOfRow(3));
  const bytes = v128.narrow<i16>(upper, lower);
  const pairs = v128.or(v128.and(bytes, v128.splat<i16>(15)), v128.shr<u16>(bytes, 4));
  const packed = v128.narrow<u16>(pairs, pairs);
  return v128.extract_lane<u64>(packed, 0);
}

function stepsOfRow(row: usize): v128 {
  return v128.trunc_sat<i32>(v128.load(steps + (row << 4)));
}
