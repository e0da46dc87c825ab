/** 3x3 matrices, 9 numbers column by column: what scales, turns and shears. */
import type { Quaternion, Vector3 } from "./vector.ts";

export type Matrix3 = readonly number[];
type Numbers9 = [number, number, number, number, number, number, number, number, number];

export const identity3: Matrix3 = [1, 0, 0, 0, 1, 0, 0, 0, 1];

/** The matrix that does `right` first and then `left`. */
export function multiply3(left: Matrix3, right: Matrix3): Matrix3 {
  const product: number[] = [];
  for (let column = 0; column < 9; column += 3) {
    for (let row = 0; row < 3; row++) {
      product.push(
        left[row]! * right[column]! +
          left[row + 3]! * right[column + 1]! +
          left[row + 6]! * right[column + 2]!,
      );
    }
  }
  return product;
}

export function transpose3(matrix: Matrix3): Matrix3 {
  return [0, 3, 6, 1, 4, 7, 2, 5, 8].map((at) => matrix[at]!);
}

export function scaling3([x, y, z]: Vector3): Matrix3 {
  return [x, 0, 0, 0, y, 0, 0, 0, z];
}

export function rotation3([x, y, z, w]: Quaternion): Matrix3 {
  return [
    1 - 2 * (y * y + z * z),
    2 * (x * y + z * w),
    2 * (x * z - y * w),
    2 * (x * y - z * w),
    1 - 2 * (x * x + z * z),
    2 * (y * z + x * w),
    2 * (x * z + y * w),
    2 * (y * z - x * w),
    1 - 2 * (x * x + y * y),
  ];
}

/** The cofactors, column by column: the transposed inverse times the determinant. */
export function cofactors3(matrix: Matrix3): Float64Array {
  const [a, b, c, d, e, f, g, h, i] = matrix as Numbers9;
  return Float64Array.of(
    e * i - f * h,
    f * g - d * i,
    d * h - e * g,
    c * h - b * i,
    a * i - c * g,
    b * g - a * h,
    b * f - c * e,
    c * d - a * f,
    a * e - b * d,
  );
}

/** Undefined for a matrix that flattens. */
export function invert3(matrix: Matrix3): Matrix3 | undefined {
  const cofactors = cofactors3(matrix);
  const determinant = dot(matrix, cofactors as unknown as Matrix3);
  if (determinant === 0 || !Number.isFinite(1 / determinant)) return undefined;
  return transpose3(Array.from(cofactors, (value) => value / determinant));
}

/** The nearest rotation and scale without shear, and how far from square the columns stand, as a cosine. */
export function decompose3(matrix: Matrix3): {
  readonly rotation: Quaternion;
  readonly scale: Vector3;
  readonly shear: number;
} {
  const columns = [matrix.slice(0, 3), matrix.slice(3, 6), matrix.slice(6, 9)];
  const lengths = columns.map((column) => Math.sqrt(dot(column, column)));
  const [a, b, c] = columns.map((column, at) => column.map((value) => value / (lengths[at] || 1)));
  const shear = Math.max(Math.abs(dot(a!, b!)), Math.abs(dot(b!, c!)), Math.abs(dot(c!, a!)));
  const mirrors = dot(cross(a!, b!), c!) < 0;
  const x = unit(mirrors ? a!.map((value) => -value) : a!, [1, 0, 0]);
  const along = dot(x, b!);
  const y = unit(
    b!.map((value, at) => value - along * x[at]!),
    Math.abs(x[1]!) < 0.9 ? unit(cross(cross(x, [0, 1, 0]), x), [0, 1, 0]) : [0, 0, 1],
  );
  const rotation = quaternionOf([...x, ...y, ...cross(x, y)]);
  return {
    rotation,
    scale: [mirrors ? -lengths[0]! : lengths[0]!, lengths[1]!, lengths[2]!],
    shear,
  };
}

/** The quaternion of a matrix that only turns (Shepperd 1978). */
function quaternionOf(matrix: Matrix3): Quaternion {
  const [a, b, c, d, e, f, g, h, i] = matrix as Numbers9;
  const trace = a + e + i;
  const largest = Math.max(trace, a, e, i);
  const root = Math.sqrt(Math.max(0, largest === trace ? 1 + trace : 1 + 2 * largest - trace));
  const part = root === 0 ? 0 : 0.5 / root;
  const half = root / 2;
  if (largest === trace) return [(f - h) * part, (g - c) * part, (b - d) * part, half];
  if (largest === a) return [half, (b + d) * part, (g + c) * part, (f - h) * part];
  if (largest === e) return [(b + d) * part, half, (f + h) * part, (g - c) * part];
  return [(g + c) * part, (f + h) * part, half, (b - d) * part];
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a[0]! * b[0]! + a[1]! * b[1]! + a[2]! * b[2]!;
}

function cross(a: readonly number[], b: readonly number[]): number[] {
  return [
    a[1]! * b[2]! - a[2]! * b[1]!,
    a[2]! * b[0]! - a[0]! * b[2]!,
    a[0]! * b[1]! - a[1]! * b[0]!,
  ];
}

function unit(vector: readonly number[], otherwise: readonly number[]): readonly number[] {
  const length = Math.sqrt(dot(vector, vector));
  return length === 0 ? otherwise : vector.map((value) => value / length);
}
