/** The weights of a grid that bring the texels nearest to their places on the lines, before they are rounded to steps. */
import { bestRow, firstWeight, partRow, squareRow } from "./astc_grids.ts";
import { lengths, places } from "./astc_lines.ts";
import { blockHeight, blockWidth, total } from "./astc_texels.ts";

/** By plane, a row of eight f32 for each row of the grid: weights, 0 to 1; behind the last ones 0. */
export const wanted = memory.data(2 * 256, 16);

/** By plane, for each row of the grid, what its texels want: a row of eight f32. */
const shrunk = memory.data(2 * 256, 16);

/** Sums up the texels' places for grids of so many rows; to be called before `findWanted`. */
export function shrinkRows(plane: usize, rows: u32): void {
  const width = (<usize>blockWidth()) << 2;
  const isWide = blockWidth() > 4;
  for (let j: usize = 0; j < <usize>rows; j++) {
    let left = f32x4.splat(0);
    let right = left;
    let texels = places + (plane << 8);
    for (let y: usize = 0; y < <usize>blockHeight(); y++, texels += width) {
      const part = v128.load32_splat(bestRow(1, rows, y) + (j << 2));
      left = v128.add<f32>(left, v128.mul<f32>(part, v128.load(texels)));
      if (isWide) right = v128.add<f32>(right, v128.mul<f32>(part, v128.load(texels, 16)));
    }
    v128.store(shrunk + (plane << 8) + (j << 5), left);
    v128.store(shrunk + (plane << 8) + (j << 5), right, 16);
  }
}

/** Leaves the wanted weights of a plane, best as long as all lines are of one length. */
export function findWanted(plane: usize, columns: u32, rows: u32): void {
  const none = f32x4.splat(0);
  const most = f32x4.splat(1);
  const isWide = columns > 4;
  for (let j: usize = 0; j < <usize>rows; j++) {
    const own = (plane << 8) + (j << 5);
    let left = none;
    let right = none;
    for (let x: usize = 0; x < <usize>blockWidth(); x++) {
      const value = v128.load32_splat(shrunk + own + (x << 2));
      const parts = bestRow(0, columns, x);
      left = v128.add<f32>(left, v128.mul<f32>(value, v128.load(parts)));
      if (isWide) right = v128.add<f32>(right, v128.mul<f32>(value, v128.load(parts, 16)));
    }
    v128.store(wanted + own, v128.max<f32>(none, v128.min<f32>(most, left)));
    v128.store(wanted + own, v128.max<f32>(none, v128.min<f32>(most, right)), 16);
  }
}

/** What the grid's rows give the texels of a row; behind the last row there is room for one more, whose parts are 0. */
const spreadRows = memory.data(256 + 32, 16);

/** What the wanted weights miss: squared distances of the texels from their places, in color. */
export function wantedError(plane: usize, columns: u32, rows: u32): f32 {
  for (let j: usize = 0; j < <usize>rows; j++) spreadAcross(plane, columns, j);
  const width = (<usize>blockWidth()) << 2;
  const isWide = blockWidth() > 4;
  const lanes = v128.splat<i32>(<i32>blockWidth());
  const isLeft = v128.lt<i32>(i32x4(0, 1, 2, 3), lanes);
  const isRight = v128.lt<i32>(i32x4(4, 5, 6, 7), lanes);
  let error = f32x4.splat(0);
  let texels = plane << 8;
  for (let y: usize = 0; y < <usize>blockHeight(); y++, texels += width) {
    const j = firstWeight(1, rows, y);
    const parts = partRow(1, rows, j) + (y << 2);
    const share = v128.load32_splat(parts);
    const other = v128.load32_splat(parts, 32);
    const above = spreadRows + (j << 5);
    const left = mixed(share, v128.load(above), other, v128.load(above, 32));
    error = v128.add<f32>(error, v128.and(isLeft, squares(left, texels)));
    if (!isWide) continue;
    const right = mixed(share, v128.load(above, 16), other, v128.load(above, 48));
    error = v128.add<f32>(error, v128.and(isRight, squares(right, texels + 16)));
  }
  return total(error);
}

function mixed(share: v128, value: v128, otherShare: v128, other: v128): v128 {
  return v128.add<f32>(v128.mul<f32>(share, value), v128.mul<f32>(otherShare, other));
}

function spreadAcross(plane: usize, columns: u32, j: usize): void {
  let left = f32x4.splat(0);
  let right = left;
  const isWide = blockWidth() > 4;
  for (let i: usize = 0; i < <usize>columns; i++) {
    const value = v128.load32_splat(wanted + (plane << 8) + (j << 5) + (i << 2));
    const parts = partRow(0, columns, i);
    left = v128.add<f32>(left, v128.mul<f32>(value, v128.load(parts)));
    if (isWide) right = v128.add<f32>(right, v128.mul<f32>(value, v128.load(parts, 16)));
  }
  v128.store(spreadRows + (j << 5), left);
  v128.store(spreadRows + (j << 5), right, 16);
}

/** Squared distances of four texels from their places. */
function squares(shares: v128, texels: usize): v128 {
  const away = v128.sub<f32>(shares, v128.load(places + texels));
  return v128.mul<f32>(v128.load(lengths + texels), v128.mul<f32>(away, away));
}

/** What rounding the wanted weights to steps of a `most`-th misses, for lines of length 1. */
export function roundingError(plane: usize, columns: u32, rows: u32, most: f32): f32 {
  const left = v128.load(squareRow(0, columns));
  const right = v128.load(squareRow(0, columns), 16);
  let error = f32x4.splat(0);
  for (let j: usize = 0; j < <usize>rows; j++) {
    const own = wanted + (plane << 8) + (j << 5);
    const row = v128.load32_splat(squareRow(1, rows) + (j << 2));
    let sum = v128.mul<f32>(left, rounded(v128.load(own), most));
    if (columns > 4) {
      sum = v128.add<f32>(sum, v128.mul<f32>(right, rounded(v128.load(own, 16), most)));
    }
    error = v128.add<f32>(error, v128.mul<f32>(row, sum));
  }
  return total(error) / ((most + 1) * (most + 1));
}

/** Squared distances from whole numbers. */
function rounded(values: v128, most: f32): v128 {
  const exact = v128.mul<f32>(values, f32x4.splat(most));
  const away = v128.sub<f32>(exact, v128.nearest<f32>(exact));
  return v128.mul<f32>(away, away);
}
