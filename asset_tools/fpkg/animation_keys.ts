/** Values of a channel's keys as they are stored. */
import type { AnimationFormatName, AnimationPathName } from "./format/animation.ts";
import { FpkgError } from "./fpkg_error.ts";

export interface PackedKeys {
  readonly format: AnimationFormatName;
  readonly bytes: Uint8Array;
  readonly low: readonly [number, number, number];
  readonly step: readonly [number, number, number];
}

const NOTHING = [0, 0, 0] as const;

/** Largest of the three numbers that are kept of a unit quaternion: the fourth is at least as large. */
const MAX_OF_THREE = Math.SQRT1_2;
const LEVELS = 32767;

/** Packs values: exactly as floats, or in 16 bits a number, rotations in 48 bits a key. */
export function packKeys(
  values: Float32Array,
  path: AnimationPathName,
  exact: boolean,
): PackedKeys {
  if (exact) {
    const bytes = new Uint8Array(values.slice().buffer);
    return { format: "float32", bytes, low: NOTHING, step: NOTHING };
  }
  return path === "rotation" ? packQuaternions(values) : packRange(values, path);
}

/** The values again. */
export function unpackKeys(
  { format, bytes, low, step }: PackedKeys,
  path: AnimationPathName,
  count: number,
): Float32Array {
  // A copy, as a blob's bytes need not be aligned; not `slice`, which of a Buffer is none.
  const { buffer } = new Uint8Array(bytes);
  switch (format) {
    case "float32":
      return new Float32Array(buffer, 0, count);
    case "unorm16": {
      const axisOf = axes(path);
      return new Float32Array(new Uint16Array(buffer, 0, count)).map((value, at) => {
        const axis = axisOf(at);
        return (low[axis] as number) + value * (step[axis] as number);
      });
    }
    case "quaternion48":
      if (path !== "rotation") throw new FpkgError("FP1004", `Quaternions for ${path}`);
      return unpackQuaternions(new Uint16Array(buffer), count / 4);
  }
}

/** Bytes that `count` numbers take. */
export function packedSize(format: AnimationFormatName, count: number): number {
  return format === "float32" ? count * 4 : format === "unorm16" ? count * 2 : (count / 4) * 6;
}

/** Which `low` and `step` a number has: its axis's, or for weights the first. */
function axes(path: AnimationPathName): (at: number) => number {
  return path === "weights" ? () => 0 : (at) => at % 3;
}

function packRange(values: Float32Array, path: AnimationPathName): PackedKeys {
  const axisOf = axes(path);
  const low: [number, number, number] = [0, 0, 0];
  const step: [number, number, number] = [0, 0, 0];
  for (const axis of [0, 1, 2] as const) {
    const own = values.filter((_, at) => axisOf(at) === axis);
    if (own.length === 0) continue;
    const least = own.reduce((a, b) => Math.min(a, b));
    const most = own.reduce((a, b) => Math.max(a, b));
    low[axis] = least;
    step[axis] = Math.fround((most - least) / 65535);
  }
  const levels = values.map((value, at) => {
    const axis = axisOf(at);
    const width = step[axis] as number;
    const level = width === 0 ? 0 : Math.round((value - (low[axis] as number)) / width);
    return Math.min(65535, Math.max(0, level));
  });
  const words = new Uint16Array(levels);
  return { format: "unorm16", bytes: new Uint8Array(words.buffer), low, step };
}

/**
 * Three words a key: the numbers but the largest, as 15 bits from -1/sqrt(2) to 1/sqrt(2), and in the top bits of the first
 * two words which one is left out. A quaternion and its negative are one rotation, so the largest is made positive.
 */
function packQuaternions(values: Float32Array): PackedKeys {
  const words = new Uint16Array((values.length / 4) * 3);
  for (let key = 0; key < values.length / 4; key++) {
    const quaternion = values.subarray(key * 4, key * 4 + 4);
    let largest = 0;
    for (let at = 1; at < 4; at++) {
      if (Math.abs(quaternion[at] as number) > Math.abs(quaternion[largest] as number))
        largest = at;
    }
    const sign = (quaternion[largest] as number) < 0 ? -1 : 1;
    let word = key * 3;
    for (let at = 0; at < 4; at++) {
      if (at === largest) continue;
      const share = ((quaternion[at] as number) * sign) / MAX_OF_THREE;
      words[word++] = Math.min(LEVELS, Math.max(0, Math.round(((share + 1) / 2) * LEVELS)));
    }
    (words[key * 3] as number) |= (largest & 1) << 15;
    (words[key * 3 + 1] as number) |= (largest >> 1) << 15;
  }
  const bytes = new Uint8Array(words.buffer);
  return { format: "quaternion48", bytes, low: NOTHING, step: NOTHING };
}

function unpackQuaternions(words: Uint16Array, count: number): Float32Array {
  const values = new Float32Array(count * 4);
  for (let key = 0; key < count; key++) {
    const first = words[key * 3] as number;
    const second = words[key * 3 + 1] as number;
    const largest = (first >> 15) | ((second >> 15) << 1);
    let word = key * 3;
    let squares = 0;
    for (let at = 0; at < 4; at++) {
      if (at === largest) continue;
      const level = (words[word++] as number) & LEVELS;
      const value = ((level / LEVELS) * 2 - 1) * MAX_OF_THREE;
      values[key * 4 + at] = value;
      squares += value * value;
    }
    values[key * 4 + largest] = Math.sqrt(Math.max(0, 1 - squares));
  }
  return values;
}
