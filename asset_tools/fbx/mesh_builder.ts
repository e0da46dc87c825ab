/** From a surface to a mesh of the model: one primitive a material, vertices in the model's space. */
import type {
  ModelMesh,
  MorphTarget,
  Primitive,
  Skinning,
  TargetDisplacements,
} from "../model/mesh.ts";
import type { Vector3 } from "../model/transform.ts";
import { linearOfSrgb } from "../texture/srgb_tables.ts";
import { type Shape, type ShapeChannel, shapeWeights } from "./blend_shapes.ts";
import { invert3, type Matrix3, multiply3, rotation3, scaling3, transpose3 } from "./matrix3.ts";
import type { Parts } from "./node_transform.ts";
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
  readonly #linear: Matrix3;
  readonly #cofactors: Matrix3;
  readonly #isMirrored: boolean;

  constructor(parts: MeshParts, space: Space) {
    this.#parts = parts;
    this.#space = space;
    const { rotation, scale } = parts.geometric;
    this.#linear = multiply3(rotation3(rotation), scaling3(scale));
    const inverse = invert3(this.#linear);
    this.#cofactors = inverse ? transpose3(inverse) : this.#linear;
    const [x, y, z] = scale;
    this.#isMirrored = x * y * z * space.handedness < 0;
  }

  primitives(): Primitive[] {
    const { surface, materials } = this.#parts;
    const byMaterial = new Map<number, number[]>();
    for (const [triangle, slot] of surface.materials.entries()) {
      const material = materials[slot] ?? -1;
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
    const outward = normals && this.#directions(normals, corners, this.#cofactors, [0, 1, 0]);
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
    for (const [row, triangle] of triangles.entries()) {
      const first = triangle * 3;
      indices[row * 3] = vertexOf[surface.triangles[first]!]!;
      indices[row * 3 + 1] = vertexOf[surface.triangles[first + second!]!]!;
      indices[row * 3 + 2] = vertexOf[surface.triangles[first + third!]!]!;
    }
    return { indices, corners: corners.slice(0, count) };
  }

  #positions(corners: Int32Array): Float32Array {
    const { surface, geometric } = this.#parts;
    const { points, corners: pointOf } = surface.polygons;
    const { translation } = geometric;
    return this.#gather(corners, (corner) => {
      const [x, y, z] = transform(this.#linear, points, pointOf[corner]!);
      return this.#space.point([x + translation[0], y + translation[1], z + translation[2]]);
    });
  }

  #directions(
    { values, rows }: CornerValues,
    corners: Int32Array,
    matrix: Matrix3,
    otherwise: Vector3,
  ): Float32Array {
    return this.#gather(corners, (corner) => {
      const row = rows[corner]!;
      if (row < 0) return otherwise;
      return unit(this.#space.direction(transform(matrix, values, row)), otherwise);
    });
  }

  /** Handedness follows from the binormals, which point to larger v of the file: up in the picture. */
  #tangents(
    normals: Float32Array,
    along: CornerValues,
    across: CornerValues,
    corners: Int32Array,
  ): Float32Array {
    const tangents = this.#directions(along, corners, this.#linear, [1, 0, 0]);
    const binormals = this.#directions(across, corners, this.#linear, [0, 0, 0]);
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
    const gather = (
      values: ArrayLike<number>,
      convert: (vector: Vector3) => Vector3,
      matrix: Matrix3,
    ) =>
      this.#gather(corners, (corner) => {
        const row = rowOf[pointOf[corner]!]!;
        return row < 0 ? [0, 0, 0] : convert(finite(transform(matrix, values, row)));
      });
    const turn = rotation3(this.#parts.geometric.rotation);
    return {
      positions: gather(shape.points, (vector) => this.#space.point(vector), this.#linear),
      ...(shape.normals.some((value) => value !== 0) && {
        normals: gather(shape.normals, (vector) => this.#space.direction(vector), turn),
      }),
    };
  }

  /** Three numbers a corner, without negative zeros, whose bits would split equal vertices. */
  #gather(corners: Int32Array, vectorAt: (corner: number) => Vector3): Float32Array {
    const result = new Float32Array(corners.length * 3);
    for (let vertex = 0; vertex < corners.length; vertex++) {
      const [x, y, z] = vectorAt(corners[vertex]!);
      result[vertex * 3] = x + 0;
      result[vertex * 3 + 1] = y + 0;
      result[vertex * 3 + 2] = z + 0;
    }
    return result;
  }
}

/** A row of three values, transformed; missing ones are NaN. */
function transform(matrix: Matrix3, values: ArrayLike<number>, row: number): Vector3 {
  const x = values[row * 3]!;
  const y = values[row * 3 + 1]!;
  const z = values[row * 3 + 2]!;
  return [
    matrix[0]! * x + matrix[3]! * y + matrix[6]! * z,
    matrix[1]! * x + matrix[4]! * y + matrix[7]! * z,
    matrix[2]! * x + matrix[5]! * y + matrix[8]! * z,
  ];
}

function unit([x, y, z]: Vector3, otherwise: Vector3): Vector3 {
  const length = Math.sqrt(x * x + y * y + z * z);
  return length > 0 && Number.isFinite(length) ? [x / length, y / length, z / length] : otherwise;
}

function finite(vector: Vector3): Vector3 {
  return vector.every(Number.isFinite) ? vector : [0, 0, 0];
}

/** v of the file points up, that of the model down. */
function gatherUvs({ values, rows }: CornerValues, corners: Int32Array): Float32Array {
  const uvs = new Float32Array(corners.length * 2);
  for (let vertex = 0; vertex < corners.length; vertex++) {
    const row = rows[corners[vertex]!]!;
    const u = row < 0 ? 0 : values[row * 2]!;
    const v = row < 0 ? 0 : values[row * 2 + 1]!;
    uvs[vertex * 2] = (Number.isFinite(u) ? u : 0) + 0;
    uvs[vertex * 2 + 1] = 1 - (Number.isFinite(v) ? v : 0);
  }
  return uvs;
}

/** Red, green and blue of a file are sRGB, as its programs show them; alpha is a plain share. */
function gatherColors({ values, rows }: CornerValues, corners: Int32Array): Float32Array {
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
