/** A primitive's vertices in another space. */

import { determinant, type Matrix4, normalMatrix } from "../math/matrix4.ts";
import type { Primitive, TargetDisplacements } from "./mesh.ts";

/** The 3x3 part that vectors are multiplied by, column by column, and what is added to them. */
interface VectorMap {
  readonly linear: Float64Array;
  readonly move: readonly [number, number, number];
  readonly unit: boolean;
}

/** Moves all of `primitive`; a matrix that mirrors turns the triangles round, so that their fronts stay fronts. */
export function transformPrimitive(primitive: Primitive, matrix: Matrix4): Primitive {
  if (isIdentity(matrix)) return primitive;
  const mirrors = determinant(matrix) < 0;
  const linear = Float64Array.from([0, 1, 2, 4, 5, 6, 8, 9, 10], (at) => matrix[at] as number);
  const cofactors = normalMatrix(matrix).map((value) => (mirrors ? -value : value));
  const points: VectorMap = {
    linear,
    move: [matrix[12] as number, matrix[13] as number, matrix[14] as number],
    unit: false,
  };
  const along: VectorMap = { linear, move: [0, 0, 0], unit: false };
  const across: VectorMap = { linear: cofactors, move: [0, 0, 0], unit: true };
  const { normals, tangents } = primitive;
  return {
    ...primitive,
    positions: mapVectors(primitive.positions, 3, points),
    ...(normals && { normals: mapVectors(normals, 3, across) }),
    ...(tangents && { tangents: mapTangents(tangents, { ...along, unit: true }, mirrors) }),
    targets: primitive.targets.map((target) => mapTarget(target, along, across)),
    indices: mirrors ? turnRound(primitive.indices) : primitive.indices,
  };
}

function isIdentity(matrix: Matrix4): boolean {
  return matrix.every((value, at) => value === (at % 5 === 0 ? 1 : 0));
}

/** Maps the first three of every `stride` numbers and keeps the rest. */
function mapVectors(vectors: Float32Array, stride: number, map: VectorMap): Float32Array {
  const mapped = Float32Array.from(vectors);
  const [a, b, c, d, e, f, g, h, i] = map.linear as unknown as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const [moveX, moveY, moveZ] = map.move;
  for (let at = 0; at < vectors.length; at += stride) {
    const x = vectors[at] as number;
    const y = vectors[at + 1] as number;
    const z = vectors[at + 2] as number;
    const newX = a * x + d * y + g * z + moveX;
    const newY = b * x + e * y + h * z + moveY;
    const newZ = c * x + f * y + i * z + moveZ;
    const length = map.unit ? Math.sqrt(newX * newX + newY * newY + newZ * newZ) : 1;
    // A vector without length stays one.
    const divisor = length === 0 ? 1 : length;
    mapped[at] = newX / divisor;
    mapped[at + 1] = newY / divisor;
    mapped[at + 2] = newZ / divisor;
  }
  return mapped;
}

function mapTangents(tangents: Float32Array, map: VectorMap, mirrors: boolean): Float32Array {
  const mapped = mapVectors(tangents, 4, map);
  // A mirror turns the cross product of normal and tangent round.
  if (mirrors) for (let at = 3; at < mapped.length; at += 4) mapped[at] = -(mapped[at] as number);
  return mapped;
}

/** The displaced normal is `normal + displacement`, which is normalised only then, so lengths must agree. */
function mapTarget(
  target: TargetDisplacements,
  along: VectorMap,
  across: VectorMap,
): TargetDisplacements {
  const { positions, normals, tangents } = target;
  const rotation = { ...across, linear: withoutScale(across.linear), unit: false };
  return {
    ...(positions && { positions: mapVectors(positions, 3, along) }),
    ...(normals && { normals: mapVectors(normals, 3, rotation) }),
    ...(tangents && {
      tangents: mapVectors(tangents, 3, { ...along, linear: withoutScale(along.linear) }),
    }),
  };
}

/** A 3x3 matrix divided by the mean length of its columns: exact for a uniform scale. */
function withoutScale(linear: Float64Array): Float64Array {
  const squares = linear.reduce((sum, value) => sum + value * value, 0);
  const length = Math.sqrt(squares / 3);
  return length === 0 ? linear : linear.map((value) => value / length);
}

function turnRound(indices: Uint32Array): Uint32Array {
  const turned = Uint32Array.from(indices);
  for (let at = 0; at < turned.length; at += 3) {
    turned[at + 1] = indices[at + 2] as number;
    turned[at + 2] = indices[at + 1] as number;
  }
  return turned;
}
