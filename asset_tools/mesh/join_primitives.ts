/** Primitives of an imported model to one geometry, a submesh for each material. */
import { groupBy } from "../document/group_by.ts";
import type { GatheredMesh } from "../model/gather_mesh.ts";
import { type Primitive, type TargetDisplacements, vertexCount } from "../model/mesh.ts";
import {
  type Geometry,
  type GeometrySkinning,
  type GeometrySubmesh,
  type GeometryTarget,
  gatherRows,
} from "./geometry.ts";

const MAX_UV_SETS = 2;

/** Joins them; `materialNames` are those of the model. Without normals a surface is flat. */
export function joinPrimitives(mesh: GatheredMesh, materialNames: readonly string[]): Geometry {
  const byMaterial = groupBy(mesh.primitives, ({ material }) => materialNames[material] ?? "");
  const primitives = [...byMaterial.values()].flat().map(withNormals);
  const submeshes = [...byMaterial].map(
    ([name, own]): GeometrySubmesh => ({
      name,
      indexCount: own.reduce((sum, { indices }) => sum + indices.length, 0),
    }),
  );
  const counts = primitives.map(vertexCount);
  const total = counts.reduce((sum, count) => sum + count, 0);
  /** An attribute of all vertices; `otherwise` stands where a primitive has none. Missing when no primitive has it. */
  const join = (
    size: number,
    of: (primitive: Primitive) => Float32Array | undefined,
    otherwise: readonly number[],
  ): Float32Array | undefined => {
    if (!primitives.some(of)) return undefined;
    const joined = new Float32Array(total * size);
    let at = 0;
    for (const [index, primitive] of primitives.entries()) {
      const values = of(primitive);
      const end = at + counts[index]! * size;
      if (values) joined.set(values, at);
      else for (; at < end; at += size) joined.set(otherwise, at);
      at = end;
    }
    return joined;
  };
  const uvSets = Math.max(0, ...primitives.map(({ uvs }) => uvs.length));
  const uvs = Array.from({ length: Math.min(uvSets, MAX_UV_SETS) }, (_, set) =>
    join(2, (primitive) => primitive.uvs[set], [0, 0]),
  );
  const areTangentsComplete = primitives.every(({ tangents }) => tangents !== undefined);
  const tangents = areTangentsComplete ? join(4, (primitive) => primitive.tangents, []) : undefined;
  const colors = join(4, (primitive) => primitive.colors[0], [1, 1, 1, 1]);
  const skinning = joinSkinning(primitives, counts, total);
  const targets = mesh.targets.map(({ name, weight }, index): GeometryTarget => {
    const of = (what: keyof TargetDisplacements) => (primitive: Primitive) =>
      primitive.targets[index]?.[what];
    const positions = join(3, of("positions"), [0, 0, 0]);
    const normals = join(3, of("normals"), [0, 0, 0]);
    const displacedTangents = join(3, of("tangents"), [0, 0, 0]);
    return {
      name,
      weight,
      ...(positions && { positions }),
      ...(normals && { normals }),
      ...(displacedTangents && { tangents: displacedTangents }),
    };
  });
  return {
    vertexCount: total,
    positions: join(3, ({ positions }) => positions, []) ?? new Float32Array(),
    normals: unitRows(join(3, ({ normals }) => normals, []) ?? new Float32Array()),
    uvs: uvs.filter((set) => set !== undefined),
    ...(tangents && { tangents }),
    ...(colors && { colors }),
    ...(skinning && { skinning }),
    targets,
    indices: joinIndices(primitives, counts),
    submeshes,
  };
}

function joinIndices(primitives: readonly Primitive[], counts: readonly number[]): Uint32Array {
  const length = primitives.reduce((sum, { indices }) => sum + indices.length, 0);
  const joined = new Uint32Array(length);
  let at = 0;
  let first = 0;
  for (const [index, { indices }] of primitives.entries()) {
    for (const vertex of indices) joined[at++] = first + vertex;
    first += counts[index]!;
  }
  return joined;
}

function joinSkinning(
  primitives: readonly Primitive[],
  counts: readonly number[],
  total: number,
): GeometrySkinning | undefined {
  const influences = Math.max(0, ...primitives.map(({ skinning }) => skinning?.influences ?? 0));
  if (influences === 0) return undefined;
  const joints = new Uint16Array(total * influences);
  const weights = new Float32Array(total * influences);
  let first = 0;
  for (const [index, { skinning }] of primitives.entries()) {
    const count = counts[index]!;
    for (let vertex = 0; skinning && vertex < count; vertex++) {
      const from = vertex * skinning.influences;
      const to = (first + vertex) * influences;
      joints.set(skinning.joints.subarray(from, from + skinning.influences), to);
      weights.set(skinning.weights.subarray(from, from + skinning.influences), to);
    }
    first += count;
  }
  return { influences, joints, weights };
}

/** Gives every triangle vertices of its own, with its normal, unless there are normals. */
function withNormals(primitive: Primitive): Primitive {
  if (primitive.normals) return primitive;
  const { indices, skinning } = primitive;
  const pick = <A extends Float32Array | Uint16Array>(rows: A, size: number): A =>
    gatherRows(rows, size, indices);
  const positions = pick(primitive.positions, 3);
  const { tangents: _, ...rest } = primitive;
  return {
    ...rest,
    indices: indices.map((_, corner) => corner),
    positions,
    normals: flatNormals(positions),
    uvs: primitive.uvs.map((set) => pick(set, 2)),
    colors: primitive.colors.map((set) => pick(set, 4)),
    ...(skinning && {
      skinning: {
        ...skinning,
        joints: pick(skinning.joints, skinning.influences),
        weights: pick(skinning.weights, skinning.influences),
      },
    }),
    targets: primitive.targets.map((target) => ({
      ...(target.positions && { positions: pick(target.positions, 3) }),
    })),
  };
}

function flatNormals(positions: Float32Array): Float32Array {
  const normals = new Float32Array(positions.length);
  for (let at = 0; at < positions.length; at += 9) {
    const side = (corner: number, axis: number): number =>
      positions[at + corner * 3 + axis]! - positions[at + axis]!;
    const x = side(1, 1) * side(2, 2) - side(1, 2) * side(2, 1);
    const y = side(1, 2) * side(2, 0) - side(1, 0) * side(2, 2);
    const z = side(1, 0) * side(2, 1) - side(1, 1) * side(2, 0);
    for (let corner = 0; corner < 9; corner += 3) normals.set([x, y, z], at + corner);
  }
  return normals;
}

/** A normal without length, as of a triangle without area, points up. */
function unitRows(normals: Float32Array): Float32Array {
  for (let at = 0; at < normals.length; at += 3) {
    const x = normals[at]!;
    const y = normals[at + 1]!;
    const z = normals[at + 2]!;
    const length = Math.sqrt(x * x + y * y + z * z);
    const isDirection = length > 0 && Number.isFinite(length);
    normals[at] = isDirection ? x / length : 0;
    normals[at + 1] = isDirection ? y / length : 1;
    normals[at + 2] = isDirection ? z / length : 0;
  }
  return normals;
}
