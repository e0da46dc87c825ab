/** A geometry to the streams of a blob: vertices shared and quantised, triangles in drawing order, levels of detail. */

import {
  isNarrow,
  type LodRange,
  type MeshData,
  type MeshJointData,
  type MorphStream,
  type Triple,
  type VertexStream,
} from "../fpkg/mesh_data.ts";
import type { LodDefinition } from "../package_xml/mesh_definition.ts";
import { axisRanges } from "./axis_ranges.ts";
import type { Geometry, GeometrySubmesh } from "./geometry.ts";
import { simplifyLevels } from "./levels_of_detail.ts";
import { orderForCache } from "./meshopt.ts";
import { orderForOverdraw } from "./overdraw.ts";
import { type PackedStream, type PackedVertices, packVertices } from "./pack_vertices.ts";
import { orderByUse, type SharedVertices, shareVertices } from "./share_vertices.ts";
import { decodedPositions, normalsOf } from "./stored_attributes.ts";

export interface LayoutOptions {
  readonly optimize: boolean;
  readonly quantize: boolean;
  readonly lods: readonly LodDefinition[];
  readonly quality: "dev" | "ship";
}

/** Triangles of a level: those of each submesh together. */
interface Level {
  readonly indices: Uint32Array;
  /** Indices of each submesh. */
  readonly counts: readonly number[];
  readonly error: number;
}

/** Lays out a mesh that has triangles; its skinning counts `joints`. */
export function layOutMesh(
  geometry: Geometry,
  options: LayoutOptions,
  joints: readonly MeshJointData[] = [],
): MeshData {
  const packed = packVertices(geometry, options.quantize);
  const shared = shareVertices(packed.words, packed.stride);
  const finest = finestLevel(geometry, shared);
  const positions = decodedPositions(shared, packed);
  const levels = [finest, ...coarserLevels(finest, positions, shared, packed, options.lods)];
  if (options.optimize) {
    for (const level of levels) orderLevel(level, positions, shared.count, options.quality);
  }
  const used = orderByUse({ ...shared, indices: joined(levels) }, packed.stride);
  return {
    vertexCount: used.count,
    indices: isNarrow(used.count) ? new Uint16Array(used.indices) : used.indices,
    vertices: streamOf(used, packed.stride, packed.streams[0]!),
    morphs: packed.streams.slice(1).map((stream, index): MorphStream => {
      const { name, weight } = geometry.targets[index]!;
      return { name, weight, vertices: streamOf(used, packed.stride, stream) };
    }),
    joints,
    lods: lodRanges(levels, geometry.submeshes),
    ...boundsOf(decodedPositions(used, packed)),
  };
}

/** Without triangles of which two corners have become one vertex: they cover nothing. */
function finestLevel(geometry: Geometry, shared: SharedVertices): Level {
  const indices = new Uint32Array(geometry.indices.length);
  let at = 0;
  let from = 0;
  const counts = geometry.submeshes.map(({ indexCount }) => {
    const start = at;
    for (const end = from + indexCount; from < end; from += 3) {
      const a = shared.indices[geometry.indices[from]!]!;
      const b = shared.indices[geometry.indices[from + 1]!]!;
      const c = shared.indices[geometry.indices[from + 2]!]!;
      if (a === b || b === c || c === a) continue;
      indices[at++] = a;
      indices[at++] = b;
      indices[at++] = c;
    }
    return at - start;
  });
  return { indices: indices.subarray(0, at), counts, error: 0 };
}

function coarserLevels(
  finest: Level,
  positions: Float32Array,
  shared: SharedVertices,
  packed: PackedVertices,
  targets: readonly LodDefinition[],
): Level[] {
  if (targets.length === 0 || finest.indices.length === 0) return [];
  const surface = { positions, indices: finest.indices };
  const submeshOf = (vertex: number): number => shared.words[(vertex + 1) * packed.stride - 1]!;
  return simplifyLevels(surface, normalsOf(shared, packed), targets).map(({ indices, error }) => {
    const counts = finest.counts.map(() => 0);
    for (let at = 0; at < indices.length; at += 3) counts[submeshOf(indices[at]!)]! += 3;
    return { indices: bySubmesh(indices, counts, submeshOf), counts, error };
  });
}

/** The triangles of each submesh together, in the order they are in. */
function bySubmesh(
  indices: Uint32Array,
  counts: readonly number[],
  submeshOf: (vertex: number) => number,
): Uint32Array {
  let sum = 0;
  const next = counts.map((count) => {
    sum += count;
    return sum - count;
  });
  const sorted = new Uint32Array(indices.length);
  for (let at = 0; at < indices.length; at += 3) {
    const submesh = submeshOf(indices[at]!);
    for (let corner = 0; corner < 3; corner++) sorted[next[submesh]!++] = indices[at + corner]!;
  }
  return sorted;
}

function orderLevel(
  { indices, counts }: Level,
  positions: Float32Array,
  vertexCount: number,
  quality: LayoutOptions["quality"],
): void {
  let first = 0;
  for (const count of counts) {
    const run = indices.subarray(first, first + count);
    orderForCache(run, vertexCount);
    if (quality === "ship" && count > 0) orderForOverdraw(run, positions, vertexCount);
    first += count;
  }
}

function joined(levels: readonly Level[]): Uint32Array {
  const all = new Uint32Array(levels.reduce((sum, { indices }) => sum + indices.length, 0));
  let at = 0;
  for (const { indices } of levels) {
    all.set(indices, at);
    at += indices.length;
  }
  return all;
}

function streamOf(
  { words, count }: SharedVertices,
  stride: number,
  { firstWord, words: length, attributes }: PackedStream,
): VertexStream {
  const own = new Uint32Array(count * length);
  for (let vertex = 0; vertex < count; vertex++) {
    const from = vertex * stride + firstWord;
    for (let word = 0; word < length; word++) own[vertex * length + word] = words[from + word]!;
  }
  return { stride: length * 4, bytes: new Uint8Array(own.buffer), attributes };
}

function lodRanges(levels: readonly Level[], submeshes: readonly GeometrySubmesh[]): LodRange[] {
  let at = 0;
  return levels.map(({ indices, counts, error }) => {
    let firstIndex = at;
    const ranges = submeshes.map(({ name }, index) => {
      const indexCount = counts[index]!;
      firstIndex += indexCount;
      return { name, firstIndex: firstIndex - indexCount, indexCount };
    });
    at += indices.length;
    return {
      firstIndex: at - indices.length,
      indexCount: indices.length,
      error: roundedUp(error),
      submeshes: ranges,
    };
  });
}

function boundsOf(
  positions: Float32Array,
): Pick<MeshData, "boundsMin" | "boundsMax" | "sphereCenter" | "sphereRadius"> {
  const ranges = axisRanges(positions);
  const center = ranges.map(([low, high]) => Math.fround((low + high) / 2));
  let squared = 0;
  for (let at = 0; at < positions.length; at += 3) {
    const x = positions[at]! - center[0]!;
    const y = positions[at + 1]! - center[1]!;
    const z = positions[at + 2]! - center[2]!;
    squared = Math.max(squared, x * x + y * y + z * z);
  }
  return {
    boundsMin: ranges.map(([low]) => low) as unknown as Triple,
    boundsMax: ranges.map(([, high]) => high) as unknown as Triple,
    sphereCenter: center as unknown as Triple,
    sphereRadius: roundedUp(Math.sqrt(squared)),
  };
}

/** The next f32 that is not smaller. */
function roundedUp(value: number): number {
  const rounded = Math.fround(value);
  // A little more than half a step up is nearest to the next.
  return rounded >= value ? rounded : Math.fround(rounded * (1 + 2 ** -24 + 2 ** -30));
}
