/** The value of a model's animation channel at any time, as glTF 2.0, appendix C, defines it. */
import { blendRotations, lastKeyAt } from "../fpkg/animation_pose.ts";
import type { AnimationChannel } from "../model/animation.ts";

/** Numbers a key, without tangents. */
export function componentsOf({ times, values, interpolation }: AnimationChannel): number {
  return values.length / times.length / (interpolation === "cubic" ? 3 : 1);
}

/** The channel's value at `time`. */
export function evaluate(channel: AnimationChannel, time: number): number[] {
  const { times, interpolation, path } = channel;
  const key = lastKeyAt(times, time);
  const start = times[key] as number;
  const end = times[key + 1];
  if (interpolation === "step" || end === undefined || time <= start) return keyValue(channel, key);
  const share = (time - start) / (end - start);
  if (interpolation === "cubic") return cubic(channel, key, share, end - start);
  const from = keyValue(channel, key);
  const to = keyValue(channel, key + 1);
  if (path === "rotation") return turn(from, to, share);
  return from.map((value, at) => value + ((to[at] as number) - value) * share);
}

/** Part 0 of a cubic key is the tangent towards it, 1 the value, 2 the tangent away. */
function keyValue(channel: AnimationChannel, key: number, part = 1): number[] {
  const components = componentsOf(channel);
  const at = channel.interpolation === "cubic" ? (key * 3 + part) * components : key * components;
  const value: number[] = [];
  for (let part = at; part < at + components; part++) value.push(channel.values[part] as number);
  return value;
}

/** Hermite's cubic between two keys that are `seconds` apart. */
function cubic(channel: AnimationChannel, key: number, share: number, seconds: number): number[] {
  const from = keyValue(channel, key);
  const away = keyValue(channel, key, 2);
  const towards = keyValue(channel, key + 1, 0);
  const to = keyValue(channel, key + 1);
  const square = share * share;
  const cube = square * share;
  const value = from.map(
    (start, at) =>
      (2 * cube - 3 * square + 1) * start +
      (cube - 2 * square + share) * seconds * (away[at] as number) +
      (3 * square - 2 * cube) * (to[at] as number) +
      (cube - square) * seconds * (towards[at] as number),
  );
  if (channel.path !== "rotation") return value;
  const length = Math.sqrt(value.reduce((sum, part) => sum + part * part, 0));
  return length === 0 ? from : value.map((part) => part / length);
}

/** Halvings after which a share is as exact as a float. */
const HALVINGS = 24;

/** Rotations with a larger cosine are so near that their normalised blend turns evenly, to ten digits. */
const NEAR = 1 - 1e-6;

/**
 * Turns from one rotation to another at constant speed. By halving, as sines and arcs differ between engines: the rotation
 * half way is the normalised sum.
 */
function turn(from: number[], to: number[], share: number): number[] {
  let low = from;
  let high = to;
  let rest = share;
  for (let step = 0; step < HALVINGS && !isNear(low, high); step++) {
    const middle = blendRotations(low, high, 0.5);
    rest *= 2;
    if (rest >= 1) {
      rest -= 1;
      low = middle;
    } else high = middle;
  }
  return blendRotations(low, high, rest);
}

function isNear(a: readonly number[], b: readonly number[]): boolean {
  let along = 0;
  for (let at = 0; at < a.length; at++) along += (a[at] as number) * (b[at] as number);
  return Math.abs(along) > NEAR;
}
