/** What a compressed clip is off, measured at many times of the source. */
import type { ChannelData, JointData } from "../fpkg/animation_blob.ts";
import { writeSample } from "../fpkg/animation_pose.ts";
import {
  type FlatPose,
  PLACE,
  type Places,
  POSE,
  POSE_PARTS,
  parentsOf,
  placesApart,
  poseAtRest,
  writePlaces,
} from "./model_error.ts";
import type { Track } from "./track.ts";
import type { TrackSamples } from "./track_samples.ts";

/** A track with its values at the measured times. */
export interface MeasuredTrack {
  readonly track: Track;
  readonly samples: TrackSamples;
}

export class ClipError {
  readonly #tracks: readonly MeasuredTrack[];
  readonly #times: Float64Array;
  readonly #reach: readonly number[];
  readonly #scales: readonly number[];
  readonly #parents: Int32Array;
  readonly #rest: FlatPose;
  /** Of the source, one pose after another. */
  readonly #expected: Places;

  constructor(
    joints: readonly JointData[],
    tracks: readonly MeasuredTrack[],
    times: Float64Array,
    reach: readonly number[],
    scales: readonly number[],
  ) {
    this.#tracks = tracks;
    this.#times = times;
    this.#reach = reach;
    this.#scales = scales;
    this.#parents = parentsOf(joints);
    this.#rest = poseAtRest(joints);
    const size = joints.length * PLACE;
    this.#expected = new Float64Array(times.length * size);
    const pose = this.#rest.slice();
    for (let index = 0; index < times.length; index++) {
      for (const { track, samples } of tracks) takeSample(track, samples, index, pose);
      writePlaces(this.#parents, pose, this.#expected.subarray(index * size, (index + 1) * size));
    }
  }

  /**
   * Metres that points are off with these channels, one a track, undefined where a track stays at rest; with what it has,
   * once that is more than `enough`.
   */
  of(channels: readonly (ChannelData | undefined)[], enough: number): number {
    const pose = this.#rest.slice();
    const places = new Float64Array(this.#parents.length * PLACE);
    const cursors = channels.map(() => 0);
    let most = 0;
    for (let index = 0; index < this.#times.length && most <= enough; index++) {
      const time = this.#times[index] as number;
      for (let at = 0; at < channels.length; at++) {
        const channel = channels[at];
        if (channel === undefined) continue;
        const key = keyFrom(cursors[at] as number, channel.times, time);
        cursors[at] = key;
        if (channel.path === "weights") {
          most = Math.max(most, weightsOff(this.#tracks[at] as MeasuredTrack, channel, key, index));
        } else {
          writeSample(channel, time, key, pose, placeInPose(channel));
        }
      }
      writePlaces(this.#parents, pose, places);
      const from = index * places.length;
      const moved = placesApart(places, this.#expected, from, this.#reach, this.#scales);
      most = Math.max(most, moved);
    }
    return most;
  }
}

/** The last key that is not after `time`, which is no earlier than `key`; the first when all are. */
function keyFrom(key: number, times: Float32Array, time: number): number {
  let last = key;
  while (last + 1 < times.length && (times[last + 1] as number) <= time) last++;
  return last;
}

function placeInPose({ joint, path }: Pick<ChannelData, "joint" | "path">): number {
  return joint * POSE + (path === "weights" ? 0 : POSE_PARTS[path]);
}

/** Writes a track's own value at a measured time to the pose, unless it is weights. */
function takeSample(
  { joint, components, source: { path } }: Track,
  { values }: TrackSamples,
  index: number,
  pose: FlatPose,
): void {
  if (path === "weights") return;
  const at = placeInPose({ joint, path });
  const from = index * components;
  for (let part = 0; part < components; part++) pose[at + part] = values[from + part] as number;
}

function weightsOff(
  { track, samples }: MeasuredTrack,
  channel: ChannelData,
  key: number,
  index: number,
): number {
  const weights = new Float64Array(channel.components);
  writeSample(channel, samples.times[index] as number, key, weights, 0);
  return track.distance(weights, 0, samples.values, index * channel.components);
}
