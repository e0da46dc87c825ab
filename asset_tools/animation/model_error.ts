/** How far an animation is from its source, measured where the skeleton ends up in the model's space. */
import type { JointData } from "../fpkg/animation_blob.ts";

/** All joints from their parents, ten numbers each: translation, rotation, scale. */
export type FlatPose = Float64Array;

export const POSE = 10;
/** Where each of a joint's parts begins. */
export const POSE_PARTS = { translation: 0, rotation: 3, scale: 7 } as const;

export function poseAtRest(joints: readonly JointData[]): FlatPose {
  const pose = new Float64Array(joints.length * POSE);
  for (const [joint, { translation, rotation, scale }] of joints.entries()) {
    pose.set([...translation, ...rotation, ...scale], joint * POSE);
  }
  return pose;
}

/**
 * How far from each joint's origin its points are measured: as far as the farthest joint below it at rest; an end's reach is
 * its distance from its parent, and 1 metre where that is nothing.
 */
export function reachOf(joints: readonly JointData[]): number[] {
  const places = placesAtRest(joints);
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

export const PLACE = 12;

function placesAtRest(joints: readonly JointData[]): Places {
  const places = new Float64Array(joints.length * PLACE);
  writePlaces(parentsOf(joints), poseAtRest(joints), places);
  return places;
}

export function parentsOf(joints: readonly JointData[]): Int32Array {
  return Int32Array.from(joints, ({ parent }) => parent);
}

export function writePlaces(parents: Int32Array, pose: FlatPose, places: Places): void {
  for (let joint = 0; joint < parents.length; joint++) {
    const from = joint * POSE;
    const at = joint * PLACE;
    const above = (parents[joint] as number) * PLACE;
    writeAxes(pose, from, places, at);
    for (let part = 0; part < 3; part++) places[at + 9 + part] = pose[from + part] as number;
    if (above < 0) continue;
    toModel(places, above, at);
    for (let part = 9; part < PLACE; part++)
      places[at + part] = (places[at + part] as number) + (places[above + part] as number);
  }
}

/** The columns of a joint's rotation, scaled. */
function writeAxes(pose: FlatPose, from: number, places: Places, at: number): void {
  const x = pose[from + 3] as number;
  const y = pose[from + 4] as number;
  const z = pose[from + 5] as number;
  const w = pose[from + 6] as number;
  const scaleX = pose[from + 7] as number;
  const scaleY = pose[from + 8] as number;
  const scaleZ = pose[from + 9] as number;
  places[at] = (1 - 2 * (y * y + z * z)) * scaleX;
  places[at + 1] = 2 * (x * y + z * w) * scaleX;
  places[at + 2] = 2 * (x * z - y * w) * scaleX;
  places[at + 3] = 2 * (x * y - z * w) * scaleY;
  places[at + 4] = (1 - 2 * (x * x + z * z)) * scaleY;
  places[at + 5] = 2 * (y * z + x * w) * scaleY;
  places[at + 6] = 2 * (x * z + y * w) * scaleZ;
  places[at + 7] = 2 * (y * z - x * w) * scaleZ;
  places[at + 8] = (1 - 2 * (x * x + y * y)) * scaleZ;
}

/** Turns a joint's four vectors by the axes of the one above. */
function toModel(places: Places, above: number, at: number): void {
  const acrossX = places[above] as number;
  const acrossY = places[above + 1] as number;
  const acrossZ = places[above + 2] as number;
  const upX = places[above + 3] as number;
  const upY = places[above + 4] as number;
  const upZ = places[above + 5] as number;
  const alongX = places[above + 6] as number;
  const alongY = places[above + 7] as number;
  const alongZ = places[above + 8] as number;
  for (let vector = at; vector < at + PLACE; vector += 3) {
    const x = places[vector] as number;
    const y = places[vector + 1] as number;
    const z = places[vector + 2] as number;
    places[vector] = acrossX * x + upX * y + alongX * z;
    places[vector + 1] = acrossY * x + upY * y + alongY * z;
    places[vector + 2] = acrossZ * x + upZ * y + alongZ * z;
  }
}

/** The largest distance between the joints' origins, and points at their reach on their axes, in two poses; b's is at a place. */
export function placesApart(
  a: Places,
  b: Places,
  bAt: number,
  reach: readonly number[],
  scales: readonly number[],
): number {
  let largest = 0;
  for (let joint = 0; joint < reach.length; joint++) {
    const first = joint * PLACE;
    const other = bAt + first;
    // A point on an axis in the joint's own space, whose unit the scale above it sets.
    const length = (reach[joint] as number) / (scales[joint] as number);
    const x = (a[first + 9] as number) - (b[other + 9] as number);
    const y = (a[first + 10] as number) - (b[other + 10] as number);
    const z = (a[first + 11] as number) - (b[other + 11] as number);
    largest = Math.max(largest, x * x + y * y + z * z);
    for (let axis = 0; axis < 9; axis += 3) {
      const own = first + axis;
      const its = other + axis;
      const alongX = x + ((a[own] as number) - (b[its] as number)) * length;
      const alongY = y + ((a[own + 1] as number) - (b[its + 1] as number)) * length;
      const alongZ = z + ((a[own + 2] as number) - (b[its + 2] as number)) * length;
      largest = Math.max(largest, alongX * alongX + alongY * alongY + alongZ * alongZ);
    }
  }
  return Math.sqrt(largest);
}

/** How large a joint's unit is in the model's space at rest. */
export function scalesOf(joints: readonly JointData[]): number[] {
  const places = placesAtRest(joints);
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
