/**
 * A block in the form that fits lines to colors: its mean, and one plane of sixteen f32 deviations from it a channel,
 * four vectors each. There is one block at a time, so the planes have one place in memory.
 */
import { alphaOf, blueOf, greenOf, redOf, sumEach } from "./lanes.ts";

const planes = memory.data(256, 16);

/** Four deviations (texels 4 * `row` and up) of a channel. */
export function plane(channel: usize, row: usize): v128 {
  return v128.load(planes + (channel << 6) + (row << 4));
}

/** Takes the RGBA8 block at `src`, rows `stride` bytes apart; gives its mean, a channel a lane. */
export function loadPlanes(src: usize, stride: usize): v128 {
  const row0 = v128.load(src);
  const row1 = v128.load(src + stride);
  const row2 = v128.load(src + 2 * stride);
  const row3 = v128.load(src + 3 * stride);
  const mean = meanTexel(row0, row1, row2, row3);
  storeRow(0, row0, mean);
  storeRow(1, row1, mean);
  storeRow(2, row2, mean);
  storeRow(3, row3, mean);
  return mean;
}

function meanTexel(row0: v128, row1: v128, row2: v128, row3: v128): v128 {
  const top = v128.add<i16>(sumOfRow(row0), sumOfRow(row1));
  const bottom = v128.add<i16>(sumOfRow(row2), sumOfRow(row3));
  const pairs = v128.add<i16>(top, bottom);
  const sum = v128.add<i32>(v128.extend_low<u16>(pairs), v128.extend_high<u16>(pairs));
  return v128.mul<f32>(v128.convert<i32>(sum), f32x4.splat(1.0 / 16.0));
}

function sumOfRow(row: v128): v128 {
  return v128.add<i16>(v128.extend_low<u8>(row), v128.extend_high<u8>(row));
}

function storeRow(row: usize, texels: v128, mean: v128): void {
  const byte = v128.splat<i32>(255);
  const place = planes + (row << 4);
  storeDeviations(place, v128.and(texels, byte), redOf(mean));
  storeDeviations(place + 64, v128.and(v128.shr<u32>(texels, 8), byte), greenOf(mean));
  storeDeviations(place + 128, v128.and(v128.shr<u32>(texels, 16), byte), blueOf(mean));
  storeDeviations(place + 192, v128.shr<u32>(texels, 24), alphaOf(mean));
}

function storeDeviations(place: usize, values: v128, mean: v128): void {
  v128.store(place, v128.sub<f32>(v128.convert<i32>(values), mean));
}

/** Dot products of a row's four deviations with a vector whose components are given in every lane. */
export function projection(row: usize, red: v128, green: v128, blue: v128, alpha: v128): v128 {
  return v128.add<f32>(
    v128.add<f32>(v128.mul<f32>(plane(0, row), red), v128.mul<f32>(plane(1, row), green)),
    v128.add<f32>(v128.mul<f32>(plane(2, row), blue), v128.mul<f32>(plane(3, row), alpha)),
  );
}

/** Four sums over the texels, a channel a lane: each deviation times the texel's weight at `weights`. */
export function weightedSum(weights: usize): v128 {
  return sumEach(
    weightedChannel(0, weights),
    weightedChannel(1, weights),
    weightedChannel(2, weights),
    weightedChannel(3, weights),
  );
}

function weightedChannel(channel: usize, weights: usize): v128 {
  return v128.add<f32>(
    v128.add<f32>(
      v128.mul<f32>(plane(channel, 0), v128.load(weights)),
      v128.mul<f32>(plane(channel, 1), v128.load(weights, 16)),
    ),
    v128.add<f32>(
      v128.mul<f32>(plane(channel, 2), v128.load(weights, 32)),
      v128.mul<f32>(plane(channel, 3), v128.load(weights, 48)),
    ),
  );
}

/**
 * How far a row of a channel is from what a decoder makes of it: texels of which each lies a share of `line` from `from`. A
 * decoder rounds halves up.
 */
export function decodedDifference(
  channel: usize,
  row: usize,
  from: v128,
  line: v128,
  mean: v128,
  share: v128,
): v128 {
  const half = v128.add<f32>(from, f32x4.splat(0.5));
  const decoded = v128.floor<f32>(v128.add<f32>(half, v128.mul<f32>(line, share)));
  return v128.sub<f32>(v128.add<f32>(plane(channel, row), mean), decoded);
}
