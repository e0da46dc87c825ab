/** Attributes of a geometry to vertices of 32-bit words, which are the streams of the blob. */
import type { VertexFormatName, VertexSemanticName } from "../fpkg/format/mesh.ts";
import type { AttributePlace } from "../fpkg/mesh_data.ts";
import { vertexFormatSizes } from "../fpkg/vertex_formats.ts";
import type { Geometry, GeometrySkinning, GeometryTarget } from "./geometry.ts";
import {
  encodeOctahedral,
  type Grid,
  positionGrid,
  stepFor,
  unorm,
  unormWeights,
} from "./quantise.ts";

/** Vertices before they are shared: the streams' words one after another, then the submesh's number. */
export interface PackedVertices {
  /** 32-bit words of a vertex. */
  readonly stride: number;
  readonly words: Uint32Array;
  /** Vertices, then morph targets. */
  readonly streams: readonly PackedStream[];
}

/** A part of the words of each vertex. */
export interface PackedStream {
  readonly firstWord: number;
  readonly words: number;
  readonly attributes: readonly AttributePlace[];
}

/** Writes one attribute of `vertex`; `at` is the byte where it begins. */
type WriteVertex = (view: DataView, at: number, vertex: number) => void;

interface Attribute {
  readonly semantic: VertexSemanticName;
  readonly format: VertexFormatName;
  readonly write: WriteVertex;
  readonly grid?: Grid;
}

/** Packs all vertices; with `isQuantised` false, what is not 8 bits by nature stays f32. */
export function packVertices(geometry: Geometry, isQuantised: boolean): PackedVertices {
  const streams = [
    attributesOf(geometry, isQuantised),
    ...geometry.targets.map((target) => displacements(target, isQuantised)),
  ];
  const places: PackedStream[] = [];
  const writers: { readonly at: number; readonly write: WriteVertex }[] = [];
  let word = 0;
  for (const stream of streams) {
    const firstWord = word;
    const attributes = stream.map(({ semantic, format, grid, write }): AttributePlace => {
      const offset = (word - firstWord) * 4;
      writers.push({ at: word * 4, write });
      word += vertexFormatSizes[format] / 4;
      return {
        semantic,
        format,
        offset,
        scale: grid?.scale ?? 1,
        origin: grid?.origin ?? [0, 0, 0],
      };
    });
    places.push({ firstWord, words: word - firstWord, attributes });
  }
  const stride = word + 1;
  const words = new Uint32Array(geometry.vertexCount * stride);
  const view = new DataView(words.buffer);
  for (const { at, write } of writers) {
    for (let vertex = 0; vertex < geometry.vertexCount; vertex++)
      write(view, vertex * stride * 4 + at, vertex);
  }
  numberSubmeshes(geometry, words, stride);
  return { stride, words, streams: places };
}

function numberSubmeshes(geometry: Geometry, words: Uint32Array, stride: number): void {
  let first = 0;
  for (const [number, { indexCount }] of geometry.submeshes.entries()) {
    for (let at = first; at < first + indexCount; at++)
      words[geometry.indices[at]! * stride + stride - 1] = number;
    first += indexCount;
  }
}

function attributesOf(geometry: Geometry, isQuantised: boolean): Attribute[] {
  const { positions, normals, tangents, uvs, colors, skinning } = geometry;
  const attributes: Attribute[] = [
    isQuantised ? quantisedPositions(positions) : floats("position", positions, 3),
    isQuantised ? octahedral("normal", normals) : floats("normal", normals, 3),
  ];
  if (tangents) {
    attributes.push(isQuantised ? octahedralSigned(tangents) : floats("tangent", tangents, 4));
  }
  for (const [set, values] of uvs.entries()) {
    const semantic = set === 0 ? "uv" : "uv1";
    const isInRange = values.every((value) => value >= 0 && value <= 1);
    attributes.push(
      isQuantised && isInRange ? unorm16(semantic, values) : floats(semantic, values, 2),
    );
  }
  if (colors)
    attributes.push(bytes("color", (vertex, channel) => unorm(colors[vertex * 4 + channel]!, 255)));
  if (skinning) attributes.push(...influences(skinning));
  return attributes;
}

function displacements(target: GeometryTarget, isQuantised: boolean): Attribute[] {
  const { positions, normals, tangents } = target;
  const parts = [
    // A stream has at least one attribute.
    ["position", positions ?? (normals || tangents ? undefined : new Float32Array())],
    ["normal", normals],
    ["tangent", tangents],
  ] as const;
  return parts.flatMap(([semantic, values]) => {
    if (values === undefined) return [];
    return [isQuantised ? quantisedDisplacements(semantic, values) : floats(semantic, values, 3)];
  });
}

function floats(semantic: VertexSemanticName, values: Float32Array, size: 2 | 3 | 4): Attribute {
  const write: WriteVertex = (view, at, vertex) => {
    // Adding 0 turns -0, whose bits would split equal vertices, to 0.
    for (let index = 0; index < size; index++)
      view.setFloat32(at + index * 4, (values[vertex * size + index] ?? 0) + 0, true);
  };
  return { semantic, format: `float32x${size}`, write };
}

function quantisedPositions(positions: Float32Array): Attribute {
  const grid = positionGrid(positions);
  const write: WriteVertex = (view, at, vertex) => {
    for (let axis = 0; axis < 3; axis++) {
      const steps = (positions[vertex * 3 + axis]! - grid.origin[axis]!) / grid.scale;
      view.setUint16(at + axis * 2, Math.floor(steps + 0.5), true);
    }
  };
  return { semantic: "position", format: "unorm16x3", grid, write };
}

function quantisedDisplacements(semantic: VertexSemanticName, values: Float32Array): Attribute {
  const extent = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const scale = stepFor(extent, 32767);
  const write: WriteVertex = (view, at, vertex) => {
    for (let axis = 0; axis < 3; axis++) {
      const steps = (values[vertex * 3 + axis] ?? 0) / scale;
      view.setInt16(at + axis * 2, Math.floor(steps + 0.5), true);
    }
  };
  return { semantic, format: "snorm16x3", grid: { scale, origin: [0, 0, 0] }, write };
}

function octahedral(semantic: VertexSemanticName, values: Float32Array): Attribute {
  const write: WriteVertex = (view, at, vertex) => {
    const from = vertex * 3;
    const [x, y] = encodeOctahedral(values[from]!, values[from + 1]!, values[from + 2]!);
    view.setInt16(at, x, true);
    view.setInt16(at + 2, y, true);
  };
  return { semantic, format: "octahedral", write };
}

function octahedralSigned(tangents: Float32Array): Attribute {
  const write: WriteVertex = (view, at, vertex) => {
    const from = vertex * 4;
    const [x, y] = encodeOctahedral(tangents[from]!, tangents[from + 1]!, tangents[from + 2]!);
    view.setInt16(at, x, true);
    view.setInt16(at + 2, y * 2 + (tangents[from + 3]! < 0 ? 1 : 0), true);
  };
  return { semantic: "tangent", format: "octahedralSigned", write };
}

function unorm16(semantic: VertexSemanticName, values: Float32Array): Attribute {
  const write: WriteVertex = (view, at, vertex) => {
    view.setUint16(at, unorm(values[vertex * 2]!, 65535), true);
    view.setUint16(at + 2, unorm(values[vertex * 2 + 1]!, 65535), true);
  };
  return { semantic, format: "unorm16x2", write };
}

function bytes(
  semantic: VertexSemanticName,
  byteOf: (vertex: number, index: number) => number,
): Attribute {
  const write: WriteVertex = (view, at, vertex) => {
    for (let index = 0; index < 4; index++) view.setUint8(at + index, byteOf(vertex, index));
  };
  return { semantic, format: "unorm8x4", write };
}

/** The 4 or 8 strongest influences, strongest first; joints as bytes where they are few. */
function influences({ influences: count, joints, weights }: GeometrySkinning): Attribute[] {
  const vertexCount = joints.length / count;
  const kept = count <= 4 ? 4 : 8;
  const strongest = new Uint16Array(vertexCount * kept);
  const shares = new Uint8Array(vertexCount * kept);
  for (let vertex = 0; vertex < vertexCount; vertex++) {
    const own = Array.from({ length: count }, (_, index) => ({
      joint: joints[vertex * count + index]!,
      weight: weights[vertex * count + index]!,
    }))
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => b.weight - a.weight || a.joint - b.joint)
      .slice(0, kept);
    const share = unormWeights(own.map(({ weight }) => weight));
    for (const [index, { joint }] of own.entries()) {
      // A joint whose weight has become 0 would only split equal vertices.
      strongest[vertex * kept + index] = share[index] === 0 ? 0 : joint;
      shares[vertex * kept + index] = share[index]!;
    }
  }
  const isWide = strongest.some((joint) => joint > 255);
  return Array.from({ length: kept / 4 }, (_, set): Attribute[] => {
    const first = (vertex: number): number => vertex * kept + set * 4;
    const writeJoints: WriteVertex = (view, at, vertex) => {
      for (let index = 0; index < 4; index++) {
        const joint = strongest[first(vertex) + index]!;
        if (isWide) view.setUint16(at + index * 2, joint, true);
        else view.setUint8(at + index, joint);
      }
    };
    return [
      {
        semantic: set === 0 ? "joints" : "joints1",
        format: isWide ? "uint16x4" : "uint8x4",
        write: writeJoints,
      },
      bytes(set === 0 ? "weights" : "weights1", (vertex, index) => shares[first(vertex) + index]!),
    ];
  }).flat();
}
