/** Rotations from angles in degrees. */
import { sineAndCosine } from "../math/degrees.ts";
import type { Quadruple } from "./scene_definition.ts";

/** Yaw around y, then pitch around x, then roll around z, as `core.math.Quat.fromEuler` turns. */
export function quaternionFromDegrees(pitch: number, yaw: number, roll: number): Quadruple {
  const [sx, cx] = sineAndCosine(pitch / 2);
  const [sy, cy] = sineAndCosine(yaw / 2);
  const [sz, cz] = sineAndCosine(roll / 2);
  return [
    cy * sx * cz + sy * cx * sz + 0,
    sy * cx * cz - cy * sx * sz + 0,
    cy * cx * sz - sy * sx * cz + 0,
    cy * cx * cz + sy * sx * sz + 0,
  ];
}
