/**
 * One way to store the block: lines that are fitted, a grid and a range of weights. Ends and weights are chosen in turns, each
 * for the other as a decoder has it. Format: Khronos Data Format Specification, "ASTC".
 */
import {
  DIRECT,
  DIRECT_ALPHA,
  decodedEnds,
  endValues,
  GRAY,
  GRAY_ALPHA,
  OFFSET,
  OFFSET_ALPHA,
  packEnds,
  SCALE,
  SCALE_ALPHA,
  valuesOf,
} from "./astc_colors.ts";
import {
  ends,
  ownChannel,
  parts,
  placeTexels,
  planeCount,
  scaledParts,
  seed,
} from "./astc_lines.ts";
import { gridHeight, gridSize, gridWidth, modeOf } from "./astc_modes.ts";
import { endRangeFor, putSequence, sequenceBits, stepValue } from "./astc_ranges.ts";
import { refinedEnds, refineEnds } from "./astc_refine.ts";
import { isGray, isOpaque, partMask, rowCount, texelRow, total } from "./astc_texels.ts";
import { findWanted, shrinkRows } from "./astc_wanted.ts";
import { moveWeights, spreadWeights, startWeights, steps, texelWeights } from "./astc_weights.ts";
import { finishBits, putBits, startBits } from "./bits.ts";
import { alphaOf, blueOf, greenOf, redOf } from "./lanes.ts";

/** The simplest kind of ends that has what the block and a part's line have. */
function plainKind(part: usize): u32 {
  if ((scaledParts >> <u32>part) & 1) return isOpaque() ? SCALE : SCALE_ALPHA;
  if (isGray()) return isOpaque() ? GRAY : GRAY_ALPHA;
  return isOpaque() ? DIRECT : DIRECT_ALPHA;
}

/** Values of all parts' ends. */
export function endValueCount(): u32 {
  let count: u32 = 0;
  for (let part: usize = 0; part < parts; part++) count += valuesOf(plainKind(part));
  return count;
}

/** Whether some of the parts' lines go through black and others do not. */
function isMixed(): bool {
  return scaledParts !== 0 && <i32>popcnt(scaledParts) !== <i32>parts;
}

/** Bits that tell mixed kinds, beyond those in the block's head. */
function kindBits(): i32 {
  return isMixed() ? 3 * <i32>parts - 4 : 0;
}

/** Bits for ends and weights together. */
export function roomForValues(): i32 {
  return 128 - (parts === 1 ? 17 : 29) - (ownChannel < 0 ? 0 : 2) - kindBits();
}

/**
 * Stores the block for the lines that are fitted and writes it to `dst` where its squared error is below `limit`; gives the
 * lower of both.
 */
export function attempt(grid: u32, range: u32, turns: u32, limit: f32, dst: usize): f32 {
  const planes = planeCount();
  const bits = <i32>sequenceBits(range, gridSize(grid) * <u32>planes);
  const endRange = endRangeFor(endValueCount(), roomForValues() - bits);
  let least = limit;
  placeTexels(ends);
  for (let plane: usize = 0; plane < planes; plane++) {
    shrinkRows(plane, gridHeight(grid));
    findWanted(plane, gridWidth(grid), gridHeight(grid));
    startWeights(plane, grid, range);
    moveWeights(plane, grid, range);
    spreadWeights(plane);
  }
  for (let turn: u32 = 0; turn < turns; turn++) {
    refineEnds();
    packParts(endRange);
    placeTexels(decodedEnds);
    let hasMoved = false;
    for (let plane: usize = 0; plane < planes; plane++) {
      if (moveWeights(plane, grid, range)) hasMoved = true;
      if (hasMoved) moveWeights(plane, grid, range);
      spreadWeights(plane);
    }
    const error = decodedError(least);
    if (error < least) {
      least = error;
      writeBlock(dst, grid, range, endRange);
    }
    if (!hasMoved) break;
  }
  return least;
}

/** Kind of each part's ends. */
const kinds = memory.data(3);

/**
 * Stores all parts' ends, each in the kind that comes nearest to them; but kinds must be the same where the block does not
 * tell them one by one.
 */
function packParts(range: u32): void {
  if (isMixed()) {
    for (let part: usize = 0; part < parts; part++) packNearest(part, part + 1, range);
  } else {
    packNearest(0, parts, range);
  }
}

/** Stores the ends of some parts as what they are, or as a base and an offset. */
function packNearest(first: usize, end: usize, range: u32): void {
  const plain = plainKind(first);
  const plainError = packAs(plain, first, end, range);
  if ((plain !== DIRECT && plain !== DIRECT_ALPHA) || plainError === 0) return;
  const offset = plain === DIRECT ? OFFSET : OFFSET_ALPHA;
  if (packAs(offset, first, end, range) >= plainError) packAs(plain, first, end, range);
}

function packAs(kind: u32, first: usize, end: usize, range: u32): f32 {
  let error: f32 = 0;
  for (let part = first; part < end; part++) {
    const place = refinedEnds + (part << 5);
    store<u8>(kinds + part, <u8>kind);
    error += packEnds(part, v128.load(place), v128.load(place, 16), kind, range);
  }
  return error;
}

/** Squared error of what a decoder makes of the ends and weights; at least `limit` where it is not below that. */
function decodedError(limit: f32): f32 {
  let error: f32 = 0;
  for (let part: usize = 0; part < parts && error < limit; part++) {
    const low = v128.load(decodedEnds + (part << 5));
    const high = v128.load(decodedEnds + (part << 5), 16);
    const line = v128.sub<f32>(high, low);
    const first = texelWeights;
    const own = texelWeights + 256;
    let sum = channelError(part, 0, redOf(low), redOf(line), ownChannel === 0 ? own : first);
    sum = v128.add<f32>(
      sum,
      channelError(part, 1, greenOf(low), greenOf(line), ownChannel === 1 ? own : first),
    );
    sum = v128.add<f32>(
      sum,
      channelError(part, 2, blueOf(low), blueOf(line), ownChannel === 2 ? own : first),
    );
    sum = v128.add<f32>(
      sum,
      channelError(part, 3, alphaOf(low), alphaOf(line), ownChannel === 3 ? own : first),
    );
    error += total(sum);
  }
  return error;
}

/** A decoder mixes bytes that are repeated to sixteen bits and keeps the upper eight of the sum. */
function channelError(part: usize, channel: usize, low: v128, line: v128, weights: usize): v128 {
  let error = f32x4.splat(0);
  const from = v128.add<f32>(v128.mul<f32>(low, f32x4.splat(64 * 257)), f32x4.splat(32));
  const scaled = v128.mul<f32>(line, f32x4.splat(257));
  for (let row: usize = 0; row < rowCount(); row++) {
    const weight = v128.load(weights + (row << 4));
    const mixed = v128.add<f32>(from, v128.mul<f32>(scaled, weight));
    const byte = v128.floor<f32>(v128.mul<f32>(mixed, f32x4.splat(1.0 / 16384.0)));
    const away = v128.and(partMask(part, row), v128.sub<f32>(byte, texelRow(channel, row)));
    error = v128.add<f32>(error, v128.mul<f32>(away, away));
  }
  return error;
}

/** Values of the weights in the order of the format: of two planes by turns. */
const weightValues = memory.data(64);
const weightBits = memory.data(16, 16);
const allValues = memory.data(24);

function writeBlock(dst: usize, grid: u32, range: u32, endRange: u32): void {
  const planes = <u32>planeCount();
  const count = gridSize(grid) * planes;
  for (let index: u32 = 0; index < count; index++) {
    const place = steps + <usize>((index % planes) << 6) + index / planes;
    store<u8>(weightValues + index, <u8>stepValue(range, load<u8>(place)));
  }
  startBits();
  putSequence(range, weightValues, count);
  finishBits(weightBits);
  let values: u32 = 0;
  for (let part: usize = 0; part < parts; part++) {
    const own = valuesOf(load<u8>(kinds + part));
    memory.copy(allValues + values, endValues + (part << 3), own);
    values += own;
  }
  const told = toldKinds();
  startBits();
  putBits(<u32>modeOf(planes, grid, range), 11);
  putBits(<u32>parts - 1, 2);
  if (parts === 1) {
    putBits(load<u8>(kinds), 4);
  } else {
    putBits(seed, 10);
    putBits(told & 63, 6);
  }
  putSequence(endRange, allValues, values);
  finishBits(dst);
  store<u64>(dst, load<u64>(dst) | reversed(load<u64>(weightBits, 8)));
  store<u64>(dst, load<u64>(dst, 8) | reversed(load<u64>(weightBits)), 8);
  const end = 128 - sequenceBits(range, count);
  if (ownChannel >= 0) orBits(dst, <u64>ownChannel, end - 2);
  else if (isMixed()) orBits(dst, <u64>(told >> 6), end - <u32>kindBits());
}

/**
 * The kinds of several parts: two zeros and the kind of all, or one more than the lower group of four kinds, a bit a part
 * for its group and two for its place there.
 */
function toldKinds(): u32 {
  if (!isMixed()) return (<u32>load<u8>(kinds)) << 2;
  let lower: u32 = 3;
  for (let part: usize = 0; part < parts; part++) lower = min(lower, load<u8>(kinds + part) >> 2);
  let told = lower + 1;
  for (let part: u32 = 0; part < <u32>parts; part++) {
    const kind = <u32>load<u8>(kinds + part);
    told |= ((kind >> 2) - lower) << (2 + part);
    told |= (kind & 3) << (2 + <u32>parts + 2 * part);
  }
  return told;
}

/** Weights begin at the end: all 64 bits in reverse. */
function reversed(bits: u64): u64 {
  return ((<u64>reversedHalf(<u32>bits)) << 32) | <u64>reversedHalf(<u32>(bits >> 32));
}

function reversedHalf(bits: u32): u32 {
  let value = bswap<u32>(bits);
  value = ((value >> 4) & 0x0f0f0f0f) | ((value & 0x0f0f0f0f) << 4);
  value = ((value >> 2) & 0x33333333) | ((value & 0x33333333) << 2);
  return ((value >> 1) & 0x55555555) | ((value & 0x55555555) << 1);
}

/** Up to five bits at a place. */
function orBits(dst: usize, bits: u64, place: u32): void {
  if (place < 64) store<u64>(dst, load<u64>(dst) | (bits << place));
  if (place > 59) {
    const upper = place < 64 ? bits >> (64 - place) : bits << (place - 64);
    store<u64>(dst, load<u64>(dst, 8) | upper, 8);
  }
}
