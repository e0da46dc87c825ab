import type { ElementReader } from "./element_reader.ts";
import { assetAttributes } from "./schema/asset_attributes.ts";
import { element, needed, optional } from "./schema/element_schema.ts";
import { sourcePath } from "./schema/name_types.ts";
import { bool, oneOf } from "./schema/value_type.ts";
import { type TextureDefinition, textureFormats, textureSemantics } from "./texture_definition.ts";
import type { XmlElement } from "./xml_element.ts";

export const textureElement = element({
  doc: "A picture for materials.",
  attributes: assetAttributes,
  children: {
    source: needed(sourcePath("texture", [".png", ".jpg", ".jpeg", ".tga"]), "the picture"),
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
  },
});

/** Reads `<texture>`. */
export function readTexture(xml: XmlElement, reader: ElementReader): TextureDefinition {
  const { id, source, format, semantic, mipmaps } = reader.read(xml, textureElement);
  return { kind: "texture", package: reader.packageId, id, source, format, semantic, mipmaps };
}
