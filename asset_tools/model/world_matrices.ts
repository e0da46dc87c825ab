import { type Matrix4, multiplyMatrices } from "../math/matrix4.ts";
import type { ModelNode } from "./model.ts";
import { matrixOf } from "./transform.ts";

/** Each node's matrix from its own space to the model's. */
export function worldMatrices(nodes: readonly ModelNode[]): Matrix4[] {
  const matrices: Matrix4[] = [];
  for (const { parent, transform } of nodes) {
    const above = matrices[parent];
    const local = matrixOf(transform);
    matrices.push(above === undefined ? local : multiplyMatrices(above, local));
  }
  return matrices;
}
