/** 4x4 matrices, 16 numbers column by column, that multiply a column vector. */
import { cofactors3 } from "./matrix3.ts";

export type Matrix4 = Float64Array;

export function identityMatrix(): Matrix4 {
  return Float64Array.of(1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1);
}

/** The matrix that does `right` first and then `left`. */
export function multiplyMatrices(left: Matrix4, right: Matrix4): Matrix4 {
  const product = new Float64Array(16);
  for (let column = 0; column < 4; column++) {
    for (let row = 0; row < 4; row++) {
      let sum = 0;
      for (let at = 0; at < 4; at++)
        sum += (left[at * 4 + row] as number) * (right[column * 4 + at] as number);
      product[column * 4 + row] = sum;
    }
  }
  return product;
}

/**
 * The upper 3x3 part's cofactors, column by column: they turn normals as the inverse transpose does, but for length and
 * for a mirroring's sign, and exist for a scale of 0 too.
 */
export function normalMatrix(matrix: Matrix4): Float64Array {
  return cofactors3([0, 1, 2, 4, 5, 6, 8, 9, 10].map((at) => matrix[at] as number));
}

/** Determinant of the upper 3x3 part: negative when the matrix mirrors. */
export function determinant(matrix: Matrix4): number {
  const cofactors = normalMatrix(matrix);
  return [0, 1, 2].reduce(
    (sum, row) => sum + (matrix[row] as number) * (cofactors[row] as number),
    0,
  );
}

/** The inverse of a matrix whose last row is 0 0 0 1; undefined when it flattens space. */
export function invertAffine(matrix: Matrix4): Matrix4 | undefined {
  const scale = determinant(matrix);
  if (scale === 0 || !Number.isFinite(1 / scale)) return undefined;
  const cofactors = normalMatrix(matrix);
  const inverse = new Float64Array(16);
  for (let row = 0; row < 3; row++) {
    let moved = 0;
    for (let column = 0; column < 3; column++) {
      // The cofactors transposed.
      const value = (cofactors[row * 3 + column] as number) / scale;
      inverse[column * 4 + row] = value;
      moved += value * (matrix[12 + column] as number);
    }
    // `0 -` never gives -0.
    inverse[12 + row] = 0 - moved;
  }
  inverse[15] = 1;
  return inverse;
}
