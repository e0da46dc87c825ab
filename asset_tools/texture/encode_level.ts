/** One level of a texture in its format. */
import type { CompressedFamily } from "../fpkg/decode_level.ts";
import { type ByteFamily, textureFamilies } from "../fpkg/texture_formats.ts";
import { encodeBlocks } from "./blocks.ts";
import type { Image } from "./image.ts";
import { type ImageKernel, kernels } from "./kernels.ts";

/** `dev` is fast; `ship` comes as near to the source as the format lets it, in eight to a hundred times the time. */
export const textureQualities = ["dev", "ship"] as const;
export type TextureQuality = (typeof textureQualities)[number];

const fast: Readonly<Record<CompressedFamily, ImageKernel>> = {
  bc1: kernels.encodeBc1,
  bc3: kernels.encodeBc3,
  bc4: kernels.encodeBc4,
  bc5: kernels.encodeBc5,
  bc7: kernels.encodeBc7Fast,
  etc2: kernels.encodeEtc2,
  etc2Alpha: kernels.encodeEtc2Alpha,
  eacR: kernels.encodeEacR,
  eacRg: kernels.encodeEacRg,
  astc4x4: kernels.encodeAstc4x4,
  astc5x4: astc(kernels.encodeAstcFast, 5, 4),
  astc5x5: astc(kernels.encodeAstcFast, 5, 5),
  astc6x5: astc(kernels.encodeAstcFast, 6, 5),
  astc6x6: astc(kernels.encodeAstcFast, 6, 6),
  astc8x5: astc(kernels.encodeAstcFast, 8, 5),
  astc8x6: astc(kernels.encodeAstcFast, 8, 6),
  astc8x8: astc(kernels.encodeAstcFast, 8, 8),
};

const fine: typeof fast = {
  bc1: kernels.encodeBc1Fine,
  bc3: kernels.encodeBc3Fine,
  bc4: kernels.encodeBc4Fine,
  bc5: kernels.encodeBc5Fine,
  bc7: kernels.encodeBc7Fine,
  etc2: kernels.encodeEtc2Fine,
  etc2Alpha: kernels.encodeEtc2AlphaFine,
  eacR: kernels.encodeEacRFine,
  eacRg: kernels.encodeEacRgFine,
  astc4x4: astc(kernels.encodeAstcFine, 4, 4),
  astc5x4: astc(kernels.encodeAstcFine, 5, 4),
  astc5x5: astc(kernels.encodeAstcFine, 5, 5),
  astc6x5: astc(kernels.encodeAstcFine, 6, 5),
  astc6x6: astc(kernels.encodeAstcFine, 6, 6),
  astc8x5: astc(kernels.encodeAstcFine, 8, 5),
  astc8x6: astc(kernels.encodeAstcFine, 8, 6),
  astc8x8: astc(kernels.encodeAstcFine, 8, 8),
};

function astc(encode: ImageKernel, blockWidth: number, blockHeight: number): ImageKernel {
  return (src, width, height, dst) => {
    kernels.prepareAstc(blockWidth, blockHeight);
    encode(src, width, height, dst);
  };
}

export function encodeLevel(image: Image, family: ByteFamily, quality: TextureQuality): Uint8Array {
  if (family === "rgba8") return image.pixels;
  const kernel = quality === "ship" ? fine[family] : fast[family];
  return encodeBlocks(image, textureFamilies[family], kernel);
}
