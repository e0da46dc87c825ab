/** How far an animation is from its source, measured where the skeleton ends up in the model's space. */
import type { JointData } from "../fpkg/animation_blob.ts";
import type { JointPose } from "../fpkg/animation_pose.ts";
import { rotation3 } from "../math/matrix3.ts";
import type { Quaternion } from "../math/vector.ts";

/**
 * How far from each joint's origin its points are measured: as far as the farthest joint below it at rest; an end's reach is
 * its distance from its parent, and 1 metre where that is nothing.
 */
export function reachOf(joints: readonly JointData[]): number[] {
  const places = placesOf(joints, joints);
  const origin = (joint: number): number[] => [
    ...places.subarray(joint * PLACE + 9, (joint + 1) * PLACE),
  ];
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

/**
 * Where all joints of a pose are in the model's space: for each the axes and the origin of its own, three numbers each. A
 * clip is measured at thousands of times, so this is one array a pose.
 */
export type Places = Float64Array;

const PLACE = 12;

export function placesOf(
  joints: readonly JointData[],
  pose: readonly Pick<JointPose, "translation" | "rotation" | "scale">[],
): Places {
  const places = new Float64Array(joints.length * PLACE);
  for (let joint = 0; joint < joints.length; joint++) {
    const { translation, rotation, scale } = pose[joint] as JointPose;
    const turn = rotation3(rotation as Quaternion);
    const above = (joints[joint] as JointData).parent * PLACE;
    for (let column = 0; column < 4; column++) {
      const isOrigin = column === 3;
      const size = isOrigin ? 1 : (scale[column] as number);
      const part = isOrigin ? translation : turn;
      const first = isOrigin ? 0 : column * 3;
      const x = (part[first] as number) * size;
      const y = (part[first + 1] as number) * size;
      const z = (part[first + 2] as number) * size;
      const at = joint * PLACE + column * 3;
      if (above < 0) {
        places[at] = x;
        places[at + 1] = y;
        places[at + 2] = z;
        continue;
      }
      for (let row = 0; row < 3; row++) {
        const along = above + row;
        const sum =
          (places[along] as number) * x +
          (places[along + 3] as number) * y +
          (places[along + 6] as number) * z;
        places[at + row] = isOrigin ? sum + (places[along + 9] as number) : sum;
      }
    }
  }
  return places;
}

/** The largest distance between the joints' origins, and points at their reach on their axes, in two poses. */
export function placesApart(
  a: Places,
  b: Places,
  reach: readonly number[],
  scales: readonly number[],
): number {
  let largest = 0;
  for (let joint = 0; joint < reach.length; joint++) {
    const first = joint * PLACE;
    // A point on an axis in the joint's own space, whose unit the scale above it sets.
    const length = (reach[joint] as number) / (scales[joint] as number);
    const x = (a[first + 9] as number) - (b[first + 9] as number);
    const y = (a[first + 10] as number) - (b[first + 10] as number);
    const z = (a[first + 11] as number) - (b[first + 11] as number);
    largest = Math.max(largest, x * x + y * y + z * z);
    for (let axis = first; axis < first + 9; axis += 3) {
      const alongX = x + ((a[axis] as number) - (b[axis] as number)) * length;
      const alongY = y + ((a[axis + 1] as number) - (b[axis + 1] as number)) * length;
      const alongZ = z + ((a[axis + 2] as number) - (b[axis + 2] as number)) * length;
      largest = Math.max(largest, alongX * alongX + alongY * alongY + alongZ * alongZ);
    }
  }
  return Math.sqrt(largest);
}

/** How large a joint's unit is in the model's space at rest. */
export function scalesOf(joints: readonly JointData[]): number[] {
  const places = placesOf(joints, joints);
  return joints.map((_, joint) => {
    const lengths = [0, 3, 6].map((axis) => {
      const at = joint * PLACE + axis;
      return Math.sqrt(places.subarray(at, at + 3).reduce((sum, value) => sum + value * value, 0));
    });
    return Math.max(...lengths) || 1;
  });
}

function apart(a: readonly number[], b: readonly number[]): number {
  const differences = a.map((value, at) => value - (b[at] ?? 0));
  return Math.sqrt(differences.reduce((sum, value) => sum + value * value, 0));
}
