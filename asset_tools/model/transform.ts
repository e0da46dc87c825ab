/** Where a node is, relative to its parent. */
import { rotation3 } from "../math/matrix3.ts";
import type { Matrix4 } from "../math/matrix4.ts";
import type { Quaternion, Vector3 } from "../math/vector.ts";

/** Scale, then rotation, then translation; or a matrix, which may shear and then cannot be animated. */
export type Transform =
  | {
      readonly kind: "parts";
      readonly translation: Vector3;
      readonly rotation: Quaternion;
      readonly scale: Vector3;
    }
  | { readonly kind: "matrix"; readonly matrix: Matrix4 };

export const identityTransform: Transform = {
  kind: "parts",
  translation: [0, 0, 0],
  rotation: [0, 0, 0, 1],
  scale: [1, 1, 1],
};

export function matrixOf(transform: Transform): Matrix4 {
  if (transform.kind === "matrix") return transform.matrix;
  const turn = rotation3(transform.rotation);
  const [moveX, moveY, moveZ] = transform.translation;
  const matrix = new Float64Array(16);
  for (let column = 0; column < 3; column++) {
    const scale = transform.scale[column] as number;
    for (let row = 0; row < 3; row++)
      matrix[column * 4 + row] = (turn[column * 3 + row] as number) * scale;
  }
  matrix[12] = moveX;
  matrix[13] = moveY;
  matrix[14] = moveZ;
  matrix[15] = 1;
  return matrix;
}
