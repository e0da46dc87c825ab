/** MeshCompile: an OBJ file to a mesh blob. */
import { hasErrors, type Outcome } from "../document/diagnostic.ts";
import { VERTEX_STRIDE } from "../fpkg/format.ts";
import { encodeMesh, type SubmeshRange, type Triple } from "../fpkg/mesh_blob.ts";
import { type CornerVertices, gatherCorners } from "./corner_vertices.ts";
import { meshoptReady, orderForCache, tangentsOfCorners } from "./meshopt.ts";
import { parseObj } from "./parse_obj.ts";
import { orderByUse, shareVertices } from "./share_vertices.ts";

export interface MeshOptions {
  /** Order triangles for the vertex cache and vertices for fetching. */
  readonly optimize: boolean;
  /** Compute tangents from the uvs; without, every tangent is 1 0 0 1. */
  readonly generateTangents: boolean;
}

/** 32-bit words of a vertex. */
const WORDS = VERTEX_STRIDE / 4;

/** Compiles one mesh; `file` is the source's path in diagnostics. */
export async function compileMesh(
  source: Uint8Array,
  file: string,
  options: MeshOptions,
): Promise<Outcome<Uint8Array>> {
  await meshoptReady();
  const { mesh, diagnostics } = parseObj(source, file);
  if (hasErrors(diagnostics)) return { diagnostics };
  const corners = gatherCorners(mesh);
  const ranges = submeshRanges(corners);
  const all = shareVertices(interleave(corners, options), WORDS);
  const indices = sortIndices(all.indices, corners);
  if (options.optimize) {
    for (const { firstIndex, indexCount } of ranges) {
      orderForCache(indices.subarray(firstIndex, firstIndex + indexCount), all.count);
    }
  }
  const { words, count, indices: final } = orderByUse({ ...all, indices }, WORDS);
  const indexSize = count <= 65536 ? 2 : 4;
  const value = encodeMesh({
    vertexCount: count,
    indexCount: final.length,
    indexSize,
    vertices: bytesOf(words),
    indices: bytesOf(indexSize === 2 ? Uint16Array.from(final) : final),
    submeshes: ranges,
    ...boundsOf(words),
  });
  return { value, diagnostics };
}

/** Whole vertices as bits; v turns downwards here, as texture rows lie top to bottom. */
function interleave(corners: CornerVertices, options: MeshOptions): Uint32Array {
  const vertices = new Float32Array(corners.count * WORDS);
  const { positions, normals, uvs } = corners;
  // Before v is turned: the bitangent points up in the picture, as normal maps with green upwards want it.
  const tangents =
    options.generateTangents && corners.hasUvs
      ? tangentsOfCorners(positions, normals, uvs)
      : undefined;
  for (let corner = 0; corner < corners.count; corner++) {
    const at = corner * WORDS;
    for (let axis = 0; axis < 3; axis++) {
      vertices[at + axis] = positions[corner * 3 + axis]!;
      vertices[at + 3 + axis] = normals[corner * 3 + axis]!;
    }
    for (let axis = 0; axis < 4; axis++) {
      vertices[at + 6 + axis] = tangents
        ? tangents[corner * 4 + axis]! + 0
        : axis % 3 === 0
          ? 1
          : 0;
    }
    vertices[at + 10] = uvs[corner * 2]!;
    vertices[at + 11] = 1 - uvs[corner * 2 + 1]!;
  }
  return new Uint32Array(vertices.buffer);
}

function submeshRanges(corners: CornerVertices): SubmeshRange[] {
  let firstIndex = 0;
  return corners.byMaterial.map(({ name, corners: firsts }) => {
    const indexCount = firsts.length * 3;
    firstIndex += indexCount;
    return { name, firstIndex: firstIndex - indexCount, indexCount };
  });
}

/** Indices with the triangles of each material together. */
function sortIndices(indices: Uint32Array, corners: CornerVertices): Uint32Array {
  const sorted = new Uint32Array(indices.length);
  let at = 0;
  for (const { corners: firsts } of corners.byMaterial) {
    for (const first of firsts) {
      sorted[at++] = indices[first]!;
      sorted[at++] = indices[first + 1]!;
      sorted[at++] = indices[first + 2]!;
    }
  }
  return sorted;
}

function boundsOf(words: Uint32Array): { boundsMin: Triple; boundsMax: Triple } {
  const vertices = new Float32Array(words.buffer, words.byteOffset, words.length);
  const low = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  const high = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = 0; at < vertices.length; at += WORDS) {
    for (let axis = 0; axis < 3; axis++) {
      const value = vertices[at + axis]!;
      if (value < low[axis]!) low[axis] = value;
      if (value > high[axis]!) high[axis] = value;
    }
  }
  return { boundsMin: low as unknown as Triple, boundsMax: high as unknown as Triple };
}

function bytesOf(array: Uint16Array | Uint32Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}
