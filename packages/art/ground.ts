/** What the meadow is made of: the layers of its ground, and the mask that says which lies where. */
import { type Color, mix, noise, smoothNoise, smoothStep } from "./picture.ts";

export const GROUND_SIZE = 256;

/** Meadow: large patches, small tufts, single blades. */
export function grass(x: number, y: number): Color {
  const patch = smoothNoise(x, y, 64, 256, 1) / 255;
  const tuft = smoothNoise(x, y, 8, 256, 2) / 255;
  const blade = noise(x, y, 3) / 255;
  const light = 0.55 + 0.2 * patch + 0.15 * tuft + 0.1 * blade;
  return [(78 + 44 * patch) * light, 140 * light, (40 + 16 * tuft) * light];
}

/** Trodden earth with a few stones. */
export function earth(x: number, y: number): Color {
  const patch = smoothNoise(x, y, 32, 256, 6) / 255;
  const crumb = smoothNoise(x, y, 4, 256, 7) / 255;
  const light = 0.62 + 0.18 * patch + 0.2 * crumb;
  return mix([158 * light, 122 * light, 84 * light], [146, 124, 98], stone(x, y, 16, 0.28));
}

/** Gravel: stones of several greys close to each other. */
export function gravel(x: number, y: number): Color {
  const near = nearestPoint(x, y, 16);
  const shade = 118 + (noise(near.cell, 2, 9) >> 3) - near.distance * 2.6;
  const warmth = (noise(near.cell, 3, 9) >> 4) - 4;
  const grain = noise(x, y, 10) >> 5;
  return [shade + warmth + grain, shade + grain, shade - warmth + grain];
}

/** Pitted rock. */
export function rock(x: number, y: number): Color {
  const height = rockHeight(x, y);
  return mix([92, 90, 86], [168, 162, 150], height);
}

/** How far rock stands out, 0 to 1. */
export function rockHeight(x: number, y: number): number {
  const octave = (cell: number, seed: number): number => smoothNoise(x, y, cell, 256, seed) / 255;
  return octave(64, 11) * 0.35 + octave(16, 12) * 0.35 + octave(4, 13) * 0.3;
}

/** The normal map of a height that repeats every 256 texels, green upwards. */
export function normalOf(height: (x: number, y: number) => number, steepness: number) {
  return (x: number, y: number): Color => {
    const slope = (dx: number, dy: number): number =>
      height((x + dx) & 255, (y + dy) & 255) - height((x - dx) & 255, (y - dy) & 255);
    const [nx, ny] = [-slope(1, 0) * steepness, slope(0, 1) * steepness];
    const length = Math.sqrt(nx * nx + ny * ny + 1);
    return [nx, ny, 1].map((part) => (part / length) * 127.5 + 127.5) as unknown as Color;
  };
}

/** Metres that the mask covers, with the world's origin in its middle. */
const MASK_METRES = 120;

/** Which layer lies at a texel of the mask: 0 grass, 128 earth, 255 gravel. */
export function groundMask(x: number, y: number): number {
  const metres = (at: number): number => ((at + 0.5) / GROUND_SIZE - 0.5) * MASK_METRES;
  const [east, south] = [metres(x), metres(y)];
  const ragged = (smoothNoise(x, y, 4, GROUND_SIZE, 14) / 255 - 0.5) * 0.9;
  const path = Math.abs(east - 1.5 - 2.6 * wave(south / 26) - 0.9 * wave(south / 11)) + ragged;
  const pad = Math.sqrt((east - 1.5) ** 2 + (south + 2.5) ** 2) + ragged * 0.4;
  const onPath = 1 - smoothStep(0.5, 1.7, path);
  const onPad = 1 - smoothStep(1.2, 2.2, pad);
  return Math.max(onPath * 128, onPad * 255);
}

/** As a sine, of parabolas: from -1 to 1 with a period of 2. */
function wave(turns: number): number {
  const at = turns - 2 * Math.floor(turns / 2);
  return at < 1 ? 4 * at * (1 - at) : -4 * (at - 1) * (2 - at);
}

/** 1 on the round stones that lie in a share of the cells, 0 beside them. */
function stone(x: number, y: number, cell: number, share: number): number {
  const { distance, cell: id } = nearestPoint(x, y, cell);
  const radius = noise(id, 1, 8) < share * 255 ? 2 + (noise(id, 4, 8) >> 6) : 0;
  return radius === 0 ? 0 : 1 - smoothStep(radius - 1, radius + 1, distance);
}

/** The nearest of points scattered one a cell, repeating every 256 texels (Worley, "A Cellular Texture Basis Function", 1996). */
function nearestPoint(
  x: number,
  y: number,
  cell: number,
): { readonly distance: number; readonly cell: number } {
  const cells = GROUND_SIZE / cell;
  let best = { distance: Number.POSITIVE_INFINITY, cell: 0 };
  for (let dy = -1; dy <= 1; dy++) {
    for (let dx = -1; dx <= 1; dx++) {
      const [gx, gy] = [Math.floor(x / cell) + dx, Math.floor(y / cell) + dy];
      const id = ((gy + cells) % cells) * cells + ((gx + cells) % cells);
      const px = (gx + noise(id, 5, 15) / 255) * cell - x;
      const py = (gy + noise(id, 6, 15) / 255) * cell - y;
      const distance = Math.sqrt(px * px + py * py);
      if (distance < best.distance) best = { distance, cell: id };
    }
  }
  return best;
}
