/**
 * BC7's modes 1, 3 and 7: the block in two parts, a line for each. Mode 1 has eight steps and ends of six bits with one parity
 * bit a line, mode 3 four steps and ends of seven bits with a parity bit each; both are opaque. Mode 7 has alpha, four steps
 * and ends of five bits with a parity bit each.
 */

import {
  fitPart,
  lineError,
  orientLine,
  PARITY_OF_END,
  PARITY_OF_LINE,
  setLineLayout,
  setMask,
} from "./bc7_part.ts";
import { nearestPartitions, partitionAnchor, partitionMask } from "./bc7_partitions.ts";
import { finishBits, putBits, startBits } from "./bits.ts";
import { alphaOf, blueOf, greenOf, redOf } from "./lanes.ts";
import { projection } from "./planes.ts";

/**
 * How many partitions are looked at. Looking at 12 and encoding the nearest two gains 0.07 dB at most and takes 1.6 times
 * as long.
 */
const CANDIDATES = 6;

const candidates = memory.data(CANDIDATES * 4);

/** Lines of the first and second part; bc7_part.ts has their layout. */
const lines = memory.data(128, 16);

/**
 * Tries the opaque modes, or the one with alpha, for the block in the planes, cut along `axis` through its mean. Writes the
 * block and gives its squared error where that is below `limit`; else gives `limit` and leaves `dst` alone.
 */
export function encodeTwoLines(
  mean: v128,
  axis: v128,
  isOpaque: bool,
  limit: f32,
  dst: usize,
): f32 {
  setLine(isOpaque ? 1 : 7);
  const partition = nearestToLines(signsAlong(axis));
  const first = encodeParts(mean, partition, isOpaque ? 1 : 7, limit, dst);
  return isOpaque ? encodeParts(mean, partition, 3, first, dst) : first;
}

function setLine(mode: u32): void {
  if (mode === 1) setLineLayout(6, PARITY_OF_LINE, 7, false);
  else if (mode === 3) setLineLayout(7, PARITY_OF_END, 3, false);
  else setLineLayout(5, PARITY_OF_END, 3, true);
}

/** A bit a texel: on which side of the mean it lies. */
function signsAlong(axis: v128): u32 {
  const red = redOf(axis);
  const green = greenOf(axis);
  const blue = blueOf(axis);
  const alpha = alphaOf(axis);
  let signs: u32 = 0;
  for (let row: usize = 0; row < 4; row++) {
    signs |=
      (<u32>v128.bitmask<i32>(projection(row, red, green, blue, alpha))) << (<u32>(row << 2));
  }
  return signs;
}

/** Of the partitions nearest to a cut the one whose texels are nearest to two lines. */
function nearestToLines(cut: u32): i32 {
  nearestPartitions(cut, CANDIDATES, candidates);
  let nearest = 0;
  let least = f32.MAX_VALUE;
  for (let index: usize = 0; index < <usize>CANDIDATES; index++) {
    const partition = load<i32>(candidates + (index << 2));
    const distance = distanceFromLines(partitionMask(partition));
    if (distance >= least) continue;
    least = distance;
    nearest = partition;
  }
  return nearest;
}

function distanceFromLines(mask: u32): f32 {
  setMask(mask);
  const second = lineError();
  setMask(~mask & 0xffff);
  return second + lineError();
}

/** Writes the block where its squared error is below `limit`; gives the lower of both. */
function encodeParts(mean: v128, partition: i32, mode: u32, limit: f32, dst: usize): f32 {
  const mask = partitionMask(partition);
  setLine(mode);
  setMask(~mask & 0xffff);
  const first = fitPart(mean, lines);
  if (first >= limit) return limit;
  setMask(mask);
  const error = first + fitPart(mean, lines + 64);
  if (error >= limit) return limit;
  writeBlock(dst, partition, mode);
  return error;
}

function writeBlock(dst: usize, partition: i32, mode: u32): void {
  const anchor = partitionAnchor(partition);
  const most: u8 = mode === 1 ? 7 : 3;
  orientLine(lines, 0, most);
  orientLine(lines + 64, anchor, most);
  startBits();
  putBits(1 << mode, mode + 1);
  putBits(partition, 6);
  const width: u32 = mode === 1 ? 6 : mode === 3 ? 7 : 5;
  const channels: usize = mode === 7 ? 4 : 3;
  for (let channel: usize = 0; channel < channels; channel++) {
    const place = lines + (channel << 2);
    putBits(load<i32>(place), width);
    putBits(load<i32>(place, 16), width);
    putBits(load<i32>(place, 64), width);
    putBits(load<i32>(place, 80), width);
  }
  putBits(load<i32>(lines, 32), 1);
  if (mode !== 1) putBits(load<i32>(lines, 36), 1);
  putBits(load<i32>(lines, 96), 1);
  if (mode !== 1) putBits(load<i32>(lines, 100), 1);
  const mask = partitionMask(partition);
  const bits: u32 = mode === 1 ? 3 : 2;
  for (let texel = 0; texel < 16; texel++) {
    const line = (mask >> texel) & 1 ? lines + 64 : lines;
    const isAnchor = texel === 0 || texel === anchor;
    putBits(load<u8>(line + <usize>texel, 48), isAnchor ? bits - 1 : bits);
  }
  finishBits(dst);
}
