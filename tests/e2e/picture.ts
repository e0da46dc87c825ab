/** Pictures as numbers: which colours are where, and how two of them differ. */
import sharp from "sharp";

/** RGB, rows top to bottom. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** A part of a picture, as shares of its width and height. */
export interface Region {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export type ColorTest = (red: number, green: number, blue: number) => boolean;

export async function readPicture(png: Uint8Array): Promise<Picture> {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, pixels: data };
}

/** The share of a region's pixels whose colour passes. */
export function shareOf(picture: Picture, region: Region, test: ColorTest): number {
  const [left, right] = [region.left, region.right].map((x) => Math.round(x * picture.width));
  const [top, bottom] = [region.top, region.bottom].map((y) => Math.round(y * picture.height));
  let [all, passed] = [0, 0];
  for (let y = top as number; y < (bottom as number); y++) {
    for (let x = left as number; x < (right as number); x++) {
      all++;
      if (test(...colorAt(picture, x, y))) passed++;
    }
  }
  return passed / all;
}

/** The mean colour of a region. */
export function meanColor(picture: Picture, region: Region): [number, number, number] {
  const sums: [number, number, number] = [0, 0, 0];
  let all = 0;
  shareOf(picture, region, (red, green, blue) => {
    sums[0] += red;
    sums[1] += green;
    sums[2] += blue;
    all++;
    return true;
  });
  return [sums[0] / all, sums[1] / all, sums[2] / all];
}

/** The share of pixels in which any channel differs by more than `tolerance`, and the largest difference. */
export function compare(
  first: Picture,
  second: Picture,
  tolerance: number,
): { readonly share: number; readonly largest: number } {
  if (first.width !== second.width || first.height !== second.height)
    throw new Error(
      `Sizes differ: ${first.width}x${first.height}, ${second.width}x${second.height}`,
    );
  let [different, largest] = [0, 0];
  for (let y = 0; y < first.height; y++) {
    for (let x = 0; x < first.width; x++) {
      const other = colorAt(second, x, y);
      const most = Math.max(
        ...colorAt(first, x, y).map((channel, at) => Math.abs(channel - (other[at] as number))),
      );
      largest = Math.max(largest, most);
      if (most > tolerance) different++;
    }
  }
  return { share: different / (first.width * first.height), largest };
}

function colorAt({ width, pixels }: Picture, x: number, y: number): [number, number, number] {
  const at = (y * width + x) * 3;
  return [pixels[at] as number, pixels[at + 1] as number, pixels[at + 2] as number];
}

// The sample's scene, as seen from its camera.

/** The painted crate. */
export const isCrate: ColorTest = (red, green, blue) => red > 1.6 * green && red > 1.6 * blue;
/** The rotors. */
export const isRotor: ColorTest = (red, green, blue) =>
  red > 180 && green > 100 && green < 0.85 * red && blue < 0.4 * red;
/** The quadcopter's body. */
export const isCarbon: ColorTest = (red, green, blue) =>
  Math.max(red, green, blue) < 80 && Math.max(red, green, blue) - Math.min(red, green, blue) < 16;

export const crateRegion: Region = { left: 0.34, top: 0.43, right: 0.41, bottom: 0.58 };
export const quadcopterRegion: Region = { left: 0.53, top: 0.33, right: 0.72, bottom: 0.45 };
