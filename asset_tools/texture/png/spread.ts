/** From unfiltered samples to RGBA of 8 or 16 bits. */
import { bytesAt, pngKernels, type SpreadKernel } from "./kernels.ts";
import { PngError, type PngFile } from "./read_png.ts";

/** Whole rows without gaps in the kernels' memory, and where RGBA may go. */
export interface Strip {
  readonly rows: number;
  readonly rowBytes: number;
  /** Pixels of a row. */
  readonly width: number;
  /** Rows. */
  readonly count: number;
  readonly dst: number;
}

/** Makes RGBA of a strip and says where in the kernels' memory it is. */
export type Spread = (strip: Strip) => number;

/** What the file's colors need. */
export function spreadFor(file: PngFile): Spread {
  const { color, depth } = file.header;
  const isWide = depth === 16;
  switch (color) {
    case "rgba":
      return isWide ? byKernel(pngKernels.swapWideRgba) : (strip) => strip.rows;
    case "rgb": {
      const spread = byKernel(isWide ? pngKernels.spreadWideRgb : pngKernels.spreadRgb);
      return file.transparency.length === 0 ? spread : clearing(spread, file);
    }
    case "indexed":
      return spreadIndices(file);
    case "gray":
      return spreadGray(file);
    case "grayAlpha":
      return isWide ? spreadWideGrayAlpha : spreadGrayAlpha;
  }
}

function byKernel(kernel: SpreadKernel): Spread {
  return ({ rows, width, count, dst }) => {
    kernel(rows, width * count, dst);
    return dst;
  };
}

/** The strip's RGBA, to be written. */
function target({ width, count, dst }: Strip): Uint8Array {
  return bytesAt(dst, width * count * 4);
}

function wideTarget({ width, count, dst }: Strip): Uint16Array {
  const length = width * count * 4;
  return new Uint16Array(bytesAt(dst, length * 2).buffer, dst, length);
}

/** Makes the one color that `tRNS` names clear. */
function clearing(spread: Spread, { header, transparency }: PngFile): Spread {
  const clear = [0, 2, 4].map((at) => u16(transparency, at));
  return (strip) => {
    spread(strip);
    const pixels = header.depth === 16 ? wideTarget(strip) : target(strip);
    for (let at = 0; at < pixels.length; at += 4) {
      const isClear =
        pixels[at] === clear[0] && pixels[at + 1] === clear[1] && pixels[at + 2] === clear[2];
      if (isClear) pixels[at + 3] = 0;
    }
    return strip.dst;
  };
}

/** Reads sample `index` of a row of samples of at most 8 bits. */
function sampleAt(row: Uint8Array, index: number, depth: number): number {
  const bit = index * depth;
  const byte = row[bit >> 3] as number;
  return (byte >> (8 - depth - (bit & 7))) & ((1 << depth) - 1);
}

/** Calls `put` for every sample of a strip of one sample of at most 8 bits a pixel, in order. */
function eachSample(strip: Strip, depth: number, put: (sample: number) => void): void {
  for (let y = 0; y < strip.count; y++) {
    const row = bytesAt(strip.rows + y * strip.rowBytes, strip.rowBytes);
    for (let x = 0; x < strip.width; x++) put(sampleAt(row, x, depth));
  }
}

function spreadIndices({ header, palette, transparency }: PngFile): Spread {
  const count = palette.length / 3;
  const colors = new Uint32Array(count);
  const bytes = new Uint8Array(colors.buffer);
  for (let entry = 0; entry < count; entry++) {
    bytes.set(palette.subarray(entry * 3, entry * 3 + 3), entry * 4);
    bytes[entry * 4 + 3] = transparency[entry] ?? 255;
  }
  return (strip) => {
    const pixels = new Uint32Array(target(strip).buffer, strip.dst, strip.width * strip.count);
    let to = 0;
    eachSample(strip, header.depth, (index) => {
      if (index >= count) throw new PngError(`has no color ${index} in its palette`);
      pixels[to++] = colors[index] as number;
    });
    return strip.dst;
  };
}

/** A gray value is stretched so that the greatest becomes 255; 16 bits stay. */
function spreadGray({ header, transparency }: PngFile): Spread {
  const { depth } = header;
  const clear = transparency.length === 0 ? -1 : u16(transparency, 0);
  if (depth === 16) return (strip) => spreadWideGray(strip, clear);
  const scale = 255 / ((1 << depth) - 1);
  return (strip) => {
    const pixels = target(strip);
    let to = 0;
    eachSample(strip, depth, (sample) => {
      pixels.fill(sample * scale, to, to + 3);
      pixels[to + 3] = sample === clear ? 0 : 255;
      to += 4;
    });
    return strip.dst;
  };
}

function spreadWideGray(strip: Strip, clear: number): number {
  const pixels = wideTarget(strip);
  const samples = bytesAt(strip.rows, strip.rowBytes * strip.count);
  for (let pixel = 0; pixel < strip.width * strip.count; pixel++) {
    const sample = u16(samples, pixel * 2);
    pixels.fill(sample, pixel * 4, pixel * 4 + 3);
    pixels[pixel * 4 + 3] = sample === clear ? 0 : 65535;
  }
  return strip.dst;
}

function spreadGrayAlpha(strip: Strip): number {
  const pixels = target(strip);
  const samples = bytesAt(strip.rows, strip.rowBytes * strip.count);
  for (let from = 0, to = 0; from < samples.length; from += 2, to += 4) {
    pixels.fill(samples[from] as number, to, to + 3);
    pixels[to + 3] = samples[from + 1] as number;
  }
  return strip.dst;
}

function spreadWideGrayAlpha(strip: Strip): number {
  const pixels = wideTarget(strip);
  const samples = bytesAt(strip.rows, strip.rowBytes * strip.count);
  for (let from = 0, to = 0; from < samples.length; from += 4, to += 4) {
    pixels.fill(u16(samples, from), to, to + 3);
    pixels[to + 3] = u16(samples, from + 2);
  }
  return strip.dst;
}

/** Big-endian, as PNG has it. */
function u16(bytes: Uint8Array, at: number): number {
  return ((bytes[at] as number) << 8) | (bytes[at + 1] as number);
}
