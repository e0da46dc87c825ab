/** A mesh as an element. */
import type { MeshDefinition } from "./mesh_definition.ts";
import { dataElement, lodElement, meshElement } from "./read_mesh.ts";
import { writeElement } from "./schema/write_element.ts";
import type { NewElement } from "./write_xml.ts";

/** As `readMesh` reads it. */
export function writeMesh({ lods, data, ...fields }: MeshDefinition): NewElement {
  const levels = lods.map((lod) => writeElement("lod", lodElement, lod));
  const elements = data.map((content) => writeElement("data", dataElement, { content }));
  return writeElement("mesh", meshElement, { ...fields, lods: { elements: levels }, elements });
}
