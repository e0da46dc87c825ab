import type { ElementReader } from "./element_reader.ts";
import { readSource } from "./read_source.ts";
import type { ShaderDefinition } from "./shader_definition.ts";
import type { XmlElement } from "./xml_element.ts";

/** File name extensions that a shader can be made from. */
const EXTENSIONS = [".glsl"];

/** Reads `<shader>`. */
export function readShader(
  element: XmlElement,
  packageId: string,
  id: string,
  reader: ElementReader,
): ShaderDefinition {
  const fields = reader.fields(element, ["source"]);
  const source = readSource(element, fields.get("source"), "shader", EXTENSIONS, reader);
  return { kind: "shader", package: packageId, id, source };
}
