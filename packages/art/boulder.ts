/** A boulder: a ball pushed in and out by noise, flat where it lies. */
import { rockHeight } from "./ground.ts";
import { type Corner, type Face, type Point, sphere } from "./shape.ts";

/** Faces of a boulder about 1 across, its foot at 0. */
export function boulder(): Face[] {
  const faces = sphere(20, 28).map((face) =>
    face.map((corner) => ({ ...corner, position: pushed(corner) })),
  );
  const normals = new Map<string, number[]>();
  for (const face of faces) {
    const normal = faceNormal(face);
    for (const { position } of face) {
      const sum = normals.get(key(position)) ?? [0, 0, 0];
      normals.set(
        key(position),
        sum.map((value, axis) => value + (normal[axis] as number)),
      );
    }
  }
  return faces.map((face) =>
    face.map((corner) => ({
      ...corner,
      normal: unit(normals.get(key(corner.position)) as number[]),
    })),
  );
}

/** Corners at the same place, as a seam of the texture has them, share a normal. */
function key(position: Point): string {
  return position.map((value) => value.toFixed(4)).join(" ");
}

function pushed({ position: [x, y, z] }: Corner): Point {
  const bump = (a: number, b: number): number =>
    rockHeight((a * 40 + 128) & 255, (b * 40 + 128) & 255);
  const size = 0.36 + 0.1 * (bump(x, y) + bump(y, z) + bump(z, x));
  return [x * size * 1.25, Math.max(y * size * 0.85 + 0.28, 0), z * size];
}

/** Not of length 1: a larger face counts for more. */
function faceNormal([a, b, c]: Face): number[] {
  const [p, q, r] = [a, b, c].map((corner) => (corner as Corner).position) as [Point, Point, Point];
  const u = q.map((value, axis) => value - (p[axis] as number)) as unknown as Point;
  const v = r.map((value, axis) => value - (p[axis] as number)) as unknown as Point;
  return [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]];
}

function unit(v: readonly number[]): Point {
  const length = Math.sqrt(v.reduce((sum, value) => sum + value * value, 0));
  return length === 0 ? [0, 1, 0] : (v.map((value) => value / length) as unknown as Point);
}
