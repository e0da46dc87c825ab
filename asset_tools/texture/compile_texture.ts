/** TextureCompile: an image file to a texture blob. */
import { diagnostic, type Outcome, wholeFile } from "../document/diagnostic.ts";
import type { TextureFormatName } from "../fpkg/format.ts";
import { encodeTexture } from "../fpkg/texture_blob.ts";
import type { TextureFormatChoice, TextureSemantic } from "../package_xml/model.ts";
import { decodeImage, type Image } from "./decode_image.ts";
import { encodeBc1 } from "./encode_bc1.ts";
import { encodeBc7 } from "./encode_bc7.ts";
import { mipChain } from "./mipmaps.ts";

export interface TextureOptions {
  readonly format: TextureFormatChoice;
  /** What `auto` becomes; the platform's setting. */
  readonly autoFormat: Exclude<TextureFormatChoice, "auto">;
  readonly semantic: TextureSemantic;
  readonly mipmaps: boolean;
}

/** Compiles one texture; `file` is the source's path in diagnostics. */
export async function compileTexture(
  source: Uint8Array,
  file: string,
  options: TextureOptions,
): Promise<Outcome<Uint8Array>> {
  const decoded = await decodeImage(source, file);
  if ("problem" in decoded) return { diagnostics: [decoded.problem] };
  const { image } = decoded;
  const fitsBlocks = image.width % 4 === 0 && image.height % 4 === 0;
  if (!fitsBlocks && options.format !== "auto" && options.format !== "rgba8") {
    const { width, height } = image;
    const hint = "Resize the image, or use `rgba8` or `auto`";
    return {
      diagnostics: [
        diagnostic("AS1004", wholeFile(file), { width, height, format: options.format }, hint),
      ],
    };
  }
  const wanted = options.format === "auto" ? options.autoFormat : options.format;
  const family = fitsBlocks ? wanted : "rgba8";
  const format: TextureFormatName = options.semantic === "color" ? `${family}Srgb` : family;
  const images = options.mipmaps ? mipChain(image, options.semantic) : [image];
  const levels = images.map((level) => ({
    width: level.width,
    height: level.height,
    data: encodeLevel(level, family),
  }));
  return { value: encodeTexture({ format, levels }), diagnostics: [] };
}

function encodeLevel(image: Image, format: TextureOptions["autoFormat"]): Uint8Array {
  switch (format) {
    case "rgba8":
      return image.pixels;
    case "bc1":
      return encodeBc1(image);
    case "bc7":
      return encodeBc7(image);
  }
}
