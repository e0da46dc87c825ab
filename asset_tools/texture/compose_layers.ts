/** From the pictures that a texture is made of to its layers. */
import { type Diagnostic, diagnostic, wholeFile } from "../document/diagnostic.ts";
import type { TextureShapeName } from "../fpkg/format/texture.ts";
import type { Region } from "../fpkg/texture_blob.ts";
import type { TextureParts } from "../package_xml/texture_definition.ts";
import { buildAtlas, MAX_ATLAS_SIZE } from "./build_atlas.ts";
import { cutCube } from "./cube_layout.ts";
import type { Image, WideImage } from "./image.ts";

/** A decoded source; `file` is how diagnostics name it. */
export interface Picture<T extends Image | WideImage> {
  readonly file: string;
  readonly image: T;
}

export interface Layers<T extends Image | WideImage> {
  readonly shape: TextureShapeName;
  /** Equally large. */
  readonly images: readonly T[];
  readonly regions: readonly Region[];
  /** Levels that make sense. */
  readonly mostLevels: number;
}

/** `pictureOf` gives the picture of a path in `parts`. */
export function composeLayers<T extends Image | WideImage>(
  parts: TextureParts,
  pictureOf: (path: string) => Picture<T>,
): Layers<T> | { readonly problem: Diagnostic } {
  switch (parts.kind) {
    case "flat":
      return unlimited("flat", [pictureOf(parts.source).image]);
    case "cube":
      return composeCube(parts.sources.map(pictureOf));
    case "array": {
      const pictures = parts.sources.map(pictureOf);
      const problem = sizeProblem(pictures, "the first layer");
      return problem ?? unlimited("array", imagesOf(pictures));
    }
    case "atlas": {
      const pictures = parts.regions.map(({ name, source }) => ({ name, ...pictureOf(source) }));
      const atlas = buildAtlas(pictures, parts);
      const file = pictures[0]?.file ?? "";
      if (atlas === null) return { problem: atlasTooLarge(file) };
      const { image, regions, levelCount } = atlas;
      return { shape: "flat", images: [image], regions, mostLevels: levelCount };
    }
  }
}

function unlimited<T extends Image | WideImage>(
  shape: TextureShapeName,
  images: readonly T[],
): Layers<T> {
  return { shape, images, regions: [], mostLevels: Number.POSITIVE_INFINITY };
}

function imagesOf<T extends Image | WideImage>(pictures: readonly Picture<T>[]): T[] {
  return pictures.map(({ image }) => image);
}

function composeCube<T extends Image | WideImage>(
  pictures: readonly Picture<T>[],
): Layers<T> | { readonly problem: Diagnostic } {
  const [first] = pictures;
  if (pictures.length === 1 && first) {
    const sides = cutCube(first.image);
    return sides === null ? { problem: noCube(first) } : unlimited("cube", sides);
  }
  const uneven = pictures.find(({ image }) => image.width !== image.height);
  if (uneven) {
    const { width, height } = uneven.image;
    const hint = "Cut or scale it to as many pixels in height as in width";
    return { problem: diagnostic("AS1007", wholeFile(uneven.file), { width, height }, hint) };
  }
  return sizeProblem(pictures, "the first side") ?? unlimited("cube", imagesOf(pictures));
}

function sizeProblem(
  pictures: readonly Picture<Image | WideImage>[],
  other: string,
): { readonly problem: Diagnostic } | null {
  const first = pictures[0]?.image;
  const odd = pictures.find(
    ({ image }) => image.width !== first?.width || image.height !== first.height,
  );
  if (odd === undefined || first === undefined) return null;
  const { width, height } = odd.image;
  const expected = `${first.width}x${first.height}`;
  const args = { width, height, other, expected };
  return { problem: diagnostic("AS1005", wholeFile(odd.file), args, `Scale it to ${expected}`) };
}

function noCube({ file, image: { width, height } }: Picture<Image | WideImage>): Diagnostic {
  const hint =
    "Lay the sides out in one row or column, or as a cross of 4x3 or 3x4 sides, or give six files";
  return diagnostic("AS1006", wholeFile(file), { width, height }, hint);
}

function atlasTooLarge(file: string): Diagnostic {
  const hint = "Give it fewer or smaller pictures, or less `padding`";
  return diagnostic("AS1008", wholeFile(file), { limit: MAX_ATLAS_SIZE }, hint);
}
