/** Rotations: FBX has Euler angles in degrees, the model has quaternions x y z w. */

import { sineAndCosine } from "../math/degrees.ts";
import type { Quaternion, Vector3 } from "../math/vector.ts";

/** Axes in the order in which they turn, by the number that a file has; 6, "spheric", is only another interpolation. */
const ORDERS: readonly Vector3[] = [
  [0, 1, 2],
  [0, 2, 1],
  [1, 2, 0],
  [1, 0, 2],
  [2, 0, 1],
  [2, 1, 0],
];
const XYZ = ORDERS[0] as Vector3;

/** The rotation by Euler angles in degrees. */
export function fromEuler(degrees: Vector3, order: number): Quaternion {
  const [first, second, third] = ORDERS[order] ?? XYZ;
  const inner = multiply(aroundAxis(second, degrees), aroundAxis(first, degrees));
  return multiply(aroundAxis(third, degrees), inner);
}

function aroundAxis(axis: number, degrees: Vector3): Quaternion {
  const [sine, cosine] = sineAndCosine((degrees[axis] as number) / 2);
  return [axis === 0 ? sine : 0, axis === 1 ? sine : 0, axis === 2 ? sine : 0, cosine];
}

/** The rotation that does `right` first and then `left`. */
export function multiply(left: Quaternion, right: Quaternion): Quaternion {
  const [ax, ay, az, aw] = left;
  const [bx, by, bz, bw] = right;
  return [
    aw * bx + ax * bw + ay * bz - az * by,
    aw * by - ax * bz + ay * bw + az * bx,
    aw * bz + ax * by - ay * bx + az * bw,
    aw * bw - ax * bx - ay * by - az * bz,
  ];
}

export function invert([x, y, z, w]: Quaternion): Quaternion {
  return [-x, -y, -z, w];
}

export function rotate(rotation: Quaternion, vector: Vector3): Vector3 {
  const [x, y, z, w] = rotation;
  const [vx, vy, vz] = vector;
  const tx = 2 * (y * vz - z * vy);
  const ty = 2 * (z * vx - x * vz);
  const tz = 2 * (x * vy - y * vx);
  return [
    vx + w * tx + (y * tz - z * ty),
    vy + w * ty + (z * tx - x * tz),
    vz + w * tz + (x * ty - y * tx),
  ];
}
