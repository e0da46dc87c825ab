import type { Defined } from "./defined.ts";

/** Storage asked for a texture; `auto` lets the platform's setting decide. */
export const textureFormats = [
  "auto",
  "rgba8",
  "bc1",
  "bc3",
  "bc4",
  "bc5",
  "bc7",
  "etc2",
  "eacR",
  "eacRg",
  "astc4x4",
] as const;
export type TextureFormatChoice = (typeof textureFormats)[number];

/** What a texture's numbers mean: colors are sRGB, normals unit vectors, the rest linear. */
export const textureSemantics = ["color", "normal", "mask", "data"] as const;
export type TextureSemantic = (typeof textureSemantics)[number];

export interface TextureDefinition extends Defined {
  readonly kind: "texture";
  /** Path below the package's folder. */
  readonly source: string;
  readonly format: TextureFormatChoice;
  readonly semantic: TextureSemantic;
  readonly mipmaps: boolean;
}
