/** The only module that knows meshoptimizer. */
import { MeshoptEncoder } from "meshoptimizer/encoder";
import { MeshoptTangents } from "meshoptimizer/tangents";

/** Waits until its WebAssembly is there. */
export async function meshoptReady(): Promise<void> {
  await Promise.all([MeshoptEncoder.ready, MeshoptTangents.ready]);
}

/** MikkTSpace tangents of unshared corners: x y z and handedness each. */
export function tangentsOfCorners(
  positions: Float32Array,
  normals: Float32Array,
  uvs: Float32Array,
): Float32Array {
  return MeshoptTangents.generateTangents(null, positions, 3, normals, 3, uvs, 2, ["Compatible"]);
}

/**
 * Reorders the triangles of one range for the vertex cache, in place. `vertexCount` is that of the whole mesh.
 */
export function orderForCache(indices: Uint32Array, vertexCount: number): void {
  const [remap] = MeshoptEncoder.reorderMesh(indices, true, false);
  // The call also renumbers vertices by first use; ranges share vertices here, so that is undone.
  const original = new Uint32Array(vertexCount);
  for (const [vertex, renumbered] of remap.entries()) {
    if (renumbered !== 0xffffffff) original[renumbered] = vertex;
  }
  for (let at = 0; at < indices.length; at++) indices[at] = original[indices[at]!]!;
}
