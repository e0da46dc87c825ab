/** How far an animation is from its source, measured where the skeleton ends up in the model's space. */
import type { JointData } from "../fpkg/animation_blob.ts";
import type { JointPose } from "../fpkg/animation_pose.ts";
import { identityMatrix, type Matrix4, multiplyMatrices } from "../model/transform.ts";
import { jointMatrix } from "./skeleton.ts";

/**
 * How far from each joint's origin its points are measured: as far as the farthest joint below it at rest; an end's reach is
 * its distance from its parent, and 1 metre where that is nothing.
 */
export function reachOf(joints: readonly JointData[]): number[] {
  const world = worldOf(joints, joints);
  const origin = (joint: number): number[] => [...(world[joint]?.subarray(12, 15) ?? [])];
  const reach = joints.map(() => 0);
  for (const index of joints.keys()) {
    let above = joints[index]?.parent ?? -1;
    for (; above >= 0; above = joints[above]?.parent ?? -1) {
      reach[above] = Math.max(reach[above] as number, apart(origin(index), origin(above)));
    }
  }
  return reach.map((own, index) => {
    const parent = joints[index]?.parent ?? -1;
    return own || (parent >= 0 ? apart(origin(index), origin(parent)) : 0) || 1;
  });
}

/** The largest distance between the joints' origins, and points at their reach on their axes, in two poses. */
export function poseError(
  joints: readonly JointData[],
  reach: readonly number[],
  scales: readonly number[],
  a: readonly JointPose[],
  b: readonly JointPose[],
): number {
  const worldA = worldOf(joints, a);
  const worldB = worldOf(joints, b);
  let error = 0;
  for (const [joint, matrix] of worldA.entries()) {
    const other = worldB[joint] as Matrix4;
    // A point on an axis in the joint's own space, whose unit the scale above it sets.
    const length = (reach[joint] as number) / (scales[joint] as number);
    for (let axis = -1; axis < 3; axis++) {
      let squares = 0;
      for (let row = 0; row < 3; row++) {
        const along = axis < 0 ? 0 : axis * 4 + row;
        const shift =
          axis < 0 ? 0 : ((matrix[along] as number) - (other[along] as number)) * length;
        const difference = (matrix[12 + row] as number) - (other[12 + row] as number) + shift;
        squares += difference * difference;
      }
      error = Math.max(error, Math.sqrt(squares));
    }
  }
  return error;
}

/** How large a joint's unit is in the model's space at rest. */
export function scalesOf(joints: readonly JointData[]): number[] {
  return worldOf(joints, joints).map((matrix) => {
    const lengths = [0, 4, 8].map((at) =>
      Math.sqrt(matrix.subarray(at, at + 3).reduce((sum, value) => sum + value * value, 0)),
    );
    return Math.max(...lengths) || 1;
  });
}

function worldOf(
  joints: readonly JointData[],
  pose: readonly Pick<JointPose, "translation" | "rotation" | "scale">[],
): Matrix4[] {
  const world: Matrix4[] = [];
  for (const [index, { parent }] of joints.entries()) {
    const local = jointMatrix(pose[index] as JointPose);
    world.push(multiplyMatrices(world[parent] ?? identityMatrix(), local));
  }
  return world;
}

function apart(a: readonly number[], b: readonly number[]): number {
  const differences = a.map((value, at) => value - (b[at] ?? 0));
  return Math.sqrt(differences.reduce((sum, value) => sum + value * value, 0));
}
