/**
 * BC1's four colors, searched: ends from the fast encoder and from the principal axis are fitted to the steps that texels
 * choose and these to the ends, then each channel of an end is moved as long as that helps.
 */
import { encodeBc1Block } from "./bc1.ts";
import { blue, green, red } from "./color565.ts";
import { findEnds, highEnd, lowEnd } from "./line.ts";
import {
  choosePaints,
  chosenPaints,
  loadPaintedTexels,
  paintBits,
  rowTexels,
  setPaint,
} from "./paints.ts";
import { loadPlanes } from "./planes.ts";
import { principalAxis } from "./principal_axis.ts";

/** The block without alpha, so that only colors make the axis. */
const opaqueTexels = memory.data(64, 16);

/** Both ends of the best block and of an attempt: red and blue of five bits, green of six, i32 each. */
const best = memory.data(24);
const attempt = memory.data(24);
let bestError: f32 = 0;
let bestIndices: u32 = 0;

/** As `encodeBc1Block`; transparent blocks are that. */
export function encodeBc1FineBlock(src: usize, stride: usize, dst: usize, opaque: bool): void {
  encodeBc1Block(src, stride, dst, opaque);
  if (!opaque && isTransparent(src, stride)) return;
  loadPaintedTexels(src, stride);
  bestError = f32.MAX_VALUE;
  store565(load<u16>(dst), load<u16>(dst, 2));
  fitEnds();
  for (let row: usize = 0; row < 4; row++) {
    const alpha = v128.splat<u32>(0xff000000);
    v128.store(opaqueTexels + (row << 4), v128.or(v128.load(src + row * stride), alpha));
  }
  findEnds(loadPlanes(opaqueTexels, 16), principalAxis());
  storeEnd(0, lowEnd());
  storeEnd(12, highEnd());
  fitEnds();
  while (moveEnds()) {}
  writeBlock(dst);
}

/** Whether a texel's alpha is below a half. */
function isTransparent(src: usize, stride: usize): bool {
  const both = v128.and(
    v128.and(v128.load(src), v128.load(src + stride)),
    v128.and(v128.load(src + 2 * stride), v128.load(src + 3 * stride)),
  );
  return v128.bitmask<i32>(both) !== 15;
}

function store565(first: i32, second: i32): void {
  store<i32>(attempt, first >> 11);
  store<i32>(attempt, (first >> 5) & 63, 4);
  store<i32>(attempt, first & 31, 8);
  store<i32>(attempt, second >> 11, 12);
  store<i32>(attempt, (second >> 5) & 63, 16);
  store<i32>(attempt, second & 31, 20);
}

function storeEnd(end: usize, color: v128): void {
  store<i32>(attempt + end, rounded(v128.extract_lane<f32>(color, 0), 31));
  store<i32>(attempt + end, rounded(v128.extract_lane<f32>(color, 1), 63), 4);
  store<i32>(attempt + end, rounded(v128.extract_lane<f32>(color, 2), 31), 8);
}

function rounded(value: f32, most: f32): i32 {
  return <i32>nearest<f32>((min<f32>(255, max<f32>(0, value)) * most) / 255);
}

function packed(end: usize): i32 {
  return (load<i32>(end) << 11) | (load<i32>(end, 4) << 5) | load<i32>(end, 8);
}

/** Chooses steps for the attempt, which becomes the best where its error is lower. */
function tryEnds(): bool {
  const first = packed(attempt);
  const second = packed(attempt + 12);
  const firstRed = red(first);
  const firstGreen = green(first);
  const firstBlue = blue(first);
  const secondRed = red(second);
  const secondGreen = green(second);
  const secondBlue = blue(second);
  setPaint(0, firstRed, firstGreen, firstBlue);
  setPaint(1, secondRed, secondGreen, secondBlue);
  setPaint(
    2,
    (2 * firstRed + secondRed) / 3,
    (2 * firstGreen + secondGreen) / 3,
    (2 * firstBlue + secondBlue) / 3,
  );
  setPaint(
    3,
    (firstRed + 2 * secondRed) / 3,
    (firstGreen + 2 * secondGreen) / 3,
    (firstBlue + 2 * secondBlue) / 3,
  );
  const error = choosePaints(rowTexels, 4);
  if (error >= bestError) return false;
  bestError = error;
  memory.copy(best, attempt, 24);
  bestIndices = interleaved(paintBits(0, 4)) | (interleaved(paintBits(1, 4)) << 1);
  return true;
}

/** Every second bit. */
function interleaved(bits: u32): u32 {
  let wide = (bits | (bits << 8)) & 0x00ff00ff;
  wide = (wide | (wide << 4)) & 0x0f0f0f0f;
  wide = (wide | (wide << 2)) & 0x33333333;
  return (wide | (wide << 1)) & 0x55555555;
}

/** Ends and steps by turns, from the attempt on. */
function fitEnds(): void {
  for (let turn = 0; turn < 4; turn++) {
    if (!tryEnds() && turn > 0) return;
    if (!leastSquares()) return;
  }
}

/** Thirds of the second end in each paint. */
const thirds = memory.data<u8>([0, 3, 1, 2]);

/** The attempt becomes the ends that suit the steps chosen last. False where these do not determine them. */
function leastSquares(): bool {
  let sum = 0;
  let square = 0;
  for (let texel: usize = 0; texel < 16; texel++) {
    const share = <i32>load<u8>(thirds + load<u32>(chosenPaints + (texel << 2)));
    sum += share;
    square += share * share;
  }
  const determinant: i32 = 16 * square - sum * sum;
  if (determinant === 0) return false;
  for (let channel: usize = 0; channel < 3; channel++) {
    let all: f32 = 0;
    let weighted: f32 = 0;
    for (let texel: usize = 0; texel < 16; texel++) {
      const value = load<f32>(rowTexels + (channel << 6) + (texel << 2));
      const share = <f32>load<u8>(thirds + load<u32>(chosenPaints + (texel << 2)));
      all += value;
      weighted += value * share;
    }
    // A line through the values over the thirds.
    const slope = (<f32>16 * weighted - <f32>sum * all) / <f32>determinant;
    const start = (all - slope * <f32>sum) / 16;
    const most: f32 = channel === 1 ? 63 : 31;
    store<i32>(attempt + (channel << 2), rounded(start, most));
    store<i32>(attempt + (channel << 2), rounded(start + 3 * slope, most), 12);
  }
  return true;
}

/** Each channel of both ends one step away. False where none is better. */
function moveEnds(): bool {
  const before = bestError;
  for (let place: usize = 0; place < 24; place += 4) {
    const most = place === 4 || place === 16 ? 63 : 31;
    for (let step = -1; step < 2; step += 2) {
      memory.copy(attempt, best, 24);
      const value = load<i32>(attempt + place) + step;
      if (value < 0 || value > most) continue;
      store<i32>(attempt + place, value);
      tryEnds();
    }
  }
  return bestError < before;
}

/** The larger number first selects the mode of four colors; then the other of each pair of steps is meant. */
function writeBlock(dst: usize): void {
  const first = packed(best);
  const second = packed(best + 12);
  store<u16>(dst, max(first, second));
  store<u16>(dst, min(first, second), 2);
  const indices = first < second ? bestIndices ^ 0x55555555 : bestIndices;
  // Of equal ends only the first step is sure.
  store<u32>(dst, first === second ? 0 : indices, 4);
}
