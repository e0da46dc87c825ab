/**
 * Joins pictures to an atlas. Each lies in a cell whose corners are multiples of a power of two, so that no texel of the
 * levels that are made averages two pictures, and no block of 4x4 texels has two of them in level 0.
 */
import type { Region } from "../fpkg/texture_blob.ts";
import { blankImage, copyRectangle, type Image, type WideImage } from "./image.ts";
import { packRectangles } from "./pack_rectangles.ts";

/** Texels of an atlas' side at most. */
export const MAX_ATLAS_SIZE = 8192;

export interface AtlasOptions {
  /** Texels around each picture. */
  readonly padding: number;
  /** Whether they repeat the picture's edge. */
  readonly extrude: boolean;
}

export interface Atlas<T> {
  readonly image: T;
  readonly regions: readonly Region[];
  /** Levels in which a picture still has a texel around it; at least one. */
  readonly levelCount: number;
}

/** An atlas of pictures by name, or null where they do not fit. */
export function buildAtlas<T extends Image | WideImage>(
  pictures: readonly { readonly name: string; readonly image: T }[],
  { padding, extrude }: AtlasOptions,
): Atlas<T> | null {
  const halvings = padding === 0 ? 0 : 31 - Math.clz32(padding);
  const unit = 2 ** Math.max(2, halvings);
  const cells = pictures.map(({ image }) => ({
    width: Math.ceil((image.width + 2 * padding) / unit),
    height: Math.ceil((image.height + 2 * padding) / unit),
  }));
  const packing = packRectangles(cells, MAX_ATLAS_SIZE / unit);
  const [first] = pictures;
  if (packing === null || first === undefined) return null;
  const atlas = blankImage(first.image, packing.width * unit, packing.height * unit);
  const regions = pictures.map(({ name, image }, index) => {
    const { x = 0, y = 0 } = packing.places[index] ?? {};
    const { width, height } = image;
    const region = { name, x: x * unit + padding, y: y * unit + padding, width, height };
    copyRectangle(image, { x: 0, y: 0, width, height }, atlas, region.x, region.y);
    if (extrude) extrudeEdges(atlas, region, padding);
    return region;
  });
  const sorted = regions.sort((a, b) => (a.name < b.name ? -1 : 1));
  return { image: atlas, regions: sorted, levelCount: halvings + 1 };
}

/** Repeats the region's outer texels around it: first to the sides, then, corners included, up and down. */
function extrudeEdges(atlas: Image | WideImage, region: Region, padding: number): void {
  const { x, y, width, height } = region;
  for (let row = y; row < y + height; row++) {
    for (let step = 1; step <= padding; step++) {
      copyRectangle(atlas, { x, y: row, width: 1, height: 1 }, atlas, x - step, row);
      const last = { x: x + width - 1, y: row, width: 1, height: 1 };
      copyRectangle(atlas, last, atlas, x + width - 1 + step, row);
    }
  }
  const line = { x: x - padding, width: width + 2 * padding, height: 1 };
  for (let step = 1; step <= padding; step++) {
    copyRectangle(atlas, { ...line, y }, atlas, line.x, y - step);
    copyRectangle(atlas, { ...line, y: y + height - 1 }, atlas, line.x, y + height - 1 + step);
  }
}
