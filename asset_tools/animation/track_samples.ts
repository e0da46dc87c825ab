/** Values of a track at many times. */
import { evaluate } from "./source_curve.ts";
import type { Track } from "./track.ts";

export interface TrackSamples {
  /** Seconds, growing. */
  readonly times: Float64Array;
  /** The track's components a time. */
  readonly values: Float64Array;
}

const NOTHING: TrackSamples = { times: new Float64Array(), values: new Float64Array() };

/** Evaluates the source; what is in `known` already is taken from there, as even turns take a while. */
export function sampleTrack(
  { source, components }: Track,
  times: Float64Array,
  known = NOTHING,
): TrackSamples {
  const values = new Float64Array(times.length * components);
  const { times: knownTimes, values: knownValues } = known;
  let next = 0;
  for (let at = 0; at < times.length; at++) {
    const time = times[at] as number;
    while (next < knownTimes.length && (knownTimes[next] as number) < time) next++;
    if (next < knownTimes.length && knownTimes[next] === time) {
      const from = next * components;
      const to = at * components;
      for (let part = 0; part < components; part++)
        values[to + part] = knownValues[from + part] as number;
    } else {
      evaluate(source, components, time, values, at * components);
    }
  }
  return { times, values };
}
