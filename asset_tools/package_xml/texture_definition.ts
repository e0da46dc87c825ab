import type { Defined } from "./defined.ts";

/** Storage asked for a texture; `auto` lets the platform's setting decide. */
export const textureFormats = [
  "auto",
  "rgba8",
  "rgba16f",
  "bc1",
  "bc3",
  "bc4",
  "bc5",
  "bc7",
  "etc2",
  "eacR",
  "eacRg",
  "astc4x4",
  "astc5x4",
  "astc5x5",
  "astc6x5",
  "astc6x6",
  "astc8x5",
  "astc8x6",
  "astc8x8",
] as const;
export type TextureFormatChoice = (typeof textureFormats)[number];

/** What a texture's numbers mean: colors are sRGB, normals unit vectors, the rest linear. */
export const textureSemantics = ["color", "normal", "mask", "data"] as const;
export type TextureSemantic = (typeof textureSemantics)[number];

/** The sides of a cube in the order of GPUs, as elements of `<cube>`. */
export const cubeFaces = [
  "positiveX",
  "negativeX",
  "positiveY",
  "negativeY",
  "positiveZ",
  "negativeZ",
] as const;

/** A picture of an atlas. */
export interface AtlasRegion {
  readonly name: string;
  readonly source: string;
}

/** Which pictures a texture is made of; paths are below the package's folder. */
export type TextureParts =
  | { readonly kind: "flat"; readonly source: string }
  /** Six sides in the order of `cubeFaces`, or one picture with all of them. */
  | { readonly kind: "cube"; readonly sources: readonly string[] }
  | { readonly kind: "array"; readonly sources: readonly string[] }
  | {
      readonly kind: "atlas";
      /** Texels around each region. */
      readonly padding: number;
      /** Whether they repeat the region's edge; they are clear otherwise. */
      readonly extrude: boolean;
      readonly regions: readonly AtlasRegion[];
    };

export interface TextureDefinition extends Defined {
  readonly kind: "texture";
  readonly parts: TextureParts;
  readonly format: TextureFormatChoice;
  readonly semantic: TextureSemantic;
  readonly mipmaps: boolean;
  /** What is less opaque is not drawn, 0 to 1; every level keeps the share of what is drawn. */
  readonly alphaCutoff?: number;
  /** Least quality that the compressed picture may have, in decibels. */
  readonly minPsnr?: number;
  /** The same as structural similarity, 0 to 1. */
  readonly minSsim?: number;
}

/** The files that the parts are in, each once, in the order in which an action is given them. */
export function textureSources(parts: TextureParts): string[] {
  switch (parts.kind) {
    case "flat":
      return [parts.source];
    case "atlas":
      return [...new Set(parts.regions.map(({ source }) => source))];
    default:
      return [...new Set(parts.sources)];
  }
}
