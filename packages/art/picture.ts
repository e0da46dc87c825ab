/** Pictures computed texel by texel from whole numbers, so that they are the same everywhere. */
import sharp from "sharp";

/** Channels from 0 to 255; without an alpha a color is opaque. */
export type Color = readonly [red: number, green: number, blue: number, alpha?: number];

/** The color of a texel; x to the right, y downwards. */
export type Painter = (x: number, y: number) => Color;

/** A whole number from 0 to 255 that looks random and depends only on its arguments. */
export function noise(x: number, y: number, seed: number): number {
  let h = Math.imul(x, 0x27d4eb2d) ^ Math.imul(y, 0x165667b1) ^ Math.imul(seed, 0x9e3779b1);
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) & 255;
}

/** Noise on a grid of `cell` texels, straight between its points, repeating every `size` texels. */
export function smoothNoise(
  x: number,
  y: number,
  cell: number,
  size: number,
  seed: number,
): number {
  const cells = size / cell;
  const [gx, gy] = [Math.floor(x / cell), Math.floor(y / cell)];
  const [fx, fy] = [(x % cell) / cell, (y % cell) / cell];
  const at = (dx: number, dy: number) => noise((gx + dx) % cells, (gy + dy) % cells, seed);
  const top = at(0, 0) * (1 - fx) + at(1, 0) * fx;
  const bottom = at(0, 1) * (1 - fx) + at(1, 1) * fx;
  return top * (1 - fy) + bottom * fy;
}

/** Between two colors: 0 is the first, 1 the second. */
export function mix(first: Color, second: Color, share: number): Color {
  const at = Math.max(0, Math.min(1, share));
  const channel = (index: 0 | 1 | 2): number =>
    first[index] * (1 - at) + (second[index] as number) * at;
  return [channel(0), channel(1), channel(2)];
}

/** 0 up to `from`, 1 from `to` on, smooth between. */
export function smoothStep(from: number, to: number, value: number): number {
  const t = Math.max(0, Math.min(1, (value - from) / (to - from)));
  return t * t * (3 - 2 * t);
}

/** A picture's rows from the top as bytes of three or four channels. */
export function paint(size: number, channels: 3 | 4, texel: Painter): Uint8Array {
  const pixels = new Uint8Array(size * size * channels);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const color = texel(x, y);
      for (let channel = 0; channel < channels; channel++) {
        const value = Math.round(color[channel] ?? 255);
        pixels[(y * size + x) * channels + channel] = Math.max(0, Math.min(255, value));
      }
    }
  }
  return pixels;
}

/** The PNG of a square picture. */
export function drawPng(size: number, texel: Painter, channels: 3 | 4 = 3): Promise<Buffer> {
  const pixels = paint(size, channels, texel);
  return sharp(pixels, { raw: { width: size, height: size, channels } })
    .png({ compressionLevel: 9 })
    .toBuffer();
}

/** The JPEG of a square picture. */
export function drawJpeg(size: number, texel: Painter): Promise<Buffer> {
  const pixels = paint(size, 3, texel);
  return sharp(pixels, { raw: { width: size, height: size, channels: 3 } })
    .jpeg({ quality: 88 })
    .toBuffer();
}
