/** How the bones of a skin stood when it was bound. */
import { invertAffine, type Matrix4, multiplyMatrices } from "../math/matrix4.ts";
import type { NumberArray } from "./fbx_node.ts";
import { INFLUENCES, type SkinWeights } from "./skin.ts";
import type { Space } from "./space.ts";
import type { Surface } from "./surface.ts";

/**
 * From the mesh's node to each bone, in the model's space. Files state it; where one does not, it follows from where
 * the bone stood, or stands.
 */
export function bindMatrices(
  { clusters }: SkinWeights,
  joints: readonly number[],
  node: number,
  worlds: readonly Matrix4[],
  space: Space,
): Matrix4[] {
  return clusters.map(({ meshToBone, boneToWorld }, at) => {
    if (meshToBone.length > 0) return space.matrix(toMatrix(meshToBone));
    const bone =
      boneToWorld.length > 0 ? space.matrix(toMatrix(boneToWorld)) : worlds[joints[at]!]!;
    return multiplyMatrices(invertAffine(bone) ?? bone, worlds[node]!);
  });
}

/** Whether a point that a triangle uses is pulled by no bone; it stays with the mesh's node. */
export function needsRestJoint(
  { weights }: SkinWeights,
  { triangles, polygons }: Surface,
): boolean {
  return triangles.some((corner) => weights[polygons.corners[corner]! * INFLUENCES] === 0);
}

function toMatrix(numbers: NumberArray): Matrix4 {
  return Float64Array.from(numbers);
}
