/** Materials as a file describes them. They are shown and exported; a game's own materials are in package.xml. */

export interface ModelMaterial {
  /** As in the file, and the name of the submeshes that use it. */
  readonly name: string;
  /** What the factors mean: glTF's metal and roughness, FBX's and MTL's Phong, or no light at all. */
  readonly shading: "metallicRoughness" | "phong" | "unlit";
  readonly alpha: "opaque" | "mask" | "blend";
  /** Alpha below it is cut away by `mask`. */
  readonly alphaCutoff: number;
  readonly doubleSided: boolean;
  /**
   * Numbers by name, colors linear: `baseColor` (4), `emissive` (3), `metallic`, `roughness`, `normalScale`,
   * `occlusionStrength`; for Phong `diffuse` (3), `specular` (3), `shininess`, `opacity`; those of extensions with the
   * extension's name before a dot: `clearcoat.clearcoat`, `ior.ior`.
   */
  readonly factors: readonly MaterialFactor[];
  readonly textures: readonly TextureUse[];
}

export interface MaterialFactor {
  readonly name: string;
  readonly values: readonly number[];
}

/** A picture in a slot of a material. */
export interface TextureUse {
  /** `baseColor`, `metallicRoughness`, `normal`, `occlusion`, `emissive`, `diffuse`, `specular`, `clearcoat.clearcoatNormal`, ... */
  readonly slot: string;
  /** Index into the model's images. */
  readonly image: number;
  /** Index of the uv set. */
  readonly uvSet: number;
  readonly wrap: readonly [WrapMode, WrapMode];
  readonly filter: "nearest" | "linear";
  /** What is done to a uv before the picture is sampled; missing means nothing. */
  readonly transform?: UvTransform;
}

export type WrapMode = "repeat" | "mirror" | "clamp";

/** Scale, then rotation around 0 0, then offset, as in KHR_texture_transform. */
export interface UvTransform {
  readonly offset: readonly [number, number];
  /** Radians, counter-clockwise in the picture. */
  readonly rotation: number;
  readonly scale: readonly [number, number];
}

/** A picture: a path or the encoded file itself, when that is inside the model's file. */
export interface ModelImage {
  readonly name: string;
  /** As in the file, percent-decoded, relative to it; empty when `bytes` are there. */
  readonly path: string;
  readonly bytes?: Uint8Array;
}
