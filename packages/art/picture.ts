/** Pictures computed texel by texel from whole numbers, so that they are the same everywhere. */
import sharp from "sharp";

export type Color = readonly [red: number, green: number, blue: number];

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

/** The PNG of a square picture. */
export function drawPng(size: number, texel: (x: number, y: number) => Color): Promise<Buffer> {
  const pixels = new Uint8Array(size * size * 3);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      texel(x, y).forEach((value, channel) => {
        pixels[(y * size + x) * 3 + channel] = Math.max(0, Math.min(255, Math.round(value)));
      });
    }
  }
  return sharp(pixels, { raw: { width: size, height: size, channels: 3 } })
    .png({ compressionLevel: 9 })
    .toBuffer();
}
