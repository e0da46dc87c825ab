/** Cutting polygons into triangles. */

/** Corner numbers of a polygon's triangles, three each, n - 2 triangles. */
export type Triangles = readonly number[];

/**
 * Twice the area of a polygon as a vector that points to where its corners go around counter-clockwise (Newell's sum).
 * `points` are x y z, one corner after another.
 */
export function areaVector(points: Float64Array, count: number): [number, number, number] {
  let [x, y, z] = [0, 0, 0];
  // Relative to the first corner: far from the origin the sum would lose its digits.
  const x0 = points[0]!;
  const y0 = points[1]!;
  const z0 = points[2]!;
  for (let at = 3; at < count * 3 - 3; at += 3) {
    const ax = points[at]! - x0;
    const ay = points[at + 1]! - y0;
    const az = points[at + 2]! - z0;
    const bx = points[at + 3]! - x0;
    const by = points[at + 4]! - y0;
    const bz = points[at + 5]! - z0;
    x += ay * bz - az * by;
    y += az * bx - ax * bz;
    z += ax * by - ay * bx;
  }
  return [x, y, z];
}

/** Cuts a polygon: a convex one into a fan around its first corner, another by ears (Meisters 1975). */
export function triangulate(points: Float64Array, count: number): Triangles {
  if (count === 3) return TRIANGLE;
  const area = areaVector(points, count);
  if (count === 4 && isConvexQuad(points, area)) return QUAD;
  const flat = flatten(points, count, area);
  const corners = Array.from({ length: count }, (_, corner) => corner);
  const isConvex = corners.every(
    (corner) => turn(flat, (corner + count - 1) % count, corner, (corner + 1) % count) >= 0,
  );
  if (isConvex) return corners.slice(1, -1).flatMap((corner) => [0, corner, corner + 1]);
  return clipEars(flat, corners);
}

const TRIANGLE: Triangles = [0, 1, 2];
const QUAD: Triangles = [0, 1, 2, 0, 2, 3];

/** Most faces are such: their triangles at the first and third corner both look where the quad does. */
function isConvexQuad(points: Float64Array, area: readonly [number, number, number]): boolean {
  return (
    isTurnedAs(points, area, 0, 1, 2) &&
    isTurnedAs(points, area, 0, 2, 3) &&
    isTurnedAs(points, area, 1, 2, 3) &&
    isTurnedAs(points, area, 1, 3, 0)
  );
}

function isTurnedAs(
  points: Float64Array,
  area: readonly [number, number, number],
  a: number,
  b: number,
  c: number,
): boolean {
  const ax = points[b * 3]! - points[a * 3]!;
  const ay = points[b * 3 + 1]! - points[a * 3 + 1]!;
  const az = points[b * 3 + 2]! - points[a * 3 + 2]!;
  const bx = points[c * 3]! - points[a * 3]!;
  const by = points[c * 3 + 1]! - points[a * 3 + 1]!;
  const bz = points[c * 3 + 2]! - points[a * 3 + 2]!;
  const x = ay * bz - az * by;
  const y = az * bx - ax * bz;
  const z = ax * by - ay * bx;
  return x * area[0] + y * area[1] + z * area[2] >= 0;
}

/** The polygon seen from where it goes around counter-clockwise, along the axis that its area leans on most: x y each. */
function flatten(points: Float64Array, count: number, area: readonly number[]): Float64Array {
  const [x, y, z] = area.map(Math.abs) as [number, number, number];
  const axis = x > y && x > z ? 0 : y > z ? 1 : 2;
  const isBehind = area[axis]! < 0;
  const [first, second] = isBehind
    ? [(axis + 2) % 3, (axis + 1) % 3]
    : [(axis + 1) % 3, (axis + 2) % 3];
  const flat = new Float64Array(count * 2);
  for (let corner = 0; corner < count; corner++) {
    flat[corner * 2] = points[corner * 3 + first]!;
    flat[corner * 2 + 1] = points[corner * 3 + second]!;
  }
  return flat;
}

/** Positive where the way from `a` over `b` to `c` turns left. */
function turn(flat: Float64Array, a: number, b: number, c: number): number {
  const x = flat[a * 2]!;
  const y = flat[a * 2 + 1]!;
  return (flat[b * 2]! - x) * (flat[c * 2 + 1]! - y) - (flat[b * 2 + 1]! - y) * (flat[c * 2]! - x);
}

function clipEars(flat: Float64Array, corners: number[]): number[] {
  const triangles: number[] = [];
  let at = 0;
  let tried = 0;
  while (corners.length > 3) {
    const count = corners.length;
    const before = corners[(at + count - 1) % count]!;
    const corner = corners[at % count]!;
    const after = corners[(at + 1) % count]!;
    // A polygon that crosses itself may have no ear left; then any corner goes.
    if (tried === count || isEar(flat, corners, before, corner, after)) {
      triangles.push(before, corner, after);
      corners.splice(at % count, 1);
      at = (at % count) + count - 2;
      tried = 0;
    } else {
      at++;
      tried++;
    }
    at %= corners.length;
  }
  return [...triangles, ...corners];
}

/** Whether the triangle is inside the polygon and nothing of it is inside the triangle. */
function isEar(
  flat: Float64Array,
  corners: readonly number[],
  before: number,
  corner: number,
  after: number,
): boolean {
  if (turn(flat, before, corner, after) <= 0) return false;
  return corners.every((other) => {
    if (other === before || other === corner || other === after) return true;
    const isInside =
      turn(flat, before, corner, other) >= 0 &&
      turn(flat, corner, after, other) >= 0 &&
      turn(flat, after, before, other) >= 0;
    return !isInside || isAtCorner(flat, other, [before, corner, after]);
  });
}

/** A polygon with a hole touches itself along a cut: its corners there do not stand in the way. */
function isAtCorner(flat: Float64Array, other: number, triangle: readonly number[]): boolean {
  return triangle.some(
    (corner) =>
      flat[corner * 2] === flat[other * 2] && flat[corner * 2 + 1] === flat[other * 2 + 1],
  );
}
