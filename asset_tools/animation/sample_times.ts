/** The times at which curves are sampled and errors are measured: growing, in seconds, floats. */
import type { AnimationChannel } from "../model/animation.ts";

/** Samples a second to begin with; curves get more of them when these do not do. */
const SAMPLE_RATE = 60;
/** Of a clip, so that a long one takes no more than its share of time and memory. */
const MAX_SAMPLES = 8192;
const MAX_MEASURED = 4096;

/** A grid that doubles every round. */
export function roundGrid(duration: number, round: number): Float64Array {
  return gridTimes(duration, SAMPLE_RATE * (1 << round), MAX_SAMPLES);
}

/** The channel's own keys, and what lies between them of a grid, except for what is straight lines. */
export function sampleTimes(
  { times, path, interpolation }: AnimationChannel,
  grid: Float64Array,
): Float64Array {
  const own = new Float64Array(times);
  if (interpolation === "step" || (interpolation === "linear" && path !== "rotation")) return own;
  const [first, last] = [times[0] as number, times.at(-1) as number];
  const start = grid.findIndex((time) => time > first);
  const end = grid.findLastIndex((time) => time < last) + 1;
  return merged(own, grid.subarray(start < 0 ? end : start, end));
}

/** All keys of all channels as far as they are few, and a grid four times as fine as the first sampling. */
export function measuredTimes(
  channels: readonly AnimationChannel[],
  duration: number,
): Float64Array {
  let keys: Float64Array = new Float64Array();
  for (const { times } of channels) keys = merged(keys, new Float64Array(times));
  return merged(keys.subarray(0, MAX_MEASURED), gridTimes(duration, SAMPLE_RATE * 4, MAX_MEASURED));
}

function gridTimes(duration: number, rate: number, most: number): Float64Array {
  const count = Math.min(most, Math.ceil(duration * rate));
  return Float64Array.from({ length: count + 1 }, (_, at) =>
    Math.fround(count === 0 ? 0 : (duration * at) / count),
  );
}

/** Both, each time once. */
function merged(a: Float64Array, b: Float64Array): Float64Array {
  const all = new Float64Array(a.length + b.length);
  let count = 0;
  for (let atA = 0, atB = 0; atA < a.length || atB < b.length; ) {
    const timeA = a[atA] ?? Number.POSITIVE_INFINITY;
    const timeB = b[atB] ?? Number.POSITIVE_INFINITY;
    const time = Math.min(timeA, timeB);
    if (timeA === time) atA++;
    if (timeB === time) atB++;
    if (count === 0 || all[count - 1] !== time) all[count++] = time;
  }
  return all.slice(0, count);
}
