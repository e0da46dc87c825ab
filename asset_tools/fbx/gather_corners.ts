/** Values of corners as arrays of vertices, in the model's conventions. */

import type { Matrix3 } from "../math/matrix3.ts";
import type { Vector3 } from "../math/vector.ts";
import { linearOfSrgb } from "../texture/srgb_tables.ts";
import type { CornerValues } from "./surface.ts";

/** Beyond it a uv is damage; NaN is too. */
const LARGEST_UV = 1e9;
const ORIGIN: Vector3 = [0, 0, 0];

/** The row of each vertex: `rows` has those of corners. */
export function rowsOfVertices(rows: Int32Array, corners: Int32Array): Int32Array {
  const result = new Int32Array(corners.length);
  for (let vertex = 0; vertex < corners.length; vertex++) result[vertex] = rows[corners[vertex]!]!;
  return result;
}

/**
 * Vectors times a matrix and moved, `missing` where the row is -1. There are no negative zeros, whose bits would split
 * equal vertices.
 */
export function gatherVectors(
  values: ArrayLike<number>,
  rows: Int32Array,
  matrix: Matrix3,
  offset: Vector3 = ORIGIN,
  missing: Vector3 = ORIGIN,
): Float32Array {
  const [a, b, c, d, e, f, g, h, i] = matrix as unknown as readonly [
    ...Vector3,
    ...Vector3,
    ...Vector3,
  ];
  const result = new Float32Array(rows.length * 3);
  for (let vertex = 0, at = 0; vertex < rows.length; vertex++, at += 3) {
    const row = rows[vertex]! * 3;
    if (row < 0) {
      result.set(missing, at);
      continue;
    }
    const x = values[row]!;
    const y = values[row + 1]!;
    const z = values[row + 2]!;
    result[at] = a * x + d * y + g * z + offset[0];
    result[at + 1] = b * x + e * y + h * z + offset[1];
    result[at + 2] = c * x + f * y + i * z + offset[2];
  }
  return result;
}

/** Gives vectors the length 1, in place; those without a direction become `otherwise`. */
export function normaliseVectors(vectors: Float32Array, otherwise: Vector3): Float32Array {
  for (let at = 0; at < vectors.length; at += 3) {
    const x = vectors[at]!;
    const y = vectors[at + 1]!;
    const z = vectors[at + 2]!;
    const length = Math.sqrt(x * x + y * y + z * z);
    if (length > 0 && length < Number.POSITIVE_INFINITY) {
      vectors[at] = x / length;
      vectors[at + 1] = y / length;
      vectors[at + 2] = z / length;
    } else {
      vectors.set(otherwise, at);
    }
  }
  return vectors;
}

/** v of the file points up, that of the model down. */
export function gatherUvs({ values, rows }: CornerValues, corners: Int32Array): Float32Array {
  const uvs = new Float32Array(corners.length * 2);
  for (let vertex = 0; vertex < corners.length; vertex++) {
    const row = rows[corners[vertex]!]!;
    const u = row < 0 ? 0 : values[row * 2]!;
    const v = row < 0 ? 0 : values[row * 2 + 1]!;
    uvs[vertex * 2] = (Math.abs(u) < LARGEST_UV ? u : 0) + 0;
    uvs[vertex * 2 + 1] = 1 - (Math.abs(v) < LARGEST_UV ? v : 0);
  }
  return uvs;
}

/** Red, green and blue of a file are sRGB, as its programs show them; alpha is a plain share. */
export function gatherColors({ values, rows }: CornerValues, corners: Int32Array): Float32Array {
  const colors = new Float32Array(corners.length * 4);
  for (let vertex = 0; vertex < corners.length; vertex++) {
    const row = rows[corners[vertex]!]!;
    for (let channel = 0; channel < 4; channel++) {
      const value = row < 0 ? 1 : values[row * 4 + channel]!;
      const share = Number.isFinite(value) ? Math.min(Math.max(value, 0), 1) : 1;
      colors[vertex * 4 + channel] = channel < 3 ? linearLight(share) : share;
    }
  }
  return colors;
}

/** Between two 8-bit values of the table the curve is as good as straight. */
function linearLight(srgb: number): number {
  const place = srgb * 255;
  const below = Math.min(Math.floor(place), 254);
  const [low, high] = [linearOfSrgb[below]!, linearOfSrgb[below + 1]!];
  return (low + (high - low) * (place - below)) / 65535;
}
