/**
 * How near a compressed picture is to its source. Signal to noise counts every error alike; structural similarity looks at
 * what windows of 8x8 texels, one every four, have in common. Z. Wang et al., "Image Quality Assessment: From Error
 * Visibility to Structural Similarity", IEEE Transactions on Image Processing 13 (4), 2004.
 */
import type { Image } from "./image.ts";
import { bytesAt, kernels, reserve } from "./kernels.ts";

export interface Quality {
  /** Peak signal to noise in decibels; infinite for equal pictures. */
  readonly psnr: number;
  /** 1 for equal pictures. */
  readonly ssim: number;
}

const WINDOW = 8;
/** Sides of a cell, half a window; from a window to the next. */
const CELL = 4;
/** Sums of a cell, in the kernels' memory. */
const CELL_BYTES = 64;

/** Compares the channels that are kept; what is clear in the source has no color where alpha is one of them. */
export function measureQuality(
  source: Image,
  decoded: Uint8Array,
  channels: readonly number[],
): Quality {
  const { errors, similarities } = compare(layOut(source, decoded, channels.includes(3)));
  const values = source.width * source.height * channels.length;
  const error = sumOf(channels.map((channel) => errors[channel] as number)) / values;
  const ssim = sumOf(channels.map((channel) => similarities[channel] as number)) / channels.length;
  const psnr = error === 0 ? Number.POSITIVE_INFINITY : 10 * Math.log10((255 * 255) / error);
  return { psnr, ssim };
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** Two pictures, and places in the kernels' memory for a row of cells of them. */
interface Comparison {
  readonly pictures: readonly [source: Uint8Array, shown: Uint8Array];
  readonly width: number;
  readonly height: number;
  readonly hidesClear: boolean;
  /** Width and height filled up to whole cells and to a window at least; what is not of the pictures is 0. */
  readonly fullWidth: number;
  readonly fullHeight: number;
  /** The texels of a row of cells. */
  readonly strips: readonly [source: number, shown: number];
  /** Of two rows in turn: the cells side by side, then two more for a window that they do not fit. */
  readonly cells: readonly [even: number, odd: number];
  readonly result: number;
}

function layOut(source: Image, shown: Uint8Array, hidesClear: boolean): Comparison {
  const { width, height, pixels } = source;
  const [fullWidth, fullHeight] = [filledUp(width), filledUp(height)];
  const strip = fullWidth * CELL * 4;
  const row = (fullWidth / CELL + 2) * CELL_BYTES;
  const [first, second, even, odd, result] = reserve(strip, strip, row, row, 32);
  return {
    pictures: [pixels, shown],
    width,
    height,
    hidesClear,
    fullWidth,
    fullHeight,
    strips: [first, second],
    cells: [even, odd],
    result,
  };
}

function filledUp(size: number): number {
  return Math.max(WINDOW, Math.ceil(size / CELL) * CELL);
}

/** Whether the last window ends inside a cell. */
function isUneven(size: number): boolean {
  return size > WINDOW && size % CELL > 0;
}

interface Figures {
  /** Sums of squares, by channel. */
  readonly errors: readonly number[];
  /** Means over all windows, by channel. */
  readonly similarities: readonly number[];
}

/** Goes down the pictures, a row of cells at a time. */
function compare(comparison: Comparison): Figures {
  const { height, fullHeight } = comparison;
  const [even, odd] = comparison.cells;
  const errors = [0, 0, 0, 0];
  const rows: (readonly number[])[] = [];
  for (let y = 0; y < fullHeight; y += CELL) {
    const [below, above] = (y / CELL) % 2 === 0 ? [even, odd] : [odd, even];
    loadStrips(comparison, y);
    addErrors(comparison, errors);
    sumRow(comparison, below);
    const isWhole = y + CELL <= height || height < WINDOW;
    if (y > 0 && isWhole) rows.push(rowSimilarities(comparison, above, below));
  }
  if (isUneven(height)) {
    for (const [y, cells] of [
      [height - WINDOW, even],
      [height - CELL, odd],
    ] as const) {
      loadStrips(comparison, y);
      sumRow(comparison, cells);
    }
    rows.push(rowSimilarities(comparison, even, odd));
  }
  const similarities = errors.map(
    (_, channel) => sumOf(rows.map((row) => row[channel] as number)) / rows.length,
  );
  return { errors, similarities };
}

/** The texels of a row of cells that starts at `y`. */
function loadStrips({ pictures, strips, ...sizes }: Comparison, y: number): void {
  const { width, height, fullWidth, hidesClear } = sizes;
  const rows = Math.max(0, Math.min(CELL, height - y));
  for (const [index, pixels] of pictures.entries()) {
    const strip = bytesAt(strips[index] as number, fullWidth * CELL * 4);
    if (rows < CELL || fullWidth > width) strip.fill(0);
    if (fullWidth === width) {
      strip.set(pixels.subarray(y * width * 4, (y + rows) * width * 4));
      continue;
    }
    for (let row = 0; row < rows; row++) {
      const from = (y + row) * width * 4;
      strip.set(pixels.subarray(from, from + width * 4), row * fullWidth * 4);
    }
  }
  if (hidesClear) kernels.hideClear(...strips, fullWidth * CELL);
}

function addErrors({ strips, fullWidth, result }: Comparison, errors: number[]): void {
  kernels.squaredErrors(...strips, fullWidth * CELL, result);
  const sums = new Uint32Array(kernels.memory.buffer, result, 4);
  for (let channel = 0; channel < 4; channel++)
    errors[channel] = (errors[channel] as number) + (sums[channel] as number);
}

function sumRow({ strips, width, fullWidth }: Comparison, cells: number): void {
  const count = fullWidth / CELL;
  const stride = fullWidth * 4;
  kernels.sumCells(...strips, stride, count, cells);
  if (!isUneven(width)) return;
  for (const [index, x] of [width - WINDOW, width - CELL].entries()) {
    const place = cells + (count + index) * CELL_BYTES;
    kernels.sumCell(strips[0] + x * 4, strips[1] + x * 4, stride, place);
  }
}

/** Means of a row of windows, by channel. */
function rowSimilarities(
  { width, height, fullWidth, result }: Comparison,
  above: number,
  below: number,
): readonly number[] {
  const texels = Math.min(WINDOW, width) * Math.min(WINDOW, height);
  const regular = Math.max(WINDOW, Math.floor(width / CELL) * CELL) / CELL - 1;
  const sums = new Float64Array(kernels.memory.buffer, result, 4).fill(0);
  kernels.addSimilarities(above, below, regular, texels, result);
  if (isUneven(width)) {
    const extra = (fullWidth / CELL) * CELL_BYTES;
    kernels.addSimilarities(above + extra, below + extra, 1, texels, result);
  }
  const windows = isUneven(width) ? regular + 1 : regular;
  return Array.from(sums, (sum) => sum / windows);
}
