/** The triangles of a mesh's polygons. */
import { triangulate as cut } from "../math/polygon.ts";
import type { Polygons } from "./polygons.ts";

/** Cutting takes quadratic time and more, so larger ones become fans. */
const MAX_CUT = 4096;

/** Corners of the triangles, three each; polygons of fewer than three corners have none. */
export function triangulate({ points, corners, starts }: Polygons): {
  readonly triangles: Int32Array;
  /** The polygon of each triangle. */
  readonly polygons: Int32Array;
} {
  const capacity = Math.max(0, corners.length);
  const triangles = new Int32Array(capacity * 3);
  const polygons = new Int32Array(capacity);
  let count = 0;
  const push = (polygon: number, a: number, b: number, c: number): void => {
    triangles[count * 3] = a;
    triangles[count * 3 + 1] = b;
    triangles[count * 3 + 2] = c;
    polygons[count++] = polygon;
  };
  const outline = new Float64Array(MAX_CUT * 3);
  for (let polygon = 0; polygon + 1 < starts.length; polygon++) {
    const start = starts[polygon]!;
    const size = starts[polygon + 1]! - start;
    if (size > MAX_CUT) {
      for (let at = 2; at < size; at++) push(polygon, start, start + at - 1, start + at);
    } else if (size >= 3) {
      for (let corner = 0; corner < size; corner++) {
        const from = corners[start + corner]! * 3;
        for (let axis = 0; axis < 3; axis++) outline[corner * 3 + axis] = points[from + axis]!;
      }
      const cuts = cut(outline, size);
      for (let at = 0; at < cuts.length; at += 3)
        push(polygon, start + cuts[at]!, start + cuts[at + 1]!, start + cuts[at + 2]!);
    }
  }
  return { triangles: triangles.slice(0, count * 3), polygons: polygons.slice(0, count) };
}
