/**
 * Mip chains of halves. Levels are floats of 32 bits in between; colors are in linear light, as the sampler of an sRGB
 * format would give them, so that dark ones keep their steps.
 */
import type { Level } from "../fpkg/texture_blob.ts";
import type { TextureSemantic } from "../package_xml/texture_definition.ts";
import { type FloatImage, halveFloat } from "./halve_float.ts";
import type { WideImage } from "./image.ts";
import { bytesAt, kernels, reserve } from "./kernels.ts";
import { decodeSrgb } from "./srgb_tables.ts";

/** Values of a strip; a multiple of eight. */
const STRIP_VALUES = 1 << 16;

/** All levels, or `levelCount` of them, as RGBA of halves. */
export function halfLevels(
  image: WideImage,
  semantic: TextureSemantic,
  levelCount: number,
): Level[] {
  let level = floatImage(image, semantic === "color");
  const isWeighted = semantic === "color" && hasAlpha(level.pixels);
  const levels = [halfLevel(level)];
  while (levels.length < levelCount && (level.width > 1 || level.height > 1)) {
    level = halveFloat(level, isWeighted);
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
  const values = new Float32Array(pixels.length);
  if (isColor) {
    const table = linearOf16();
    for (let at = 0; at < values.length; at++) values[at] = table[pixels[at]!]!;
    for (let at = 3; at < values.length; at += 4) values[at] = pixels[at]! / 65535;
  } else {
    for (let at = 0; at < values.length; at++) values[at] = pixels[at]! / 65535;
  }
  return { width, height, pixels: values };
}

function hasAlpha(pixels: Float32Array): boolean {
  for (let at = 3; at < pixels.length; at += 4) if (pixels[at]! < 1) return true;
  return false;
}

/** Unit vectors, with 0 stored as a half; a vanished one points out of the surface. */
function renormalise(pixels: Float32Array): void {
  for (let at = 0; at < pixels.length; at += 4) {
    const x = pixels[at]! * 2 - 1;
    const y = pixels[at + 1]! * 2 - 1;
    const z = pixels[at + 2]! * 2 - 1;
    const length = Math.sqrt(x * x + y * y + z * z);
    const scale = length === 0 ? 0 : 0.5 / length;
    pixels[at] = x * scale + 0.5;
    pixels[at + 1] = y * scale + 0.5;
    pixels[at + 2] = length === 0 ? 1 : z * scale + 0.5;
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
