/** Tangents for a geometry, as MikkTSpace makes them. */
import { type Geometry, gatherRows, withVertices } from "./geometry.ts";
import { tangentsOfCorners } from "./meshopt.ts";

/** The geometry with tangents from its normals and first uvs; vertices whose corners have different ones are doubled. */
export function withTangents(geometry: Geometry): Geometry {
  const [uvs] = geometry.uvs;
  if (uvs === undefined || geometry.indices.length === 0) return geometry;
  const { indices, positions, normals } = geometry;
  // MikkTSpace takes the bitangent to point to larger v; here that must be up in the picture, as normal maps want it.
  const upwards = uvs.slice();
  for (let at = 1; at < upwards.length; at += 2) upwards[at] = 1 - upwards[at]!;
  const ofCorners = tangentsOfCorners(indices, positions, normals, upwards);
  const split = splitByTangent(geometry, ofCorners);
  const isSame = split.sources.length === geometry.vertexCount;
  const vertices = isSame ? geometry : withVertices(geometry, split.sources, split.indices);
  return { ...vertices, tangents: gatherRows(ofCorners, 4, split.corners) };
}

interface Split {
  /** The former vertex of each; the first ones are the former vertices themselves. */
  readonly sources: Uint32Array;
  /** A corner of each, whose tangent it has. */
  readonly corners: Int32Array;
  readonly indices: Uint32Array;
}

function splitByTangent({ indices, vertexCount }: Geometry, tangents: Float32Array): Split {
  // At most every corner is a vertex of its own, and unused vertices remain.
  const sources = new Uint32Array(vertexCount + indices.length);
  const corners = new Int32Array(vertexCount + indices.length).fill(-1);
  const next = new Int32Array(vertexCount + indices.length).fill(-1);
  const renumbered = new Uint32Array(indices.length);
  for (let vertex = 0; vertex < vertexCount; vertex++) sources[vertex] = vertex;
  let count = vertexCount;
  for (let corner = 0; corner < indices.length; corner++) {
    let vertex = indices[corner]!;
    while (corners[vertex]! >= 0 && !areEqual(tangents, corners[vertex]!, corner)) {
      if (next[vertex]! < 0) {
        sources[count] = indices[corner]!;
        next[vertex] = count++;
      }
      vertex = next[vertex]!;
    }
    if (corners[vertex]! < 0) corners[vertex] = corner;
    renumbered[corner] = vertex;
  }
  // A vertex that no triangle has is dropped later; until then any tangent will do.
  for (let vertex = 0; vertex < count; vertex++) corners[vertex] = Math.max(0, corners[vertex]!);
  return {
    sources: sources.subarray(0, count),
    corners: corners.subarray(0, count),
    indices: renumbered,
  };
}

function areEqual(tangents: Float32Array, a: number, b: number): boolean {
  return (
    tangents[a * 4] === tangents[b * 4] &&
    tangents[a * 4 + 1] === tangents[b * 4 + 1] &&
    tangents[a * 4 + 2] === tangents[b * 4 + 2] &&
    tangents[a * 4 + 3] === tangents[b * 4 + 3]
  );
}
