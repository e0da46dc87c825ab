/**
 * ASTC in blocks of 4x4 to 8x8. A block of one color is stored as that. Else one line is tried first; where that is not near
 * enough, a channel with weights of its own, and two and three parts. Format: Khronos Data Format Specification, "ASTC".
 */
import { attempt, endValueCount, roomForValues } from "./astc_attempt.ts";
import { axisOfSums, offLine } from "./astc_axis.ts";
import { choiceCount, choiceError, choiceGrid, choiceRange, findChoices } from "./astc_choice.ts";
import { chooseCuts, chosenCut, chosenCuts, chosenError } from "./astc_clusters.ts";
import { cutBits, prepareCuts } from "./astc_cuts.ts";
import { writeFlat } from "./astc_flat.ts";
import { prepareGrids } from "./astc_grids.ts";
import { detourOf, ends, fitLines, partBits, parts, placeTexels, setCut } from "./astc_lines.ts";
import { prepareModes } from "./astc_modes.ts";
import { prepareRanges } from "./astc_ranges.ts";
import { prepareSubsets } from "./astc_subsets.ts";
import {
  allTexels,
  flatColor,
  isFlat,
  isGray,
  isOpaque,
  loadTexels,
  setBlockSize,
  sums,
  sumTexels,
  texelCount,
} from "./astc_texels.ts";

let preparedWidth: u32 = 0;
let preparedHeight: u32 = 0;

/** Makes the tables for a size of block; to be called before blocks of it are encoded. */
export function prepareAstc(width: u32, height: u32): void {
  if (width === preparedWidth && height === preparedHeight) return;
  preparedWidth = width;
  preparedHeight = height;
  prepareRanges();
  prepareModes(width, height);
  setBlockSize(width, height);
  prepareGrids(width, height);
  prepareCuts(width, height);
}

/** Takes the first choice of grid and weights, as it is. */
export function encodeAstcFastBlock(src: usize, stride: usize, dst: usize): void {
  if (!startBlock(src, stride, dst)) encodeWhole(1, 1, dst);
}

/** Squared error of a texel below which nothing further is tried. */
const GOOD_ENOUGH: f32 = 1;

/** The best of many. */
export function encodeAstcFineBlock(src: usize, stride: usize, dst: usize): void {
  if (startBlock(src, stride, dst)) return;
  const enough = GOOD_ENOUGH * <f32>texelCount();
  let error = encodeWhole(4, 3, dst);
  const low = v128.load(ends);
  const high = v128.load(ends, 16);
  if (error > enough) error = encodeOwnChannel(error, dst);
  if (error <= enough || isRounding(error)) return;
  prepareSubsets();
  error = encodeCuts(2, low, high, 4, error, dst);
  if (error > enough) encodeCuts(3, low, high, 2, error, dst);
}

/** What the texels are off the line that fits all of them. */
let offWhole: f32 = 0;

/**
 * Whether the error comes from the steps of ends and weights: the line alone misses no tenth of it. Parts leave fewer bits for
 * these. But a large error may come from a grid that is too coarse for an edge, which parts can tell.
 */
function isRounding(error: f32): bool {
  return offWhole < error * 0.1 && error < 16 * <f32>texelCount();
}

/** Loads the block; true where it has one color and is written. */
function startBlock(src: usize, stride: usize, dst: usize): bool {
  loadTexels(src, stride);
  if (!isFlat()) return false;
  writeFlat(dst, flatColor());
  return true;
}

/** With one line; gives the squared error. */
function encodeWhole(most: u32, turns: u32, dst: usize): f32 {
  store<u64>(partBits, allTexels());
  setCut(1, 0, -1);
  offWhole = fitLines(0);
  const error = encodeLines(offWhole, most, turns, f32.MAX_VALUE, dst);
  return most === 1 ? error : encodeThroughBlack(most, turns, error, dst);
}

/** Weights of its own leave a channel's line so few steps that the others must be this much nearer to theirs. */
const OWN_GAIN: f32 = 0.5;

/** The channel without which the others are nearest to a line goes by itself. */
function encodeOwnChannel(limit: f32, dst: usize): f32 {
  sumTexels(allTexels());
  let own = -1;
  let least: f32 = limit * OWN_GAIN;
  for (let channel = isGray() ? 3 : 0; channel < (isOpaque() ? 3 : 4); channel++) {
    const others = v128.ne<i32>(v128.splat<i32>(channel), i32x4(0, 1, 2, 3));
    axisOfSums(sums, <f32>texelCount(), others);
    if (offLine() >= least) continue;
    least = offLine();
    own = channel;
  }
  if (own < 0) return limit;
  store<u64>(partBits, allTexels());
  setCut(1, 0, own);
  return encodeLines(fitLines(0), 3, 3, limit, dst);
}

/** Cut in parts, with a line for each. */
function encodeCuts(count: u32, low: v128, high: v128, most: u32, limit: f32, dst: usize): f32 {
  chooseCuts(count, low, high, most);
  let error = limit;
  for (let index: u32 = 0; index < chosenCuts(); index++) {
    if (chosenError(index) >= error) break;
    const number = chosenCut(index);
    let rest = allTexels();
    for (let part: u32 = 1; part < count; part++) {
      const bits = cutBits(count, number, part);
      store<u64>(partBits + (part << 3), bits);
      rest &= ~bits;
    }
    store<u64>(partBits, rest);
    setCut(count, number, -1);
    error = encodeLines(fitLines(0), 3, 3, error, dst);
    error = encodeThroughBlack(3, 3, error, dst);
  }
  return error;
}

/** A line may miss so much of the least error more to go through black, where its ends take fewer bits. */
const DETOUR: f32 = 0.15;

/** The same parts, with lines through black where that is near. Gray ends take fewer bits still. */
function encodeThroughBlack(most: u32, turns: u32, limit: f32, dst: usize): f32 {
  let scaled: u32 = 0;
  for (let part: usize = 0; part < parts; part++) {
    if (detourOf(part) < limit * DETOUR) scaled |= 1 << (<u32>part);
  }
  if (scaled === 0 || isGray()) return limit;
  const low = v128.load(ends);
  const high = v128.load(ends, 16);
  const error = encodeLines(fitLines(scaled), most, turns, limit, dst);
  v128.store(ends, low);
  v128.store(ends, high, 16);
  return error;
}

/**
 * How far above the best error so far what is expected of a choice may be. What is expected leaves out that ends and
 * weights are chosen for each other.
 */
const HOPE: f32 = 1.2;

/** Values of all ends of a block. */
const MOST_VALUES: u32 = 18;

/** Tries the best choices of grid and weights for the lines that were fitted, from which the texels are `away`. */
function encodeLines(away: f32, most: u32, turns: u32, limit: f32, dst: usize): f32 {
  const values = endValueCount();
  if (values > MOST_VALUES || away > limit) return limit;
  placeTexels(ends);
  const channels: f32 = isOpaque() ? 3 : 4;
  findChoices(values, roomForValues(), channels, limit * HOPE - away, most);
  let error = limit;
  for (let index: u32 = 0; index < choiceCount(); index++) {
    if (away + choiceError(index) > error * HOPE) break;
    error = attempt(choiceGrid(index), choiceRange(index), turns, error, dst);
  }
  return error;
}
