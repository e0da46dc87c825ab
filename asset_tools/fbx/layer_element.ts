/** Layer elements: values of corners, points, polygons or edges, written out or by index. */
import {
  childOf,
  childrenOf,
  type FbxNode,
  type NumberArray,
  numberAt,
  numbersIn,
  textAt,
} from "./fbx_node.ts";
import { type Polygons, polygonOfCorners } from "./polygons.ts";

/** What the values belong to. */
export type Mapping = "corner" | "point" | "polygon" | "edge" | "all";

export interface LayerElement {
  readonly node: FbxNode;
  readonly name: string;
  readonly mapping: Mapping;
  /** Values, some numbers each. */
  readonly values: NumberArray;
  /** Row of `values` by corner, point, ...; missing when they are in order. */
  readonly index: NumberArray | undefined;
}

/** Names that exporters have used; `ByVertice` is the common one. */
const MAPPINGS: Readonly<Record<string, Mapping>> = {
  ByPolygonVertex: "corner",
  ByVertice: "point",
  ByVertex: "point",
  ByControlPoint: "point",
  ByPolygon: "polygon",
  ByEdge: "edge",
  AllSame: "all",
};

/**
 * All layer elements called `type`, by their number, as far as they have values: `LayerElementUV` with its `UV` and
 * `UVIndex`. Elements without a mapping, as of unused layers, are left out.
 */
export function readLayerElements(
  geometry: FbxNode,
  type: string,
  valueName: string,
  indexName: string,
): LayerElement[] {
  const numberOf = (node: FbxNode): number => numberAt(node, 0) ?? 0;
  return childrenOf(geometry, type)
    .toSorted((a, b) => numberOf(a) - numberOf(b))
    .flatMap((node) => {
      const mapping = MAPPINGS[textAt(childOf(node, "MappingInformationType"), 0)];
      const values = numbersIn(node, valueName);
      if (mapping === undefined || values.length === 0) return [];
      const name = textAt(childOf(node, "Name"), 0);
      return [{ node, name, mapping, values, index: readIndex(node, indexName) }];
    });
}

/** Old Blender versions claim an index and write none: the values are in order then. */
function readIndex(node: FbxNode, name: string): NumberArray | undefined {
  const reference = textAt(childOf(node, "ReferenceInformationType"), 0);
  if (reference !== "IndexToDirect" && reference !== "Index") return undefined;
  const index = numbersIn(node, name);
  return index.length === 0 ? undefined : index;
}

/**
 * The row of an element's values for each corner, -1 where the index says none; undefined when rows are missing or
 * belong to edges. `width` is the count of numbers in a row.
 */
export function rowsOfCorners(
  element: LayerElement,
  width: number,
  polygons: Polygons,
): Int32Array | undefined {
  const places = placesOfCorners(element.mapping, polygons);
  if (places === undefined) return undefined;
  const { index, values } = element;
  const count = Math.floor(values.length / width);
  for (let corner = 0; corner < places.length; corner++) {
    const place = places[corner]!;
    const row = index === undefined ? place : index[place];
    if (row === undefined || row >= count) return undefined;
    places[corner] = row < 0 ? -1 : row;
  }
  return places;
}

function placesOfCorners(mapping: Mapping, polygons: Polygons): Int32Array | undefined {
  switch (mapping) {
    case "corner":
      return countUp(polygons.corners.length);
    case "point":
      return polygons.corners.slice();
    case "polygon":
      return polygonOfCorners(polygons);
    case "all":
      return new Int32Array(polygons.corners.length);
    case "edge":
      return undefined;
  }
}

/** 0, 1, 2, ... */
export function countUp(length: number): Int32Array {
  const numbers = new Int32Array(length);
  for (let at = 0; at < length; at++) numbers[at] = at;
  return numbers;
}
