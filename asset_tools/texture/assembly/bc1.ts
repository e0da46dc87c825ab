/**
 * BC1 at the speed of development: the box of a block's colors, its diagonal chosen by the signs of the channels'
 * covariances with the widest one, ends drawn in by a sixteenth, texels projected on the diagonal. Integers only.
 * Texels with alpha below 128 become transparent in the mode of three colors.
 */
import { encodeBc1Transparent } from "./bc1_transparent.ts";
import { blue, green, pack565, red } from "./color565.ts";
import { greatestTexel, leastTexel } from "./lanes.ts";

/** Encodes the block at `src`, rows `stride` bytes apart, into 8 bytes. */
export function encodeBc1Block(src: usize, stride: usize, dst: usize, opaque: bool): void {
  const row0 = v128.load(src);
  const row1 = v128.load(src + stride);
  const row2 = v128.load(src + 2 * stride);
  const row3 = v128.load(src + 3 * stride);
  const low = leastTexel(v128.min<u8>(v128.min<u8>(row0, row1), v128.min<u8>(row2, row3)));
  if (!opaque && v128.extract_lane<u8>(low, 3) < 128) {
    encodeBc1Transparent(src, stride, dst);
    return;
  }
  const high = greatestTexel(v128.max<u8>(v128.max<u8>(row0, row1), v128.max<u8>(row2, row3)));

  let lowRed = <i32>v128.extract_lane<u8>(low, 0);
  let lowGreen = <i32>v128.extract_lane<u8>(low, 1);
  let lowBlue = <i32>v128.extract_lane<u8>(low, 2);
  let highRed = <i32>v128.extract_lane<u8>(high, 0);
  let highGreen = <i32>v128.extract_lane<u8>(high, 1);
  let highBlue = <i32>v128.extract_lane<u8>(high, 2);
  const widthRed = highRed - lowRed;
  const widthGreen = highGreen - lowGreen;
  const widthBlue = highBlue - lowBlue;

  const widest = widestChannel(widthRed, widthGreen, widthBlue);
  const spread = v128.load(channelMasks + widest * 16);
  // Twice the center, to keep its half.
  const center = v128.add<i16>(v128.extend_low<u8>(low), v128.extend_low<u8>(high));
  const covariance = v128.add<i32>(
    v128.add<i32>(rowCovariance(row0, center, spread), rowCovariance(row1, center, spread)),
    v128.add<i32>(rowCovariance(row2, center, spread), rowCovariance(row3, center, spread)),
  );

  lowRed += widthRed >> 4;
  highRed -= widthRed >> 4;
  lowGreen += widthGreen >> 4;
  highGreen -= widthGreen >> 4;
  lowBlue += widthBlue >> 4;
  highBlue -= widthBlue >> 4;
  const redFalls = v128.extract_lane<i32>(covariance, 0) < 0;
  const greenFalls = v128.extract_lane<i32>(covariance, 1) < 0;
  const blueFalls = v128.extract_lane<i32>(covariance, 2) < 0;
  const first = pack565(
    select(lowRed, highRed, redFalls),
    select(lowGreen, highGreen, greenFalls),
    select(lowBlue, highBlue, blueFalls),
  );
  const second = pack565(
    select(highRed, lowRed, redFalls),
    select(highGreen, lowGreen, greenFalls),
    select(highBlue, lowBlue, blueFalls),
  );
  // The larger number first selects the mode of four colors.
  const major = max(first, second);
  const minor = min(first, second);
  store<u16>(dst, major);
  store<u16>(dst, minor, 2);
  store<u32>(dst, major === minor ? 0 : fourColorIndices(row0, row1, row2, row3, major, minor), 4);
}

function widestChannel(widthRed: i32, widthGreen: i32, widthBlue: i32): i32 {
  if (widthGreen >= widthRed) return widthGreen >= widthBlue ? 1 : 2;
  return widthRed >= widthBlue ? 0 : 2;
}

/** Spreads channel 0, 1 or 2 of two texels of i16 over all their channels. */
const channelMasks = memory.data<u8>(
  [
    0, 1, 0, 1, 0, 1, 0, 1, 8, 9, 8, 9, 8, 9, 8, 9, 2, 3, 2, 3, 2, 3, 2, 3, 10, 11, 10, 11, 10, 11,
    10, 11, 4, 5, 4, 5, 4, 5, 4, 5, 12, 13, 12, 13, 12, 13, 12, 13,
  ],
  16,
);

/** Sums over a row: each channel's deviation from the box's center times that of the channel spread, as i32. */
function rowCovariance(row: v128, center: v128, spread: v128): v128 {
  const left = v128.sub<i16>(v128.shl<i16>(v128.extend_low<u8>(row), 1), center);
  const right = v128.sub<i16>(v128.shl<i16>(v128.extend_high<u8>(row), 1), center);
  return v128.add<i32>(
    products(left, v128.swizzle(left, spread)),
    products(right, v128.swizzle(right, spread)),
  );
}

function products(deviation: v128, other: v128): v128 {
  return v128.add<i32>(
    v128.extmul_low<i16>(deviation, other),
    v128.extmul_high<i16>(deviation, other),
  );
}

/** Two bits a texel: the nearest of the four colors on the line from `minor` to `major`. */
export function fourColorIndices(
  row0: v128,
  row1: v128,
  row2: v128,
  row3: v128,
  major: i32,
  minor: i32,
): u32 {
  const deltaRed = red(major) - red(minor);
  const deltaGreen = green(major) - green(minor);
  const deltaBlue = blue(major) - blue(minor);
  const length = deltaRed * deltaRed + deltaGreen * deltaGreen + deltaBlue * deltaBlue;
  const base = texelOfI16(red(minor), green(minor), blue(minor));
  const line = texelOfI16(deltaRed, deltaGreen, deltaBlue);
  // A texel past so many thirds of the line, rounded; comparing integers needs no division of each.
  const one = v128.splat<i32>((length - 1) / 6);
  const two = v128.splat<i32>((length - 1) / 2);
  const three = v128.splat<i32>((length * 5 - 1) / 6);
  const upper = v128.narrow<i32>(
    negativeSteps(alongLine(row0, base, line), one, two, three),
    negativeSteps(alongLine(row1, base, line), one, two, three),
  );
  const lower = v128.narrow<i32>(
    negativeSteps(alongLine(row2, base, line), one, two, three),
    negativeSteps(alongLine(row3, base, line), one, two, three),
  );
  const steps = v128.neg<i8>(v128.narrow<i16>(upper, lower));
  return packTwoBits(v128.swizzle(i8x16(1, 3, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), steps));
}

/** Two equal texels of i16; alpha is 0. */
function texelOfI16(first: i32, second: i32, third: i32): v128 {
  const packed =
    <i64>(first & 0xffff) | ((<i64>(second & 0xffff)) << 16) | ((<i64>(third & 0xffff)) << 32);
  return v128.splat<i64>(packed);
}

/** Dot products of the row's four texels, seen from `base`, with the line. */
function alongLine(row: v128, base: v128, line: v128): v128 {
  const left = v128.dot<i16>(v128.sub<i16>(v128.extend_low<u8>(row), base), line);
  const right = v128.dot<i16>(v128.sub<i16>(v128.extend_high<u8>(row), base), line);
  return v128.add<i32>(
    v128.shuffle<i32>(left, right, 0, 2, 4, 6),
    v128.shuffle<i32>(left, right, 1, 3, 5, 7),
  );
}

function negativeSteps(position: v128, one: v128, two: v128, three: v128): v128 {
  const pastTwo = v128.add<i32>(v128.gt<i32>(position, one), v128.gt<i32>(position, two));
  return v128.add<i32>(pastTwo, v128.gt<i32>(position, three));
}

/** Sixteen bytes of 0 to 3 to 32 bits, the first lowest. */
function packTwoBits(codes: v128): u32 {
  const pairs = v128.or(v128.and(codes, v128.splat<i16>(3)), v128.shr<u16>(codes, 6));
  const fours = v128.or(v128.and(pairs, v128.splat<i32>(15)), v128.shr<u32>(pairs, 12));
  const bytes = v128.swizzle(
    fours,
    i8x16(0, 4, 8, 12, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1),
  );
  return v128.extract_lane<u32>(bytes, 0);
}
