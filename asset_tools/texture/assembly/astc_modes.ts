/**
 * ASTC's block modes for one size of block: which grids of weights it may have, each with which ranges, for one plane of
 * weights or two. Format: Khronos Data Format Specification, "ASTC", block mode.
 */
import { sequenceBits, WEIGHT_RANGES } from "./astc_ranges.ts";

/** Sides of a grid are 2 to 8 here. */
const SIDES: u32 = 7;
export const MAX_GRIDS: u32 = SIDES * SIDES;

/** Where there is no mode. */
const NONE: u16 = 0xffff;

/** By planes (0 for one), grid and range. */
const modes = memory.data(2 * 49 * 12 * 2);

/** Finds the modes of a block. */
export function prepareModes(width: u32, height: u32): void {
  memory.fill(modes, 0xff, 2 * MAX_GRIDS * WEIGHT_RANGES * 2);
  for (let mode: u32 = 0; mode < 2048; mode++) addMode(mode, width, height);
}

/** A grid's number. */
export function gridOf(width: u32, height: u32): u32 {
  return (width - 2) * SIDES + height - 2;
}

export function gridWidth(grid: u32): u32 {
  return grid / SIDES + 2;
}

export function gridHeight(grid: u32): u32 {
  return (grid % SIDES) + 2;
}

export function gridSize(grid: u32): u32 {
  return gridWidth(grid) * gridHeight(grid);
}

/** Eleven bits, or a negative number where the format has no such mode. */
export function modeOf(planes: u32, grid: u32, range: u32): i32 {
  const mode = load<u16>(placeOf(planes, grid, range));
  return mode === NONE ? -1 : <i32>mode;
}

function placeOf(planes: u32, grid: u32, range: u32): usize {
  return modes + ((((planes - 1) * MAX_GRIDS + grid) * WEIGHT_RANGES + range) << 1);
}

function addMode(mode: u32, blockWidth: u32, blockHeight: u32): void {
  const a = (mode >> 5) & 3;
  const b = (mode >> 7) & 3;
  let width: u32 = 0;
  let height: u32 = 0;
  let range: u32 = (mode >> 4) & 1;
  let high = (mode >> 9) & 1;
  let planes: u32 = ((mode >> 10) & 1) + 1;
  if ((mode & 3) !== 0) {
    range |= (mode & 3) << 1;
    const form = (mode >> 2) & 3;
    width = form === 0 ? b + 4 : form === 1 ? b + 8 : form === 2 || !(b & 2) ? a + 2 : (b & 1) + 2;
    height = form === 2 ? b + 8 : form === 3 && !(b & 2) ? (b & 1) + 6 : a + 2;
  } else {
    // The other forms have a side above 8.
    if (b !== 2) return;
    range |= ((mode >> 2) & 3) << 1;
    width = a + 6;
    height = ((mode >> 9) & 3) + 6;
    high = 0;
    planes = 1;
  }
  if (range < 2 || width > blockWidth || height > blockHeight) return;
  range = range - 2 + 6 * high;
  const count = width * height * planes;
  if (count > 64) return;
  const bits = sequenceBits(range, count);
  if (bits < 24 || bits > 96) return;
  store<u16>(placeOf(planes, gridOf(width, height), range), <u16>mode);
}
