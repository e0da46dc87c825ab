/** A mesh as an element. */
import type { MeshDefinition } from "./mesh_definition.ts";
import { lodElement, meshElement } from "./read_mesh.ts";
import { writeElement } from "./schema/write_element.ts";
import type { NewElement } from "./write_xml.ts";

/** As `readMesh` reads it. */
export function writeMesh({ lods, ...fields }: MeshDefinition): NewElement {
  const elements = lods.map((lod) => writeElement("lod", lodElement, lod));
  return writeElement("mesh", meshElement, { ...fields, lods: { elements } });
}
