/** A mesh while it is compiled: attributes of vertices and the triangles between them. */

export interface Geometry {
  readonly vertexCount: number;
  /** x y z. */
  readonly positions: Float32Array;
  /** x y z, unit length. */
  readonly normals: Float32Array;
  /** x y z and handedness. */
  readonly tangents?: Float32Array;
  /** At most two sets of u v, v downwards. */
  readonly uvs: readonly Float32Array[];
  /** Red green blue alpha, linear. */
  readonly colors?: Float32Array;
  readonly skinning?: GeometrySkinning;
  readonly targets: readonly GeometryTarget[];
  readonly indices: Uint32Array;
  /** In the order of the indices, which they cover; no vertex is in two of them. */
  readonly submeshes: readonly GeometrySubmesh[];
}

export interface GeometrySkinning {
  /** Influences a vertex. */
  readonly influences: number;
  readonly joints: Uint16Array;
  readonly weights: Float32Array;
}

export interface GeometryTarget {
  readonly name: string;
  readonly weight: number;
  /** x y z each; a missing one adds nothing. */
  readonly positions?: Float32Array;
  readonly normals?: Float32Array;
  readonly tangents?: Float32Array;
}

/** Triangles that one material draws. */
export interface GeometrySubmesh {
  readonly name: string;
  readonly indexCount: number;
}

/** The geometry with other vertices: each is a copy of the old one that `sources` names. */
export function withVertices(
  geometry: Geometry,
  sources: Uint32Array,
  indices: Uint32Array,
): Geometry {
  const pick = <A extends Rows>(rows: A, size: number): A => gatherRows(rows, size, sources);
  const { tangents, colors, skinning } = geometry;
  return {
    ...geometry,
    vertexCount: sources.length,
    indices,
    positions: pick(geometry.positions, 3),
    normals: pick(geometry.normals, 3),
    uvs: geometry.uvs.map((uvs) => pick(uvs, 2)),
    ...(tangents && { tangents: pick(tangents, 4) }),
    ...(colors && { colors: pick(colors, 4) }),
    ...(skinning && {
      skinning: {
        ...skinning,
        weights: pick(skinning.weights, skinning.influences),
        joints: pick(skinning.joints, skinning.influences),
      },
    }),
    targets: geometry.targets.map((target) => ({
      ...target,
      ...(target.positions && { positions: pick(target.positions, 3) }),
      ...(target.normals && { normals: pick(target.normals, 3) }),
      ...(target.tangents && { tangents: pick(target.tangents, 3) }),
    })),
  };
}

type Rows = Float32Array | Uint16Array;

/** Rows of `size` numbers, in the order of `sources`. */
export function gatherRows<A extends Rows>(rows: A, size: number, sources: ArrayLike<number>): A {
  const length = sources.length * size;
  const gathered =
    rows instanceof Float32Array ? new Float32Array(length) : new Uint16Array(length);
  for (let row = 0; row < sources.length; row++) {
    const from = sources[row]! * size;
    for (let at = 0; at < size; at++) gathered[row * size + at] = rows[from + at]!;
  }
  return gathered as A;
}
