/** From a surface to a mesh of the model: one primitive a material, vertices in the model's space. */

import {
  invert3,
  type Matrix3,
  multiply3,
  rotation3,
  scaling3,
  transpose3,
} from "../math/matrix3.ts";
import type { Vector3 } from "../math/vector.ts";
import type {
  ModelMesh,
  MorphTarget,
  Primitive,
  Skinning,
  TargetDisplacements,
} from "../model/mesh.ts";
import { type Shape, type ShapeChannel, shapeWeights } from "./blend_shapes.ts";
import { checkFinite } from "./check_finite.ts";
import {
  gatherColors,
  gatherUvs,
  gatherVectors,
  normaliseVectors,
  rowsOfVertices,
} from "./gather_corners.ts";
import type { Parts } from "./node_transform.ts";
import { describe } from "./polygons.ts";
import { INFLUENCES, type SkinWeights } from "./skin.ts";
import type { Space } from "./space.ts";
import type { CornerValues, Surface } from "./surface.ts";

export interface MeshParts {
  readonly surface: Surface;
  readonly skin: SkinWeights | undefined;
  /** The joint of points that no bone pulls. */
  readonly restJoint: number;
  readonly channels: readonly ShapeChannel[];
  /** Between the node and its mesh. */
  readonly geometric: Parts;
  /** Index of the model's material by the mesh's own number. */
  readonly materials: readonly number[];
}

/** Builds the mesh. */
export function buildMesh(name: string, parts: MeshParts, space: Space): ModelMesh {
  const builder = new MeshBuilder(parts, space);
  const targets: MorphTarget[] = parts.channels.flatMap((channel) => {
    const weights = shapeWeights(channel, channel.object.properties.number("DeformPercent", 0));
    return channel.shapes.map((shape, at) => ({ name: shape.name, weight: weights[at]! }));
  });
  return { name, primitives: builder.primitives(), targets };
}

class MeshBuilder {
  readonly #parts: MeshParts;
  readonly #space: Space;
  /** From the file's mesh to the model's: points, tangents, normals, and what normals gain from shapes. */
  readonly #toMetres: Matrix3;
  readonly #alongSurface: Matrix3;
  readonly #outOfSurface: Matrix3;
  readonly #turn: Matrix3;
  readonly #isMirrored: boolean;

  constructor(parts: MeshParts, space: Space) {
    this.#parts = parts;
    this.#space = space;
    const { rotation, scale } = parts.geometric;
    const axes = space.axes();
    const turn = rotation3(rotation);
    const linear = multiply3(turn, scaling3(scale));
    const inverse = invert3(linear);
    this.#toMetres = multiply3(axes, linear).map((value) => value * space.scale);
    this.#alongSurface = multiply3(axes, linear);
    this.#outOfSurface = multiply3(axes, inverse ? transpose3(inverse) : linear);
    this.#turn = multiply3(axes, turn);
    const [x, y, z] = scale;
    this.#isMirrored = x * y * z * space.handedness < 0;
  }

  primitives(): Primitive[] {
    const { surface, materials } = this.#parts;
    const byMaterial = new Map<number, number[]>();
    for (let triangle = 0; triangle < surface.materials.length; triangle++) {
      const material = materials[surface.materials[triangle]!] ?? -1;
      const list = byMaterial.get(material);
      if (list) list.push(triangle);
      else byMaterial.set(material, [triangle]);
    }
    return [...byMaterial].map(([material, triangles]) => this.#primitive(material, triangles));
  }

  #primitive(material: number, triangles: readonly number[]): Primitive {
    const { surface, channels } = this.#parts;
    const { indices, corners } = this.#number(triangles);
    const { normals, tangents, binormals, uvs, colors } = surface;
    const shapes = channels.flatMap((channel) => channel.shapes);
    const outward = normals && this.#directions(normals, corners, this.#outOfSurface, [0, 1, 0]);
    return {
      material,
      indices,
      positions: this.#positions(corners),
      ...(outward && { normals: outward }),
      ...(outward &&
        tangents &&
        binormals && { tangents: this.#tangents(outward, tangents, binormals, corners) }),
      uvs: uvs.map((set) => gatherUvs(set, corners)),
      colors: colors.map((set) => gatherColors(set, corners)),
      ...(this.#parts.skin && { skinning: this.#skinning(this.#parts.skin, corners) }),
      targets: shapes.map((shape) => this.#displacements(shape, corners)),
    };
  }

  /** Vertices are the corners that these triangles use, in the file's order. */
  #number(triangles: readonly number[]): { indices: Uint32Array; corners: Int32Array } {
    const { surface } = this.#parts;
    const vertexOf = new Int32Array(surface.polygons.corners.length);
    for (const triangle of triangles)
      for (let at = 0; at < 3; at++) vertexOf[surface.triangles[triangle * 3 + at]!] = 1;
    let count = 0;
    const corners = new Int32Array(vertexOf.length);
    for (let corner = 0; corner < vertexOf.length; corner++) {
      if (vertexOf[corner] === 0) continue;
      corners[count] = corner;
      vertexOf[corner] = count++;
    }
    const [second, third] = this.#isMirrored ? [2, 1] : [1, 2];
    const indices = new Uint32Array(triangles.length * 3);
    for (let row = 0; row < triangles.length; row++) {
      const first = triangles[row]! * 3;
      indices[row * 3] = vertexOf[surface.triangles[first]!]!;
      indices[row * 3 + 1] = vertexOf[surface.triangles[first + second!]!]!;
      indices[row * 3 + 2] = vertexOf[surface.triangles[first + third!]!]!;
    }
    return { indices, corners: corners.slice(0, count) };
  }

  #positions(corners: Int32Array): Float32Array {
    const { surface, geometric } = this.#parts;
    const { points, corners: pointOf } = surface.polygons;
    const rows = rowsOfVertices(pointOf, corners);
    const offset = this.#space.point(geometric.translation);
    return this.#checked(gatherVectors(points, rows, this.#toMetres, offset));
  }

  #directions(
    { values, rows }: CornerValues,
    corners: Int32Array,
    matrix: Matrix3,
    otherwise: Vector3,
  ): Float32Array {
    const vectors = gatherVectors(values, rowsOfVertices(rows, corners), matrix);
    return normaliseVectors(vectors, otherwise);
  }

  /** Handedness follows from the binormals, which point to larger v of the file: up in the picture. */
  #tangents(
    normals: Float32Array,
    along: CornerValues,
    across: CornerValues,
    corners: Int32Array,
  ): Float32Array {
    const tangents = this.#directions(along, corners, this.#alongSurface, [1, 0, 0]);
    const binormals = this.#directions(across, corners, this.#alongSurface, [0, 0, 0]);
    const result = new Float32Array(corners.length * 4);
    for (let vertex = 0; vertex < corners.length; vertex++) {
      const at = vertex * 3;
      const triple =
        (normals[at + 1]! * tangents[at + 2]! - normals[at + 2]! * tangents[at + 1]!) *
          binormals[at]! +
        (normals[at + 2]! * tangents[at]! - normals[at]! * tangents[at + 2]!) * binormals[at + 1]! +
        (normals[at]! * tangents[at + 1]! - normals[at + 1]! * tangents[at]!) * binormals[at + 2]!;
      result.set(tangents.subarray(at, at + 3), vertex * 4);
      result[vertex * 4 + 3] = triple < 0 ? -1 : 1;
    }
    return result;
  }

  #skinning(skin: SkinWeights, corners: Int32Array): Skinning {
    const { surface, restJoint } = this.#parts;
    const joints = new Uint16Array(corners.length * INFLUENCES);
    const weights = new Float32Array(corners.length * INFLUENCES);
    for (let vertex = 0; vertex < corners.length; vertex++) {
      const from = surface.polygons.corners[corners[vertex]!]! * INFLUENCES;
      const to = vertex * INFLUENCES;
      joints.set(skin.joints.subarray(from, from + INFLUENCES), to);
      weights.set(skin.weights.subarray(from, from + INFLUENCES), to);
      if (skin.weights[from] === 0) {
        joints[to] = restJoint;
        weights[to] = 1;
      }
    }
    return { influences: INFLUENCES, joints, weights };
  }

  #displacements(shape: Shape, corners: Int32Array): TargetDisplacements {
    const { corners: pointOf, points } = this.#parts.surface.polygons;
    const rowOf = new Int32Array(Math.floor(points.length / 3)).fill(-1);
    for (let row = 0; row < shape.indices.length; row++) {
      const point = shape.indices[row]!;
      if (point >= 0 && point < rowOf.length) rowOf[point] = row;
    }
    const rows = rowsOfVertices(rowOf, rowsOfVertices(pointOf, corners));
    return {
      positions: this.#checked(gatherVectors(shape.points, rows, this.#toMetres)),
      ...(shape.normals.some((value) => value !== 0) && {
        normals: this.#checked(gatherVectors(shape.normals, rows, this.#turn)),
      }),
    };
  }

  #checked(vectors: Float32Array): Float32Array {
    const { geometry } = this.#parts.surface;
    checkFinite(vectors, geometry.node, describe(geometry));
    return vectors;
  }
}
