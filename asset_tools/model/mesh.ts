/** Meshes of a model: indexed triangles with the attributes that the file has. */

export interface ModelMesh {
  readonly name: string;
  /** One a material, as a rule; those without triangles are left out. */
  readonly primitives: readonly Primitive[];
  /** Morph targets, in the order of every primitive's `targets`. */
  readonly targets: readonly MorphTarget[];
}

/** Name and weight of a morph target; its displacements are in the primitives. */
export interface MorphTarget {
  readonly name: string;
  /** Weight of the mesh at rest. */
  readonly weight: number;
}

/**
 * Triangles of one material. Every attribute has the same count of vertices, one after another; what the file does not
 * give is missing, and the mesh compiler decides what then stands there.
 */
export interface Primitive {
  /** Index into the model's materials, -1 for none; its name is the submesh's. */
  readonly material: number;
  /** Three a triangle, each smaller than the count of vertices. Strips, fans and polygons are cut up by the reader. */
  readonly indices: Uint32Array;
  /** x y z in metres. */
  readonly positions: Float32Array;
  /** x y z, nearly unit length. Without them the surface is flat: each triangle has its own. */
  readonly normals?: Float32Array;
  /** x y z and w, 1 or -1: `cross(normal, tangent) * w` points to smaller v, up in the picture. */
  readonly tangents?: Float32Array;
  /** Sets of u v; v points down, as the rows of a picture do: 0 0 is the picture's upper left corner. */
  readonly uvs: readonly Float32Array[];
  /** Sets of red green blue alpha, linear, 0 to 1. */
  readonly colors: readonly Float32Array[];
  readonly skinning?: Skinning;
  /** Displacements of the mesh's morph targets, or none. */
  readonly targets: readonly TargetDisplacements[];
}

/** Which joints pull at a vertex, and how much. */
export interface Skinning {
  /** Influences a vertex: 4, 8, ... */
  readonly influences: number;
  /** Indices into the skin's `joints`, `influences` a vertex; those with weight 0 may be anything in range. */
  readonly joints: Uint16Array;
  /** `influences` a vertex, none negative; their sum is 1 but for rounding, or 0 for a vertex that no joint pulls. */
  readonly weights: Float32Array;
}

/** What a target with weight 1 adds to each vertex: x y z each; a missing one adds nothing. */
export interface TargetDisplacements {
  readonly positions?: Float32Array;
  readonly normals?: Float32Array;
  /** x y z without handedness. */
  readonly tangents?: Float32Array;
}

/** Vertices of a primitive. */
export function vertexCount(primitive: Primitive): number {
  return primitive.positions.length / 3;
}
