/** Leaves out keys that a line between the others replaces. */
import type { ChannelData } from "../fpkg/animation_blob.ts";
import { blend, blendRotations } from "../fpkg/animation_pose.ts";

/** Distance of two values of a channel, in the unit of its tolerance. */
export type Distance = (a: readonly number[], b: readonly number[]) => number;

/**
 * Keeps as few of `times` as the way from one kept key to the next stays within `tolerance` of all values between.
 * `values` has one entry a time. The longest way is searched by doubling and then halving its length.
 */
export function reduceKeys(
  times: readonly number[],
  values: readonly (readonly number[])[],
  path: ChannelData["path"],
  distance: Distance,
  tolerance: number,
): { times: number[]; values: number[] } {
  const last = times.length - 1;
  const isTurn = path === "rotation";
  // As the blob has them.
  const rounded = values.map((value) => Float32Array.from(value));
  const reaches = (from: number, to: number): boolean => {
    const start = times[from] as number;
    const length = (times[to] as number) - start;
    const first = rounded[from] as Float32Array;
    const end = rounded[to] as Float32Array;
    for (let at = from + 1; at < to; at++) {
      const share = ((times[at] as number) - start) / length;
      const blended = isTurn ? blendRotations(first, end, share) : blend(first, end, share);
      if (distance(blended, values[at] ?? []) > tolerance) return false;
    }
    return true;
  };
  const isConstant = values.every((value) => distance(value, values[0] ?? []) <= tolerance);
  const kept = [0];
  for (let from = 0; from < last && !isConstant; ) {
    let good = from + 1;
    let bad = last + 1;
    for (let length = 2; good < last && bad > last; length *= 2) {
      const to = Math.min(last, from + length);
      if (reaches(from, to)) good = to;
      else bad = to;
    }
    while (bad - good > 1 && bad <= last) {
      const middle = (good + bad) >> 1;
      if (reaches(from, middle)) good = middle;
      else bad = middle;
    }
    kept.push(good);
    from = good;
  }
  return {
    times: kept.map((at) => times[at] as number),
    values: kept.flatMap((at) => values[at] ?? []),
  };
}
