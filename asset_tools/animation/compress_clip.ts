/** One clip of a model as channels with few keys, as near to the source as was asked for. */
import type { ChannelData, ClipData, JointData } from "../fpkg/animation_blob.ts";
import { type AnimationClip, clipDuration } from "../model/animation.ts";
import { ClipError } from "./clip_error.ts";
import { compressTrack } from "./compress_track.ts";
import { reachOf, scalesOf } from "./model_error.ts";
import { measuredTimes, roundGrid, sampleTimes } from "./sample_times.ts";
import type { Skeleton } from "./skeleton.ts";
import { trackOf } from "./track.ts";
import { sampleTrack } from "./track_samples.ts";

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
  const duration = Math.fround(clipDuration(clip));
  const times = measuredTimes(clip.channels, duration);
  const tracks = clip.channels.map((source) => {
    const index = ofNode[source.node] as number;
    const data = joints[index] as JointData;
    const track = trackOf(source, {
      index,
      data,
      reach: reach[index] as number,
      parentScale: scales[data.parent] ?? 1,
      targetReach: targetReach(source.node),
    });
    return { track, samples: sampleTrack(track, times) };
  });
  const clipError = new ClipError(joints, tracks, times, reach, scales);
  const madeOf = (channels: readonly (ChannelData | undefined)[], off: number): ClipData => ({
    name: clip.name,
    duration,
    error: Math.fround(off),
    channels: channels.filter((channel) => channel !== undefined),
  });
  const failed: (readonly (ChannelData | undefined)[])[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const grid = roundGrid(duration, round);
    const tolerance = (error * FIRST_SHARE) / (1 << round);
    const channels = tracks.map(({ track, samples }) => {
      const finer = sampleTrack(track, sampleTimes(track.source, grid), samples);
      return compressTrack(track, finer, tolerance, round >= EXACT_ROUND);
    });
    // Where it is not good enough, how bad it is does not matter yet.
    const off = clipError.of(channels, error);
    if (off <= error) return madeOf(channels, off);
    failed.push(channels);
  }
  const errors = failed.map((channels) => clipError.of(channels, Number.POSITIVE_INFINITY));
  const best = errors.indexOf(Math.min(...errors));
  return madeOf(failed[best] ?? [], errors[best] as number);
}
