/** Numbers to fewer bits. All steps are IEEE + - * / and rounding, so the bytes are the same everywhere. */

import { OCTAHEDRAL_MAX } from "../fpkg/vertex_formats.ts";
import { axisRanges } from "./axis_ranges.ts";

/** Where integers lie in space: `origin + scale * integer`. */
export interface Grid {
  /** A power of two. */
  readonly scale: number;
  readonly origin: readonly [number, number, number];
}

/** No finer steps than these: far below what f32 positions of any use have. */
const LEAST_STEP = 2 ** -40;

/**
 * The finest grid of 65,536 steps that holds all positions. Its step is a power of two and its origin a multiple of it, so
 * that positions on a grid of halves, quarters, ... stay where they are, and neighbouring meshes fit together.
 */
export function positionGrid(positions: Float32Array): Grid {
  const ranges = axisRanges(positions);
  const extent = Math.max(...ranges.map(([low, high]) => high - low));
  // One step is lost because the origin lies on the grid.
  const scale = stepFor(extent, 65534);
  const [x, y, z] = ranges.map(([low]) => Math.floor(low / scale) * scale + 0);
  return { scale, origin: [x!, y!, z!] };
}

/** The smallest power of two of which `steps` reach over `extent`. */
export function stepFor(extent: number, steps: number): number {
  let step = 1;
  while (extent / step > steps) step *= 2;
  while (step > LEAST_STEP && extent / (step / 2) <= steps) step /= 2;
  return step;
}

/** A unit vector as two octahedral coordinates (Meyer et al. 2010). */
export function encodeOctahedral(x: number, y: number, z: number): [number, number] {
  const sum = Math.abs(x) + Math.abs(y) + Math.abs(z);
  if (!(sum > 0)) return [0, 0];
  let u = x / sum;
  let v = y / sum;
  if (z < 0) {
    const folded = (1 - Math.abs(v)) * (u < 0 ? -1 : 1);
    v = (1 - Math.abs(u)) * (v < 0 ? -1 : 1);
    u = folded;
  }
  return [Math.floor(u * OCTAHEDRAL_MAX + 0.5), Math.floor(v * OCTAHEDRAL_MAX + 0.5)];
}

/** 0 to 1 as 0 to `most`. */
export function unorm(value: number, most: number): number {
  return Math.floor(Math.min(1, Math.max(0, value)) * most + 0.5);
}

/**
 * Weights as bytes whose sum is 255: each rounded down, then the ones that lost most get one more. Weights that are all 0
 * stay so.
 */
export function unormWeights(weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (!(sum > 0)) return weights.map(() => 0);
  const exact = weights.map((weight) => (weight / sum) * 255);
  const bytes = exact.map(Math.floor);
  const missing = 255 - bytes.reduce((total, byte) => total + byte, 0);
  const byLoss = exact
    .map((value, index) => ({ index, loss: value - bytes[index]! }))
    .sort((a, b) => b.loss - a.loss || a.index - b.index);
  for (const { index } of byLoss.slice(0, missing)) bytes[index]!++;
  return bytes;
}
