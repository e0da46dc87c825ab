/**
 * BC7's mode 6: one line through RGBA with sixteen steps; ends of seven bits a channel and a parity bit each. The line
 * is the principal axis of the colors and is refined once by least squares. Format: Khronos Data Format Specification,
 * "BPTC".
 */
import { sumLanes } from "./lanes.ts";
import {
  findEnds,
  highEnd,
  lowEnd,
  projectSteps,
  refineEnds,
  shares,
  squaredError,
  steps,
} from "./line.ts";

/** An encoded block that may not be the best. */
const attempt = memory.data(16, 16);

/** Encodes the block in the planes into 16 bytes and gives its squared error. */
export function encodeMode6(mean: v128, axis: v128, dst: usize): f32 {
  findEnds(mean, axis);
  const low = lowEnd();
  const high = highEnd();
  const first = encodeLine(low, high, nearestParity(low), nearestParity(high), mean, dst);
  if (first === 0 || !refineEnds(mean)) return first;
  const refinedLow = lowEnd();
  const refinedHigh = highEnd();
  const lowParity = nearestParity(refinedLow);
  const highParity = nearestParity(refinedHigh);
  return keepBetter(refinedLow, refinedHigh, lowParity, highParity, mean, dst, first);
}

/** As `encodeMode6`, with a second refinement and every parity of the ends. */
export function encodeMode6Fine(mean: v128, axis: v128, dst: usize): f32 {
  let error = encodeMode6(mean, axis, dst);
  if (error === 0 || !refineEnds(mean)) return error;
  const low = lowEnd();
  const high = highEnd();
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
  projectSteps(from, line, mean, 15);
  weighSteps();
  const error = squaredError(from, line, mean);
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

/** The format's weights, 0 to 64, are the rounded fifteenths of 64. */
function weighSteps(): void {
  for (let row: usize = 0; row < 64; row += 16) {
    const weight = v128.nearest<f32>(
      v128.mul<f32>(v128.load(steps + row), f32x4.splat(64.0 / 15.0)),
    );
    v128.store(shares + row, v128.mul<f32>(weight, f32x4.splat(1.0 / 64.0)));
  }
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
