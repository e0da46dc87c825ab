/** An OBJ file as a model: a node and mesh for each object or group, a primitive for each of its materials. */

import { hasErrors, type Outcome } from "../../document/diagnostic.ts";
import { groupBy } from "../../document/group_by.ts";
import { triangulate } from "../../math/polygon.ts";
import type { ModelMaterial } from "../../model/material.ts";
import type { ModelMesh, Primitive } from "../../model/mesh.ts";
import { emptyModel, type Model } from "../../model/model.ts";
import { identityTransform } from "../../model/transform.ts";
import { linearOfSrgb } from "../../texture/srgb_tables.ts";
import { type CornerNormals, completeNormals, FacePoints } from "./face_normals.ts";
import { intList } from "./number_list.ts";
import type { ObjFile } from "./obj_file.ts";
import { parseObj } from "./parse_obj.ts";

/** Reads a file; its v turns downwards, as a model's does. A position is a metre. */
export function importObj(bytes: Uint8Array, file: string): Outcome<Model> {
  const { obj, diagnostics } = parseObj(bytes, file);
  return hasErrors(diagnostics) ? { diagnostics } : { value: modelOf(obj), diagnostics };
}

/** Triangles that share part and material, as corners of the file. */
interface Patch {
  readonly part: string;
  readonly material: string;
  readonly corners: ReturnType<typeof intList>;
}

function modelOf(obj: ObjFile): Model {
  const patches = patchesOf(obj);
  const names = [...new Set(patches.map(({ material }) => material))].filter((name) => name !== "");
  const normals = completeNormals(obj);
  const vertices = new ObjVertices(obj, normals);
  const parts = groupBy(patches, ({ part }) => part);
  const meshes = [...parts].map(([name, own]): ModelMesh => {
    const primitives = own.map(({ material, corners }) =>
      vertices.primitive(corners.toArray(), names.indexOf(material)),
    );
    return { name, primitives, targets: [] };
  });
  const nodes = meshes.map(({ name }, mesh) => ({
    name,
    parent: -1,
    transform: identityTransform,
    mesh,
    skin: -1,
  }));
  return { ...emptyModel, nodes, meshes, materials: names.map(plainMaterial) };
}

/** What the library of materials says of it is not read: a game's materials are its own. */
function plainMaterial(name: string): ModelMaterial {
  return {
    name,
    shading: "phong",
    alpha: "opaque",
    alphaCutoff: 0.5,
    doubleSided: false,
    factors: [],
    textures: [],
  };
}

function patchesOf(obj: ObjFile): Patch[] {
  const patches = new Map<string, Patch>();
  const points = new FacePoints(obj);
  let first = 0;
  for (const [index, { firstFace, part, material }] of obj.runs.entries()) {
    const end = obj.runs[index + 1]?.firstFace ?? obj.faces.length;
    if (end === firstFace) continue;
    const key = JSON.stringify([part, material]);
    const patch = patches.get(key) ?? { part, material, corners: intList() };
    patches.set(key, patch);
    for (let face = firstFace; face < end; face++) {
      const count = obj.faces[face]!;
      addFace(points, first, count, patch.corners);
      first += count;
    }
  }
  return [...patches.values()];
}

function addFace(
  points: FacePoints,
  first: number,
  count: number,
  corners: Patch["corners"],
): void {
  const triangles = triangulate(points.read(first, count), count);
  for (const corner of triangles) corners.push(first + corner);
}

/** Makes one vertex of all corners of a primitive with the same position, uv and normal. */
class ObjVertices {
  readonly #obj: ObjFile;
  readonly #normals: CornerNormals;
  /** The last vertex of each position; others of the same position are chained to it. */
  readonly #last: Int32Array;

  constructor(obj: ObjFile, normals: CornerNormals) {
    this.#obj = obj;
    this.#normals = normals;
    this.#last = new Int32Array(obj.positions.length / 3).fill(-1);
  }

  primitive(corners: Int32Array, material: number): Primitive {
    const { indices, firstCorners } = this.#share(corners);
    const { positions, uvs, colors } = this.#obj;
    const ofCorner = (part: number) => (corner: number) => this.#obj.corners[corner * 3 + part]!;
    const hasUvs = firstCorners.some((corner) => ofCorner(1)(corner) >= 0);
    return {
      material,
      indices,
      positions: gather(positions, 3, firstCorners, ofCorner(0)),
      normals: normalised(
        gather(this.#normals.normals, 3, firstCorners, (corner) => this.#normals.ofCorner[corner]!),
      ),
      uvs: hasUvs ? [turnedDown(gather(uvs, 2, firstCorners, ofCorner(1)))] : [],
      colors: colors ? [linearColors(gather(colors, 3, firstCorners, ofCorner(0)))] : [],
      targets: [],
    };
  }

  #share(corners: Int32Array): {
    readonly indices: Uint32Array;
    readonly firstCorners: Int32Array;
  } {
    const file = this.#obj.corners;
    const normalOf = this.#normals.ofCorner;
    const last = this.#last;
    const indices = new Uint32Array(corners.length);
    const previous = new Int32Array(corners.length);
    const firstCorners = new Int32Array(corners.length);
    let count = 0;
    for (let at = 0; at < corners.length; at++) {
      const corner = corners[at]!;
      const position = file[corner * 3]!;
      const uv = file[corner * 3 + 1]!;
      const normal = normalOf[corner]!;
      let vertex = last[position]!;
      while (vertex >= 0) {
        const other = firstCorners[vertex]!;
        if (file[other * 3 + 1] === uv && normalOf[other] === normal) break;
        vertex = previous[vertex]!;
      }
      if (vertex < 0) {
        vertex = count++;
        firstCorners[vertex] = corner;
        previous[vertex] = last[position]!;
        last[position] = vertex;
      }
      indices[at] = vertex;
    }
    for (let vertex = 0; vertex < count; vertex++) last[file[firstCorners[vertex]! * 3]!] = -1;
    return { indices, firstCorners: firstCorners.subarray(0, count) };
  }
}

/** Rows of `size` numbers; zeros where there is no row. */
function gather(
  rows: Float32Array,
  size: number,
  corners: Int32Array,
  rowOf: (corner: number) => number,
): Float32Array {
  const gathered = new Float32Array(corners.length * size);
  for (let vertex = 0; vertex < corners.length; vertex++) {
    const row = rowOf(corners[vertex]!) * size;
    if (row < 0) continue;
    for (let at = 0; at < size; at++) gathered[vertex * size + at] = rows[row + at]!;
  }
  return gathered;
}

function turnedDown(uvs: Float32Array): Float32Array {
  for (let at = 1; at < uvs.length; at += 2) uvs[at] = 1 - uvs[at]!;
  return uvs;
}

/** A normal without length, as of a face without area, points up. */
function normalised(normals: Float32Array): Float32Array {
  for (let at = 0; at < normals.length; at += 3) {
    const x = normals[at]!;
    const y = normals[at + 1]!;
    const z = normals[at + 2]!;
    const length = Math.sqrt(x * x + y * y + z * z);
    normals[at] = length > 0 ? x / length + 0 : 0;
    normals[at + 1] = length > 0 ? y / length + 0 : 1;
    normals[at + 2] = length > 0 ? z / length + 0 : 0;
  }
  return normals;
}

/** From sRGB, as programs write them, to linear light with an alpha of 1. */
function linearColors(colors: Float32Array): Float32Array {
  const linear = new Float32Array((colors.length / 3) * 4);
  for (let vertex = 0; vertex * 3 < colors.length; vertex++) {
    for (let channel = 0; channel < 3; channel++) {
      const value = Math.min(1, Math.max(0, colors[vertex * 3 + channel]!)) * 255;
      const below = Math.floor(value);
      const low = linearOfSrgb[below]!;
      const high = linearOfSrgb[Math.min(255, below + 1)]!;
      linear[vertex * 4 + channel] = (low + (high - low) * (value - below)) / 65535;
    }
    linear[vertex * 4 + 3] = 1;
  }
  return linear;
}
