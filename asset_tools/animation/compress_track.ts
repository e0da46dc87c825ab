/** A track of a clip as a channel with few keys. */
import type { ChannelData } from "../fpkg/animation_blob.ts";
import { packKeys, unpackKeys } from "../fpkg/animation_keys.ts";
import { reduceKeys } from "./reduce_keys.ts";
import type { Distance, Track } from "./track.ts";
import type { TrackSamples } from "./track_samples.ts";

/** A channel within `tolerance` of samples, in metres; undefined when it stays at rest. Values may be kept as floats. */
export function compressTrack(
  track: Track,
  { times, values }: TrackSamples,
  tolerance: number,
  keepsFloats: boolean,
): ChannelData | undefined {
  const { source, joint, components, distance } = track;
  const { path } = source;
  if (isAtRest(track, values, tolerance)) return undefined;
  const isStep = source.interpolation === "step";
  const kept = isStep
    ? changes(values, components)
    : reduceKeys(times, values, components, path, distance, tolerance);
  const keyTimes = new Float32Array(kept.length);
  const floats = new Float32Array(kept.length * components);
  for (let key = 0; key < kept.length; key++) {
    const at = kept[key] as number;
    keyTimes[key] = times[at] as number;
    for (let part = 0; part < components; part++)
      floats[key * components + part] = values[at * components + part] as number;
  }
  const packed = unpackKeys(packKeys(floats, path, false), path, floats.length);
  const exact = keepsFloats || isFar(packed, floats, components, distance, tolerance);
  return {
    joint,
    path,
    interpolation: isStep ? "step" : "linear",
    exact,
    components,
    times: keyTimes,
    values: exact ? floats : packed,
  };
}

function isAtRest(
  { rest, components, distance }: Track,
  values: Float64Array,
  tolerance: number,
): boolean {
  if (rest === undefined) return false;
  for (let at = 0; at < values.length; at += components)
    if (distance(values, at, rest, 0) > tolerance) return false;
  return true;
}

function isFar(
  packed: Float32Array,
  floats: Float32Array,
  components: number,
  distance: Distance,
  tolerance: number,
): boolean {
  for (let at = 0; at < floats.length; at += components)
    if (distance(floats, at, packed, at) > tolerance) return true;
  return false;
}

/** Step channels: a key like the one before it changes nothing. */
function changes(values: Float64Array, components: number): number[] {
  const kept: number[] = [];
  for (let at = 0; at < values.length; at += components) {
    let isSame = at > 0;
    for (let part = at; part < at + components && isSame; part++)
      isSame = values[part] === values[part - components];
    if (!isSame) kept.push(at / components);
  }
  return kept;
}
