/**
 * Animation curves: keys with Bezier tangents between them (FBX SDK, "FbxAnimCurve"). Before the first key and behind the
 * last, a curve keeps that key's value; what else it may do there is made of keys too (see extrapolation.ts).
 */

/** How the value goes from a key to the next: kept, taken from the next at once, straight, or along a cubic. */
export type KeyInterpolation = "constant" | "next" | "linear" | "cubic";

export interface CurveKey {
  /** Seconds. */
  readonly time: number;
  readonly value: number;
  readonly interpolation: KeyInterpolation;
  /** Slope that the curve leaves with, in units a second, and length in time as a fraction of the way to the next key. */
  readonly slope: number;
  readonly weight: number;
  /** The same for how the curve arrives at the next key. */
  readonly nextSlope: number;
  readonly nextWeight: number;
}

export interface Curve {
  /** In growing time; at least one. */
  readonly keys: readonly CurveKey[];
}

/** Length of a tangent that makes time run evenly. */
export const EVEN = 1 / 3;
/** Halvings that find a place in time on a cubic to the last bit that matters. */
const HALVINGS = 48;

/** A key whose values go straight on. */
export function linearKey(time: number, value: number): CurveKey {
  return {
    time,
    value,
    interpolation: "linear",
    slope: 0,
    weight: EVEN,
    nextSlope: 0,
    nextWeight: EVEN,
  };
}

/** The value at a time; at a key, `side` says whether what was before or what comes counts. */
export function valueAt({ keys }: Curve, time: number, side: "before" | "after"): number {
  const next = firstBehind(keys, time, side);
  if (next === 0) return keys[0]!.value;
  const key = keys[next - 1]!;
  const after = keys[next];
  return after === undefined ? key.value : between(key, after, time);
}

/** Whether the curve between two times, with no key in between, is a straight line. */
export function isStraight({ keys }: Curve, from: number, to: number): boolean {
  const next = firstBehind(keys, (from + to) / 2, "after");
  return next === 0 || next === keys.length || keys[next - 1]!.interpolation !== "cubic";
}

/** Whether the curve only jumps. */
export function isStepped({ keys }: Curve): boolean {
  return keys.every(
    ({ interpolation }, at) =>
      interpolation === "constant" || interpolation === "next" || at === keys.length - 1,
  );
}

/** Index of the first key that is later, or also as late if `before` counts. */
function firstBehind(keys: readonly CurveKey[], time: number, side: "before" | "after"): number {
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const at = keys[middle]!.time;
    if (at < time || (at === time && side === "after")) low = middle + 1;
    else high = middle;
  }
  return low;
}

function between(key: CurveKey, after: CurveKey, time: number): number {
  switch (key.interpolation) {
    case "constant":
      return key.value;
    case "next":
      return after.value;
    case "linear":
      return key.value + (after.value - key.value) * ((time - key.time) / (after.time - key.time));
    case "cubic":
      return onCubic(key, after, time);
  }
}

function onCubic(key: CurveKey, after: CurveKey, time: number): number {
  const span = after.time - key.time;
  const share = (time - key.time) / span;
  const [out, back] = [key.weight, key.nextWeight];
  const place = out === EVEN && back === EVEN ? share : placeInTime(out, back, share);
  return bezier(
    key.value,
    key.value + key.slope * out * span,
    after.value - key.nextSlope * back * span,
    after.value,
    place,
  );
}

/** Where on the cubic its time is `share` of the way; time only grows, as tangents are no longer than the way. */
function placeInTime(out: number, back: number, share: number): number {
  let [low, high] = [0, 1];
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = (low + high) / 2;
    if (bezier(0, out, 1 - back, 1, middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function bezier(a: number, b: number, c: number, d: number, t: number): number {
  const s = 1 - t;
  return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
}
