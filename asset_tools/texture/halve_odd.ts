/** The rare step of a mip chain: a side is odd, so a texel of the result covers parts of three. */
import type { WideImage } from "./image.ts";

/** Source texels and integer weights of one output texel along an axis; an odd size needs three. */
export interface Taps {
  readonly start: number;
  readonly weights: readonly number[];
}

export function tapsOf(size: number): Taps[] {
  if (size === 1) return [{ start: 0, weights: [1] }];
  const half = size >> 1;
  return Array.from({ length: half }, (_, x) => ({
    start: 2 * x,
    weights: size % 2 === 0 ? [1, 1] : [half - x, half, x + 1],
  }));
}

/** Halves an image of any size; with `weighted`, colors count by their alpha. */
export function halveOdd(src: WideImage, weighted: boolean): WideImage {
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
