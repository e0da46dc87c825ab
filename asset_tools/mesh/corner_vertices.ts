/** From OBJ corners to whole vertices, three a triangle and not yet shared. */
import type { ObjMesh } from "./parse_obj.ts";

/** Attributes of every corner; equal corners have equal bits. */
export interface CornerVertices {
  readonly count: number;
  readonly positions: Float32Array;
  readonly normals: Float32Array;
  /** u v, v upwards as in the file. */
  readonly uvs: Float32Array;
  readonly hasUvs: boolean;
  /** Indices of each material's triangles' first corners, in file order. */
  readonly byMaterial: readonly { readonly name: string; readonly corners: readonly number[] }[];
}

/** Gathers the corners of `mesh`; missing normals are computed from faces and smoothing groups. */
export function gatherCorners(mesh: ObjMesh): CornerVertices {
  const count = mesh.corners.length / 3;
  const positions = new Float32Array(count * 3);
  const normals = new Float32Array(count * 3);
  const uvs = new Float32Array(count * 2);
  let hasUvs = true;
  let hasNormals = true;
  for (let corner = 0; corner < count; corner++) {
    const position = mesh.corners[corner * 3]! * 3;
    const uv = mesh.corners[corner * 3 + 1]! * 2;
    const normal = mesh.corners[corner * 3 + 2]! * 3;
    for (let axis = 0; axis < 3; axis++)
      positions[corner * 3 + axis] = mesh.positions[position + axis]!;
    if (normal < 0) hasNormals = false;
    else
      for (let axis = 0; axis < 3; axis++)
        normals[corner * 3 + axis] = mesh.normals[normal + axis]!;
    if (uv < 0) hasUvs = false;
    else for (let axis = 0; axis < 2; axis++) uvs[corner * 2 + axis] = mesh.uvs[uv + axis]!;
  }
  if (!hasNormals) fillNormals(mesh, positions, normals);
  normalise(normals);
  return { count, positions, normals, uvs, hasUvs, byMaterial: sortByMaterial(mesh) };
}

/** Area-weighted: faces of one smoothing group share normals at a position, flat faces keep their own. */
function fillNormals(mesh: ObjMesh, positions: Float32Array, normals: Float32Array): void {
  const faces = faceNormals(positions);
  const sums = new Map<string, [number, number, number]>();
  const keyOf = (corner: number): string | undefined => {
    const smoothing = mesh.triangles[Math.floor(corner / 3) * 2 + 1]!;
    return smoothing === 0 ? undefined : `${smoothing}/${mesh.corners[corner * 3]}`;
  };
  for (let corner = 0; corner < mesh.corners.length / 3; corner++) {
    const key = keyOf(corner);
    if (key === undefined) continue;
    const face = Math.floor(corner / 3) * 3;
    const sum = sums.get(key) ?? [0, 0, 0];
    for (let axis = 0; axis < 3; axis++) sum[axis]! += faces[face + axis]!;
    sums.set(key, sum);
  }
  for (let corner = 0; corner < mesh.corners.length / 3; corner++) {
    if (mesh.corners[corner * 3 + 2]! >= 0) continue;
    const key = keyOf(corner);
    const face = Math.floor(corner / 3) * 3;
    const normal = key === undefined ? faces.subarray(face, face + 3) : sums.get(key)!;
    normals.set(normal, corner * 3);
  }
}

/** Cross products of the triangles' sides, so twice as long as the area. */
function faceNormals(positions: Float32Array): Float64Array {
  const faces = new Float64Array(positions.length / 3);
  for (let face = 0; face < faces.length; face += 3) {
    const at = face * 3;
    const side = (corner: number, axis: number): number =>
      positions[at + corner * 3 + axis]! - positions[at + axis]!;
    faces[face] = side(1, 1) * side(2, 2) - side(1, 2) * side(2, 1);
    faces[face + 1] = side(1, 2) * side(2, 0) - side(1, 0) * side(2, 2);
    faces[face + 2] = side(1, 0) * side(2, 1) - side(1, 1) * side(2, 0);
  }
  return faces;
}

/** A normal without length, as of a degenerate triangle, points up. */
function normalise(normals: Float32Array): void {
  for (let at = 0; at < normals.length; at += 3) {
    const x = normals[at]!;
    const y = normals[at + 1]!;
    const z = normals[at + 2]!;
    const length = Math.sqrt(x * x + y * y + z * z);
    normals[at] = length === 0 ? 0 : x / length + 0;
    normals[at + 1] = length === 0 ? 1 : y / length + 0;
    normals[at + 2] = length === 0 ? 0 : z / length + 0;
  }
}

function sortByMaterial(mesh: ObjMesh): CornerVertices["byMaterial"] {
  const lists: number[][] = mesh.materials.map(() => []);
  for (let triangle = 0; triangle < mesh.triangles.length / 2; triangle++) {
    lists[mesh.triangles[triangle * 2]!]!.push(triangle * 3);
  }
  return lists
    .map((corners, material) => ({ name: mesh.materials[material]!, corners }))
    .filter(({ corners }) => corners.length > 0);
}
