/** The only module that knows meshoptimizer. */
import { MeshoptEncoder } from "meshoptimizer/encoder";
import { MeshoptSimplifier } from "meshoptimizer/simplifier";
import { MeshoptTangents } from "meshoptimizer/tangents";
import type { StoreStream } from "../fpkg/encode_mesh.ts";

/** Waits until its WebAssembly is there. */
export async function meshoptReady(): Promise<void> {
  await Promise.all([MeshoptEncoder.ready, MeshoptSimplifier.ready, MeshoptTangents.ready]);
}

/** MikkTSpace tangents of the corners of all triangles: x y z and handedness each, for v that points up. */
export function tangentsOfCorners(
  indices: Uint32Array,
  positions: Float32Array,
  normals: Float32Array,
  uvs: Float32Array,
): Float32Array {
  const flags: ["Compatible"] = ["Compatible"];
  return MeshoptTangents.generateTangents(indices, positions, 3, normals, 3, uvs, 2, flags);
}

/** Reorders triangles for the vertex cache, in place. `vertexCount` is that of the whole mesh. */
export function orderForCache(indices: Uint32Array, vertexCount: number): void {
  if (indices.length === 0) return;
  const [remap] = MeshoptEncoder.reorderMesh(indices, true, false);
  // The call also renumbers vertices by first use; runs share vertices here, so that is undone.
  const original = new Uint32Array(vertexCount);
  for (let vertex = 0; vertex < remap.length; vertex++) {
    const renumbered = remap[vertex]!;
    if (renumbered !== 0xffffffff) original[renumbered] = vertex;
  }
  for (let at = 0; at < indices.length; at++) indices[at] = original[indices[at]!]!;
}

/**
 * Fewer triangles between the same vertices: about `indexCount` indices, or more when the surface would else move by more
 * than `error`, estimated, in the units of the positions. Normals count too, so that what shines stays round.
 */
export function simplify(
  indices: Uint32Array,
  positions: Float32Array,
  normals: Float32Array,
  indexCount: number,
  error: number,
): Uint32Array {
  const scale = MeshoptSimplifier.getScale(positions, 3);
  if (!(scale > 0)) return indices;
  const [simplified] = MeshoptSimplifier.simplifyWithAttributes(
    indices,
    positions,
    3,
    normals,
    3,
    [NORMAL_WEIGHT, NORMAL_WEIGHT, NORMAL_WEIGHT],
    null,
    indexCount,
    error / scale,
  );
  return simplified;
}

/** How much a normal that turns by 1 counts beside a surface that moves by the mesh's size. */
const NORMAL_WEIGHT = 0.01;

/** Levels of the vertex encoder: `dev` does not try which channel is smallest. */
const ENCODER_LEVELS = { dev: 2, ship: 3 } as const;

/** Packs streams with the vertex and the index codec. */
export function storeMeshopt(quality: keyof typeof ENCODER_LEVELS): StoreStream {
  return (bytes, stride, kind) => {
    const count = bytes.length / stride;
    return kind === "indices"
      ? { codec: "meshoptIndices", bytes: MeshoptEncoder.encodeIndexBuffer(bytes, count, stride) }
      : {
          codec: "meshoptVertices",
          bytes: MeshoptEncoder.encodeVertexBufferLevel(
            bytes,
            count,
            stride,
            ENCODER_LEVELS[quality],
            1,
          ),
        };
  };
}
