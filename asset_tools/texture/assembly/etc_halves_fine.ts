/**
 * ETC2's two halves, searched: base and steps of each half are chosen in turns for each table, and the best base's neighbours
 * are tried. Format: Khronos Data Format Specification, "ETC2", individual and differential modes.
 */
import {
  aboveTexels,
  besideTexels,
  choosePaints,
  chosenPaints,
  paintBits,
  setPaint,
} from "./paints.ts";

/** The small and the large step of each table. */
const tables = memory.data<i32>([2, 8, 5, 17, 9, 29, 13, 42, 18, 60, 24, 80, 33, 106, 47, 183]);

/**
 * A half as it is stored: three i32 of its base, its table, its steps (large ones in bits 0 to 7, dark ones in 8 to 15) and
 * its squared error, f32.
 */
const HALF: usize = 24;

/** The best halves of each precision: first and second in five bits, then in four. */
const halves = memory.data(4 * 24);
const attempt = memory.data(24);

/** Writes the block where its squared error is below `limit`; gives the lower of both. */
export function encodeHalvesFine(isAbove: bool, limit: f32, dst: usize): f32 {
  const texels = isAbove ? aboveTexels : besideTexels;
  fitPair(texels, 5, halves);
  // Bases far from each other have four bits instead.
  const isNear = areNear(halves);
  if (!isNear) {
    bringTogether(texels);
    fitPair(texels, 4, halves + 2 * HALF);
  }
  const five = errorOfPair(halves);
  const four = isNear ? f32.MAX_VALUE : errorOfPair(halves + 2 * HALF);
  const least = min(five, four);
  if (least >= limit) return limit;
  writeHalves(five <= four ? halves : halves + 2 * HALF, five <= four, isAbove, dst);
  return least;
}

function fitPair(texels: usize, bits: u32, pair: usize): void {
  fitHalf(texels, bits, pair);
  fitHalf(texels + 32, bits, pair + HALF);
}

function errorOfPair(pair: usize): f32 {
  return errorOf(pair) + errorOf(pair + HALF);
}

function errorOf(half: usize): f32 {
  return load<f32>(half, 20);
}

/** A table is followed up to so many times the least error so far. */
const HOPE: f32 = 1.5;

function fitHalf(texels: usize, bits: u32, best: usize): void {
  store<f32>(best, f32.MAX_VALUE, 20);
  const red = meanOf(texels);
  const green = meanOf(texels + 64);
  const blue = meanOf(texels + 128);
  for (let table: u32 = 0; table < 8; table++) {
    let shift: f32 = 0;
    for (let turn = 0; turn < 3; turn++) {
      store<i32>(attempt, stored(red - shift, bits));
      store<i32>(attempt, stored(green - shift, bits), 4);
      store<i32>(attempt, stored(blue - shift, bits), 8);
      if (tryHalf(texels, bits, table, best) > errorOf(best) * HOPE) break;
      const next = meanStep(table);
      if (abs(next - shift) < 0.5) break;
      shift = next;
    }
  }
  while (tryNeighbours(texels, bits, best)) {}
}

function meanOf(plane: usize): f32 {
  const four = v128.add<f32>(v128.load(plane), v128.load(plane, 16));
  return (
    (v128.extract_lane<f32>(four, 0) +
      v128.extract_lane<f32>(four, 1) +
      v128.extract_lane<f32>(four, 2) +
      v128.extract_lane<f32>(four, 3)) /
    8
  );
}

/** Of the steps that were chosen last. */
function meanStep(table: u32): f32 {
  let sum = 0;
  for (let texel: usize = 0; texel < 8; texel++) {
    sum += stepOf(table, load<i32>(chosenPaints + (texel << 2)));
  }
  return <f32>sum / 8;
}

/** Paints: small, large, and both darkening. */
function stepOf(table: u32, paint: i32): i32 {
  const size = load<i32>(tables + (table << 3) + ((<usize>(paint & 1)) << 2));
  return paint & 2 ? -size : size;
}

function stored(value: f32, bits: u32): i32 {
  const most = <f32>((1 << bits) - 1);
  return <i32>nearest<f32>((min<f32>(255, max<f32>(0, value)) * most) / 255);
}

function expanded(value: i32, bits: u32): i32 {
  return (value << (8 - bits)) | (value >> (2 * bits - 8));
}

/** Chooses steps for the base of the attempt, which becomes the best where its error is lower; gives that. */
function tryHalf(texels: usize, bits: u32, table: u32, best: usize): f32 {
  const red = expanded(load<i32>(attempt), bits);
  const green = expanded(load<i32>(attempt, 4), bits);
  const blue = expanded(load<i32>(attempt, 8), bits);
  for (let paint = 0; paint < 4; paint++) {
    const step = stepOf(table, paint);
    setPaint(<usize>paint, red + step, green + step, blue + step);
  }
  const error = choosePaints(texels, 2);
  if (error >= errorOf(best)) return error;
  memory.copy(best, attempt, 12);
  store<u32>(best, table, 12);
  store<u32>(best, paintBits(0, 2) | (paintBits(1, 2) << 8), 16);
  store<f32>(best, error, 20);
  return error;
}

/** Bases one step away in a channel, or in all. False where none is better. */
function tryNeighbours(texels: usize, bits: u32, best: usize): bool {
  const most = (1 << bits) - 1;
  const table = load<u32>(best, 12);
  const red = load<i32>(best);
  const green = load<i32>(best, 4);
  const blue = load<i32>(best, 8);
  const before = errorOf(best);
  for (let direction = 0; direction < 8; direction++) {
    const step = direction & 1 ? 1 : -1;
    const channel = direction >> 1;
    store<i32>(attempt, min(most, max(0, red + (channel === 0 || channel === 3 ? step : 0))));
    store<i32>(attempt, min(most, max(0, green + (channel === 1 || channel === 3 ? step : 0))), 4);
    store<i32>(attempt, min(most, max(0, blue + (channel === 2 || channel === 3 ? step : 0))), 8);
    tryHalf(texels, bits, table, best);
  }
  return errorOf(best) < before;
}

const moved = memory.data(2 * 24);

/** The second base of five bits is stored as a difference of -4 to 3: takes the better of the nearest pairs that are so. */
function bringTogether(texels: usize): void {
  memory.copy(moved, halves, 2 * HALF);
  moveHalf(texels + 32, moved, moved + HALF, -4, 3);
  moveHalf(texels, halves + HALF, halves, -3, 4);
  if (errorOfPair(moved) < errorOfPair(halves)) memory.copy(halves, moved, 2 * HALF);
}

function areNear(pair: usize): bool {
  for (let channel: usize = 0; channel < 12; channel += 4) {
    const difference = load<i32>(pair + channel, HALF) - load<i32>(pair + channel);
    if (difference < -4 || difference > 3) return false;
  }
  return true;
}

/** Moves a half's base to at most so far from another's, and chooses its table and steps anew. */
function moveHalf(texels: usize, other: usize, half: usize, least: i32, most: i32): void {
  for (let channel: usize = 0; channel < 12; channel += 4) {
    const fixed = load<i32>(other + channel);
    store<i32>(attempt + channel, min(fixed + most, max(fixed + least, load<i32>(half + channel))));
  }
  store<f32>(half, f32.MAX_VALUE, 20);
  for (let table: u32 = 0; table < 8; table++) tryHalf(texels, 5, table, half);
}

function writeHalves(pair: usize, isDifferential: bool, isAbove: bool, dst: usize): void {
  let head: u32 = 0;
  for (let channel: usize = 0; channel < 12; channel += 4) {
    const first = load<i32>(pair + channel);
    const second = load<i32>(pair + channel, HALF);
    head =
      (head << 8) |
      (isDifferential ? (first << 3) | ((second - first) & 7) : (first << 4) | second);
  }
  const tableBits = (load<u32>(pair, 12) << 5) | (load<u32>(pair, 12 + HALF) << 2);
  const flags: u32 = (isDifferential ? 2 : 0) | (isAbove ? 1 : 0);
  const first = load<u32>(pair, 16);
  const second = load<u32>(pair, 16 + HALF);
  const large = scattered(first & 0xff, second & 0xff, isAbove);
  const dark = scattered(first >> 8, second >> 8, isAbove);
  store<u32>(dst, bswap<u32>((head << 8) | tableBits | flags));
  store<u32>(dst, bswap<u32>((dark << 16) | large), 4);
}

/** A bit a texel of both halves to the block's order. */
function scattered(first: u32, second: u32, isAbove: bool): u32 {
  if (!isAbove) return first | (second << 8);
  let bits: u32 = 0;
  for (let column: u32 = 0; column < 4; column++) {
    bits |= ((first >> (2 * column)) & 3) << (4 * column);
    bits |= ((second >> (2 * column)) & 3) << (4 * column + 2);
  }
  return bits;
}
