/** Least squares: the ends of each part that suit its texels best while their weights stay. */
import { channelsOf, ends, parts, planeCount, scaledParts } from "./astc_lines.ts";
import { centerColor, partMask, partSize, rowCount, texelRow, total } from "./astc_texels.ts";
import { texelWeights } from "./astc_weights.ts";
import { clampByte, sumEach } from "./lanes.ts";

/** Ends as `ends` in astc_lines.ts. */
export const refinedEnds = memory.data(3 * 32, 16);

/** Parts whose weights do not determine a line keep the ends that were fitted. */
export function refineEnds(): void {
  memory.copy(refinedEnds, ends, 3 * 32);
  for (let part: usize = 0; part < parts; part++) {
    const colors = colorSums(part);
    for (let plane: usize = 0; plane < planeCount(); plane++) refinePlane(part, plane, colors);
  }
}

/** Sum of the colors, from the center. */
function colorSums(part: usize): v128 {
  let red = f32x4.splat(0);
  let green = red;
  let blue = red;
  let alpha = red;
  for (let row: usize = 0; row < rowCount(); row++) {
    const mask = partMask(part, row);
    red = v128.add<f32>(red, v128.and(mask, texelRow(0, row)));
    green = v128.add<f32>(green, v128.and(mask, texelRow(1, row)));
    blue = v128.add<f32>(blue, v128.and(mask, texelRow(2, row)));
    alpha = v128.add<f32>(alpha, v128.and(mask, texelRow(3, row)));
  }
  const middle = v128.mul<f32>(centerColor(), f32x4.splat(partSize(part)));
  return v128.sub<f32>(sumEach(red, green, blue, alpha), middle);
}

function refinePlane(part: usize, plane: usize, colors: v128): void {
  const center = centerColor();
  const centerRed = v128.shuffle<f32>(center, center, 0, 0, 0, 0);
  const centerGreen = v128.shuffle<f32>(center, center, 1, 1, 1, 1);
  const centerBlue = v128.shuffle<f32>(center, center, 2, 2, 2, 2);
  const centerAlpha = v128.shuffle<f32>(center, center, 3, 3, 3, 3);
  let shares = f32x4.splat(0);
  let squares = shares;
  let red = shares;
  let green = shares;
  let blue = shares;
  let alpha = shares;
  for (let row: usize = 0; row < rowCount(); row++) {
    const weight = v128.load(texelWeights + (plane << 8) + (row << 4));
    const share = v128.and(partMask(part, row), v128.mul<f32>(weight, f32x4.splat(1.0 / 64.0)));
    shares = v128.add<f32>(shares, share);
    squares = v128.add<f32>(squares, v128.mul<f32>(share, share));
    red = v128.add<f32>(red, v128.mul<f32>(share, v128.sub<f32>(texelRow(0, row), centerRed)));
    green = v128.add<f32>(
      green,
      v128.mul<f32>(share, v128.sub<f32>(texelRow(1, row), centerGreen)),
    );
    blue = v128.add<f32>(blue, v128.mul<f32>(share, v128.sub<f32>(texelRow(2, row), centerBlue)));
    alpha = v128.add<f32>(
      alpha,
      v128.mul<f32>(share, v128.sub<f32>(texelRow(3, row), centerAlpha)),
    );
  }
  const sum = total(shares);
  const highHigh = total(squares);
  const lowHigh = sum - highHigh;
  const lowLow = partSize(part) - sum - lowHigh;
  const determinant = lowLow * highHigh - lowHigh * lowHigh;
  if (determinant < 0.001) return;
  const highSum = sumEach(red, green, blue, alpha);
  const lowSum = v128.sub<f32>(colors, highSum);
  const low = solved(lowSum, highHigh, highSum, lowHigh, determinant);
  const high = solved(highSum, lowLow, lowSum, lowHigh, determinant);
  const place = refinedEnds + (part << 5);
  if ((scaledParts >> <u32>part) & 1) {
    store<f32>(sides, lowLow);
    store<f32>(sides, lowHigh, 4);
    store<f32>(sides, highHigh, 8);
    scaleEnds(place, low, high, lowSum, highSum);
    return;
  }
  const own = channelsOf(plane);
  v128.store(place, v128.bitselect(low, v128.load(place), own));
  v128.store(place, v128.bitselect(high, v128.load(place, 16), own), 16);
}

/** Sums of squares and products of the shares of low and high: of low, of both, of high. */
const sides = memory.data(12);

/** The line through black: how much darker the low end is follows from the free ends, the high end from that. */
function scaleEnds(place: usize, low: v128, high: v128, lowSum: v128, highSum: v128): void {
  const rgb = i32x4(-1, -1, -1, 0);
  const light = v128.and(high, rgb);
  const size = total(v128.mul<f32>(light, light));
  const darker = size > 0 ? total(v128.mul<f32>(light, low)) / size : 0;
  const scale = min<f32>(255.0 / 256.0, max<f32>(0, darker));
  const lowLow = load<f32>(sides);
  const lowHigh = load<f32>(sides, 4);
  const highHigh = load<f32>(sides, 8);
  const lowCount = lowLow + lowHigh;
  const highCount = lowHigh + highHigh;
  // Sums from black instead of from the center.
  const lowAll = v128.add<f32>(lowSum, v128.mul<f32>(centerColor(), f32x4.splat(lowCount)));
  const highAll = v128.add<f32>(highSum, v128.mul<f32>(centerColor(), f32x4.splat(highCount)));
  const own = v128.add<f32>(v128.mul<f32>(lowAll, f32x4.splat(scale)), highAll);
  const square = scale * scale * lowLow + 2 * scale * lowHigh + highHigh;
  const best = clampByte(v128.div<f32>(own, f32x4.splat(square)));
  v128.store(place, v128.bitselect(v128.mul<f32>(best, f32x4.splat(scale)), low, rgb));
  v128.store(place, v128.bitselect(best, high, rgb), 16);
}

function solved(own: v128, factor: f32, other: v128, both: f32, determinant: f32): v128 {
  const difference = v128.sub<f32>(
    v128.mul<f32>(own, f32x4.splat(factor / determinant)),
    v128.mul<f32>(other, f32x4.splat(both / determinant)),
  );
  return clampByte(v128.add<f32>(centerColor(), difference));
}
