/**
 * What two pictures have in common: squared errors, and the structural similarity of windows, whose sums come from cells of
 * 4x4 texels that windows share. Sums are of integers and exact. A channel is a lane, red first.
 */

import { swapHalves } from "./lanes.ts";

/** Bytes of a cell: sums of the first picture, of the second, of both's squares and of their products, four i32 each. */
const CELL = 64;

/** What keeps quotients of flat windows finite, for values up to 255. */
const C1: f64 = 0.01 * 255 * (0.01 * 255);
const C2: f64 = 0.03 * 255 * (0.03 * 255);

/** Takes the color of what is clear in `source` from both pictures; a multiple of four texels. */
export function hideClear(source: usize, shown: usize, texels: i32): void {
  for (const end = source + ((<usize>texels) << 2); source < end; source += 16, shown += 16) {
    const texel = v128.load(source);
    const isClear = v128.eq<i32>(v128.shr<u32>(texel, 24), v128.splat<i32>(0));
    const hidden = v128.and(isClear, v128.splat<i32>(0xffffff));
    v128.store(source, v128.andnot(texel, hidden));
    v128.store(shown, v128.andnot(v128.load(shown), hidden));
  }
}

/** Leaves four sums of squared differences, u32; a multiple of four texels, at most 65,536. */
export function squaredErrors(a: usize, b: usize, texels: i32, dst: usize): void {
  let sum = v128.splat<i32>(0);
  for (const end = a + ((<usize>texels) << 2); a < end; a += 16, b += 16) {
    const first = byChannel(v128.load(a));
    const second = byChannel(v128.load(b));
    const low = v128.sub<i16>(v128.extend_low<u8>(first), v128.extend_low<u8>(second));
    const high = v128.sub<i16>(v128.extend_high<u8>(first), v128.extend_high<u8>(second));
    sum = v128.add<i32>(sum, v128.add<i32>(v128.dot<i16>(low, low), v128.dot<i16>(high, high)));
  }
  v128.store(dst, sum);
}

/** Sums of the cell whose first row starts at `a` and `b`. */
export function sumCell(a: usize, b: usize, stride: usize, dst: usize): void {
  const one = v128.splat<i16>(1);
  let sumA = v128.splat<i32>(0);
  let sumB = v128.splat<i32>(0);
  let squares = v128.splat<i32>(0);
  let products = v128.splat<i32>(0);
  for (const end = a + 4 * stride; a < end; a += stride, b += stride) {
    const first = byChannel(v128.load(a));
    const second = byChannel(v128.load(b));
    const lowA = v128.extend_low<u8>(first);
    const highA = v128.extend_high<u8>(first);
    const lowB = v128.extend_low<u8>(second);
    const highB = v128.extend_high<u8>(second);
    sumA = v128.add<i32>(sumA, v128.dot<i16>(v128.add<i16>(lowA, highA), one));
    sumB = v128.add<i32>(sumB, v128.dot<i16>(v128.add<i16>(lowB, highB), one));
    const squaresA = v128.add<i32>(v128.dot<i16>(lowA, lowA), v128.dot<i16>(highA, highA));
    const squaresB = v128.add<i32>(v128.dot<i16>(lowB, lowB), v128.dot<i16>(highB, highB));
    squares = v128.add<i32>(squares, v128.add<i32>(squaresA, squaresB));
    const both = v128.add<i32>(v128.dot<i16>(lowA, lowB), v128.dot<i16>(highA, highB));
    products = v128.add<i32>(products, both);
  }
  v128.store(dst, sumA);
  v128.store(dst, sumB, 16);
  v128.store(dst, squares, 32);
  v128.store(dst, products, 48);
}

/** Four texels as two of red, two of green and so on, then those of the other two. */
function byChannel(texels: v128): v128 {
  return v128.shuffle<u8>(texels, texels, 0, 4, 1, 5, 2, 6, 3, 7, 8, 12, 9, 13, 10, 14, 11, 15);
}

/** Sums of a row of cells, side by side. */
export function sumCells(a: usize, b: usize, stride: usize, cells: i32, dst: usize): void {
  for (const end = dst + <usize>(cells * CELL); dst < end; a += 16, b += 16, dst += CELL) {
    sumCell(a, b, stride, dst);
  }
}

/**
 * Adds up, a channel each, the similarities of windows of two by two cells: `windows` that start at each cell in turn. `texels`
 * is what a window has of the pictures; the rest of it is 0. Four f64.
 */
export function addSimilarities(
  above: usize,
  below: usize,
  windows: i32,
  texels: f64,
  sums: usize,
): void {
  let redGreen = v128.load(sums);
  let blueAlpha = v128.load(sums, 16);
  for (const end = above + <usize>(windows * CELL); above < end; above += CELL, below += CELL) {
    const sumA = windowSum(above, below);
    const sumB = windowSum(above + 16, below + 16);
    const squares = windowSum(above + 32, below + 32);
    const products = windowSum(above + 48, below + 48);
    redGreen = v128.add<f64>(redGreen, similarity(sumA, sumB, squares, products, texels));
    const upper = similarity(
      swapHalves(sumA),
      swapHalves(sumB),
      swapHalves(squares),
      swapHalves(products),
      texels,
    );
    blueAlpha = v128.add<f64>(blueAlpha, upper);
  }
  v128.store(sums, redGreen);
  v128.store(sums, blueAlpha, 16);
}

function windowSum(above: usize, below: usize): v128 {
  const upper = v128.add<i32>(v128.load(above), v128.load(above, CELL));
  return v128.add<i32>(upper, v128.add<i32>(v128.load(below), v128.load(below, CELL)));
}

/** Of the two lower channels. */
function similarity(sumA: v128, sumB: v128, squares: v128, products: v128, texels: f64): v128 {
  const count = v128.splat<f64>(texels);
  const two = v128.splat<f64>(2);
  const c1 = v128.splat<f64>(C1);
  const c2 = v128.splat<f64>(C2);
  const meanA = v128.div<f64>(v128.convert_low<i32>(sumA), count);
  const meanB = v128.div<f64>(v128.convert_low<i32>(sumB), count);
  const means = v128.add<f64>(v128.mul<f64>(meanA, meanA), v128.mul<f64>(meanB, meanB));
  const product = v128.mul<f64>(meanA, meanB);
  const variances = v128.sub<f64>(v128.div<f64>(v128.convert_low<i32>(squares), count), means);
  const covariance = v128.sub<f64>(v128.div<f64>(v128.convert_low<i32>(products), count), product);
  const alike = v128.mul<f64>(
    v128.add<f64>(v128.mul<f64>(two, product), c1),
    v128.add<f64>(v128.mul<f64>(two, covariance), c2),
  );
  return v128.div<f64>(
    alike,
    v128.mul<f64>(v128.add<f64>(means, c1), v128.add<f64>(variances, c2)),
  );
}
