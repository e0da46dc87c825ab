/** TextureCompile: an image file to a texture blob. */
import { type Diagnostic, diagnostic, type Outcome, wholeFile } from "../document/diagnostic.ts";
import { encodeTexture } from "../fpkg/texture_blob.ts";
import { formatOf, type TextureFamily } from "../fpkg/texture_formats.ts";
import type { TextureFormatChoice, TextureSemantic } from "../package_xml/texture_definition.ts";
import { decodeImage } from "./decode_image.ts";
import { encodeLevel, type TextureQuality } from "./encode_level.ts";
import { hasAlpha, type Image, narrowed } from "./image.ts";
import { mipChain } from "./mipmaps.ts";

export interface TextureOptions {
  readonly format: TextureFormatChoice;
  /** What `auto` chooses from; the platform's setting. */
  readonly platform: TexturePlatform;
  readonly quality: TextureQuality;
  readonly semantic: TextureSemantic;
  readonly mipmaps: boolean;
}

/** Which compression a platform's GPUs sample. */
export const texturePlatforms = ["bc", "etc2", "astc", "rgba8"] as const;
export type TexturePlatform = (typeof texturePlatforms)[number];

/** Compiles one texture; `file` is the source's path in diagnostics. */
export async function compileTexture(
  source: Uint8Array,
  file: string,
  options: TextureOptions,
): Promise<Outcome<Uint8Array>> {
  const decoded = await decodeImage(source, file);
  if ("problem" in decoded) return { diagnostics: [decoded.problem] };
  const image = narrowed(decoded.image);
  const family = familyFor(image, options);
  if (family === null) return { diagnostics: [unfitSize(image, file, options.format)] };
  const images = options.mipmaps ? mipChain(image, options.semantic) : [image];
  const levels = images.map((level) => ({
    width: level.width,
    height: level.height,
    data: encodeLevel(level, family, options.quality),
  }));
  const format = formatOf(family, options.semantic === "color");
  return { value: encodeTexture({ format, levels }), diagnostics: [] };
}

/** Null where the image does not fit the blocks of the format that was asked for. */
function familyFor(image: Image, options: TextureOptions): TextureFamily | null {
  const fitsBlocks = image.width % 4 === 0 && image.height % 4 === 0;
  const { format, platform, semantic } = options;
  if (!fitsBlocks) return format === "auto" || format === "rgba8" ? "rgba8" : null;
  const family = format === "auto" ? automatic[platform][semantic] : format;
  return family === "etc2" && hasAlpha(image.pixels) ? "etc2Alpha" : family;
}

const automatic = {
  bc: { color: "bc7", normal: "bc5", mask: "bc4", data: "bc7" },
  etc2: { color: "etc2", normal: "eacRg", mask: "eacR", data: "etc2" },
  astc: { color: "astc4x4", normal: "astc4x4", mask: "astc4x4", data: "astc4x4" },
  rgba8: { color: "rgba8", normal: "rgba8", mask: "rgba8", data: "rgba8" },
} as const satisfies Record<TexturePlatform, Record<TextureSemantic, TextureFamily>>;

function unfitSize({ width, height }: Image, file: string, format: string): Diagnostic {
  const hint = "Resize the image, or use `rgba8` or `auto`";
  return diagnostic("AS1004", wholeFile(file), { width, height, format }, hint);
}
