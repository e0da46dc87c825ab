import type { ElementReader } from "./element_reader.ts";
import type { MeshDefinition } from "./mesh_definition.ts";
import { assetAttributes } from "./schema/asset_attributes.ts";
import { element, needed, optional } from "./schema/element_schema.ts";
import { sourcePath } from "./schema/name_types.ts";
import { bool } from "./schema/value_type.ts";
import type { XmlElement } from "./xml_element.ts";

export const meshElement = element({
  doc: "A mesh; normals that the file does not have are computed.",
  attributes: assetAttributes,
  children: {
    source: needed(sourcePath("mesh", [".obj"]), "the file"),
    optimize: optional(
      bool,
      true,
      "order triangles for the vertex cache and vertices for fetching",
    ),
    generateTangents: optional(
      bool,
      true,
      "MikkTSpace tangents; without, or without uvs, all are `1 0 0 1`",
    ),
  },
});

/** Reads `<mesh>`. */
export function readMesh(xml: XmlElement, reader: ElementReader): MeshDefinition {
  const { id, source, optimize, generateTangents } = reader.read(xml, meshElement);
  return { kind: "mesh", package: reader.packageId, id, source, optimize, generateTangents };
}
