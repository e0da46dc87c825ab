/** Polygons of a mesh: which control point each corner stands on, and where each polygon begins. */
import { type NumberArray, numbersIn } from "./fbx_node.ts";
import { fail } from "./fbx_problem.ts";
import type { FbxObject } from "./object_graph.ts";

export interface Polygons {
  /** Control points, x y z each. */
  readonly points: NumberArray;
  /** Index of the control point of each corner, in the file's order. */
  readonly corners: Int32Array;
  /** First corner of each polygon, and the count of corners as the last. */
  readonly starts: Int32Array;
}

/** Reads `Vertices` and `PolygonVertexIndex`, where the last corner of a polygon is written as its complement. */
export function readPolygons(geometry: FbxObject): Polygons {
  const points = numbersIn(geometry.node, "Vertices");
  const indices = numbersIn(geometry.node, "PolygonVertexIndex");
  const count = Math.floor(points.length / 3);
  const corners = new Int32Array(indices.length);
  const starts = new Int32Array(indices.length + 1);
  let polygons = 0;
  for (let corner = 0; corner < indices.length; corner++) {
    const index = indices[corner]!;
    const isLast = index < 0;
    const point = isLast ? -index - 1 : index;
    if (!(point < count)) {
      const problem = `corner ${corner} stands on control point ${point} of ${count}`;
      fail("AS2604", geometry.node.at, { object: describe(geometry), problem });
    }
    corners[corner] = point;
    // Some files do not close the last polygon.
    if (isLast || corner === indices.length - 1) starts[++polygons] = corner + 1;
  }
  checkPoints(points, geometry);
  return { points, corners, starts: starts.slice(0, polygons + 1) };
}

/** The polygon of each corner. */
export function polygonOfCorners({ corners, starts }: Polygons): Int32Array {
  const polygons = new Int32Array(corners.length);
  for (let polygon = 0; polygon + 1 < starts.length; polygon++)
    polygons.fill(polygon, starts[polygon], starts[polygon + 1]);
  return polygons;
}

/** How messages call an object. */
export function describe({ kind, name }: FbxObject): string {
  return `${kind} \`${name}\``;
}

function checkPoints(points: NumberArray, geometry: FbxObject): void {
  for (let at = 0; at < points.length; at++) {
    if (Number.isFinite(points[at])) continue;
    const problem = `control point ${Math.floor(at / 3)} is not a number`;
    fail("AS2604", geometry.node.at, { object: describe(geometry), problem });
  }
}
