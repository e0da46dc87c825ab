import type { ElementReader } from "./element_reader.ts";
import { readSource } from "./read_source.ts";
import { type TextureDefinition, textureFormats, textureSemantics } from "./texture_definition.ts";
import type { XmlElement } from "./xml_element.ts";

/** File name extensions that a texture can be made from. */
const EXTENSIONS = [".png", ".jpg", ".jpeg", ".tga"];

/** Reads `<texture>`. */
export function readTexture(
  element: XmlElement,
  packageId: string,
  id: string,
  reader: ElementReader,
): TextureDefinition {
  const fields = reader.fields(element, ["source", "format", "semantic", "mipmaps"]);
  return {
    kind: "texture",
    package: packageId,
    id,
    source: readSource(element, fields.get("source"), "texture", EXTENSIONS, reader),
    format: reader.oneOf(reader.content(fields.get("format")), textureFormats, "auto"),
    semantic: reader.oneOf(reader.content(fields.get("semantic")), textureSemantics, "color"),
    mipmaps: reader.bool(reader.content(fields.get("mipmaps")), true),
  };
}
