/**
 * BC7 in its mode 6 only: one RGBA line of 16 steps a block. The line is the principal axis of the block's colors,
 * its ends are refined once by least squares, and then all four parity pairs are tried. Plain + - * / on doubles, so the
 * bytes are the same on every engine.
 */
import { BC7_WEIGHTS } from "../fpkg/decode_bc.ts";
import { encodeBlocks } from "./blocks.ts";
import type { Image } from "./decode_image.ts";

/** Encodes one level, 16 bytes a block. */
export function encodeBc7(image: Image): Uint8Array {
  return encodeBlocks(image, 16, encodeBlock);
}

const mean = new Float64Array(4);
const covariance = new Float64Array(16);
const axis = new Float64Array(4);
/** Ends of the line, as doubles: 4 channels low, 4 channels high. */
const ends = new Float64Array(8);

/** A try: quantised ends without and with parity, indices, squared error. */
interface Candidate {
  /** 7-bit ends, low then high. */
  readonly quantised: Uint8Array;
  readonly indices: Uint8Array;
  parity: number;
  error: number;
}

const trial: Candidate = {
  quantised: new Uint8Array(8),
  indices: new Uint8Array(16),
  parity: 0,
  error: 0,
};
const best: Candidate = {
  quantised: new Uint8Array(8),
  indices: new Uint8Array(16),
  parity: 0,
  error: 0,
};

function encodeBlock(texels: Uint8Array, dst: DataView, offset: number): void {
  best.error = Number.POSITIVE_INFINITY;
  findAxis(texels);
  findEnds(texels);
  tryNearestParity(texels);
  if (best.error > 0) {
    refineEnds(texels);
    tryParities(texels);
  }
  writeBlock(dst, offset);
}

/** Principal axis by power iteration from the covariance row of the largest variance. */
function findAxis(texels: Uint8Array): void {
  for (let channel = 0; channel < 4; channel++) {
    let sum = 0;
    for (let at = channel; at < 64; at += 4) sum += texels[at]!;
    mean[channel] = sum / 16;
  }
  covariance.fill(0);
  for (let at = 0; at < 64; at += 4) {
    for (let row = 0; row < 4; row++) {
      const deviation = texels[at + row]! - mean[row]!;
      for (let column = row; column < 4; column++) {
        covariance[row * 4 + column]! += deviation * (texels[at + column]! - mean[column]!);
      }
    }
  }
  let largest = 0;
  for (let row = 0; row < 4; row++) {
    for (let column = 0; column < row; column++)
      covariance[row * 4 + column] = covariance[column * 4 + row]!;
    if (covariance[row * 5]! > covariance[largest * 5]!) largest = row;
  }
  for (let channel = 0; channel < 4; channel++) axis[channel] = covariance[largest * 4 + channel]!;
  for (let step = 0; step < 4; step++) multiplyAxis();
}

/** One step: axis = covariance * axis, scaled so that its largest component is 1. */
function multiplyAxis(): void {
  const [x, y, z, w] = axis as unknown as [number, number, number, number];
  let largest = 0;
  for (let row = 0; row < 4; row++) {
    const at = row * 4;
    const value =
      covariance[at]! * x +
      covariance[at + 1]! * y +
      covariance[at + 2]! * z +
      covariance[at + 3]! * w;
    axis[row] = value;
    largest = Math.max(largest, Math.abs(value));
  }
  if (largest === 0) return;
  for (let row = 0; row < 4; row++) axis[row]! /= largest;
}

/** Ends: the outermost projections on the axis through the mean. */
function findEnds(texels: Uint8Array): void {
  const [x, y, z, w] = axis as unknown as [number, number, number, number];
  const length = x * x + y * y + z * z + w * w;
  let least = 0;
  let most = 0;
  if (length > 0) {
    const base = mean[0]! * x + mean[1]! * y + mean[2]! * z + mean[3]! * w;
    for (let at = 0; at < 64; at += 4) {
      const along =
        (texels[at]! * x + texels[at + 1]! * y + texels[at + 2]! * z + texels[at + 3]! * w - base) /
        length;
      if (along < least) least = along;
      if (along > most) most = along;
    }
  }
  for (let channel = 0; channel < 4; channel++) {
    ends[channel] = mean[channel]! + axis[channel]! * least;
    ends[4 + channel] = mean[channel]! + axis[channel]! * most;
  }
}

/** The first indices only steer the least squares, so one parity pair does: the nearest to the ends. */
function tryNearestParity(texels: Uint8Array): void {
  let parity = 0;
  for (let side = 0; side < 2; side++) {
    let balance = 0;
    for (let place = side * 4; place < side * 4 + 4; place++) {
      // 0.25 where the end is even, -0.25 where it is odd.
      const half = ends[place]! / 2;
      balance += Math.abs(half - Math.floor(half) - 0.5) - 0.25;
    }
    if (balance < 0) parity |= 1 << side;
  }
  tryParity(texels, parity);
}

/** Tries each parity pair and keeps the best result so far. */
function tryParities(texels: Uint8Array): void {
  for (let parity = 0; parity < 4; parity++) tryParity(texels, parity);
}

function tryParity(texels: Uint8Array, parity: number): void {
  for (let place = 0; place < 8; place++) {
    const bit = place < 4 ? parity & 1 : parity >> 1;
    const seven = Math.floor((ends[place]! - bit) / 2 + 0.5);
    trial.quantised[place] = Math.max(0, Math.min(127, seven));
  }
  trial.parity = parity;
  chooseIndices(texels);
  if (trial.error < best.error) {
    best.quantised.set(trial.quantised);
    best.indices.set(trial.indices);
    best.parity = parity;
    best.error = trial.error;
  }
}

function end(candidate: Candidate, place: number): number {
  const bit = place < 4 ? candidate.parity & 1 : candidate.parity >> 1;
  return (candidate.quantised[place]! << 1) | bit;
}

/** Nearest of the 16 steps for each texel by projection; sets indices and error of `trial`. */
function chooseIndices(texels: Uint8Array): void {
  const r = end(trial, 0);
  const g = end(trial, 1);
  const b = end(trial, 2);
  const a = end(trial, 3);
  const dr = end(trial, 4) - r;
  const dg = end(trial, 5) - g;
  const db = end(trial, 6) - b;
  const da = end(trial, 7) - a;
  const length = dr * dr + dg * dg + db * db + da * da;
  const scale = length > 0 ? 15 / length : 0;
  let error = 0;
  for (let texel = 0, at = 0; texel < 16; texel++, at += 4) {
    const fr = texels[at]! - r;
    const fg = texels[at + 1]! - g;
    const fb = texels[at + 2]! - b;
    const fa = texels[at + 3]! - a;
    const along = (fr * dr + fg * dg + fb * db + fa * da) * scale;
    const index = along <= 0 ? 0 : along >= 15 ? 15 : (along + 0.5) | 0;
    trial.indices[texel] = index;
    const weight = BC7_WEIGHTS[index]!;
    const er = fr - ((dr * weight + 32) >> 6);
    const eg = fg - ((dg * weight + 32) >> 6);
    const eb = fb - ((db * weight + 32) >> 6);
    const ea = fa - ((da * weight + 32) >> 6);
    error += er * er + eg * eg + eb * eb + ea * ea;
  }
  trial.error = error;
}

/** Least squares: the ends that fit the texels best while the indices of `best` stay. */
function refineEnds(texels: Uint8Array): void {
  let lowLow = 0;
  let lowHigh = 0;
  let highHigh = 0;
  for (let texel = 0; texel < 16; texel++) {
    const high = BC7_WEIGHTS[best.indices[texel]!]! / 64;
    const low = 1 - high;
    lowLow += low * low;
    lowHigh += low * high;
    highHigh += high * high;
  }
  const determinant = lowLow * highHigh - lowHigh * lowHigh;
  if (determinant === 0) return;
  for (let channel = 0; channel < 4; channel++) {
    let lowSum = 0;
    let highSum = 0;
    for (let texel = 0; texel < 16; texel++) {
      const high = BC7_WEIGHTS[best.indices[texel]!]! / 64;
      const value = texels[texel * 4 + channel]!;
      lowSum += (1 - high) * value;
      highSum += high * value;
    }
    ends[channel] = clampByte((lowSum * highHigh - highSum * lowHigh) / determinant);
    ends[4 + channel] = clampByte((highSum * lowLow - lowSum * lowHigh) / determinant);
  }
}

function clampByte(value: number): number {
  return Math.max(0, Math.min(255, value));
}

/** The first index has three bits, so its top bit must be 0: else the ends change places. */
function writeBlock(dst: DataView, offset: number): void {
  const flip = best.indices[0]! > 7;
  const quantised = (place: number): number => best.quantised[flip ? place ^ 4 : place]!;
  const index = (texel: number): number =>
    flip ? 15 - best.indices[texel]! : best.indices[texel]!;
  const lowParity = flip ? best.parity >> 1 : best.parity & 1;
  const highParity = flip ? best.parity & 1 : best.parity >> 1;
  dst.setUint32(
    offset,
    0x40 | (quantised(0) << 7) | (quantised(4) << 14) | (quantised(1) << 21) | (quantised(5) << 28),
    true,
  );
  dst.setUint32(
    offset + 4,
    (quantised(5) >> 4) |
      (quantised(2) << 3) |
      (quantised(6) << 10) |
      (quantised(3) << 17) |
      (quantised(7) << 24) |
      (lowParity << 31),
    true,
  );
  let third = highParity | (index(0) << 1);
  let fourth = 0;
  for (let texel = 1; texel < 8; texel++) third |= index(texel) << (texel * 4);
  for (let texel = 8; texel < 16; texel++) fourth |= index(texel) << ((texel - 8) * 4);
  dst.setUint32(offset + 8, third, true);
  dst.setUint32(offset + 12, fourth, true);
}
