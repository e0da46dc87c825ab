/** One clip of a model as channels with few keys, as near to the source as was asked for. */
import type { ChannelData, ClipData, JointData } from "../fpkg/animation_blob.ts";
import { packKeys, unpackKeys } from "../fpkg/animation_keys.ts";
import { type JointPose, poseAt } from "../fpkg/animation_pose.ts";
import { type AnimationChannel, type AnimationClip, clipDuration } from "../model/animation.ts";
import { type Places, placesApart, placesOf, reachOf, scalesOf } from "./model_error.ts";
import { type Distance, reduceKeys } from "./reduce_keys.ts";
import type { Skeleton } from "./skeleton.ts";
import { componentsOf, evaluate } from "./source_curve.ts";

/** A channel of the source with what its compression needs to know. */
interface Track {
  readonly source: AnimationChannel;
  readonly joint: number;
  readonly components: number;
  /** From the joint at rest; nothing for weights. */
  readonly rest: readonly number[] | undefined;
  /** How far a difference of two values moves points, metres. */
  readonly distance: Distance;
}

/** Samples a second to begin with; curves get more of them when these do not do. */
const SAMPLE_RATE = 60;
/** Of a clip, so that a long one takes no more than its share of time and memory. */
const MAX_SAMPLES = 8192;
const MAX_MEASURED = 4096;
/** The first round tries a quarter of the error for each channel, as errors of joints above add up. */
const FIRST_SHARE = 0.25;
const ROUNDS = 7;
/** From here on values are kept as floats. */
const EXACT_ROUND = 4;

/**
 * Compresses `clip`; `error` is what points may be off, in metres. `targetReach` gives for each node how far each of its
 * morph targets moves a vertex. What the result is off is measured on a dense grid and at all keys; until that is little
 * enough, tolerances are halved and sampling is doubled.
 */
export function compressClip(
  clip: AnimationClip,
  { joints, ofNode }: Skeleton,
  targetReach: (node: number) => readonly number[],
  error: number,
): ClipData {
  const reach = reachOf(joints);
  const scales = scalesOf(joints);
  const tracks = clip.channels.map((source): Track => {
    const joint = ofNode[source.node] as number;
    const parentScale = scales[joints[joint]?.parent ?? -1] ?? 1;
    return {
      source,
      joint,
      components: componentsOf(source),
      rest: source.path === "weights" ? undefined : joints[joint]?.[source.path],
      distance: distanceOf(source, reach[joint] as number, parentScale, targetReach(source.node)),
    };
  });
  const duration = Math.fround(clipDuration(clip));
  const measured = measuredTimes(tracks, duration);
  const expected = measured.map((time): Expected => {
    const pose = sourcePose(joints, tracks, time);
    return { time, places: placesOf(joints, pose), pose };
  });
  const errorOf = (made: ClipData, enough: number): number => {
    let most = 0;
    for (const { time, places, pose: source } of expected) {
      const pose = poseAt(joints, made, time);
      const moved = placesApart(placesOf(joints, pose), places, reach, scales);
      most = Math.max(most, moved, weightsError(tracks, pose, source));
      if (most > enough) break;
    }
    return most;
  };
  const failed: ClipData[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const channels = tracks.flatMap((track) => compressTrack(track, error, round, duration) ?? []);
    const made = { name: clip.name, duration, error: 0, channels };
    // Where it is not good enough, how bad it is does not matter yet.
    const off = errorOf(made, error);
    if (off <= error) return { ...made, error: Math.fround(off) };
    failed.push(made);
  }
  const errors = failed.map((made) => errorOf(made, Number.POSITIVE_INFINITY));
  const best = errors.indexOf(Math.min(...errors));
  return { ...(failed[best] as ClipData), error: Math.fround(errors[best] as number) };
}

/** What the source has at a time. */
interface Expected {
  readonly time: number;
  readonly places: Places;
  readonly pose: readonly JointPose[];
}

function distanceOf(
  { path }: AnimationChannel,
  reach: number,
  parentScale: number,
  targetReach: readonly number[],
): Distance {
  switch (path) {
    case "translation":
      return (a, b) => apart(a, b, 1) * parentScale;
    case "scale":
      return (a, b) => apart(a, b, 1) * reach;
    case "rotation":
      // The chord between quaternions is half the angle, and one of the two signs is the nearer.
      return (a, b) => {
        let along = 0;
        for (let at = 0; at < a.length; at++) along += (a[at] as number) * (b[at] as number);
        return 2 * reach * apart(a, b, along < 0 ? -1 : 1);
      };
    case "weights":
      return (a, b) =>
        a.reduce(
          (sum, value, at) => sum + Math.abs(value - (b[at] as number)) * (targetReach[at] ?? 1),
          0,
        );
  }
}

/** How far `a` is from `b` times `sign`. */
function apart(a: readonly number[], b: readonly number[], sign: number): number {
  let squares = 0;
  for (let at = 0; at < a.length; at++) {
    const difference = (a[at] as number) - sign * (b[at] as number);
    squares += difference * difference;
  }
  return Math.sqrt(squares);
}

/** A channel; undefined when it stays at rest. */
function compressTrack(
  track: Track,
  error: number,
  round: number,
  duration: number,
): ChannelData | undefined {
  const { source, joint, components, rest, distance } = track;
  const { path } = source;
  let tolerance = error * FIRST_SHARE;
  for (let halved = 0; halved < round; halved++) tolerance /= 2;
  const isStep = source.interpolation === "step";
  const times = isStep ? [...source.times] : sampleTimes(source, duration, round);
  const values = times.map((time) => evaluate(source, time));
  const isAtRest =
    rest !== undefined && values.every((value) => distance(value, rest) <= tolerance);
  if (isAtRest) return undefined;
  const kept = isStep
    ? dropRepeats(times, values)
    : reduceKeys(times, values, path, distance, tolerance);
  const floats = Float32Array.from(kept.values);
  const packed = unpackKeys(packKeys(floats, path, false), path, floats.length);
  const isFar = kept.times.some((_, key) => {
    const at = key * components;
    const own = [...floats.subarray(at, at + components)];
    return distance(own, [...packed.subarray(at, at + components)]) > tolerance;
  });
  const exact = isFar || round >= EXACT_ROUND;
  return {
    joint,
    path,
    interpolation: isStep ? "step" : "linear",
    exact,
    components,
    times: Float32Array.from(kept.times),
    values: exact ? floats : packed,
  };
}

/** The source's own keys, and for what is no straight line between them a grid that doubles every round. */
function sampleTimes(
  { times, path, interpolation }: AnimationChannel,
  duration: number,
  round: number,
): number[] {
  const isStraight = interpolation === "linear" && path !== "rotation";
  const first = times[0] as number;
  const last = times.at(-1) as number;
  const grid = isStraight ? [] : gridTimes(duration, SAMPLE_RATE * (1 << round), MAX_SAMPLES);
  return merged([...times, ...grid.filter((time) => time > first && time < last)]);
}

/** Step channels: a key like the one before it changes nothing. */
function dropRepeats(
  times: readonly number[],
  values: readonly (readonly number[])[],
): { times: number[]; values: number[] } {
  const kept = times
    .map((_, at) => at)
    .filter((at) => {
      const before = values[at - 1];
      return before === undefined || values[at]?.some((value, part) => value !== before[part]);
    });
  return {
    times: kept.map((at) => times[at] as number),
    values: kept.flatMap((at) => values[at] ?? []),
  };
}

/** All keys of the source as far as they are few, and a grid four times as fine as the first sampling. */
function measuredTimes(tracks: readonly Track[], duration: number): number[] {
  const keys = merged(tracks.flatMap(({ source }) => [...source.times]));
  const grid = gridTimes(duration, SAMPLE_RATE * 4, MAX_MEASURED);
  return merged([...keys.slice(0, MAX_MEASURED), ...grid]);
}

function gridTimes(duration: number, rate: number, most: number): number[] {
  const count = Math.min(most, Math.ceil(duration * rate));
  return Array.from({ length: count + 1 }, (_, at) =>
    Math.fround(count === 0 ? 0 : (duration * at) / count),
  );
}

function merged(times: readonly number[]): number[] {
  return [...new Set(times)].sort((a, b) => a - b);
}

function sourcePose(
  joints: readonly JointData[],
  tracks: readonly Track[],
  time: number,
): JointPose[] {
  const pose: JointPose[] = joints.map(({ translation, rotation, scale }) => ({
    translation,
    rotation,
    scale,
  }));
  for (const { joint, source } of tracks) {
    pose[joint] = { ...(pose[joint] as JointPose), [source.path]: evaluate(source, time) };
  }
  return pose;
}

function weightsError(
  tracks: readonly Track[],
  pose: readonly JointPose[],
  source: readonly JointPose[],
): number {
  return tracks
    .filter((track) => track.source.path === "weights")
    .reduce((most, { joint, distance }) => {
      const weights = pose[joint]?.weights ?? [];
      return Math.max(most, distance(weights, source[joint]?.weights ?? []));
    }, 0);
}
