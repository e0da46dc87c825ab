/**
 * The block that is being encoded: a plane of f32 a channel, 64 texels each, row by row. Behind the last texel all is 0.
 * There is one block at a time.
 */
import { sumEach, sumLanes } from "./lanes.ts";

const planes = memory.data(4 * 256, 16);
let width: u32 = 4;
let height: u32 = 4;

/** Rounded mean, a channel a lane; what is summed up is taken from here, so that sums of products are exact. */
let center: v128 = f32x4.splat(0);
let least: v128 = i8x16.splat(0);
let greatest: v128 = i8x16.splat(0);
let gray: bool = false;

export function setBlockSize(across: u32, down: u32): void {
  width = across;
  height = down;
  memory.fill(planes, 0, 4 * 256);
}

export function blockWidth(): u32 {
  return width;
}

export function blockHeight(): u32 {
  return height;
}

export function texelCount(): u32 {
  return width * height;
}

/** Vectors of four texels. */
export function rowCount(): usize {
  return (width * height + 3) >> 2;
}

/** Four values of a channel. */
export function texelRow(channel: usize, row: usize): v128 {
  return v128.load(planes + (channel << 8) + (row << 4));
}

export function centerColor(): v128 {
  return center;
}

export function isFlat(): bool {
  return v128.all_true<i8>(v128.eq<i8>(least, greatest));
}

export function isOpaque(): bool {
  return v128.extract_lane<u8>(least, 3) === 255;
}

/** Whether red, green and blue are the same in every texel. */
export function isGray(): bool {
  return gray;
}

/** The only color of a flat block, RGBA8. */
export function flatColor(): u32 {
  return v128.extract_lane<u32>(least, 0);
}

export function leastOf(channel: usize): f32 {
  return <f32>((v128.extract_lane<u32>(least, 0) >> <u32>(channel << 3)) & 255);
}

export function greatestOf(channel: usize): f32 {
  return <f32>((v128.extract_lane<u32>(greatest, 0) >> <u32>(channel << 3)) & 255);
}

/** Takes the RGBA8 block at `src`, rows `stride` bytes apart. */
export function loadTexels(src: usize, stride: usize): void {
  least = v128.splat<u8>(255);
  greatest = v128.splat<u8>(0);
  let differs: u32 = 0;
  let place = planes;
  for (let y: u32 = 0; y < height; y++, src += stride) {
    for (let x: usize = 0; x < <usize>width; x++, place += 4) {
      const texel = load<u32>(src + (x << 2));
      const all = v128.splat<u32>(texel);
      least = v128.min<u8>(least, all);
      greatest = v128.max<u8>(greatest, all);
      differs |= (texel ^ (texel >> 8)) & 0xffff;
      store<f32>(place, <f32>(texel & 255));
      store<f32>(place, <f32>((texel >> 8) & 255), 256);
      store<f32>(place, <f32>((texel >> 16) & 255), 512);
      store<f32>(place, <f32>(texel >> 24), 768);
    }
  }
  gray = differs === 0;
  const mean = v128.div<f32>(channelSums(), f32x4.splat(<f32>(width * height)));
  center = v128.nearest<f32>(mean);
}

function channelSums(): v128 {
  let red = f32x4.splat(0);
  let green = red;
  let blue = red;
  let alpha = red;
  for (let row: usize = 0; row < rowCount(); row++) {
    red = v128.add<f32>(red, texelRow(0, row));
    green = v128.add<f32>(green, texelRow(1, row));
    blue = v128.add<f32>(blue, texelRow(2, row));
    alpha = v128.add<f32>(alpha, texelRow(3, row));
  }
  return sumEach(red, green, blue, alpha);
}

/** For each part: all bits of a texel's lane where it belongs to it. */
const masks = memory.data(3 * 256, 16);
const sizes = memory.data(3 * 4);

/** Makes the texels whose bits are set the part. */
export function setPart(part: usize, bits: u64): void {
  store<f32>(sizes + (part << 2), <f32>popcnt(bits));
  for (let row: usize = 0; row < rowCount(); row++) {
    const four = v128.and(v128.splat<i32>(<i32>(bits >> (row << 2))), i32x4(1, 2, 4, 8));
    v128.store(masks + (part << 8) + (row << 4), v128.ne<i32>(four, v128.splat<i32>(0)));
  }
}

export function partSize(part: usize): f32 {
  return load<f32>(sizes + (part << 2));
}

export function partMask(part: usize, row: usize): v128 {
  return v128.load(masks + (part << 8) + (row << 4));
}

/** A mask of every texel. */
export function allTexels(): u64 {
  return <u64>-1 >> (64 - <u64>texelCount());
}

/** Sums of a part: of its texels' distances from the center, and of their products, rows of a symmetric matrix. */
export const sums = memory.data(80, 16);

/** Leaves the sums of the texels whose bits are set. */
export function sumTexels(bits: u64): void {
  let red = f32x4.splat(0);
  let green = red;
  let blue = red;
  let alpha = red;
  let redRed = red;
  let redGreen = red;
  let redBlue = red;
  let redAlpha = red;
  let greenGreen = red;
  let greenBlue = red;
  let greenAlpha = red;
  let blueBlue = red;
  let blueAlpha = red;
  let alphaAlpha = red;
  const centerRed = v128.shuffle<f32>(center, center, 0, 0, 0, 0);
  const centerGreen = v128.shuffle<f32>(center, center, 1, 1, 1, 1);
  const centerBlue = v128.shuffle<f32>(center, center, 2, 2, 2, 2);
  const centerAlpha = v128.shuffle<f32>(center, center, 3, 3, 3, 3);
  for (let row: usize = 0; row < rowCount(); row++) {
    const four = v128.and(v128.splat<i32>(<i32>(bits >> (row << 2))), i32x4(1, 2, 4, 8));
    const mask = v128.ne<i32>(four, v128.splat<i32>(0));
    const r = v128.and(mask, v128.sub<f32>(texelRow(0, row), centerRed));
    const g = v128.and(mask, v128.sub<f32>(texelRow(1, row), centerGreen));
    const b = v128.and(mask, v128.sub<f32>(texelRow(2, row), centerBlue));
    const a = v128.and(mask, v128.sub<f32>(texelRow(3, row), centerAlpha));
    red = v128.add<f32>(red, r);
    green = v128.add<f32>(green, g);
    blue = v128.add<f32>(blue, b);
    alpha = v128.add<f32>(alpha, a);
    redRed = v128.add<f32>(redRed, v128.mul<f32>(r, r));
    redGreen = v128.add<f32>(redGreen, v128.mul<f32>(r, g));
    redBlue = v128.add<f32>(redBlue, v128.mul<f32>(r, b));
    redAlpha = v128.add<f32>(redAlpha, v128.mul<f32>(r, a));
    greenGreen = v128.add<f32>(greenGreen, v128.mul<f32>(g, g));
    greenBlue = v128.add<f32>(greenBlue, v128.mul<f32>(g, b));
    greenAlpha = v128.add<f32>(greenAlpha, v128.mul<f32>(g, a));
    blueBlue = v128.add<f32>(blueBlue, v128.mul<f32>(b, b));
    blueAlpha = v128.add<f32>(blueAlpha, v128.mul<f32>(b, a));
    alphaAlpha = v128.add<f32>(alphaAlpha, v128.mul<f32>(a, a));
  }
  v128.store(sums, sumEach(red, green, blue, alpha));
  v128.store(sums, sumEach(redRed, redGreen, redBlue, redAlpha), 16);
  v128.store(sums, sumEach(redGreen, greenGreen, greenBlue, greenAlpha), 32);
  v128.store(sums, sumEach(redBlue, greenBlue, blueBlue, blueAlpha), 48);
  v128.store(sums, sumEach(redAlpha, greenAlpha, blueAlpha, alphaAlpha), 64);
}

/** Sum of the four lanes. */
export function total(value: v128): f32 {
  return v128.extract_lane<f32>(sumLanes(value), 0);
}
