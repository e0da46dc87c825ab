/** The value of a model's animation channel at any time, as glTF 2.0, appendix C, defines it. */
import { blendRotations, lastKeyAt } from "../fpkg/animation_pose.ts";
import type { AnimationChannel } from "../model/animation.ts";

/** Numbers a key, without tangents. */
export function componentsOf({ times, values, interpolation }: AnimationChannel): number {
  return values.length / times.length / (interpolation === "cubic" ? 3 : 1);
}

/** Writes the channel's value at `time`, `components` numbers, to a place of `result`. */
export function evaluate(
  channel: AnimationChannel,
  components: number,
  time: number,
  result: Float64Array,
  at: number,
): void {
  const { times, values, interpolation, path } = channel;
  const isCubic = interpolation === "cubic";
  // A cubic key has the tangent towards it, the value, and the tangent away from it.
  const stride = isCubic ? components * 3 : components;
  const key = lastKeyAt(times, time);
  const from = key * stride + (isCubic ? components : 0);
  const start = times[key] as number;
  const end = times[key + 1];
  if (interpolation === "step" || end === undefined || time <= start) {
    for (let part = 0; part < components; part++) result[at + part] = values[from + part] as number;
    return;
  }
  const share = (time - start) / (end - start);
  if (isCubic) {
    cubic(values, from, components, share, end - start, result, at);
    if (path === "rotation") normalise(values, from, result, at);
  } else if (path === "rotation") {
    turn(values, from, share, result, at);
  } else {
    for (let part = 0; part < components; part++) {
      const value = values[from + part] as number;
      const next = values[from + stride + part] as number;
      result[at + part] = value + (next - value) * share;
    }
  }
}

/** Hermite's cubic between two keys that are `seconds` apart; the first one's value is at `from`. */
function cubic(
  values: Float32Array,
  from: number,
  components: number,
  share: number,
  seconds: number,
  result: Float64Array,
  at: number,
): void {
  const square = share * share;
  const cube = square * share;
  for (let place = from; place < from + components; place++) {
    const start = values[place] as number;
    const away = values[place + components] as number;
    const towards = values[place + 2 * components] as number;
    const end = values[place + 3 * components] as number;
    result[at + place - from] =
      (2 * cube - 3 * square + 1) * start +
      (cube - 2 * square + share) * seconds * away +
      (3 * square - 2 * cube) * end +
      (cube - square) * seconds * towards;
  }
}

/** A quaternion to length 1; to the one at `from` where it has none. */
function normalise(values: Float32Array, from: number, result: Float64Array, at: number): void {
  let squares = 0;
  for (let part = at; part < at + 4; part++)
    squares += (result[part] as number) * (result[part] as number);
  const length = Math.sqrt(squares);
  for (let part = 0; part < 4; part++) {
    result[at + part] =
      length === 0 ? (values[from + part] as number) : (result[at + part] as number) / length;
  }
}

/** Halvings after which a share is as exact as a float. */
const HALVINGS = 24;

/** Rotations with a larger cosine are so near that their normalised blend turns evenly, to ten digits. */
const NEAR = 1 - 1e-6;

/** The rotations that a turn is between, low and high, and the one half way. */
const LOW = 0;
const HIGH = 4;
const MIDDLE = 8;
const between = new Float64Array(12);

/**
 * Turns from the rotation at `from` to the next at constant speed. By halving, as sines and arcs differ between engines: the
 * rotation half way is the normalised sum.
 */
function turn(
  values: Float32Array,
  from: number,
  share: number,
  result: Float64Array,
  at: number,
): void {
  for (let part = 0; part < 8; part++) between[part] = values[from + part] as number;
  let rest = share;
  for (let step = 0; step < HALVINGS && !isNear(); step++) {
    blendRotations(between, LOW, HIGH, 0.5, between, MIDDLE);
    rest *= 2;
    const end = rest >= 1 ? LOW : HIGH;
    if (rest >= 1) rest -= 1;
    for (let part = 0; part < 4; part++) between[end + part] = between[MIDDLE + part] as number;
  }
  blendRotations(between, LOW, HIGH, rest, result, at);
}

function isNear(): boolean {
  let along = 0;
  for (let part = 0; part < 4; part++)
    along += (between[LOW + part] as number) * (between[HIGH + part] as number);
  return Math.abs(along) > NEAR;
}
