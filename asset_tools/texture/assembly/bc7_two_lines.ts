/**
 * BC7's modes 1 and 3 for opaque blocks: the block in two parts, a line through RGB for each. Mode 1 has eight steps and
 * ends of six bits with one parity bit a line, mode 3 four steps and ends of seven bits with a parity bit each.
 */

import { fitPart, lineError, setMask } from "./bc7_part.ts";
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
 * Tries both modes for the block in the planes, cut along `axis` through its mean. Writes the block and gives its
 * squared error where that is below `limit`; else gives `limit` and leaves `dst` alone.
 */
export function encodeTwoLines(mean: v128, axis: v128, limit: f32, dst: usize): f32 {
  const partition = nearestToLines(signsAlong(axis));
  const mask = partitionMask(partition);
  const coarse = encodeParts(mean, mask, false, limit);
  if (coarse < limit) writeBlock(dst, partition, false);
  const fine = encodeParts(mean, mask, true, coarse);
  if (fine < coarse) writeBlock(dst, partition, true);
  return fine;
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

/** Leaves both parts' lines; gives `limit` where they are no better than that. */
function encodeParts(mean: v128, mask: u32, isFine: bool, limit: f32): f32 {
  setMask(~mask & 0xffff);
  const first = fitPart(mean, isFine, lines);
  if (first >= limit) return limit;
  setMask(mask);
  return min(limit, first + fitPart(mean, isFine, lines + 64));
}

function writeBlock(dst: usize, partition: i32, isFine: bool): void {
  const anchor = partitionAnchor(partition);
  orient(lines, 0, isFine);
  orient(lines + 64, anchor, isFine);
  startBits();
  if (isFine) putBits(8, 4);
  else putBits(2, 2);
  putBits(partition, 6);
  for (let channel: usize = 0; channel < 12; channel += 4) {
    putBits(load<i32>(lines + channel), isFine ? 7 : 6);
    putBits(load<i32>(lines + channel, 16), isFine ? 7 : 6);
    putBits(load<i32>(lines + channel, 64), isFine ? 7 : 6);
    putBits(load<i32>(lines + channel, 80), isFine ? 7 : 6);
  }
  putBits(load<i32>(lines, 32), 1);
  if (isFine) putBits(load<i32>(lines, 36), 1);
  putBits(load<i32>(lines, 96), 1);
  if (isFine) putBits(load<i32>(lines, 100), 1);
  const mask = partitionMask(partition);
  const bits = isFine ? 2 : 3;
  for (let texel = 0; texel < 16; texel++) {
    const line = (mask >> texel) & 1 ? lines + 64 : lines;
    const isAnchor = texel === 0 || texel === anchor;
    putBits(load<u8>(line + <usize>texel, 48), isAnchor ? bits - 1 : bits);
  }
  finishBits(dst);
}

/** The anchor's step is stored without its top bit: where that is set, the ends change places. */
function orient(line: usize, anchor: i32, isFine: bool): void {
  const most: u8 = isFine ? 3 : 7;
  if (load<u8>(line + <usize>anchor, 48) <= most >> 1) return;
  const low = v128.load(line);
  v128.store(line, v128.load(line, 16));
  v128.store(line, low, 16);
  const parity = load<i32>(line, 32);
  store<i32>(line, load<i32>(line, 36), 32);
  store<i32>(line, parity, 36);
  v128.store(line, v128.sub<i8>(v128.splat<u8>(most), v128.load(line, 48)), 48);
}
