/** The rare step of a mip chain: a side is odd, so a texel of the result covers parts of three. */

/** RGBA, 16 bits or floats. */
interface Picture<Pixels> {
  readonly width: number;
  readonly height: number;
  readonly pixels: Pixels;
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

/** How the averages of a picture are stored. */
interface Storage<Pixels> {
  readonly create: (length: number) => Pixels;
  readonly round: (average: number) => number;
}

/** Whole numbers of 16 bits. */
export const wide: Storage<Uint16Array> = {
  create: (length) => new Uint16Array(length),
  round: (average) => Math.floor(average + 0.5),
};

/** Floats of 32 bits. */
export const float: Storage<Float32Array> = {
  create: (length) => new Float32Array(length),
  round: (average) => average,
};

/**
 * Halves an image of any size; with `isWeighted`, colors count by their alpha. Sums are in 64 bits and in a fixed order, so
 * every engine gets the same bytes.
 */
export function halveUneven<Pixels extends Uint16Array | Float32Array>(
  src: Picture<Pixels>,
  isWeighted: boolean,
  { create, round }: Storage<Pixels>,
): Picture<Pixels> {
  const columns = tapsOf(src.width);
  const rows = tapsOf(src.height);
  const pixels = create(columns.length * rows.length * 4);
  let out = 0;
  for (const row of rows) {
    for (const column of columns) {
      for (const average of averageTexel(src, column, row, isWeighted))
        pixels[out++] = round(average);
    }
  }
  return { width: columns.length, height: rows.length, pixels };
}

function averageTexel(
  src: Picture<Uint16Array | Float32Array>,
  column: Taps,
  row: Taps,
  isWeighted: boolean,
): readonly number[] {
  let [red, green, blue, shares, area] = [0, 0, 0, 0, 0];
  let [plainRed, plainGreen, plainBlue, alpha] = [0, 0, 0, 0];
  for (const [dy, vertical] of row.weights.entries()) {
    for (const [dx, horizontal] of column.weights.entries()) {
      const at = ((row.start + dy) * src.width + column.start + dx) * 4;
      const weight = vertical * horizontal;
      const share = isWeighted ? weight * src.pixels[at + 3]! : weight;
      red += src.pixels[at]! * share;
      green += src.pixels[at + 1]! * share;
      blue += src.pixels[at + 2]! * share;
      shares += share;
      plainRed += src.pixels[at]! * weight;
      plainGreen += src.pixels[at + 1]! * weight;
      plainBlue += src.pixels[at + 2]! * weight;
      alpha += src.pixels[at + 3]! * weight;
      area += weight;
    }
  }
  // Where nothing is opaque the color still shows when the sampler blends, so it stays the plain average.
  if (!(shares > 0)) return [plainRed / area, plainGreen / area, plainBlue / area, alpha / area];
  return [red / shares, green / shares, blue / shares, alpha / area];
}
