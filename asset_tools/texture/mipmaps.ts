/**
 * Mip chains by area averaging. The chain is computed in 16 bits: color in linear light weighted by alpha, normals
 * renormalised, masks and data as they are. Sums are of integers below 2^53, so every engine gets the same bytes.
 */
import type { TextureSemantic } from "../package_xml/model.ts";
import type { Image } from "./decode_image.ts";
import { linearOfSrgb, srgbOfLinear } from "./srgb_tables.ts";

/** A level in working form: RGBA, 16 bits a channel. */
interface WideImage {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint16Array;
}

/** All levels from `image` itself down to 1x1. */
export function mipChain(image: Image, semantic: TextureSemantic): Image[] {
  const levels = [image];
  let wide = widen(image, semantic);
  while (wide.width > 1 || wide.height > 1) {
    wide = halve(wide, semantic);
    levels.push(narrow(wide, semantic));
  }
  return levels;
}

function widen({ width, height, pixels }: Image, semantic: TextureSemantic): WideImage {
  const isColor = semantic === "color";
  const wide = new Uint16Array(pixels.length);
  for (let at = 0; at < pixels.length; at += 4) {
    for (let channel = 0; channel < 3; channel++) {
      const value = pixels[at + channel]!;
      wide[at + channel] = isColor ? linearOfSrgb[value]! : value * 257;
    }
    wide[at + 3] = pixels[at + 3]! * 257;
  }
  return { width, height, pixels: wide };
}

function narrow({ width, height, pixels }: WideImage, semantic: TextureSemantic): Image {
  const isColor = semantic === "color";
  const bytes = new Uint8Array(pixels.length);
  for (let at = 0; at < pixels.length; at += 4) {
    for (let channel = 0; channel < 3; channel++) {
      const value = pixels[at + channel]!;
      bytes[at + channel] = isColor ? srgbOfLinear[value]! : ((value + 128) / 257) | 0;
    }
    bytes[at + 3] = ((pixels[at + 3]! + 128) / 257) | 0;
  }
  return { width, height, pixels: bytes };
}

function halve(src: WideImage, semantic: TextureSemantic): WideImage {
  const weighted = semantic === "color" && hasAlpha(src.pixels);
  const isEven = src.width % 2 === 0 && src.height % 2 === 0;
  const half = isEven && !weighted ? halveEven(src) : halveAny(src, weighted);
  if (semantic === "normal") renormalise(half.pixels);
  return half;
}

function hasAlpha(pixels: Uint16Array): boolean {
  for (let at = 3; at < pixels.length; at += 4) if (pixels[at] !== 65535) return true;
  return false;
}

/** The common case: four texels become one. */
function halveEven(src: WideImage): WideImage {
  const width = src.width / 2;
  const height = src.height / 2;
  const from = src.pixels;
  const pixels = new Uint16Array(width * height * 4);
  const stride = src.width * 4;
  let out = 0;
  for (let y = 0; y < height; y++) {
    let at = y * 2 * stride;
    for (let x = 0; x < width; x++, at += 8, out += 4) {
      for (let channel = 0; channel < 4; channel++) {
        const place = at + channel;
        const sum =
          from[place]! + from[place + 4]! + from[place + stride]! + from[place + stride + 4]!;
        pixels[out + channel] = (sum + 2) >> 2;
      }
    }
  }
  return { width, height, pixels };
}

/** Source texels and integer weights of one output texel along an axis; an odd size needs three. */
interface Taps {
  readonly start: number;
  readonly weights: readonly number[];
}

function tapsOf(size: number): Taps[] {
  if (size === 1) return [{ start: 0, weights: [1] }];
  const half = size >> 1;
  return Array.from({ length: half }, (_, x) => ({
    start: 2 * x,
    weights: size % 2 === 0 ? [1, 1] : [half - x, half, x + 1],
  }));
}

function halveAny(src: WideImage, weighted: boolean): WideImage {
  const columns = tapsOf(src.width);
  const rows = tapsOf(src.height);
  const pixels = new Uint16Array(columns.length * rows.length * 4);
  let out = 0;
  for (const row of rows) {
    for (const column of columns) {
      averageTexel(src, column, row, weighted, pixels, out);
      out += 4;
    }
  }
  return { width: columns.length, height: rows.length, pixels };
}

function averageTexel(
  src: WideImage,
  column: Taps,
  row: Taps,
  weighted: boolean,
  pixels: Uint16Array,
  out: number,
): void {
  let [red, green, blue, alpha, area, plainRed, plainGreen, plainBlue] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (const [dy, vertical] of row.weights.entries()) {
    for (const [dx, horizontal] of column.weights.entries()) {
      const at = ((row.start + dy) * src.width + column.start + dx) * 4;
      const weight = vertical * horizontal;
      const opacity = weighted ? weight * src.pixels[at + 3]! : weight;
      red += src.pixels[at]! * opacity;
      green += src.pixels[at + 1]! * opacity;
      blue += src.pixels[at + 2]! * opacity;
      alpha += src.pixels[at + 3]! * weight;
      area += weight;
      plainRed += src.pixels[at]! * weight;
      plainGreen += src.pixels[at + 1]! * weight;
      plainBlue += src.pixels[at + 2]! * weight;
    }
  }
  // Where nothing is opaque the color still shows when the sampler blends, so it stays the plain average.
  const isClear = weighted && alpha === 0;
  const divisor = weighted && !isClear ? alpha : area;
  pixels[out] = roundedQuotient(isClear ? plainRed : red, divisor);
  pixels[out + 1] = roundedQuotient(isClear ? plainGreen : green, divisor);
  pixels[out + 2] = roundedQuotient(isClear ? plainBlue : blue, divisor);
  pixels[out + 3] = roundedQuotient(alpha, area);
}

function roundedQuotient(sum: number, divisor: number): number {
  return Math.floor(sum / divisor + 0.5);
}

/** Makes every xyz of unit length; a vanished normal points out of the surface. */
function renormalise(pixels: Uint16Array): void {
  for (let at = 0; at < pixels.length; at += 4) {
    const x = pixels[at]! * 2 - 65535;
    const y = pixels[at + 1]! * 2 - 65535;
    const z = pixels[at + 2]! * 2 - 65535;
    const length = Math.sqrt(x * x + y * y + z * z);
    const scale = length === 0 ? 0 : 32767.5 / length;
    pixels[at] = Math.floor(x * scale + 32768);
    pixels[at + 1] = Math.floor(y * scale + 32768);
    pixels[at + 2] = length === 0 ? 65535 : Math.floor(z * scale + 32768);
  }
}
