/**
 * Mip chains by area averaging. The chain is computed in 16 bits: color in linear light weighted by alpha, normals
 * renormalised, masks and data as they are. Sums are of integers, so every engine gets the same bytes. Kernels do images
 * of even sides, in strips so that the 16 bits of the largest level are never there as a whole.
 */
import type { TextureSemantic } from "../package_xml/texture_definition.ts";
import { halveUneven, wide } from "./halve_uneven.ts";
import { hasAlpha, type Image, type WideImage } from "./image.ts";
import { bytesAt, kernels, LINEAR_OF_SRGB, reserve, SRGB_OF_LINEAR } from "./kernels.ts";
import { linearOfSrgb } from "./srgb_tables.ts";

interface Averaging {
  readonly isColor: boolean;
  readonly isNormal: boolean;
  /** Color counts by its alpha. */
  readonly isWeighted: boolean;
}

/** A level as the chain goes on from it, and as it is stored. */
interface MipLevel {
  readonly wide: WideImage;
  readonly image: Image;
}

/** Where a strip of a level is made in the kernels' memory. */
interface Strip {
  /** First row of the level, and how many. */
  readonly top: number;
  readonly rows: number;
  /** Twice the rows and columns, 8 bits a channel and 16. */
  readonly source: number;
  readonly wideSource: number;
  /** The result, 16 bits a channel. */
  readonly result: number;
}

/** Pixels of a strip at most, unless one row has more. */
const STRIP_PIXELS = 1 << 15;

/** All levels from `image` itself down to 1x1. */
export function mipChain(image: Image, semantic: TextureSemantic): Image[] {
  const levels = [image];
  if (image.width === 1 && image.height === 1) return levels;
  const isColor = semantic === "color";
  const isWeighted = isColor && hasAlpha(image.pixels);
  const averaging = { isColor, isNormal: semantic === "normal", isWeighted };
  let level = halveImage(image, averaging);
  levels.push(level.image);
  while (level.wide.width > 1 || level.wide.height > 1) {
    level = halveWide(level.wide, averaging);
    levels.push(level.image);
  }
  return levels;
}

/** The first step, from 8 bits. */
function halveImage(image: Image, averaging: Averaging): MipLevel {
  if (!isEven(image)) return halveWide(widen(image, averaging.isColor), averaging);
  const { width, height, pixels } = image;
  return makeLevel(width / 2, height / 2, averaging, (strip) => {
    const bytes = pixels.subarray(strip.top * width * 8, (strip.top + strip.rows) * width * 8);
    bytesAt(strip.source, bytes.length).set(bytes);
    widenTexels(strip.source, bytes.length / 4, averaging.isColor, strip.wideSource);
    halve(strip, width, averaging);
  });
}

function halveWide(src: WideImage, averaging: Averaging): MipLevel {
  if (!isEven(src)) return finished(halveUneven(src, averaging.isWeighted, wide), averaging);
  const { width, height } = src;
  return makeLevel(width / 2, height / 2, averaging, (strip) => {
    copyRows(src, strip.top * 2, strip.rows * 2, strip.wideSource);
    halve(strip, width, averaging);
  });
}

/** An image of which only normals' lengths are still wrong. */
function finished(image: WideImage, averaging: Averaging): MipLevel {
  return makeLevel(image.width, image.height, averaging, (strip) => {
    copyRows(image, strip.top, strip.rows, strip.result);
  });
}

function isEven({ width, height }: { readonly width: number; readonly height: number }): boolean {
  return width % 2 === 0 && height % 2 === 0;
}

function halve(strip: Strip, width: number, { isWeighted }: Averaging): void {
  const kernel = isWeighted ? kernels.halveWeighted : kernels.halve;
  kernel(strip.wideSource, width, strip.rows * 2, strip.result);
}

function copyRows(image: WideImage, top: number, rows: number, place: number): void {
  const { buffer, byteOffset } = image.pixels;
  const stride = image.width * 8;
  const bytes = new Uint8Array(buffer, byteOffset + top * stride, rows * stride);
  bytesAt(place, bytes.length).set(bytes);
}

/** Makes a level of which `make` leaves each strip's averages in place. */
function makeLevel(
  width: number,
  height: number,
  averaging: Averaging,
  make: (strip: Strip) => void,
): MipLevel {
  const wide = new Uint16Array(width * height * 4);
  const wideBytes = new Uint8Array(wide.buffer);
  const pixels = new Uint8Array(width * height * 4);
  const stripRows = Math.max(1, Math.floor(STRIP_PIXELS / width));
  for (let top = 0; top < height; top += stripRows) {
    const rows = Math.min(stripRows, height - top);
    const texels = width * rows;
    const [source, wideSource, result, narrow] = reserve(
      texels * 16,
      texels * 32,
      texels * 8,
      texels * 4,
    );
    make({ top, rows, source, wideSource, result });
    if (averaging.isNormal) kernels.renormalise(result, texels);
    narrowTexels(result, texels, averaging.isColor, narrow);
    wideBytes.set(bytesAt(result, texels * 8), top * width * 8);
    pixels.set(bytesAt(narrow, texels * 4), top * width * 4);
  }
  return { wide: { width, height, pixels: wide }, image: { width, height, pixels } };
}

function widen({ width, height, pixels }: Image, isColor: boolean): WideImage {
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

function widenTexels(src: number, texels: number, isColor: boolean, dst: number): void {
  if (isColor) kernels.widenColor(src, texels, LINEAR_OF_SRGB, dst);
  else kernels.widenPlain(src, texels, dst);
}

function narrowTexels(src: number, texels: number, isColor: boolean, dst: number): void {
  if (isColor) kernels.narrowColor(src, texels, SRGB_OF_LINEAR, dst);
  else kernels.narrowPlain(src, texels, dst);
}
