import type { TextureOptions } from "#asset_tools/texture/texture_options.ts";

/** A picture `t.png` with mips, as it is compiled while a game is made. */
export function plainTexture(format: TextureOptions["format"]): TextureOptions {
  return {
    parts: { kind: "flat", source: "t.png" },
    format,
    platform: "bc",
    quality: "dev",
    semantic: format === "bc5" ? "normal" : "color",
    mipmaps: true,
  };
}
