/**
 * Normals of a mesh that has none but says where it is smooth: by groups of polygons, whose bits a pair of polygons
 * shares or not, or by edges. Weighted by the area of the polygons.
 */
import { type FbxNode, type NumberArray, numbersIn } from "./fbx_node.ts";
import { countUp, type LayerElement, readLayerElements } from "./layer_element.ts";
import { type Polygons, polygonOfCorners } from "./polygons.ts";

/** Distinct groups at a point; more are beyond what anybody paints, and would take quadratic time. */
const MAX_GROUPS = 32;

/** Normals of all corners in the file's space, not of unit length; undefined when the mesh is flat all over. */
export function smoothNormals(geometry: FbxNode, polygons: Polygons): Float64Array | undefined {
  const [element] = readLayerElements(
    geometry,
    "LayerElementSmoothing",
    "Smoothing",
    "SmoothingIndex",
  );
  if (element === undefined) return undefined;
  switch (element.mapping) {
    case "polygon":
      return byGroups(polygons, (polygon) => element.values[polygon] ?? 0);
    case "all":
      return byGroups(polygons, () => element.values[0]!);
    case "edge":
      return byEdges(polygons, smoothSides(element, numbersIn(geometry, "Edges"), polygons));
    default:
      return undefined;
  }
}

type Sum = [x: number, y: number, z: number];

/** Each corner's normal is the sum of those polygons at its point that share a group with its own. */
function byGroups(polygons: Polygons, groupOf: (polygon: number) => number): Float64Array {
  const { corners } = polygons;
  const areas = polygonNormals(polygons);
  const polygonOf = polygonOfCorners(polygons);
  const sums = new Map<number, Map<number, Sum>>();
  for (let corner = 0; corner < corners.length; corner++) {
    const polygon = polygonOf[corner]!;
    const group = groupOf(polygon);
    if (group === 0) continue;
    const point = corners[corner]!;
    const groups = sums.get(point) ?? new Map<number, Sum>();
    sums.set(point, groups);
    if (groups.size < MAX_GROUPS || groups.has(group)) add(groups, group, areas, polygon);
  }
  const normals = new Float64Array(corners.length * 3);
  for (let corner = 0; corner < corners.length; corner++) {
    const polygon = polygonOf[corner]!;
    const group = groupOf(polygon);
    if (group === 0) {
      for (let axis = 0; axis < 3; axis++) normals[corner * 3 + axis] = areas[polygon * 3 + axis]!;
      continue;
    }
    for (const [other, sum] of sums.get(corners[corner]!)!) {
      if ((other & group) === 0) continue;
      for (let axis = 0; axis < 3; axis++) normals[corner * 3 + axis]! += sum[axis]!;
    }
  }
  return normals;
}

/** Corners at a point belong together when a chain of smooth edges joins their polygons. */
function byEdges(
  polygons: Polygons,
  isSmooth: (from: number, to: number) => boolean,
): Float64Array {
  const { corners, starts } = polygons;
  const groups = countUp(corners.length);
  const sides = new Map<number, number>();
  for (let polygon = 0; polygon + 1 < starts.length; polygon++) {
    for (let corner = starts[polygon]!; corner < starts[polygon + 1]!; corner++) {
      const next = corner + 1 === starts[polygon + 1] ? starts[polygon]! : corner + 1;
      const [a, b] = [corners[corner]!, corners[next]!];
      if (!isSmooth(a, b)) continue;
      // A side by its ends; the corner is kept that stands on the smaller one, and its neighbour on the larger.
      const [low, high] = a < b ? [corner, next] : [next, corner];
      const key = sideKey(a, b) * 2;
      const [otherLow, otherHigh] = [sides.get(key), sides.get(key + 1)];
      if (otherLow === undefined || otherHigh === undefined) {
        sides.set(key, low);
        sides.set(key + 1, high);
      } else {
        join(groups, low, otherLow);
        join(groups, high, otherHigh);
      }
    }
  }
  const areas = polygonNormals(polygons);
  const polygonOf = polygonOfCorners(polygons);
  const sums = new Map<number, Sum>();
  for (let corner = 0; corner < corners.length; corner++)
    add(sums, find(groups, corner), areas, polygonOf[corner]!);
  return Float64Array.from({ length: corners.length * 3 }, (_, at) => {
    return sums.get(find(groups, Math.floor(at / 3)))![at % 3]!;
  });
}

/** `Edges` names each edge by the corner that it starts from. */
function smoothSides(
  element: LayerElement,
  edges: NumberArray,
  { corners, starts }: Polygons,
): (from: number, to: number) => boolean {
  const next = new Int32Array(corners.length).map((_, corner) => corner + 1);
  for (let polygon = 0; polygon + 1 < starts.length; polygon++)
    next[starts[polygon + 1]! - 1] = starts[polygon]!;
  const smooth = new Set<number>();
  for (let edge = 0; edge < edges.length; edge++) {
    const corner = edges[edge]!;
    const after = next[corner];
    if (after !== undefined && element.values[edge] === 1)
      smooth.add(sideKey(corners[corner]!, corners[after]!));
  }
  return (from, to) => smooth.has(sideKey(from, to));
}

/** One number for an edge, whichever way it runs; a quarter of the whole numbers that doubles hold are enough. */
function sideKey(a: number, b: number): number {
  return Math.min(a, b) * 2 ** 26 + Math.max(a, b);
}

/** Newell's normals, twice as long as the areas. */
function polygonNormals({ points, corners, starts }: Polygons): Float64Array {
  const normals = new Float64Array(Math.max(0, starts.length - 1) * 3);
  for (let polygon = 0; polygon + 1 < starts.length; polygon++) {
    const [start, end] = [starts[polygon]!, starts[polygon + 1]!];
    for (let corner = start; corner < end; corner++) {
      const a = corners[corner]! * 3;
      const b = corners[corner + 1 === end ? start : corner + 1]! * 3;
      for (let axis = 0; axis < 3; axis++) {
        const [u, v] = [(axis + 1) % 3, (axis + 2) % 3];
        normals[polygon * 3 + axis]! +=
          (points[a + u]! - points[b + u]!) * (points[a + v]! + points[b + v]!);
      }
    }
  }
  return normals;
}

function add<K>(sums: Map<K, Sum>, key: K, areas: Float64Array, polygon: number): void {
  const sum = sums.get(key) ?? [0, 0, 0];
  for (let axis = 0; axis < 3; axis++) sum[axis]! += areas[polygon * 3 + axis]!;
  sums.set(key, sum);
}

function find(groups: Int32Array, corner: number): number {
  let root = corner;
  while (groups[root] !== root) root = groups[root]!;
  for (let at = corner; at !== root; ) {
    const next = groups[at]!;
    groups[at] = root;
    at = next;
  }
  return root;
}

function join(groups: Int32Array, a: number, b: number): void {
  groups[find(groups, a)] = find(groups, b);
}
