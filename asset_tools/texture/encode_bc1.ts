/**
 * BC1 in integers: the box of the block's colors, its diagonal chosen by the sign of the covariances with green's
 * rival, ends drawn in by a sixteenth, texels projected on the diagonal. Texels with alpha below 128 become
 * transparent in the three-color mode.
 */
import { encodeBlocks } from "./blocks.ts";
import type { Image } from "./decode_image.ts";

/** Encodes one level, 8 bytes a block. */
export function encodeBc1(image: Image): Uint8Array {
  return encodeBlocks(image, 8, encodeBlock);
}

const low = new Int32Array(3);
const high = new Int32Array(3);

function encodeBlock(texels: Uint8Array, dst: DataView, offset: number): void {
  const clear = findBox(texels);
  if (clear === 16) {
    writeBlock(dst, offset, 0, 0, 0xffffffff);
    return;
  }
  orientBox(texels);
  for (let channel = 0; channel < 3; channel++) {
    const inset = (high[channel]! - low[channel]!) / 16;
    low[channel] = low[channel]! + inset;
    high[channel] = high[channel]! - inset;
  }
  const first = pack565(high);
  const second = pack565(low);
  if (clear > 0) {
    encodeThreeColors(texels, dst, offset, first, second);
    return;
  }
  if (first === second) {
    writeBlock(dst, offset, first, second, 0);
    return;
  }
  // The larger number first selects the four-color mode.
  const [major, minor] = first > second ? [first, second] : [second, first];
  writeBlock(dst, offset, major, minor, fourColorIndices(texels, major, minor));
}

/** Sets `low` and `high` to the box of the opaque texels; returns how many are not. */
function findBox(texels: Uint8Array): number {
  low.fill(255);
  high.fill(0);
  let clear = 0;
  for (let at = 0; at < 64; at += 4) {
    if (texels[at + 3]! < 128) {
      clear++;
      continue;
    }
    for (let channel = 0; channel < 3; channel++) {
      const value = texels[at + channel]!;
      if (value < low[channel]!) low[channel] = value;
      if (value > high[channel]!) high[channel] = value;
    }
  }
  return clear;
}

/** Swaps the ends of channels that fall while the widest channel rises. */
function orientBox(texels: Uint8Array): void {
  let widest = 0;
  for (let channel = 1; channel < 3; channel++) {
    if (high[channel]! - low[channel]! > high[widest]! - low[widest]!) widest = channel;
  }
  const middle = low[widest]! + high[widest]!;
  for (let channel = 0; channel < 3; channel++) {
    if (channel === widest) continue;
    const center = low[channel]! + high[channel]!;
    let covariance = 0;
    for (let at = 0; at < 64; at += 4) {
      if (texels[at + 3]! < 128) continue;
      covariance += (texels[at + channel]! * 2 - center) * (texels[at + widest]! * 2 - middle);
    }
    if (covariance < 0) {
      const swapped = low[channel]!;
      low[channel] = high[channel]!;
      high[channel] = swapped;
    }
  }
}

function pack565(color: Int32Array): number {
  const five = (value: number): number => (value * 31 + 127) / 255;
  const six = (value: number): number => (value * 63 + 127) / 255;
  return (five(color[0]!) << 11) | (six(color[1]!) << 5) | (five(color[2]!) | 0);
}

const red = (color: number): number => ((color >> 11) << 3) | (color >> 13);
const green = (color: number): number => (((color >> 5) & 63) << 2) | ((color >> 9) & 3);
const blue = (color: number): number => ((color & 31) << 3) | ((color >> 2) & 7);

/** Codes of the four colors along the line from `minor` to `major`. */
const FOUR_COLOR_CODES = [1, 3, 2, 0] as const;

function fourColorIndices(texels: Uint8Array, major: number, minor: number): number {
  const dr = red(major) - red(minor);
  const dg = green(major) - green(minor);
  const db = blue(major) - blue(minor);
  const length = dr * dr + dg * dg + db * db;
  const base = red(minor) * dr + green(minor) * dg + blue(minor) * db;
  let indices = 0;
  for (let texel = 15; texel >= 0; texel--) {
    const at = texel * 4;
    const along = texels[at]! * dr + texels[at + 1]! * dg + texels[at + 2]! * db - base;
    // Thirds of the line, rounded: comparisons instead of a division keep it exact.
    const step =
      along * 6 < length ? 0 : along * 6 < length * 3 ? 1 : along * 6 < length * 5 ? 2 : 3;
    indices = (indices << 2) | FOUR_COLOR_CODES[step];
  }
  return indices >>> 0;
}

/** Codes along the line from first to second in the three-color mode. */
const THREE_COLOR_CODES = [0, 2, 1] as const;

function encodeThreeColors(
  texels: Uint8Array,
  dst: DataView,
  offset: number,
  one: number,
  other: number,
): void {
  const [first, second] = one <= other ? [one, other] : [other, one];
  const dr = red(second) - red(first);
  const dg = green(second) - green(first);
  const db = blue(second) - blue(first);
  const length = dr * dr + dg * dg + db * db;
  const base = red(first) * dr + green(first) * dg + blue(first) * db;
  let indices = 0;
  for (let texel = 15; texel >= 0; texel--) {
    const at = texel * 4;
    const along = texels[at]! * dr + texels[at + 1]! * dg + texels[at + 2]! * db - base;
    const step = along * 4 < length || length === 0 ? 0 : along * 4 < length * 3 ? 1 : 2;
    const code = texels[at + 3]! < 128 ? 3 : THREE_COLOR_CODES[step];
    indices = (indices << 2) | code;
  }
  writeBlock(dst, offset, first, second, indices >>> 0);
}

function writeBlock(
  dst: DataView,
  offset: number,
  first: number,
  second: number,
  indices: number,
): void {
  dst.setUint16(offset, first, true);
  dst.setUint16(offset + 2, second, true);
  dst.setUint32(offset + 4, indices, true);
}
