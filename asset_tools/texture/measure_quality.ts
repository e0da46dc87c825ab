/**
 * How near a compressed picture is to its source. Signal to noise counts every error alike; structural similarity looks at
 * what windows of 8x8 texels have in common. Z. Wang et al., "Image Quality Assessment: From Error Visibility to
 * Structural Similarity", IEEE Transactions on Image Processing 13 (4), 2004.
 */
import type { Image } from "./image.ts";

export interface Quality {
  /** Peak signal to noise in decibels; infinite for equal pictures. */
  readonly psnr: number;
  /** 1 for equal pictures. */
  readonly ssim: number;
}

/** A window's sides, and from one to the next. */
const WINDOW = 8;
const STEP = 4;

/** What keeps quotients of flat windows finite, for values up to 255. */
const C1 = (0.01 * 255) ** 2;
const C2 = (0.03 * 255) ** 2;

/** Compares the channels that are kept; what is clear in the source has no color. */
export function measureQuality(source: Image, decoded: Uint8Array, channels: number[]): Quality {
  const hasAlpha = channels.includes(3);
  const plain = hasAlpha ? withoutClearColor(source.pixels, source.pixels) : source.pixels;
  const shown = hasAlpha ? withoutClearColor(decoded, source.pixels) : decoded;
  const { width, height } = source;
  const similarities = channels.map((channel) => ssim(plain, shown, channel, width, height));
  return { psnr: psnr(plain, shown, channels), ssim: meanOf(similarities) };
}

function withoutClearColor(pixels: Uint8Array, source: Uint8Array): Uint8Array {
  const result = pixels.slice();
  for (let at = 0; at < result.length; at += 4)
    if (source[at + 3] === 0) result.fill(0, at, at + 3);
  return result;
}

/** Over the texels of several channels of two pictures of four. */
export function psnr(a: Uint8Array, b: Uint8Array, channels: readonly number[]): number {
  let sum = 0;
  for (const channel of channels) {
    for (let at = channel; at < a.length; at += 4) {
      const difference = (a[at] as number) - (b[at] as number);
      sum += difference * difference;
    }
  }
  const mean = sum / ((a.length / 4) * channels.length);
  return mean === 0 ? Number.POSITIVE_INFINITY : 10 * Math.log10((255 * 255) / mean);
}

/** Mean over all windows of one channel of two pictures of four. */
export function ssim(
  a: Uint8Array,
  b: Uint8Array,
  channel: number,
  width: number,
  height: number,
): number {
  const columns = windowStarts(width);
  const similarities = windowStarts(height).map((y) => {
    let sum = 0;
    for (const x of columns) {
      const wide = Math.min(WINDOW, width - x);
      const high = Math.min(WINDOW, height - y);
      sum += windowSimilarity(a, b, (y * width + x) * 4 + channel, width * 4, wide, high);
    }
    return sum / columns.length;
  });
  return meanOf(similarities);
}

/** Windows reach the far edge, where the last one may overlap more. */
function windowStarts(size: number): number[] {
  const last = Math.max(0, size - WINDOW);
  const starts = Array.from({ length: Math.ceil(last / STEP) }, (_, index) => index * STEP);
  return [...starts, last];
}

function windowSimilarity(
  a: Uint8Array,
  b: Uint8Array,
  start: number,
  stride: number,
  width: number,
  height: number,
): number {
  let [sumA, sumB, squares, products] = [0, 0, 0, 0];
  for (let y = 0, row = start; y < height; y++, row += stride) {
    for (let x = 0, at = row; x < width; x++, at += 4) {
      const first = a[at] as number;
      const second = b[at] as number;
      sumA += first;
      sumB += second;
      squares += first * first + second * second;
      products += first * second;
    }
  }
  const count = width * height;
  const [meanA, meanB] = [sumA / count, sumB / count];
  const means = meanA * meanA + meanB * meanB;
  const variances = squares / count - means;
  const covariance = products / count - meanA * meanB;
  return ((2 * meanA * meanB + C1) * (2 * covariance + C2)) / ((means + C1) * (variances + C2));
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
