/** Which format a texture gets. */
import { type ByteFamily, textureFamilies } from "../fpkg/texture_formats.ts";
import type { TextureFormatChoice, TextureSemantic } from "../package_xml/texture_definition.ts";
import { hasAlpha, type Image } from "./image.ts";

/** Which compression a platform's GPUs sample. */
export const texturePlatforms = ["bc", "etc2", "astc", "rgba8"] as const;
export type TexturePlatform = (typeof texturePlatforms)[number];

export interface FormatWish {
  /** What `auto` chooses from. */
  readonly platform: TexturePlatform;
  readonly semantic: TextureSemantic;
}

/** What `auto` is where the picture's size allows it; docs/package_xml.md has the same table. */
const automatic = {
  bc: { color: "bc7", normal: "bc5", mask: "bc4", data: "bc7" },
  etc2: { color: "etc2", normal: "eacRg", mask: "eacR", data: "etc2" },
  astc: { color: "astc4x4", normal: "astc4x4", mask: "astc4x4", data: "astc4x4" },
  rgba8: { color: "rgba8", normal: "rgba8", mask: "rgba8", data: "rgba8" },
} as const satisfies Record<TexturePlatform, Record<TextureSemantic, ByteFamily>>;

/** For layers of equal size; null where they do not fit the blocks of the format that was asked for. */
export function chooseFamily(
  layers: readonly Image[],
  format: Exclude<TextureFormatChoice, "rgba16f">,
  { platform, semantic }: FormatWish,
): ByteFamily | null {
  const [{ width, height }] = layers as [Image];
  const family = format === "auto" ? automatic[platform][semantic] : format;
  if (!fitsBlocks(family, width, height)) return format === "auto" ? "rgba8" : null;
  return family === "etc2" && layers.some(({ pixels }) => hasAlpha(pixels)) ? "etc2Alpha" : family;
}

/** Direct3D's formats, and with them WebGL's, have only whole blocks in level 0; those of mobile GPUs are cut. */
function fitsBlocks(family: ByteFamily, width: number, height: number): boolean {
  const block = textureFamilies[family];
  return !family.startsWith("bc") || (width % block.width === 0 && height % block.height === 0);
}
