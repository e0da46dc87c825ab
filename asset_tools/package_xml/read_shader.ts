import type { ElementReader } from "./element_reader.ts";
import { assetAttributes } from "./schema/asset_attributes.ts";
import { element, needed } from "./schema/element_schema.ts";
import { sourcePath } from "./schema/name_types.ts";
import type { ShaderDefinition } from "./shader_definition.ts";
import type { XmlElement } from "./xml_element.ts";

export const shaderElement = element({
  doc: "A vertex and a fragment stage in one GLSL file.",
  attributes: assetAttributes,
  children: { source: needed(sourcePath("shader", [".glsl"]), "the file with both stages") },
});

/** Reads `<shader>`. */
export function readShader(xml: XmlElement, reader: ElementReader): ShaderDefinition {
  const { id, source } = reader.read(xml, shaderElement);
  return { kind: "shader", package: reader.packageId, id, source };
}
