/**
 * Turns movement into the keys of a channel: at every key of its curves and, where a straight line would not do, at
 * every frame between. A jump becomes two keys as close as 32-bit seconds allow.
 */
import type { AnimationPath, Interpolation } from "../model/animation.ts";
import type { Budget } from "./budget.ts";
import type { Track } from "./track.ts";

/** Between two keys; nine hours. */
const MAX_FRAMES = 2 ** 20;

export interface Movement {
  readonly path: AnimationPath;
  /** What the value depends on. */
  readonly tracks: readonly Track[];
  /** Nodes whose poses a value takes. */
  readonly poses: number;
  /** Whether a straight track gives a straight value. */
  readonly isLinear: boolean;
  readonly valueAt: (time: number, side: "before" | "after") => readonly number[];
}

export interface Samples {
  readonly interpolation: Interpolation;
  readonly times: Float32Array;
  readonly values: Float32Array;
}

/** Samples one file's movements, as long as the budget lasts. */
export class Sampler {
  readonly #framesPerSecond: number;
  readonly #budget: Budget;
  constructor(framesPerSecond: number, budget: Budget) {
    this.#framesPerSecond = framesPerSecond;
    this.#budget = budget;
  }

  /** Keys from `start`, which becomes 0, to `stop`. */
  sample(movement: Movement, start: number, stop: number): Samples {
    const isStepped = movement.tracks.every((track) => track.isStepped());
    const keys = new KeyBuffer(movement.path === "rotation");
    const edges = edgesOf(movement.tracks, start, stop);
    for (let at = 0; at < edges.length && !this.#budget.isSpent; at++) {
      const from = edges[at]!;
      keys.add(from - start, movement.valueAt(from, "after"));
      this.#budget.spend(movement.poses);
      const to = edges[at + 1];
      if (to === undefined || isStepped) continue;
      this.#between(movement, from, to, (time) =>
        keys.add(time - start, movement.valueAt(time, "after")),
      );
      keys.addBefore(to - start, movement.valueAt(to, "before"), movement.valueAt(to, "after"));
    }
    return keys.finish(isStepped ? "step" : "linear");
  }

  #between(movement: Movement, from: number, to: number, add: (time: number) => void): void {
    const isStraight = movement.tracks.every((track) => track.isStraight(from, to));
    if (isStraight && movement.isLinear) return;
    const frames = Math.ceil((to - from) * this.#framesPerSecond - 1e-6);
    this.#budget.spend(frames > MAX_FRAMES ? Number.POSITIVE_INFINITY : frames * movement.poses);
    if (this.#budget.isSpent) return;
    for (let frame = 1; frame < frames; frame++) add(from + ((to - from) * frame) / frames);
  }
}

/** Start, stop and all keys between them, in order. */
function edgesOf(tracks: readonly Track[], start: number, stop: number): number[] {
  const times = tracks.flatMap(({ curves }) =>
    curves.flatMap(({ keys }) => keys.map(({ time }) => time)),
  );
  const inside = times.filter((time) => time > start && time < stop);
  return [...new Set([start, ...inside, ...(stop > start ? [stop] : [])])].sort((a, b) => a - b);
}

class KeyBuffer {
  readonly #isRotation: boolean;
  readonly #times: number[] = [];
  readonly #values: (readonly number[])[] = [];

  constructor(isRotation: boolean) {
    this.#isRotation = isRotation;
  }

  /** A key; one that 32 bits cannot tell from the last replaces it. */
  add(seconds: number, value: readonly number[]): void {
    const time = Math.fround(seconds);
    const last = this.#times.at(-1);
    if (last !== undefined && time <= last) this.#values.pop();
    else this.#times.push(time);
    this.#values.push(this.#nearest(value));
  }

  /** What a jump comes from. */
  addBefore(seconds: number, before: readonly number[], after: readonly number[]): void {
    if (before.every((value, at) => value === after[at])) return;
    const earlier = previousFloat(Math.fround(seconds));
    if (earlier > (this.#times.at(-1) ?? 0)) this.add(earlier, before);
  }

  finish(interpolation: Interpolation): Samples {
    const [first] = this.#values;
    const isStill = this.#values.every((value) =>
      value.every((number, at) => number === first![at]),
    );
    const count = isStill ? 1 : this.#times.length;
    return {
      interpolation: isStill ? "step" : interpolation,
      times: Float32Array.from(this.#times.slice(0, count)),
      values: Float32Array.from(this.#values.slice(0, count).flat()),
    };
  }

  /** Of the two quaternions of a rotation the one nearer to the last key. */
  #nearest(value: readonly number[]): readonly number[] {
    const last = this.#values.at(-1);
    if (!this.#isRotation || last === undefined) return value;
    const cosine = value.reduce((sum, number, at) => sum + number * last[at]!, 0);
    return cosine < 0 ? value.map((number) => -number) : value;
  }
}

const bits = new DataView(new ArrayBuffer(4));

/** The next smaller one of a positive 32-bit float. */
function previousFloat(value: number): number {
  if (value <= 0) return 0;
  bits.setFloat32(0, value);
  bits.setUint32(0, bits.getUint32(0) - 1);
  return bits.getFloat32(0);
}
