/**
 * Keeps cut-outs as full in every level as they are in the first. Averaged alpha lets leaves and fences vanish with
 * distance; each level's alpha is scaled so that as large a share of it passes the cutoff. Method: I. Castaño, "Computing
 * Alpha Mipmaps".
 */
import type { Image } from "./image.ts";

/** Least alpha of 8 bits that passes. */
export function passingAlpha(cutoff: number): number {
  return Math.max(1, Math.ceil(cutoff * 255));
}

/** Share of the texels whose alpha passes. */
export function coverage(image: Image, passing: number): number {
  const counts = alphaCounts(image);
  return countFrom(counts, passing) / (image.width * image.height);
}

/** All levels with the first one's coverage. */
export function preserveCoverage(levels: readonly Image[], passing: number): Image[] {
  const [first, ...others] = levels;
  if (first === undefined) return [];
  const wanted = coverage(first, passing);
  return [first, ...others.map((level) => withCoverage(level, wanted, passing))];
}

/** Opaque where alpha passes, clear elsewhere: what a format with one bit of alpha keeps. */
export function cutOut(image: Image, passing: number): Image {
  return mapAlpha(image, (alpha) => (alpha >= passing ? 255 : 0));
}

function withCoverage(level: Image, wanted: number, passing: number): Image {
  const threshold = thresholdFor(alphaCounts(level), wanted * level.width * level.height);
  // Rounding down keeps what is below the threshold below what passes.
  return mapAlpha(level, (alpha) => Math.min(255, Math.floor((alpha * passing) / threshold)));
}

function mapAlpha({ width, height, pixels }: Image, map: (alpha: number) => number): Image {
  const table = Uint8Array.from({ length: 256 }, (_, alpha) => map(alpha));
  const mapped = pixels.slice();
  for (let at = 3; at < mapped.length; at += 4) mapped[at] = table[mapped[at] as number] as number;
  return { width, height, pixels: mapped };
}

/** The alpha of which as many texels have that or more as is nearest to `wanted`. */
function thresholdFor(counts: Uint32Array, wanted: number): number {
  let best = 1;
  for (let threshold = 1; threshold <= 256; threshold++) {
    const isNearer =
      Math.abs(countFrom(counts, threshold) - wanted) < Math.abs(countFrom(counts, best) - wanted);
    if (isNearer) best = threshold;
  }
  return best;
}

function alphaCounts({ pixels }: Image): Uint32Array {
  const counts = new Uint32Array(257);
  for (let at = 3; at < pixels.length; at += 4) {
    const alpha = pixels[at] as number;
    counts[alpha] = (counts[alpha] as number) + 1;
  }
  return counts;
}

function countFrom(counts: Uint32Array, least: number): number {
  let sum = 0;
  for (let alpha = least; alpha < 256; alpha++) sum += counts[alpha] as number;
  return sum;
}
