/**
 * Which grids and ranges of weights are worth trying for the lines that are placed: those with the least error expected from
 * the grid, the weights' and the ends' steps together.
 */
import { lengths, planeCount } from "./astc_lines.ts";
import { gridHeight, gridOf, gridSize, gridWidth, modeOf } from "./astc_modes.ts";
import { endRangeFor, levelsOf, sequenceBits, WEIGHT_RANGES } from "./astc_ranges.ts";
import { blockHeight, blockWidth, rowCount, texelCount, total } from "./astc_texels.ts";
import { findWanted, roundingError, shrinkRows, wantedError } from "./astc_wanted.ts";

const _MOST: u32 = 8;

/** Expected error, grid and range of each choice, the best first. */
const choices = memory.data(8 * 12);
let found: u32 = 0;

export function choiceCount(): u32 {
  return found;
}

export function choiceError(index: u32): f32 {
  return load<f32>(choices + index * 12);
}

export function choiceGrid(index: u32): u32 {
  return load<u32>(choices + index * 12, 4);
}

export function choiceRange(index: u32): u32 {
  return load<u32>(choices + index * 12, 8);
}

/**
 * Leaves the best `most` choices for `values` values of ends, which have `room` bits together with the weights; none whose
 * error is above `limit`. A single choice is made among a few grids.
 */
export function findChoices(values: u32, room: i32, channels: f32, limit: f32, most: u32): void {
  found = 0;
  for (let index: u32 = 0; index < most; index++) store<f32>(choices + index * 12, limit);
  const planes = <u32>planeCount();
  for (let plane: usize = 0; plane < <usize>planes; plane++) {
    store<f32>(meanLengths + (plane << 2), meanLength(plane));
  }
  for (let rows = blockHeight(); rows >= 2; rows--) {
    for (let plane: usize = 0; plane < <usize>planes; plane++) shrinkRows(plane, rows);
    for (let columns = blockWidth(); columns >= 2; columns--) {
      const grid = gridOf(columns, rows);
      if (most === 1 && !isDiagonal(columns, rows)) continue;
      if (!hasMode(planes, grid, values, room)) continue;
      const isNear = rateGrid(planes, grid, values, room, channels, most);
      // A narrower one is hardly ever nearer.
      if (!isNear && most > 1) break;
    }
  }
}

/** Whether a grid is as wide for its height as the block, or nearly. */
function isDiagonal(columns: u32, rows: u32): bool {
  const away = <i32>(columns * blockHeight()) - <i32>(rows * blockWidth());
  return abs(away) < <i32>max(blockWidth(), blockHeight());
}

/** Mean squared length of the texels' lines, by plane. */
const meanLengths = memory.data(2 * 4);

function meanLength(plane: usize): f32 {
  let sum = f32x4.splat(0);
  for (let at: usize = 0; at < rowCount() << 4; at += 16) {
    sum = v128.add<f32>(sum, v128.load(lengths + (plane << 8) + at));
  }
  return total(sum) / <f32>texelCount();
}

/** The least range of a grid leaves the most room for ends. */
function hasMode(planes: u32, grid: u32, values: u32, room: i32): bool {
  let range: u32 = 0;
  while (range < WEIGHT_RANGES && modeOf(planes, grid, range) < 0) range++;
  if (range === WEIGHT_RANGES) return false;
  const bits = <i32>sequenceBits(range, gridSize(grid) * planes);
  return endRangeFor(values, room - bits) !== 0;
}

function rateGrid(planes: u32, grid: u32, values: u32, room: i32, channels: f32, most: u32): bool {
  const columns = gridWidth(grid);
  const rows = gridHeight(grid);
  let gridError: f32 = 0;
  for (let plane: usize = 0; plane < <usize>planes; plane++) {
    findWanted(plane, columns, rows);
    gridError += wantedError(plane, columns, rows);
    if (gridError >= choiceError(most - 1)) return false;
  }
  for (let range: u32 = 0; range < WEIGHT_RANGES; range++) {
    if (modeOf(planes, grid, range) < 0) continue;
    const bits = <i32>sequenceBits(range, gridSize(grid) * planes);
    const endRange = endRangeFor(values, room - bits);
    if (endRange === 0) break;
    const error = gridError + endError(endRange, channels);
    if (error >= choiceError(most - 1)) continue;
    insert(error + stepError(<usize>planes, columns, rows, range), grid, range, most);
  }
  return true;
}

/** What rounding the wanted weights to a range's steps misses. */
function stepError(planes: usize, columns: u32, rows: u32, range: u32): f32 {
  const most = <f32>(levelsOf(range) - 1);
  let error: f32 = 0;
  for (let plane: usize = 0; plane < planes; plane++) {
    const size = load<f32>(meanLengths + (plane << 2));
    error += roundingError(plane, columns, rows, most) * size;
  }
  return error;
}

/**
 * What rounding the ends misses: a twelfth of a step's square in each channel, two thirds of that between two ends. Ends are
 * chosen together, which saves about half.
 */
function endError(range: u32, channels: f32): f32 {
  const step = <f32>255 / <f32>(levelsOf(range) - 1);
  return (step * step * channels * <f32>texelCount()) / 36;
}

function insert(error: f32, grid: u32, range: u32, most: u32): void {
  if (error >= choiceError(most - 1)) return;
  let index = min(found, most - 1);
  found = index + 1;
  for (; index > 0 && error < choiceError(index - 1); index--) {
    memory.copy(choices + index * 12, choices + (index - 1) * 12, 12);
  }
  store<f32>(choices + index * 12, error);
  store<u32>(choices + index * 12, grid, 4);
  store<u32>(choices + index * 12, range, 8);
}
