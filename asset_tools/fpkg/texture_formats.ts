/** What each texture format stores: the family's blocks, and which formats a family has. */
import { TextureFormat, type TextureFormatName } from "./format/texture.ts";

/** A texel is a block of its own where nothing is compressed. */
export interface BlockShape {
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
  /** Whether there is a variant that the sampler decodes from sRGB. */
  readonly hasSrgb: boolean;
}

export const textureFamilies = {
  rgba8: { width: 1, height: 1, bytes: 4, hasSrgb: true },
  rgba16f: { width: 1, height: 1, bytes: 8, hasSrgb: false },
  bc1: { width: 4, height: 4, bytes: 8, hasSrgb: true },
  bc3: { width: 4, height: 4, bytes: 16, hasSrgb: true },
  bc4: { width: 4, height: 4, bytes: 8, hasSrgb: false },
  bc5: { width: 4, height: 4, bytes: 16, hasSrgb: false },
  bc7: { width: 4, height: 4, bytes: 16, hasSrgb: true },
  etc2: { width: 4, height: 4, bytes: 8, hasSrgb: true },
  etc2Alpha: { width: 4, height: 4, bytes: 16, hasSrgb: true },
  eacR: { width: 4, height: 4, bytes: 8, hasSrgb: false },
  eacRg: { width: 4, height: 4, bytes: 16, hasSrgb: false },
  astc4x4: { width: 4, height: 4, bytes: 16, hasSrgb: true },
  astc5x4: { width: 5, height: 4, bytes: 16, hasSrgb: true },
  astc5x5: { width: 5, height: 5, bytes: 16, hasSrgb: true },
  astc6x5: { width: 6, height: 5, bytes: 16, hasSrgb: true },
  astc6x6: { width: 6, height: 6, bytes: 16, hasSrgb: true },
  astc8x5: { width: 8, height: 5, bytes: 16, hasSrgb: true },
  astc8x6: { width: 8, height: 6, bytes: 16, hasSrgb: true },
  astc8x8: { width: 8, height: 8, bytes: 16, hasSrgb: true },
} as const satisfies Readonly<Record<string, BlockShape>>;

/** A format without regard to sRGB. */
export type TextureFamily = keyof typeof textureFamilies;

/** Those whose source is 8 bits a channel. */
export type ByteFamily = Exclude<TextureFamily, "rgba16f">;

/** The family's format for colors (decoded from sRGB where it can be) or for plain numbers. */
export function formatOf(family: TextureFamily, isSrgb: boolean): TextureFormatName {
  const srgb = `${family}Srgb`;
  return isSrgb && srgb in TextureFormat
    ? (srgb as TextureFormatName)
    : (family as TextureFormatName);
}

export function familyOf(format: TextureFormatName): TextureFamily {
  return format.replace(/Srgb$/, "") as TextureFamily;
}

export function isSrgbFormat(format: TextureFormatName): boolean {
  return format.endsWith("Srgb");
}

/** Bytes of an image of the format; blocks are whole at the edges. */
export function imageSize(format: TextureFormatName, width: number, height: number): number {
  const block = textureFamilies[familyOf(format)];
  return Math.ceil(width / block.width) * Math.ceil(height / block.height) * block.bytes;
}
