/**
 * Rotations from angles in degrees. JavaScript's `Math.sin` may differ from engine to engine in the last bit, and compiled
 * bytes must not: angles are brought to 45 degrees and less, which is exact, and Taylor's series does the rest with
 * products and sums alone. Multiples of 90 degrees give exact values.
 */
import type { Quadruple } from "./scene_definition.ts";

const RADIANS = 0.017453292519943295;

/** Terms up to x^17 and x^16: what is left out is below a double's last bit for angles up to pi/4. */
const SINE_DIVISORS = [6, 20, 42, 72, 110, 156, 210, 272];
const COSINE_DIVISORS = [2, 12, 30, 56, 90, 132, 182, 240];

/** Yaw around y, then pitch around x, then roll around z, as `core.math.Quat.fromEuler` turns. */
export function quaternionFromDegrees(pitch: number, yaw: number, roll: number): Quadruple {
  const [sx, cx] = sineCosine(pitch / 2);
  const [sy, cy] = sineCosine(yaw / 2);
  const [sz, cz] = sineCosine(roll / 2);
  return [
    cy * sx * cz + sy * cx * sz + 0,
    sy * cx * cz - cy * sx * sz + 0,
    cy * cx * sz - sy * sx * cz + 0,
    cy * cx * cz + sy * sx * sz + 0,
  ];
}

/** Sine and cosine of an angle in degrees. */
export function sineCosine(degrees: number): readonly [sine: number, cosine: number] {
  const turns = degrees % 360;
  const quarter = Math.round(turns / 90);
  const radians = (turns - quarter * 90) * RADIANS;
  const sine = series(radians, radians * radians, SINE_DIVISORS);
  const cosine = series(1, radians * radians, COSINE_DIVISORS);
  switch ((quarter + 4) % 4) {
    case 0:
      return [sine, cosine];
    case 1:
      return [cosine, -sine];
    case 2:
      return [-sine, -cosine];
    default:
      return [-cosine, sine];
  }
}

/** first - first*x/d1 + first*x*x/(d1*d2) - ..., from the smallest term up. */
function series(first: number, square: number, divisors: readonly number[]): number {
  let sum = 1;
  for (const divisor of divisors.toReversed()) sum = 1 - (square / divisor) * sum;
  return first * sum;
}
