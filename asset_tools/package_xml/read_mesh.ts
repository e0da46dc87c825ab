import type { ElementReader } from "./element_reader.ts";
import type { MeshDefinition } from "./mesh_definition.ts";
import { readSource } from "./read_source.ts";
import type { XmlElement } from "./xml_element.ts";

/** File name extensions that a mesh can be made from. */
const EXTENSIONS = [".obj"];

/** Reads `<mesh>`. */
export function readMesh(
  element: XmlElement,
  packageId: string,
  id: string,
  reader: ElementReader,
): MeshDefinition {
  const fields = reader.fields(element, ["source", "optimize", "generateTangents"]);
  return {
    kind: "mesh",
    package: packageId,
    id,
    source: readSource(element, fields.get("source"), "mesh", EXTENSIONS, reader),
    optimize: reader.bool(reader.content(fields.get("optimize")), true),
    generateTangents: reader.bool(reader.content(fields.get("generateTangents")), true),
  };
}
