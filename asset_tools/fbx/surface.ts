/** The surface of a geometry as the file has it: polygons cut up, and the values of every corner in the file's space. */
import type { NumberArray } from "./fbx_node.ts";
import { countUp, type LayerElement, readLayerElements, rowsOfCorners } from "./layer_element.ts";
import type { FbxObject } from "./object_graph.ts";
import { describe, type Polygons, readPolygons } from "./polygons.ts";
import { smoothNormals } from "./smoothing.ts";
import { triangulate } from "./triangulate.ts";
import type { FbxWarnings } from "./warnings.ts";

/** Values of corners: row `rows[corner]` of `values`, -1 for none. */
export interface CornerValues {
  readonly name: string;
  readonly values: NumberArray;
  readonly rows: Int32Array;
}

export interface Surface {
  readonly geometry: FbxObject;
  readonly polygons: Polygons;
  /** Three corners a triangle. */
  readonly triangles: Int32Array;
  /** Which of the node's materials each triangle has. */
  readonly materials: Int32Array;
  readonly normals: CornerValues | undefined;
  readonly tangents: CornerValues | undefined;
  readonly binormals: CornerValues | undefined;
  readonly uvs: readonly CornerValues[];
  readonly colors: readonly CornerValues[];
}

/** Programs offer as many layers at most; each takes memory for every corner. */
const MAX_SETS = 8;

/** Reads a geometry of polygons. Layer elements that do not fit it are left out with a warning. */
export function readSurface(geometry: FbxObject, warnings: FbxWarnings): Surface {
  const polygons = readPolygons(geometry);
  const { triangles, polygons: polygonOf } = triangulate(polygons);
  const sets = (type: string, width: number, value: string, index: string): CornerValues[] =>
    readLayerElements(geometry.node, type, value, index)
      .slice(0, MAX_SETS)
      .flatMap((element) => cornerValues(element, width, polygons, geometry, warnings));
  const vectors = (type: string): CornerValues | undefined => {
    const name = `LayerElement${type}`;
    // `Tangents` since 7000, `Tangent` in some files before.
    const all = [
      ...sets(name, 3, `${type}s`, `${type}sIndex`),
      ...sets(name, 3, type, `${type}Index`),
    ];
    return all[0];
  };
  return {
    geometry,
    polygons,
    triangles,
    materials: materialsOf(geometry, polygons, polygonOf),
    normals: vectors("Normal") ?? computed(geometry, polygons),
    tangents: vectors("Tangent"),
    binormals: vectors("Binormal"),
    uvs: sets("LayerElementUV", 2, "UV", "UVIndex"),
    colors: sets("LayerElementColor", 4, "Colors", "ColorIndex"),
  };
}

function cornerValues(
  element: LayerElement,
  width: number,
  polygons: Polygons,
  geometry: FbxObject,
  warnings: FbxWarnings,
): CornerValues[] {
  const rows = rowsOfCorners(element, width, polygons);
  if (rows !== undefined) return [{ name: element.name, values: element.values, rows }];
  const problem = `\`${element.node.name}\` does not fit the polygons and is left out`;
  warnings.add(element.node, describe(geometry), problem);
  return [];
}

function computed(geometry: FbxObject, polygons: Polygons): CornerValues | undefined {
  const values = smoothNormals(geometry.node, polygons);
  return values && { name: "", values, rows: countUp(polygons.corners.length) };
}

/** Materials are indices although the reference may claim `Direct`; without them all is of the first. */
function materialsOf(geometry: FbxObject, polygons: Polygons, polygonOf: Int32Array): Int32Array {
  const [element] = readLayerElements(geometry.node, "LayerElementMaterial", "Materials", "");
  const slots = new Int32Array(polygonOf.length);
  if (element === undefined) return slots;
  const { mapping, values } = element;
  if (mapping === "polygon") return slots.map((_, at) => values[polygonOf[at]!] ?? 0);
  if (mapping === "corner")
    return slots.map((_, at) => values[polygons.starts[polygonOf[at]!]!] ?? 0);
  return slots.fill(mapping === "all" ? values[0]! : 0);
}
