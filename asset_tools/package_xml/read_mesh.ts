import type { ElementReader } from "./element_reader.ts";
import { type LodDefinition, type MeshDefinition, meshCompressions } from "./mesh_definition.ts";
import { assetAttributes } from "./schema/asset_attributes.ts";
import { element, group, list, needed, optional } from "./schema/element_schema.ts";
import { sourcePath } from "./schema/name_types.ts";
import { numberBetween } from "./schema/number_types.ts";
import { bool, oneOf, text } from "./schema/value_type.ts";
import type { XmlElement } from "./xml_element.ts";

export const lodElement = element({
  doc: "A coarser level of detail, made by joining vertices; it is left out where the error allows no fewer triangles.",
  attributes: {
    ratio: needed(
      numberBetween(0, 1),
      "triangles wanted, as a share of the mesh's; each level wants fewer than the one before",
    ),
    error: optional(
      numberBetween(0, 1),
      0.01,
      "how far the surface may move, as a share of the mesh's largest extent",
    ),
  },
});

const lodsElement = element({
  doc: "Coarser levels, for meshes far away.",
  children: { lod: list(() => lodElement) },
});

/** Files that a mesh or an animation can be made from. */
export const modelExtensions = [".obj", ".fbx", ".gltf", ".glb"];

export const dataElement = element({
  doc: "A file that the source refers to, such as a `.gltf`'s buffer.",
  text: sourcePath("data", [".bin"]),
});

export const meshElement = element({
  doc: "A mesh; normals that the file does not have are computed.",
  attributes: assetAttributes,
  children: {
    source: needed(sourcePath("mesh", modelExtensions), "the file"),
    data: list(() => dataElement),
    node: optional(
      text,
      null,
      "name of a node in the file: it and all below it, with its own origin at 0 0 0",
      "all of the file",
    ),
    mesh: optional(
      text,
      null,
      "name of a mesh in the file: it alone, in its own space",
      "all of the file",
    ),
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
    quantize: optional(
      bool,
      true,
      "store positions on a grid of 16 bits, unit vectors in 2 times 12 bits and uvs from 0 to 1 in 16 bits",
    ),
    compression: optional(
      oneOf(meshCompressions),
      "meshopt",
      "how vertices and indices are packed",
    ),
    lods: group(lodsElement),
  },
});

/** Reads `<mesh>`. */
export function readMesh(xml: XmlElement, reader: ElementReader): MeshDefinition {
  const { elements, lods, ...fields } = reader.read(xml, meshElement);
  if (fields.node !== null && fields.mesh !== null) {
    reader.report("PK2013", xml.nameSpan, { name: "node", other: "mesh" });
  }
  const { id, source, node, mesh, optimize, generateTangents, quantize, compression } = fields;
  return {
    kind: "mesh",
    package: reader.packageId,
    id,
    source,
    data: elements.map((data) => reader.read(data, dataElement).content),
    node,
    mesh,
    optimize,
    generateTangents,
    quantize,
    compression,
    lods: readLods(lods.elements, reader),
  };
}

function readLods(elements: readonly XmlElement[], reader: ElementReader): LodDefinition[] {
  const lods: LodDefinition[] = [];
  for (const xml of elements) {
    const { ratio, error } = reader.read(xml, lodElement);
    const least = lods.at(-1)?.ratio ?? 1;
    const value = reader.value(xml, "ratio");
    if (value && ratio >= least)
      reader.report("PK2006", value.span, { expected: `less than ${least}`, found: value.text });
    lods.push({ ratio, error });
  }
  return lods;
}
