/** The sky as the six sides of a cube: air that pales towards the horizon, and fair-weather clouds. */
import { type Color, mix, noise, smoothStep } from "./picture.ts";

/** Sides by name, each with the direction of a place on it; x to the right and y downwards from -1 to 1 (OpenGL ES 3.0, table 3.21). */
export const sides: Readonly<Record<string, (x: number, y: number) => Direction>> = {
  positive_x: (x, y) => [1, -y, -x],
  negative_x: (x, y) => [-1, -y, x],
  positive_y: (x, y) => [x, 1, y],
  negative_y: (x, y) => [x, -1, -y],
  positive_z: (x, y) => [x, -y, 1],
  negative_z: (x, y) => [-x, -y, -1],
};

type Direction = readonly [x: number, y: number, z: number];

const ZENITH: Color = [66, 122, 196];
const HORIZON: Color = [206, 223, 238];
const CLOUD: Color = [252, 252, 252];
const SHADE: Color = [196, 208, 224];
/** What a mirror sees below the horizon. */
const MEADOW: Color = [92, 112, 58];

/** The sky's color in a direction of any length: a function of the direction alone, so the sides meet without a seam. */
export function skyColor([x, y, z]: Direction): Color {
  const height = y / Math.sqrt(x * x + y * y + z * z);
  // The ground ends a little below the horizon, in haze.
  if (height < 0) return mix(HORIZON, MEADOW, smoothStep(0.1, 0.3, -height));
  const air = mix(HORIZON, ZENITH, height * (2 - height));
  // Clouds lie in a plane overhead; near the horizon they are lost in the haze.
  const [east, south] = [x, z].map(
    (along) => (along / (y + 0.12 * Math.sqrt(x * x + z * z))) * 1.6,
  );
  const thickness = billows(east as number, south as number);
  const cover = smoothStep(0.52, 0.72, thickness) * smoothStep(0.03, 0.22, height) * 0.9;
  return mix(air, mix(CLOUD, SHADE, smoothStep(0.62, 0.85, thickness)), cover);
}

/** Four octaves of noise, 0 to 1. */
function billows(x: number, y: number): number {
  const octaves = [0, 1, 2, 3].map((octave) => {
    const scale = 1 << octave;
    return plainNoise(x * scale, y * scale, 20 + octave) / scale;
  });
  return octaves.reduce((sum, value) => sum + value, 0) / 1.875;
}

/** Noise with a grid of 1 that never repeats, smooth between its points, 0 to 1. */
function plainNoise(x: number, y: number, seed: number): number {
  const [gx, gy] = [Math.floor(x), Math.floor(y)];
  const [fx, fy] = [smoothStep(0, 1, x - gx), smoothStep(0, 1, y - gy)];
  const row = (dy: number): number =>
    noise(gx, gy + dy, seed) * (1 - fx) + noise(gx + 1, gy + dy, seed) * fx;
  return (row(0) * (1 - fy) + row(1) * fy) / 255;
}

/** A puff of vapour or dust: white, its alpha soft and ragged towards the edge. */
export function puff(size: number) {
  return (x: number, y: number): Color => {
    const [east, down] = [(x + 0.5) / size - 0.5, (y + 0.5) / size - 0.5];
    const radius = Math.sqrt(east * east + down * down) * 2;
    const thickness = billows(east * 5 + 8, down * 5 + 8);
    const alpha =
      smoothStep(0, 0.7, 1 - radius + (thickness - 0.5) * 0.9) * smoothStep(0, 0.3, 1 - radius);
    // The underside is in its own shadow.
    const light = 255 - smoothStep(-0.1, 0.45, down) * 44 - (1 - thickness) * 16;
    return [light, light, Math.min(255, light + 6), alpha * 255];
  };
}
