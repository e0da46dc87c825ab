/** Our formats by Vulkan's numbers. Source: Vulkan Specification, "VkFormat". */
import { TextureFormat, type TextureFormatName } from "../fpkg/format/texture.ts";
import { familyOf, isSrgbFormat, type TextureFamily } from "../fpkg/texture_formats.ts";

/** The number of a family's plain format and, where it has one, of its sRGB format. */
const numbers: Readonly<Record<TextureFamily, readonly [plain: number, srgb?: number]>> = {
  rgba8: [37, 43],
  rgba16f: [97],
  bc1: [133, 134],
  bc3: [137, 138],
  bc4: [139],
  bc5: [141],
  bc7: [145, 146],
  etc2: [147, 148],
  etc2Alpha: [151, 152],
  eacR: [153],
  eacRg: [155],
  astc4x4: [157, 158],
  astc5x4: [159, 160],
  astc5x5: [161, 162],
  astc6x5: [163, 164],
  astc6x6: [165, 166],
  astc8x5: [167, 168],
  astc8x6: [169, 170],
  astc8x8: [171, 172],
};

export function vulkanFormat(format: TextureFormatName): number {
  const [plain, srgb = plain] = numbers[familyOf(format)];
  return isSrgbFormat(format) ? srgb : plain;
}

/** Undefined for a number that none of ours has. */
export function formatOfVulkan(number: number): TextureFormatName | undefined {
  const formats = Object.keys(TextureFormat) as TextureFormatName[];
  return formats.find((format) => vulkanFormat(format) === number);
}
