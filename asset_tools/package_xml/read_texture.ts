import type { ElementReader } from "./element_reader.ts";
import { readTextureParts, textureParts } from "./read_texture_parts.ts";
import { assetAttributes } from "./schema/asset_attributes.ts";
import { element, optional } from "./schema/element_schema.ts";
import { numberBetween } from "./schema/number_types.ts";
import { bool, oneOf } from "./schema/value_type.ts";
import { type TextureDefinition, textureFormats, textureSemantics } from "./texture_definition.ts";
import type { XmlElement } from "./xml_element.ts";

export const textureElement = element({
  doc: "One picture for materials, or those of a cube, an array or an atlas.",
  attributes: assetAttributes,
  children: {
    ...textureParts,
    format: optional(
      oneOf(textureFormats),
      "auto",
      "how it is stored; `auto` lets semantic and platform decide",
    ),
    semantic: optional(
      oneOf(textureSemantics),
      "color",
      "`color` is sRGB and averaged in linear light; `normal` is renormalised; `mask` and `data` are plain numbers",
    ),
    mipmaps: optional(bool, true, "whether to make all levels down to 1x1"),
    alphaCutoff: optional(
      numberBetween(0, 1),
      undefined,
      "least alpha that is drawn; every level keeps the share of such texels",
    ),
    minPsnr: optional(
      numberBetween(0, 200),
      undefined,
      "least signal to noise in decibels; less fails the build",
      "the format's, for `ship`",
    ),
    minSsim: optional(
      numberBetween(0, 1),
      undefined,
      "least structural similarity; less fails the build",
      "the format's, for `ship`",
    ),
  },
});

/** Reads `<texture>`. */
export function readTexture(xml: XmlElement, reader: ElementReader): TextureDefinition {
  const reading = reader.read(xml, textureElement);
  const { id, format, semantic, mipmaps, alphaCutoff, minPsnr, minSsim } = reading;
  return {
    kind: "texture",
    package: reader.packageId,
    id,
    parts: readTextureParts(xml, reading, reader),
    format,
    semantic,
    mipmaps,
    ...(alphaCutoff !== undefined && { alphaCutoff }),
    ...(minPsnr !== undefined && { minPsnr }),
    ...(minSsim !== undefined && { minSsim }),
  };
}
