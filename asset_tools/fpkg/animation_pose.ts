/** The pose of a skeleton at a time of a clip. */
import type { ChannelData, ClipData, JointData } from "./animation_blob.ts";

/** A joint from its parent. */
export interface JointPose {
  readonly translation: readonly number[];
  readonly rotation: readonly number[];
  readonly scale: readonly number[];
  /** Of morph targets, where the clip moves them. */
  readonly weights?: readonly number[];
}

/** All joints at `time`, in seconds; what the clip does not move is at rest. */
export function poseAt(joints: readonly JointData[], clip: ClipData, time: number): JointPose[] {
  const pose: JointPose[] = joints.map(({ translation, rotation, scale }) => ({
    translation,
    rotation,
    scale,
  }));
  for (const channel of clip.channels) {
    const { joint, path } = channel;
    pose[joint] = { ...(pose[joint] as JointPose), [path]: sampleChannel(channel, time) };
  }
  return pose;
}

/**
 * A channel's value. Between keys rotations are blended along the shorter arc and normalised; there are keys enough that
 * their speed is right.
 */
export function sampleChannel(channel: ChannelData, time: number): number[] {
  const { times, values, components, interpolation, path } = channel;
  const key = lastKeyAt(times, time);
  const from = values.subarray(key * components, key * components + components);
  const start = times[key] as number;
  const end = times[key + 1];
  if (interpolation === "step" || end === undefined || time <= start) return [...from];
  const share = (time - start) / (end - start);
  const to = values.subarray((key + 1) * components, (key + 2) * components);
  return path === "rotation" ? blendRotations(from, to, share) : blend(from, to, share);
}

/** The last key that is not after `time`; the first when all are. */
export function lastKeyAt(times: Float32Array, time: number): number {
  let low = 0;
  let high = times.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((times[middle] as number) <= time) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Blends number by number. */
export function blend(from: ArrayLike<number>, to: ArrayLike<number>, share: number): number[] {
  const result: number[] = [];
  for (let at = 0; at < from.length; at++) {
    const value = from[at] as number;
    result.push(value + ((to[at] as number) - value) * share);
  }
  return result;
}

/** Blends two unit quaternions and normalises. */
export function blendRotations(
  from: ArrayLike<number>,
  to: ArrayLike<number>,
  share: number,
): number[] {
  // By index: taking numbers apart by a pattern asks typed arrays for an iterator, which costs more than the blend.
  const fromX = from[0] as number;
  const fromY = from[1] as number;
  const fromZ = from[2] as number;
  const fromW = from[3] as number;
  const toX = to[0] as number;
  const toY = to[1] as number;
  const toZ = to[2] as number;
  const toW = to[3] as number;
  const along = fromX * toX + fromY * toY + fromZ * toZ + fromW * toW;
  const rest = 1 - share;
  const part = along < 0 ? -share : share;
  const x = fromX * rest + toX * part;
  const y = fromY * rest + toY * part;
  const z = fromZ * rest + toZ * part;
  const w = fromW * rest + toW * part;
  const length = Math.sqrt(x * x + y * y + z * z + w * w);
  if (length === 0) return [fromX, fromY, fromZ, fromW];
  return [x / length, y / length, z / length, w / length];
}
