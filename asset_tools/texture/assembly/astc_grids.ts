/**
 * Grids of weights smaller than the block: how a texel's weight follows from the four around it, and which weights of the
 * grid give those wanted for the texels with the least squared error. Format: Khronos Data Format Specification, "ASTC",
 * weight infill.
 *
 * But for rounding, a grid's columns and rows do not know of each other: what a texel gets is the product of its parts along
 * both sides. So the best weights are found along one side after the other.
 */
import { gridHeight, gridWidth, MAX_GRIDS } from "./astc_modes.ts";

/** Sides of grids with 2 to 8 weights, in blocks of up to 8 texels, have tables of 8 by 8 f32. */
const SIDE_TABLE: usize = 256;

/** By direction (across first) and weights: row i has the i-th weight's part in each texel. */
const partTables = memory.data(2 * 9 * 256, 16);
/** Row x has the x-th texel's part in each of the best weights. */
const bestTables = memory.data(2 * 9 * 256, 16);
/** For each weight the sum of its parts' squares. */
const squareTables = memory.data(2 * 9 * 32, 16);

/** By direction, weights and texel. */
const firstWeights = memory.data(2 * 9 * 8);

/** For each weight of all grids with sides of 2 to 8, the texels that it has a part in: number and sixteenths, a byte each. */
const reaches = memory.data(35 * 35 * 128);
const reachCounts = memory.data(35 * 35);
/** Number of a grid's first weight. */
const firsts = memory.data(49 * 2);
let usedWeights: u32 = 0;

/** Makes the tables for a size of block. */
export function prepareGrids(width: u32, height: u32): void {
  memory.fill(partTables, 0, 2 * 9 * SIDE_TABLE);
  memory.fill(bestTables, 0, 2 * 9 * SIDE_TABLE);
  memory.fill(squareTables, 0, 2 * 9 * 32);
  for (let weights: u32 = 2; weights <= 8; weights++) {
    if (weights <= width) fillSide(0, weights, width);
    if (weights <= height) fillSide(1, weights, height);
  }
  usedWeights = 0;
  for (let grid: u32 = 0; grid < MAX_GRIDS; grid++) {
    if (gridWidth(grid) <= width && gridHeight(grid) <= height) addReaches(grid, width, height);
  }
}

/** Parts of the i-th weight along a side (0 for across) in its texels. */
export function partRow(side: u32, weights: u32, i: usize): usize {
  return partTables + tableOf(side, weights) + (i << 5);
}

/** Parts of the x-th texel along a side in the best weights. */
export function bestRow(side: u32, weights: u32, x: usize): usize {
  return bestTables + tableOf(side, weights) + (x << 5);
}

/** The first of the two weights along a side that the x-th texel has parts of. */
export function firstWeight(side: u32, weights: u32, x: usize): usize {
  return load<u8>(firstWeights + ((<usize>(side * 9 + weights)) << 3) + x);
}

/** Sums of squares of the parts of a side's weights. */
export function squareRow(side: u32, weights: u32): usize {
  return squareTables + (tableOf(side, weights) >> 3);
}

function tableOf(side: u32, weights: u32): usize {
  return <usize>(side * 9 + weights) * SIDE_TABLE;
}

/** Texels that a weight has a part in: number and sixteenths. */
export function reachOf(grid: u32, weight: u32): usize {
  return reaches + ((firstOf(grid) + weight) << 7);
}

export function reachCount(grid: u32, weight: u32): u32 {
  return load<u8>(reachCounts + firstOf(grid) + weight);
}

function firstOf(grid: u32): u32 {
  return load<u16>(firsts + (grid << 1));
}

function fillSide(side: u32, weights: u32, texels: u32): void {
  for (let texel: u32 = 0; texel < texels; texel++) {
    const place = placeIn(texel, texels, weights);
    const part = <f32>(place & 15) / 16;
    const row = partRow(side, weights, place >> 4) + (texel << 2);
    store<u8>(firstWeights + ((side * 9 + weights) << 3) + texel, <u8>(place >> 4));
    store<f32>(row, 1 - part);
    if (part > 0) store<f32>(row + 32, part);
  }
  for (let i: usize = 0; i < <usize>weights; i++) {
    let sum: f32 = 0;
    for (let texel: usize = 0; texel < 8; texel++) {
      const part = load<f32>(partRow(side, weights, i) + (texel << 2));
      sum += part * part;
    }
    store<f32>(squareRow(side, weights) + (i << 2), sum);
  }
  solveSide(side, weights, texels);
}

/** Sixteenths along a side of the grid. */
function placeIn(texel: u32, texels: u32, weights: u32): u32 {
  const step = (1024 + (texels >> 1)) / (texels - 1);
  return (step * texel * (weights - 1) + 32) >> 6;
}

/** The normal equations' matrix, and its Cholesky factor after that: f64, eight a row. */
const matrix = memory.data(8 * 8 * 8, 16);
const solution = memory.data(8 * 8, 16);

/** The best weights' table is the pseudo-inverse of the parts'. */
function solveSide(side: u32, weights: u32, texels: u32): void {
  for (let i: u32 = 0; i < weights; i++) {
    for (let j: u32 = 0; j <= i; j++) {
      let sum: f64 = 0;
      for (let x: u32 = 0; x < texels; x++)
        sum += partOf(side, weights, i, x) * partOf(side, weights, j, x);
      store<f64>(entry(i, j), sum);
    }
  }
  factorise(weights);
  for (let x: u32 = 0; x < texels; x++) {
    for (let i: u32 = 0; i < weights; i++) {
      store<f64>(solution + (i << 3), partOf(side, weights, i, x));
    }
    solve(weights);
    for (let i: u32 = 0; i < weights; i++) {
      store<f32>(bestRow(side, weights, x) + (i << 2), <f32>load<f64>(solution + (i << 3)));
    }
  }
}

function partOf(side: u32, weights: u32, i: u32, x: u32): f64 {
  return <f64>load<f32>(partRow(side, weights, i) + (x << 2));
}

function entry(i: u32, j: u32): usize {
  return matrix + (((i << 3) + j) << 3);
}

function factorise(count: u32): void {
  for (let i: u32 = 0; i < count; i++) {
    for (let j: u32 = 0; j <= i; j++) {
      let sum = load<f64>(entry(i, j));
      for (let k: u32 = 0; k < j; k++) sum -= load<f64>(entry(i, k)) * load<f64>(entry(j, k));
      store<f64>(entry(i, j), i === j ? sqrt<f64>(sum) : sum / load<f64>(entry(j, j)));
    }
  }
}

function solve(count: u32): void {
  for (let i: u32 = 0; i < count; i++) {
    let sum = load<f64>(solution + (i << 3));
    for (let k: u32 = 0; k < i; k++) {
      sum -= load<f64>(entry(i, k)) * load<f64>(solution + (k << 3));
    }
    store<f64>(solution + (i << 3), sum / load<f64>(entry(i, i)));
  }
  for (let i: i32 = <i32>count - 1; i >= 0; i--) {
    let sum = load<f64>(solution + ((<usize>i) << 3));
    for (let k: u32 = <u32>i + 1; k < count; k++) {
      sum -= load<f64>(entry(k, i)) * load<f64>(solution + (k << 3));
    }
    store<f64>(solution + ((<usize>i) << 3), sum / load<f64>(entry(i, i)));
  }
}

function addReaches(grid: u32, width: u32, height: u32): void {
  store<u16>(firsts + (grid << 1), <u16>usedWeights);
  const across = gridWidth(grid);
  memory.fill(reachCounts + usedWeights, 0, across * gridHeight(grid));
  for (let y: u32 = 0; y < height; y++) {
    const row = placeIn(y, height, gridHeight(grid));
    for (let x: u32 = 0; x < width; x++) {
      const column = placeIn(x, width, across);
      const right = column & 15;
      const below = row & 15;
      const both = (right * below + 8) >> 4;
      const first = (row >> 4) * across + (column >> 4);
      const texel = y * width + x;
      addReach(grid, first, texel, 16 - right - below + both);
      addReach(grid, first + 1, texel, right - both);
      addReach(grid, first + across, texel, below - both);
      addReach(grid, first + across + 1, texel, both);
    }
  }
  usedWeights += across * gridHeight(grid);
}

function addReach(grid: u32, weight: u32, texel: u32, part: u32): void {
  if (part === 0) return;
  const place = reachOf(grid, weight) + (reachCount(grid, weight) << 1);
  store<u8>(place, <u8>texel);
  store<u8>(place, <u8>part, 1);
  const counter = reachCounts + firstOf(grid) + weight;
  store<u8>(counter, load<u8>(counter) + 1);
}
