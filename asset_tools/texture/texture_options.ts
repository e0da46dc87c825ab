/** What compiling a texture is given. */
import type { TextureDefinition } from "../package_xml/texture_definition.ts";
import type { TexturePlatform } from "./choose_format.ts";
import type { TextureQuality } from "./encode_level.ts";

export interface TextureOptions extends Omit<TextureDefinition, "kind" | "package" | "id"> {
  /** What `auto` chooses from; the platform's setting. */
  readonly platform: TexturePlatform;
  readonly quality: TextureQuality;
}

/** A file that a texture is made from; `file` is how diagnostics name it. */
export interface TextureSource {
  readonly file: string;
  readonly bytes: Uint8Array;
}
