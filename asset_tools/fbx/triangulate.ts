/**
 * Cuts polygons into triangles: convex ones into a fan around their first corner, others by clipping ears (Meisters,
 * "Polygons have ears", 1975) in the plane that they lie in most.
 */
import type { Polygons } from "./polygons.ts";

/** Clipping takes quadratic time and more, so larger ones become fans. */
const MAX_CLIPPED = 1024;

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
  for (let polygon = 0; polygon + 1 < starts.length; polygon++) {
    const start = starts[polygon]!;
    const size = starts[polygon + 1]! - start;
    if (size === 3) push(polygon, start, start + 1, start + 2);
    else if (size > 3) {
      const flat = size > MAX_CLIPPED ? undefined : flatten(points, corners, start, size);
      if (flat === undefined || isConvex(flat)) {
        for (let at = 2; at < size; at++) push(polygon, start, start + at - 1, start + at);
      } else {
        clipEars(flat, (a, b, c) => push(polygon, start + a, start + b, start + c));
      }
    }
  }
  return { triangles: triangles.slice(0, count * 3), polygons: polygons.slice(0, count) };
}

/** x y of each corner, seen so that the polygon runs counter-clockwise; undefined when it has no area. */
function flatten(
  points: ArrayLike<number>,
  corners: Int32Array,
  start: number,
  size: number,
): Float64Array | undefined {
  const at = (corner: number, axis: number): number => points[corners[start + corner]! * 3 + axis]!;
  // Newell's normal; its largest part says which axis to look along.
  const normal = [0, 1, 2].map((axis) => {
    const [u, v] = [(axis + 1) % 3, (axis + 2) % 3];
    let sum = 0;
    for (let corner = 0; corner < size; corner++) {
      const next = corner + 1 === size ? 0 : corner + 1;
      sum += (at(corner, u) - at(next, u)) * (at(corner, v) + at(next, v));
    }
    return sum;
  });
  const sizes = normal.map(Math.abs);
  const axis = sizes.indexOf(Math.max(...sizes));
  if (!(sizes[axis]! > 0)) return undefined;
  const isForward = normal[axis]! > 0;
  const [u, v] = [(axis + 1) % 3, (axis + 2) % 3];
  return Float64Array.from({ length: size * 2 }, (_, index) => {
    const isFirst = index % 2 === 0;
    return at(index >> 1, isFirst === isForward ? u : v);
  });
}

function isConvex(flat: Float64Array): boolean {
  const size = flat.length / 2;
  for (let corner = 0; corner < size; corner++) {
    if (turn(flat, corner, (corner + 1) % size, (corner + 2) % size) < 0) return false;
  }
  return true;
}

function clipEars(flat: Float64Array, push: (a: number, b: number, c: number) => void): void {
  const ring = Array.from({ length: flat.length / 2 }, (_, corner) => corner);
  let at = 0;
  // Corners tried since the last ear: a whole round without one means that the outline crosses itself.
  let tried = 0;
  while (ring.length > 3) {
    const previous = ring[(at + ring.length - 1) % ring.length]!;
    const here = ring[at]!;
    const next = ring[(at + 1) % ring.length]!;
    if (tried >= ring.length || isEar(flat, ring, previous, here, next)) {
      push(previous, here, next);
      ring.splice(at, 1);
      tried = 0;
      at %= ring.length;
    } else {
      tried++;
      at = (at + 1) % ring.length;
    }
  }
  push(ring[0]!, ring[1]!, ring[2]!);
}

function isEar(
  flat: Float64Array,
  ring: readonly number[],
  a: number,
  b: number,
  c: number,
): boolean {
  if (turn(flat, a, b, c) <= 0) return false;
  return ring.every(
    (corner) =>
      corner === a ||
      corner === b ||
      corner === c ||
      isSame(flat, corner, a) ||
      isSame(flat, corner, b) ||
      isSame(flat, corner, c) ||
      turn(flat, a, b, corner) < 0 ||
      turn(flat, b, c, corner) < 0 ||
      turn(flat, c, a, corner) < 0,
  );
}

/** Twice the area of a triangle, positive when it runs counter-clockwise. */
function turn(flat: Float64Array, a: number, b: number, c: number): number {
  const [ax, ay] = [flat[a * 2]!, flat[a * 2 + 1]!];
  return (
    (flat[b * 2]! - ax) * (flat[c * 2 + 1]! - ay) - (flat[b * 2 + 1]! - ay) * (flat[c * 2]! - ax)
  );
}

function isSame(flat: Float64Array, a: number, b: number): boolean {
  return flat[a * 2] === flat[b * 2] && flat[a * 2 + 1] === flat[b * 2 + 1];
}
