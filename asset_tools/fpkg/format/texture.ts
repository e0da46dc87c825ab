/** Texture blobs `TEXR`. */
import type { Struct } from "../struct.ts";
import { blobStart } from "./blob.ts";

/**
 * Payload of a texture level; texture_formats.ts has the families' blocks. The `Srgb` ones are decoded to linear light by
 * the sampler.
 */
export const TextureFormat = {
  rgba8: 1,
  rgba8Srgb: 2,
  bc1: 3,
  bc1Srgb: 4,
  bc7: 5,
  bc7Srgb: 6,
  bc3: 7,
  bc3Srgb: 8,
  bc4: 9,
  bc5: 10,
  etc2: 11,
  etc2Srgb: 12,
  etc2Alpha: 13,
  etc2AlphaSrgb: 14,
  astc4x4: 15,
  astc4x4Srgb: 16,
  eacR: 17,
  eacRg: 18,
  rgba16f: 19,
  astc5x4: 20,
  astc5x4Srgb: 21,
  astc5x5: 22,
  astc5x5Srgb: 23,
  astc6x5: 24,
  astc6x5Srgb: 25,
  astc6x6: 26,
  astc6x6Srgb: 27,
  astc8x5: 28,
  astc8x5Srgb: 29,
  astc8x6: 30,
  astc8x6Srgb: 31,
  astc8x8: 32,
  astc8x8Srgb: 33,
} as const;

/** What the pictures of a texture are to each other; an atlas is flat and has regions. */
export const TextureShape = { flat: 0, cube: 1, array: 2 } as const;

export const TextureHeader = {
  name: "TextureHeader",
  doc: "Texture blob `TEXR`. Level 0 is the largest in the table; the data lies smallest level first, 16-aligned.",
  fields: [
    ...blobStart,
    { name: "format", type: "u32", doc: "`TextureFormat`" },
    { name: "width", type: "u32", doc: "texels of level 0" },
    { name: "height", type: "u32", doc: "texels of level 0" },
    { name: "levels", type: "u32", doc: "offset of the first `TextureLevel`" },
    { name: "levelCount", type: "u32", doc: "rows there" },
    { name: "shape", type: "u32", doc: "`TextureShape`" },
    {
      name: "layerCount",
      type: "u32",
      doc: "pictures of a level: 6 of a cube (+x -x +y -y +z -z), those of an array, else 1",
    },
    { name: "regions", type: "u32", doc: "offset of the first `TextureRegion`" },
    { name: "regionCount", type: "u32", doc: "rows there; 0 if it is no atlas" },
    { name: "reserved2", type: "u32", doc: "0" },
  ],
} as const satisfies Struct;

export const TextureLevel = {
  name: "TextureLevel",
  doc: "One mip level: its pictures one after another, each with rows top to bottom, as uploaded.",
  fields: [
    { name: "width", type: "u32", doc: "texels" },
    { name: "height", type: "u32", doc: "texels" },
    { name: "offset", type: "u32", doc: "first byte of the level's data" },
    { name: "size", type: "u32", doc: "bytes of all its pictures; blocks are whole at the edges" },
  ],
} as const satisfies Struct;

export const TextureRegion = {
  name: "TextureRegion",
  doc: "A named rectangle of an atlas, in texels of level 0; rows are sorted by the names' UTF-16 units.",
  fields: [
    { name: "name", type: "u32", doc: "string: the region's id" },
    { name: "x", type: "u32", doc: "first column" },
    { name: "y", type: "u32", doc: "first row, from the top" },
    { name: "width", type: "u32", doc: "texels" },
    { name: "height", type: "u32", doc: "texels" },
    { name: "reserved", type: "u32", doc: "0" },
  ],
} as const satisfies Struct;

export type TextureFormatName = keyof typeof TextureFormat;
export type TextureShapeName = keyof typeof TextureShape;
