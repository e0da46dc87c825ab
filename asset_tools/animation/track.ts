/** A channel of a clip with what its compression needs to know. */
import type { JointData } from "../fpkg/animation_blob.ts";
import type { Numbers } from "../fpkg/animation_pose.ts";
import type { AnimationChannel } from "../model/animation.ts";
import { componentsOf } from "./source_curve.ts";

export interface Track {
  readonly source: AnimationChannel;
  readonly joint: number;
  /** Numbers a value. */
  readonly components: number;
  /** From the joint at rest; nothing for weights. */
  readonly rest: Float64Array | undefined;
  /** How far a difference of two values moves points, metres. */
  readonly distance: Distance;
}

/** Distance of two values of a channel, each at a place of its numbers. */
export type Distance = (a: Numbers, aAt: number, b: Numbers, bAt: number) => number;

/** What a joint is to its tracks. */
export interface TrackJoint {
  readonly index: number;
  readonly data: JointData;
  /** Metres from its origin at which its points are measured. */
  readonly reach: number;
  /** How large a unit of its parent is in the model's space. */
  readonly parentScale: number;
  /** How far each morph target moves a vertex. */
  readonly targetReach: readonly number[];
}

export function trackOf(source: AnimationChannel, joint: TrackJoint): Track {
  const components = componentsOf(source);
  return {
    source,
    joint: joint.index,
    components,
    rest: source.path === "weights" ? undefined : Float64Array.from(joint.data[source.path]),
    distance: distanceOf(source, components, joint),
  };
}

function distanceOf(
  { path }: AnimationChannel,
  components: number,
  { reach, parentScale, targetReach }: TrackJoint,
): Distance {
  switch (path) {
    case "translation":
      return (a, aAt, b, bAt) => apart(a, aAt, b, bAt) * parentScale;
    case "scale":
      return (a, aAt, b, bAt) => apart(a, aAt, b, bAt) * reach;
    case "rotation":
      // The chord between quaternions is half the angle.
      return (a, aAt, b, bAt) => 2 * reach * chord(a, aAt, b, bAt);
    case "weights":
      return (a, aAt, b, bAt) => {
        let sum = 0;
        for (let target = 0; target < components; target++) {
          const difference = Math.abs((a[aAt + target] as number) - (b[bAt + target] as number));
          sum += difference * (targetReach[target] ?? 1);
        }
        return sum;
      };
  }
}

function apart(a: Numbers, aAt: number, b: Numbers, bAt: number): number {
  const x = (a[aAt] as number) - (b[bAt] as number);
  const y = (a[aAt + 1] as number) - (b[bAt + 1] as number);
  const z = (a[aAt + 2] as number) - (b[bAt + 2] as number);
  return Math.sqrt(x * x + y * y + z * z);
}

/** Between quaternions, of which each stands for the same as its negative: to the nearer of the two. */
function chord(a: Numbers, aAt: number, b: Numbers, bAt: number): number {
  const ax = a[aAt] as number;
  const ay = a[aAt + 1] as number;
  const az = a[aAt + 2] as number;
  const aw = a[aAt + 3] as number;
  const bx = b[bAt] as number;
  const by = b[bAt + 1] as number;
  const bz = b[bAt + 2] as number;
  const bw = b[bAt + 3] as number;
  const sign = ax * bx + ay * by + az * bz + aw * bw < 0 ? -1 : 1;
  const x = ax - sign * bx;
  const y = ay - sign * by;
  const z = az - sign * bz;
  const w = aw - sign * bw;
  return Math.sqrt(x * x + y * y + z * z + w * w);
}
