/** Leaves out keys that a line between the others replaces. */
import type { ChannelData } from "../fpkg/animation_blob.ts";
import { blend, blendRotations } from "../fpkg/animation_pose.ts";
import type { Distance } from "./track.ts";

/**
 * Keeps as few of `times` as the way from one kept key to the next stays within `tolerance` of all values between; gives
 * their places. `values` has `components` numbers a time. The longest way is searched by doubling and then halving its
 * length.
 */
export function reduceKeys(
  times: Float64Array,
  values: Float64Array,
  components: number,
  path: ChannelData["path"],
  distance: Distance,
  tolerance: number,
): number[] {
  const last = times.length - 1;
  const isTurn = path === "rotation";
  // As the blob has them.
  const rounded = new Float32Array(values);
  const blended = new Float64Array(components);
  const isNear = (at: number, from: number, to: number): boolean => {
    const start = times[from] as number;
    const share = ((times[at] as number) - start) / ((times[to] as number) - start);
    const first = from * components;
    const end = to * components;
    if (isTurn) blendRotations(rounded, first, end, share, blended, 0);
    else blend(rounded, first, end, components, share, blended, 0);
    return distance(blended, 0, values, at * components) <= tolerance;
  };
  const reaches = (from: number, to: number): boolean => {
    // Where a way leaves the curve, it mostly does half way.
    if (!isNear((from + to) >> 1, from, to)) return false;
    for (let at = from + 1; at < to; at++) if (!isNear(at, from, to)) return false;
    return true;
  };
  const kept = [0];
  if (isConstant(values, components, distance, tolerance)) return kept;
  for (let from = 0; from < last; ) {
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
  return kept;
}

function isConstant(
  values: Float64Array,
  components: number,
  distance: Distance,
  tolerance: number,
): boolean {
  for (let at = 0; at < values.length; at += components)
    if (distance(values, at, values, 0) > tolerance) return false;
  return true;
}
