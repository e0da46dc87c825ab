/**
 * BC7's modes 4 and 5: a line through three channels, and one channel with steps of its own. That channel is alpha, or any
 * other, which then changes places with alpha. Mode 5 has ends of seven bits, of eight in the own channel, and four steps;
 * mode 4 has ends of five bits, six in the own channel, with four steps for one and eight for the other.
 */
import { fitPart, NO_PARITY, orientLine, setLineLayout, setMask } from "./bc7_part.ts";
import { finishBits, putBits, startBits } from "./bits.ts";
import { alphaOf, greatestLane, leastLane, sumLanes } from "./lanes.ts";
import { loadPlanes, plane } from "./planes.ts";

/** The block with two channels exchanged. */
const turned = memory.data(64, 16);

/** Lines as bc7_part.ts has them: of three channels, and of the own one, of which the first values count. */
const colorLine = memory.data(64, 16);
const ownLine = memory.data(64, 16);

/**
 * Tries both modes for the block at `src`, and leaves other planes behind. Writes the block and gives its squared error where
 * that is below `limit`; else gives `limit`.
 */
export function encodeOwnChannel(
  src: usize,
  stride: usize,
  isOpaque: bool,
  limit: f32,
  dst: usize,
): f32 {
  let error = limit;
  setMask(0xffff);
  for (let rotation: u32 = isOpaque ? 1 : 0; rotation < 4; rotation++) {
    turn(src, stride, rotation);
    const mean = loadPlanes(turned, 16);
    const before = error;
    error = encodeMode(mean, 5, rotation, 2, 2, error, dst);
    // Coarser ends are worth trying where this rotation does well.
    if (error < before || error === limit) {
      error = encodeMode(mean, 4, rotation, 2, 3, error, dst);
      error = encodeMode(mean, 4, rotation, 3, 2, error, dst);
    }
  }
  return error;
}

/** Copies the block; a rotation of 1 to 3 exchanges red, green or blue with alpha. */
function turn(src: usize, stride: usize, rotation: u32): void {
  let order = i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  if (rotation === 1) order = i8x16(3, 1, 2, 0, 7, 5, 6, 4, 11, 9, 10, 8, 15, 13, 14, 12);
  else if (rotation === 2) order = i8x16(0, 3, 2, 1, 4, 7, 6, 5, 8, 11, 10, 9, 12, 15, 14, 13);
  else if (rotation === 3) order = i8x16(0, 1, 3, 2, 4, 5, 7, 6, 8, 9, 11, 10, 12, 13, 15, 14);
  for (let row: usize = 0; row < 4; row++) {
    v128.store(turned + (row << 4), v128.swizzle(v128.load(src + row * stride), order));
  }
}

/** Bits are those of the steps. */
function encodeMode(
  mean: v128,
  mode: u32,
  rotation: u32,
  colorBits: u32,
  ownBits: u32,
  limit: f32,
  dst: usize,
): f32 {
  const own = fitOwn(mean, mode === 5 ? 8 : 6, <f32>((1 << ownBits) - 1));
  if (own >= limit) return limit;
  setLineLayout(mode === 5 ? 7 : 5, NO_PARITY, <f32>((1 << colorBits) - 1), false);
  const error = own + fitPart(mean, colorLine);
  if (error >= limit) return limit;
  writeBlock(dst, mode, rotation, colorBits, ownBits);
  return error;
}

/** Shares of the own channel's texels, as `chooseSteps` leaves them. */
const shares = memory.data(64, 16);
const attempt = memory.data(64, 16);

/** Fits the own channel's ends and steps; gives the squared error. */
function fitOwn(mean: v128, bits: u32, most: f32): f32 {
  let least = plane(3, 0);
  let greatest = least;
  for (let row: usize = 1; row < 4; row++) {
    least = v128.min<f32>(least, plane(3, row));
    greatest = v128.max<f32>(greatest, plane(3, row));
  }
  const middle = v128.extract_lane<f32>(mean, 3);
  const low = middle + v128.extract_lane<f32>(leastLane(least), 0);
  const high = middle + v128.extract_lane<f32>(greatestLane(greatest), 0);
  let error = chooseSteps(low, high, mean, bits, most, ownLine);
  for (let turn = 0; turn < 2 && error > 0; turn++) {
    if (!refine(middle)) break;
    const other = chooseSteps(refinedLow, refinedHigh, mean, bits, most, attempt);
    if (other >= error) break;
    error = other;
    memory.copy(ownLine, attempt, 64);
  }
  return error;
}

/** Rounds the ends and stores them with the nearest steps; gives the squared error. */
function chooseSteps(low: f32, high: f32, mean: v128, bits: u32, most: f32, line: usize): f32 {
  const lowStored = stored(low, bits);
  const highStored = stored(high, bits);
  store<i32>(line, lowStored);
  store<i32>(line, highStored, 16);
  const from = <f32>eightBits(lowStored, bits);
  const length = <f32>eightBits(highStored, bits) - from;
  const scale = f32x4.splat(length === 0 ? 0 : most / length);
  const base = v128.sub<f32>(alphaOf(mean), f32x4.splat(from));
  let errors = f32x4.splat(0);
  for (let row: usize = 0; row < 4; row++) {
    const value = v128.add<f32>(plane(3, row), base);
    const along = v128.mul<f32>(value, scale);
    const inside = v128.max<f32>(f32x4.splat(0), v128.min<f32>(f32x4.splat(most), along));
    const step = v128.nearest<f32>(inside);
    const narrow = v128.swizzle(
      v128.trunc_sat<i32>(step),
      i8x16(0, 4, 8, 12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
    );
    store<u32>(line + (row << 2), v128.extract_lane<u32>(narrow, 0), 48);
    const weight = v128.nearest<f32>(v128.mul<f32>(step, f32x4.splat(<f32>64 / most)));
    const share = v128.mul<f32>(weight, f32x4.splat(1.0 / 64.0));
    v128.store(shares + (row << 4), share);
    // A decoder rounds halves up.
    const exact = v128.add<f32>(v128.mul<f32>(share, f32x4.splat(length)), f32x4.splat(from + 0.5));
    const away = v128.sub<f32>(v128.add<f32>(value, f32x4.splat(from)), v128.floor<f32>(exact));
    errors = v128.add<f32>(errors, v128.mul<f32>(away, away));
  }
  return v128.extract_lane<f32>(sumLanes(errors), 0);
}

function stored(value: f32, bits: u32): i32 {
  const most = <f32>((1 << bits) - 1);
  return <i32>nearest<f32>((min<f32>(255, max<f32>(0, value)) * most) / 255);
}

function eightBits(value: i32, bits: u32): i32 {
  return (value << (8 - bits)) | (value >> (2 * bits - 8));
}

let refinedLow: f32 = 0;
let refinedHigh: f32 = 0;

/** Least squares: the ends that suit the steps best. False where these do not determine them. */
function refine(middle: f32): bool {
  let sum = f32x4.splat(0);
  let square = sum;
  let product = sum;
  for (let row: usize = 0; row < 4; row++) {
    const share = v128.load(shares + (row << 4));
    sum = v128.add<f32>(sum, share);
    square = v128.add<f32>(square, v128.mul<f32>(share, share));
    product = v128.add<f32>(product, v128.mul<f32>(share, plane(3, row)));
  }
  const total = v128.extract_lane<f32>(sumLanes(sum), 0);
  const determinant = <f32>16 * v128.extract_lane<f32>(sumLanes(square), 0) - total * total;
  if (determinant < 0.01) return false;
  // Deviations sum to 0, which leaves little of the two equations.
  const drawn = v128.extract_lane<f32>(sumLanes(product), 0) / determinant;
  refinedLow = middle - drawn * total;
  refinedHigh = middle + drawn * (<f32>16 - total);
  return true;
}

function writeBlock(dst: usize, mode: u32, rotation: u32, colorBits: u32, ownBits: u32): void {
  orientLine(colorLine, 0, <u8>(((<u32>1) << colorBits) - 1));
  orientLine(ownLine, 0, <u8>(((<u32>1) << ownBits) - 1));
  startBits();
  putBits(1 << mode, mode + 1);
  putBits(rotation, 2);
  if (mode === 4) putBits(colorBits - 2, 1);
  for (let channel: usize = 0; channel < 12; channel += 4) {
    putBits(load<i32>(colorLine + channel), mode === 5 ? 7 : 5);
    putBits(load<i32>(colorLine + channel, 16), mode === 5 ? 7 : 5);
  }
  putBits(load<i32>(ownLine), mode === 5 ? 8 : 6);
  putBits(load<i32>(ownLine, 16), mode === 5 ? 8 : 6);
  // The shorter steps come first.
  const isOwnFirst = ownBits < colorBits;
  putSteps(isOwnFirst ? ownLine : colorLine, isOwnFirst ? ownBits : colorBits);
  putSteps(isOwnFirst ? colorLine : ownLine, isOwnFirst ? colorBits : ownBits);
  finishBits(dst);
}

function putSteps(line: usize, bits: u32): void {
  for (let texel: usize = 0; texel < 16; texel++) {
    putBits(load<u8>(line + texel, 48), texel === 0 ? bits - 1 : bits);
  }
}
