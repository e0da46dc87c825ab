/**
 * Sums of any set of the block's texels: distances from the center, and their products. Each four texels have a table of all
 * their sixteen sets, so that a set takes a few additions. All are whole numbers, and exact.
 */
import { centerColor, rowCount, texelRow } from "./astc_texels.ts";

/**
 * Bytes of one set's sums, f32: red, green, blue, alpha; red times each of them; green times green, blue and alpha, and blue
 * times itself; blue times alpha, alpha times itself, and again both.
 */
export const SET_SUMS: usize = 64;

const tables = memory.data(16 * 16 * 64, 16);

/** Makes the tables of the block that is loaded. */
export function prepareSubsets(): void {
  const center = centerColor();
  const red = v128.shuffle<f32>(center, center, 0, 0, 0, 0);
  const green = v128.shuffle<f32>(center, center, 1, 1, 1, 1);
  const blue = v128.shuffle<f32>(center, center, 2, 2, 2, 2);
  const alpha = v128.shuffle<f32>(center, center, 3, 3, 3, 3);
  for (let row: usize = 0; row < rowCount(); row++) {
    const r = v128.sub<f32>(texelRow(0, row), red);
    const g = v128.sub<f32>(texelRow(1, row), green);
    const b = v128.sub<f32>(texelRow(2, row), blue);
    const a = v128.sub<f32>(texelRow(3, row), alpha);
    const lowRedGreen = v128.shuffle<f32>(r, g, 0, 4, 1, 5);
    const highRedGreen = v128.shuffle<f32>(r, g, 2, 6, 3, 7);
    const lowBlueAlpha = v128.shuffle<f32>(b, a, 0, 4, 1, 5);
    const highBlueAlpha = v128.shuffle<f32>(b, a, 2, 6, 3, 7);
    addTexel(row, 0, v128.shuffle<u64>(lowRedGreen, lowBlueAlpha, 0, 2));
    addTexel(row, 1, v128.shuffle<u64>(lowRedGreen, lowBlueAlpha, 1, 3));
    addTexel(row, 2, v128.shuffle<u64>(highRedGreen, highBlueAlpha, 0, 2));
    addTexel(row, 3, v128.shuffle<u64>(highRedGreen, highBlueAlpha, 1, 3));
  }
}

/** Makes the sets of four that have this texel and none after it from those without it. */
function addTexel(row: usize, texel: usize, color: v128): void {
  const reds = v128.mul<f32>(color, v128.shuffle<f32>(color, color, 0, 0, 0, 0));
  const greens = v128.mul<f32>(
    v128.shuffle<f32>(color, color, 1, 1, 1, 2),
    v128.shuffle<f32>(color, color, 1, 2, 3, 2),
  );
  const alphas = v128.mul<f32>(
    v128.shuffle<f32>(color, color, 2, 3, 2, 3),
    v128.shuffle<f32>(color, color, 3, 3, 3, 3),
  );
  const without = tables + (row << 10);
  const size = SET_SUMS << texel;
  for (let at = without; at < without + size; at += SET_SUMS) {
    v128.store(at + size, v128.add<f32>(v128.load(at), color));
    v128.store(at + size, v128.add<f32>(v128.load(at, 16), reds), 16);
    v128.store(at + size, v128.add<f32>(v128.load(at, 32), greens), 32);
    v128.store(at + size, v128.add<f32>(v128.load(at, 48), alphas), 48);
  }
}

/** Leaves the sums of the texels whose bits are set. */
export function sumSubset(bits: u64, dst: usize): void {
  let colors = f32x4.splat(0);
  let reds = colors;
  let greens = colors;
  let alphas = colors;
  for (let row: usize = 0; row < rowCount(); row++, bits >>= 4) {
    const sums = tables + (row << 10) + ((<usize>bits & 15) << 6);
    colors = v128.add<f32>(colors, v128.load(sums));
    reds = v128.add<f32>(reds, v128.load(sums, 16));
    greens = v128.add<f32>(greens, v128.load(sums, 32));
    alphas = v128.add<f32>(alphas, v128.load(sums, 48));
  }
  v128.store(dst, colors);
  v128.store(dst, reds, 16);
  v128.store(dst, greens, 32);
  v128.store(dst, alphas, 48);
}
