/**
 * Quantised weights of a grid, for which the block's texels come nearest to their places on the lines: starts from the best
 * weights without quantisation, then moves one weight at a time.
 */
import { reachCount, reachOf } from "./astc_grids.ts";
import { lengths, places } from "./astc_lines.ts";
import { gridSize, gridWidth } from "./astc_modes.ts";
import { nearestStep, stepWeight } from "./astc_ranges.ts";
import { rowCount, texelCount } from "./astc_texels.ts";
import { wanted } from "./astc_wanted.ts";

/** Step of each weight, a byte each, by plane. */
export const steps = memory.data(2 * 64, 16);

/** What the texels get, in sixteenths of a weight of 0 to 64: i32, by plane. */
const sixteenths = memory.data(2 * 256, 16);

/** What a decoder gives the texels, 0 to 64: f32, by plane. */
export const texelWeights = memory.data(2 * 256, 16);

/** Takes the steps nearest to the wanted weights. */
export function startWeights(plane: usize, grid: u32, range: u32): void {
  memory.fill(sixteenths + (plane << 8), 0, 256);
  const count = gridSize(grid);
  const columns = gridWidth(grid);
  for (let weight: u32 = 0; weight < count; weight++) {
    const place = ((weight / columns) << 5) + ((weight % columns) << 2);
    const exact = load<f32>(wanted + (plane << 8) + place);
    const step = nearestStep(range, <i32>nearest<f32>(exact * 64));
    store<u8>(steps + (plane << 6) + weight, <u8>step);
    addToTexels(plane, grid, weight, stepWeight(range, step));
  }
}

function addToTexels(plane: usize, grid: u32, weight: u32, change: i32): void {
  let reach = reachOf(grid, weight);
  const end = reach + ((<usize>reachCount(grid, weight)) << 1);
  const own = sixteenths + (plane << 8);
  for (; reach < end; reach += 2) {
    const place = own + ((<usize>load<u8>(reach)) << 2);
    store<i32>(place, load<i32>(place) + <i32>load<u8>(reach, 1) * change);
  }
}

/** Moves each weight to the step that suits the texels best while the others stay. False where none moves. */
export function moveWeights(plane: usize, grid: u32, range: u32): bool {
  const count = gridSize(grid);
  if (count === texelCount()) return placeWeights(plane, range);
  const own = plane << 8;
  let hasMoved = false;
  for (let weight: u32 = 0; weight < count; weight++) {
    let slope: f32 = 0;
    let bend: f32 = 0;
    let reach = reachOf(grid, weight);
    const end = reach + ((<usize>reachCount(grid, weight)) << 1);
    for (; reach < end; reach += 2) {
      const texel = own + ((<usize>load<u8>(reach)) << 2);
      const part = <f32>load<u8>(reach, 1);
      const share = <f32>load<i32>(sixteenths + texel) * <f32>(1.0 / 1024.0);
      const pull = load<f32>(lengths + texel) * part;
      slope += pull * (share - load<f32>(places + texel));
      bend += pull * part;
    }
    if (bend === 0) continue;
    const place = steps + (plane << 6) + weight;
    const before = stepWeight(range, load<u8>(place));
    // A part is in sixteenths and a weight in 64ths.
    const best = <f32>before - (slope / bend) * 1024;
    const step = nearestStep(range, <i32>nearest<f32>(min<f32>(64, max<f32>(0, best))));
    const after = stepWeight(range, step);
    if (after === before) continue;
    hasMoved = true;
    store<u8>(place, <u8>step);
    addToTexels(plane, grid, weight, after - before);
  }
  return hasMoved;
}

/** A grid with a weight a texel: none depends on the others. */
function placeWeights(plane: usize, range: u32): bool {
  let hasMoved = false;
  const most = f32x4.splat(64);
  for (let row: usize = 0; row < rowCount(); row++) {
    const at = (plane << 8) + (row << 4);
    const exact = v128.mul<f32>(v128.load(places + at), most);
    const inside = v128.max<f32>(f32x4.splat(0), v128.min<f32>(most, exact));
    v128.store(nearestWeights, v128.trunc_sat<i32>(v128.nearest<f32>(inside)));
    const last = min<usize>(4, <usize>texelCount() - (row << 2));
    for (let texel: usize = 0; texel < last; texel++) {
      const step = nearestStep(range, load<i32>(nearestWeights + (texel << 2)));
      const place = steps + (plane << 6) + (row << 2) + texel;
      if (load<u8>(place) === <u8>step) continue;
      hasMoved = true;
      store<u8>(place, <u8>step);
      store<i32>(sixteenths + at + (texel << 2), stepWeight(range, step) << 4);
    }
  }
  return hasMoved;
}

const nearestWeights = memory.data(16, 16);

/** Leaves what a decoder makes of the weights. */
export function spreadWeights(plane: usize): void {
  for (let row: usize = 0; row < rowCount(); row++) {
    const at = (plane << 8) + (row << 4);
    const rounded = v128.add<i32>(v128.load(sixteenths + at), v128.splat<i32>(8));
    v128.store(texelWeights + at, v128.convert<i32>(v128.shr<i32>(rounded, 4)));
  }
}
