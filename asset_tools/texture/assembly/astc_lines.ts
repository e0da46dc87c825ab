/**
 * The lines of a block that is cut into parts: for each part a color at either end, and for each texel how far along its
 * part's line it is. One channel may go along by itself, with weights of its own: the second plane.
 */
import { axisOfSums, offLine, partMean } from "./astc_axis.ts";
import {
  centerColor,
  partMask,
  partSize,
  rowCount,
  setPart,
  sums,
  sumTexels,
  texelRow,
  total,
} from "./astc_texels.ts";
import { blueOf, clampByte, greatestLane, greenOf, leastLane, redOf } from "./lanes.ts";

/** How the block is cut. */
export let parts: usize = 1;
export let seed: u32 = 0;
/** The channel of the second plane, or -1. */
export let ownChannel: i32 = -1;

/** A bit a part: whether its line goes through black, so that one end is the other made darker; alpha is free of that. */
export let scaledParts: u32 = 0;

/** Colors at the ends, low and high, for each part. */
export const ends = memory.data(3 * 32, 16);

/** For each plane and texel: where on the line it is, 0 to 1 between the ends, and the line's squared length;
 * with room behind, where rows of eight are read. */
export const places = memory.data(2 * 256 + 32, 16);
export const lengths = memory.data(2 * 256 + 32, 16);

/** Masks of the parts' texels. */
export const partBits = memory.data(3 * 8);

export function setCut(count: usize, number: u32, own: i32): void {
  parts = count;
  seed = number;
  ownChannel = own;
  for (let part: usize = 0; part < count; part++) setPart(part, load<u64>(partBits + (part << 3)));
}

export function planeCount(): usize {
  return ownChannel < 0 ? 1 : 2;
}

/** All bits of the lanes whose channels a plane has. */
export function channelsOf(plane: usize): v128 {
  if (ownChannel < 0) return v128.splat<i32>(-1);
  const own = v128.eq<i32>(v128.splat<i32>(ownChannel), i32x4(0, 1, 2, 3));
  return plane === 1 ? own : v128.not(own);
}

/** How much further a part's colors are from the line through black than from the other, by part. */
const detours = memory.data(3 * 4);

export function detourOf(part: usize): f32 {
  return load<f32>(detours + (part << 2));
}

/** Fits a line to each part, through black where its bit is set; gives the sum of squared distances from them. */
export function fitLines(scaled: u32): f32 {
  scaledParts = scaled;
  let error: f32 = 0;
  for (let part: usize = 0; part < parts; part++) error += fitLine(part);
  return error;
}

function fitLine(part: usize): f32 {
  sumTexels(load<u64>(partBits + (part << 3)));
  const axis = axisOfSums(sums, partSize(part), channelsOf(0));
  const middle = v128.add<f32>(centerColor(), partMean());
  let low = middle;
  let high = middle;
  const length = total(v128.mul<f32>(axis, axis));
  if (length > 0) {
    const reach = reachAlong(part, axis, middle);
    const unit = v128.div<f32>(axis, f32x4.splat(length));
    low = v128.add<f32>(middle, v128.mul<f32>(unit, v128.shuffle<f32>(reach, reach, 0, 0, 0, 0)));
    high = v128.add<f32>(middle, v128.mul<f32>(unit, v128.shuffle<f32>(reach, reach, 1, 1, 1, 1)));
  }
  if (ownChannel >= 0) {
    const own = channelsOf(1);
    const reach = reachOfChannel(part, <usize>ownChannel);
    low = v128.bitselect(v128.shuffle<f32>(reach, reach, 0, 0, 0, 0), low, own);
    high = v128.bitselect(v128.shuffle<f32>(reach, reach, 1, 1, 1, 1), high, own);
  }
  const mean = v128.and(middle, i32x4(-1, -1, -1, 0));
  const size = total(v128.mul<f32>(mean, mean));
  const unit = v128.mul<f32>(mean, f32x4.splat(size > 0 ? <f32>1 / sqrt<f32>(size) : 0));
  const fromBlack = fromBlackLine(part, unit);
  store<f32>(detours + (part << 2), max<f32>(0, fromBlack - offLine()));
  if ((scaledParts >> <u32>part) & 1) {
    storeThroughBlack(part, unit, low, high);
    return max<f32>(offLine(), fromBlack);
  }
  storeEnds(part, clampByte(low), clampByte(high));
  return offLine();
}

/** The line from black along a vector of length 1, between the same places. */
function storeThroughBlack(part: usize, unit: v128, low: v128, high: v128): void {
  const rgb = i32x4(-1, -1, -1, 0);
  const dark = v128.mul<f32>(unit, f32x4.splat(total(v128.mul<f32>(unit, low))));
  const light = v128.mul<f32>(unit, f32x4.splat(total(v128.mul<f32>(unit, high))));
  storeEnds(
    part,
    clampByte(v128.bitselect(dark, low, rgb)),
    clampByte(v128.bitselect(light, high, rgb)),
  );
}

/** Sum of the squared distances of a part's red, green and blue from the line along a vector of length 1. */
function fromBlackLine(part: usize, unit: v128): f32 {
  const center = v128.and(centerColor(), i32x4(-1, -1, -1, 0));
  const sum = v128.load(sums);
  const count = partSize(part);
  const red = v128.load(sums, 16);
  const green = v128.load(sums, 32);
  const blue = v128.load(sums, 48);
  const centerAlong = total(v128.mul<f32>(center, unit));
  const image = v128.add<f32>(
    v128.add<f32>(v128.mul<f32>(red, redOf(unit)), v128.mul<f32>(green, greenOf(unit))),
    v128.mul<f32>(blue, blueOf(unit)),
  );
  const along =
    count * centerAlong * centerAlong +
    2 * centerAlong * total(v128.mul<f32>(sum, unit)) +
    total(v128.mul<f32>(image, unit));
  const all =
    count * total(v128.mul<f32>(center, center)) +
    2 * total(v128.mul<f32>(center, sum)) +
    v128.extract_lane<f32>(red, 0) +
    v128.extract_lane<f32>(green, 1) +
    v128.extract_lane<f32>(blue, 2);
  return max<f32>(0, all - along);
}

/** Stores ends, the brighter as the high one: the format tells them apart by that. */
export function storeEnds(part: usize, low: v128, high: v128): void {
  const rgb = v128.and(v128.sub<f32>(high, low), i32x4(-1, -1, -1, 0));
  let own = f32x4.splat(0);
  if (ownChannel >= 0) own = channelsOf(1);
  let first = low;
  let second = high;
  if (total(v128.andnot(rgb, own)) < 0) {
    // The second plane's channel keeps its direction.
    first = v128.bitselect(low, high, own);
    second = v128.bitselect(high, low, own);
  }
  v128.store(ends + (part << 5), first);
  v128.store(ends + (part << 5), second, 16);
}

/** Least and greatest projection on the axis, from the middle, in its lengths squared. */
function reachAlong(part: usize, axis: v128, middle: v128): v128 {
  let least = f32x4.splat(0);
  let greatest = least;
  for (let row: usize = 0; row < rowCount(); row++) {
    const along = v128.and(partMask(part, row), projected(row, axis, middle));
    least = v128.min<f32>(least, along);
    greatest = v128.max<f32>(greatest, along);
  }
  return v128.shuffle<f32>(leastLane(least), greatestLane(greatest), 0, 4, 0, 4);
}

/** Dot products of four texels' distances from a color with a vector. */
function projected(row: usize, vector: v128, from: v128): v128 {
  return v128.add<f32>(
    v128.add<f32>(
      v128.mul<f32>(
        v128.sub<f32>(texelRow(0, row), v128.shuffle<f32>(from, from, 0, 0, 0, 0)),
        v128.shuffle<f32>(vector, vector, 0, 0, 0, 0),
      ),
      v128.mul<f32>(
        v128.sub<f32>(texelRow(1, row), v128.shuffle<f32>(from, from, 1, 1, 1, 1)),
        v128.shuffle<f32>(vector, vector, 1, 1, 1, 1),
      ),
    ),
    v128.add<f32>(
      v128.mul<f32>(
        v128.sub<f32>(texelRow(2, row), v128.shuffle<f32>(from, from, 2, 2, 2, 2)),
        v128.shuffle<f32>(vector, vector, 2, 2, 2, 2),
      ),
      v128.mul<f32>(
        v128.sub<f32>(texelRow(3, row), v128.shuffle<f32>(from, from, 3, 3, 3, 3)),
        v128.shuffle<f32>(vector, vector, 3, 3, 3, 3),
      ),
    ),
  );
}

function reachOfChannel(part: usize, channel: usize): v128 {
  let least = f32x4.splat(255);
  let greatest = f32x4.splat(0);
  for (let row: usize = 0; row < rowCount(); row++) {
    const mask = partMask(part, row);
    const values = texelRow(channel, row);
    least = v128.min<f32>(least, v128.bitselect(values, least, mask));
    greatest = v128.max<f32>(greatest, v128.and(values, mask));
  }
  return v128.shuffle<f32>(leastLane(least), greatestLane(greatest), 0, 4, 0, 4);
}

/** Leaves where each texel is on the line between its part's ends, which are given. */
export function placeTexels(between: usize): void {
  for (let plane: usize = 0; plane < planeCount(); plane++) {
    for (let part: usize = 0; part < parts; part++) {
      const low = v128.load(between + (part << 5));
      const line = v128.and(
        channelsOf(plane),
        v128.sub<f32>(v128.load(between + (part << 5), 16), low),
      );
      const length = total(v128.mul<f32>(line, line));
      const scaled = v128.mul<f32>(line, f32x4.splat(length > 0 ? <f32>1 / length : 0));
      for (let row: usize = 0; row < rowCount(); row++) {
        const at = (plane << 8) + (row << 4);
        const mask = partMask(part, row);
        const place = v128.and(projected(row, scaled, low), mask);
        const size = v128.and(f32x4.splat(length), mask);
        v128.store(places + at, part === 0 ? place : v128.or(v128.load(places + at), place));
        v128.store(lengths + at, part === 0 ? size : v128.or(v128.load(lengths + at), size));
      }
    }
  }
}
