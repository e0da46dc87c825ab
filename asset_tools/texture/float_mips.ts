/**
 * Mip chains of halves. Levels are floats of 32 bits in between; colors are in linear light, as the sampler of an sRGB
 * format would give them, so that dark ones keep their steps.
 */
import type { Level } from "../fpkg/texture_blob.ts";
import type { TextureSemantic } from "../package_xml/texture_definition.ts";
import { tapsOf } from "./halve_odd.ts";
import type { WideImage } from "./image.ts";
import { bytesAt, kernels, reserve } from "./kernels.ts";
import { decodeSrgb } from "./srgb_tables.ts";

interface FloatImage {
  readonly width: number;
  readonly height: number;
  readonly pixels: Float32Array;
}

/** Values of a strip; a multiple of eight. */
const STRIP_VALUES = 1 << 16;

/** All levels, or `levelCount` of them, as RGBA of halves. */
export function halfLevels(
  image: WideImage,
  semantic: TextureSemantic,
  levelCount: number,
): Level[] {
  let level = floatImage(image, semantic === "color");
  const isWeighted =
    semantic === "color" && level.pixels.some((value, at) => at % 4 === 3 && value < 1);
  const levels = [halfLevel(level)];
  while (levels.length < levelCount && (level.width > 1 || level.height > 1)) {
    level = halved(level, isWeighted);
    if (semantic === "normal") renormalise(level.pixels);
    levels.push(halfLevel(level));
  }
  return levels;
}

let linearTable: Float32Array | undefined;

/** Linear light of each 16-bit sRGB value. */
function linearOf16(): Float32Array {
  linearTable ??= Float32Array.from({ length: 65536 }, (_, value) => decodeSrgb(value / 65535));
  return linearTable;
}

function floatImage({ width, height, pixels }: WideImage, isColor: boolean): FloatImage {
  const values = Float32Array.from(pixels, (value) => value / 65535);
  if (isColor) {
    const table = linearOf16();
    for (let at = 0; at < values.length; at++) {
      if (at % 4 !== 3) values[at] = table[pixels[at]!]!;
    }
  }
  return { width, height, pixels: values };
}

function halved(src: FloatImage, isWeighted: boolean): FloatImage {
  const columns = tapsOf(src.width);
  const rows = tapsOf(src.height);
  const pixels = new Float32Array(columns.length * rows.length * 4);
  let out = 0;
  for (const row of rows) {
    for (const column of columns) {
      let [alpha, area, weights] = [0, 0, 0];
      const sums = [0, 0, 0];
      const plain = [0, 0, 0];
      for (const [dy, vertical] of row.weights.entries()) {
        for (const [dx, horizontal] of column.weights.entries()) {
          const at = ((row.start + dy) * src.width + column.start + dx) * 4;
          const weight = vertical * horizontal;
          const share = isWeighted ? weight * src.pixels[at + 3]! : weight;
          for (let channel = 0; channel < 3; channel++) {
            const value = src.pixels[at + channel]!;
            sums[channel]! += value * share;
            plain[channel]! += value * weight;
          }
          alpha += src.pixels[at + 3]! * weight;
          area += weight;
          weights += share;
        }
      }
      // Where all is clear the color still shows when the sampler blends.
      const [colors, divisor] = weights === 0 ? [plain, area] : [sums, weights];
      for (let channel = 0; channel < 3; channel++)
        pixels[out + channel] = colors[channel]! / divisor;
      pixels[out + 3] = alpha / area;
      out += 4;
    }
  }
  return { width: columns.length, height: rows.length, pixels };
}

/** Unit vectors, with 0 stored as a half; a vanished one points out of the surface. */
function renormalise(pixels: Float32Array): void {
  for (let at = 0; at < pixels.length; at += 4) {
    const [x, y, z] = [0, 1, 2].map((axis) => pixels[at + axis]! * 2 - 1) as [
      number,
      number,
      number,
    ];
    const length = Math.sqrt(x * x + y * y + z * z);
    const unit = length === 0 ? [0, 0, 1] : [x / length, y / length, z / length];
    for (let axis = 0; axis < 3; axis++) pixels[at + axis] = unit[axis]! / 2 + 0.5;
  }
}

function halfLevel({ width, height, pixels }: FloatImage): Level {
  const data = new Uint8Array(pixels.length * 2);
  for (let from = 0; from < pixels.length; from += STRIP_VALUES) {
    const values = pixels.subarray(from, from + STRIP_VALUES);
    const padded = Math.ceil(values.length / 8) * 8;
    const [src, dst] = reserve(padded * 4, padded * 2);
    new Float32Array(bytesAt(src, padded * 4).buffer, src, values.length).set(values);
    kernels.narrowHalf(src, padded, dst);
    data.set(bytesAt(dst, values.length * 2), from * 2);
  }
  return { width, height, data };
}
