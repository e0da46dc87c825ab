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

/** A channel's value. */
export function sampleChannel(channel: ChannelData, time: number): number[] {
  const value = new Float64Array(channel.components);
  writeSample(channel, time, lastKeyAt(channel.times, time), value, 0);
  return [...value];
}

/**
 * Writes a channel's value to a place of `result`; `key` is what `lastKeyAt` gives. Between keys rotations are blended along the
 * shorter arc and normalised; there are keys enough that their speed is right.
 */
export function writeSample(
  channel: ChannelData,
  time: number,
  key: number,
  result: Float64Array,
  at: number,
): void {
  const { times, values, components, interpolation, path } = channel;
  const from = key * components;
  const start = times[key] as number;
  const end = times[key + 1];
  if (interpolation === "step" || end === undefined || time <= start) {
    for (let part = 0; part < components; part++) result[at + part] = values[from + part] as number;
    return;
  }
  const share = (time - start) / (end - start);
  if (path === "rotation") blendRotations(values, from, from + 4, share, result, at);
  else blend(values, from, from + components, components, share, result, at);
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

/** Numbers as blobs and as computations have them. */
export type Numbers = Float32Array | Float64Array;

/** Blends the numbers at two places of `values`, one by one. */
export function blend(
  values: Numbers,
  from: number,
  to: number,
  components: number,
  share: number,
  result: Float64Array,
  at: number,
): void {
  for (let part = 0; part < components; part++) {
    const value = values[from + part] as number;
    result[at + part] = value + ((values[to + part] as number) - value) * share;
  }
}

/** Blends the unit quaternions at two places of `values` and normalises. */
export function blendRotations(
  values: Numbers,
  from: number,
  to: number,
  share: number,
  result: Float64Array,
  at: number,
): void {
  const fromX = values[from] as number;
  const fromY = values[from + 1] as number;
  const fromZ = values[from + 2] as number;
  const fromW = values[from + 3] as number;
  const toX = values[to] as number;
  const toY = values[to + 1] as number;
  const toZ = values[to + 2] as number;
  const toW = values[to + 3] as number;
  const along = fromX * toX + fromY * toY + fromZ * toZ + fromW * toW;
  const rest = 1 - share;
  const part = along < 0 ? -share : share;
  const x = fromX * rest + toX * part;
  const y = fromY * rest + toY * part;
  const z = fromZ * rest + toZ * part;
  const w = fromW * rest + toW * part;
  const length = Math.sqrt(x * x + y * y + z * z + w * w);
  const isNothing = length === 0;
  result[at] = isNothing ? fromX : x / length;
  result[at + 1] = isNothing ? fromY : y / length;
  result[at + 2] = isNothing ? fromZ : z / length;
  result[at + 3] = isNothing ? fromW : w / length;
}
