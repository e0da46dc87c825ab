/** The only module that knows Draco. It is loaded when a mesh asks for it. */
/// <reference path="./draco3d.d.ts" />
import {
  type DecodeDraco,
  type DracoAttribute,
  type DracoMesh,
  type DracoModule,
  dracoAttributes,
  dracoDecoder,
  dracoTypeSizes,
} from "../fpkg/draco_decoder.ts";
import type { MeshPartBytes } from "../fpkg/encode_mesh.ts";
import { type JoinedParts, joinParts } from "../fpkg/join_parts.ts";
import { isNarrow, type LodRange, type MeshData, type VertexStream } from "../fpkg/mesh_data.ts";

/** 0 packs best, 10 is quickest; what decodes quickest in turn is larger. */
const SPEEDS = { dev: 7, ship: 0 } as const;

export interface Draco {
  readonly decode: DecodeDraco;
  readonly encoder: EncoderModule;
}

/** A mesh as its Draco parts give it back, and the parts. */
export interface DracoPacked {
  readonly mesh: MeshData;
  readonly parts: readonly MeshPartBytes[];
}

/** What is used of the encoder's module. */
interface EncoderModule {
  readonly Encoder: new () => {
    SetEncodingMethod(method: number): void;
    SetSpeedOptions(encoding: number, decoding: number): void;
    EncodeMeshToDracoBuffer(mesh: object, bytes: object): number;
  };
  readonly Mesh: new () => object;
  readonly MeshBuilder: new () => Builder;
  readonly DracoInt8Array: new () => { GetValue(at: number): number };
  readonly MESH_EDGEBREAKER_ENCODING: number;
  readonly POSITION: number;
  readonly GENERIC: number;
  readonly destroy: (object: object) => void;
}

type AddAttribute = (
  mesh: object,
  kind: number,
  count: number,
  components: number,
  values: object,
) => number;

interface Builder {
  AddFacesToMesh(mesh: object, count: number, indices: Uint32Array): boolean;
  AddFloatAttribute: AddAttribute;
  AddUInt16Attribute: AddAttribute;
  AddInt16Attribute: AddAttribute;
  AddUInt8Attribute: AddAttribute;
}

let loaded: Promise<Draco> | undefined;

/** Loads encoder and decoder, once. */
export function loadDraco(): Promise<Draco> {
  loaded ??= import("draco3d").then(async ({ default: draco }) => {
    const [encoder, decoder] = await Promise.all([
      draco.createEncoderModule({}),
      draco.createDecoderModule({}),
    ]);
    return { encoder: encoder as EncoderModule, decode: dracoDecoder(decoder as DracoModule) };
  });
  return loaded;
}

/** A submesh's vertices in the mesh before, and the Draco mesh. */
interface PackedPart {
  readonly first: number;
  readonly count: number;
  readonly bytes: Uint8Array;
  readonly decoded: DracoMesh;
}

/**
 * Packs each submesh of the finest level as a Draco mesh. Draco orders vertices and triangles anew and leaves out triangles
 * whose corners have come to lie together, so what it gives back is the mesh from then on.
 */
export function packDraco(mesh: MeshData, draco: Draco, quality: keyof typeof SPEEDS): DracoPacked {
  const [finest, ...coarser] = mesh.lods as [LodRange, ...LodRange[]];
  const streams = [mesh.vertices, ...mesh.morphs.map(({ vertices }) => vertices)];
  const parts: PackedPart[] = [];
  let indexCount = 0;
  const submeshes = finest.submeshes.map((submesh) => {
    const own = mesh.indices.subarray(submesh.firstIndex, submesh.firstIndex + submesh.indexCount);
    const part = own.length > 0 ? packPart(streams, own, draco, quality) : undefined;
    if (part) parts.push(part);
    const firstIndex = indexCount;
    indexCount += part?.decoded.indices.length ?? 0;
    return { ...submesh, firstIndex, indexCount: indexCount - firstIndex };
  });
  const joined = joinParts(
    streams,
    parts.map(({ decoded }) => decoded),
  );
  const numbers = renumber(streams, joined, parts, mesh.vertexCount);
  const indices = [...joined.indices];
  const lods = [
    { ...finest, firstIndex: 0, indexCount, submeshes },
    ...coarser.map((lod) => renumberLevel(mesh, lod, numbers, indices)),
  ];
  const streamOf = (index: number): VertexStream => ({
    ...(streams[index] as VertexStream),
    bytes: joined.streams[index] as Uint8Array,
  });
  return {
    parts: parts.map(({ bytes, decoded }) => ({
      bytes,
      vertexCount: decoded.vertexCount,
      indexCount: decoded.indices.length,
    })),
    mesh: {
      ...mesh,
      vertexCount: joined.vertexCount,
      indices: isNarrow(joined.vertexCount) ? new Uint16Array(indices) : new Uint32Array(indices),
      vertices: streamOf(0),
      morphs: mesh.morphs.map((morph, index) => ({ ...morph, vertices: streamOf(index + 1) })),
      lods,
    },
  };
}

/** Packs the triangles of a submesh, whose vertices lie together. */
function packPart(
  streams: readonly VertexStream[],
  indices: Uint16Array | Uint32Array,
  draco: Draco,
  quality: keyof typeof SPEEDS,
): PackedPart {
  let [first, last] = [Number.POSITIVE_INFINITY, 0];
  for (const index of indices) {
    first = Math.min(first, index);
    last = Math.max(last, index);
  }
  const count = last + 1 - first;
  const own = new Uint32Array(indices).map((index) => index - first);
  const bytes = encode(streams, first, count, own, draco, quality);
  const attributes = streams.flatMap((stream) =>
    stream.attributes.map(({ format }) => dracoAttributes[format]),
  );
  return { first, count, bytes, decoded: draco.decode(bytes, attributes) };
}

/** The new number of each former vertex, known by its bytes; -1 where no triangle has it any more. */
function renumber(
  streams: readonly VertexStream[],
  joined: JoinedParts,
  parts: readonly PackedPart[],
  vertexCount: number,
): Int32Array {
  const numbers = new Int32Array(vertexCount).fill(-1);
  let firstNew = 0;
  for (const { first, count, decoded } of parts) {
    const known = new Map<string, number>();
    for (let vertex = firstNew; vertex < firstNew + decoded.vertexCount; vertex++)
      known.set(keyOf(streams, joined.streams, vertex), vertex);
    const former = streams.map(({ bytes }) => bytes);
    for (let vertex = first; vertex < first + count; vertex++)
      numbers[vertex] = known.get(keyOf(streams, former, vertex)) ?? -1;
    firstNew += decoded.vertexCount;
  }
  return numbers;
}

function keyOf(
  streams: readonly VertexStream[],
  bytes: readonly Uint8Array[],
  vertex: number,
): string {
  return streams
    .map(({ stride }, index) =>
      String.fromCharCode(
        ...(bytes[index] as Uint8Array).subarray(vertex * stride, (vertex + 1) * stride),
      ),
    )
    .join("");
}

/** Appends a level's triangles between the new vertices. */
function renumberLevel(
  mesh: MeshData,
  lod: LodRange,
  numbers: Int32Array,
  indices: number[],
): LodRange {
  const start = indices.length;
  const submeshes = lod.submeshes.map((submesh) => {
    const firstIndex = indices.length;
    for (let at = submesh.firstIndex; at < submesh.firstIndex + submesh.indexCount; at += 3) {
      const corners = [0, 1, 2].map(
        (corner) => numbers[mesh.indices[at + corner] as number] as number,
      );
      if (corners.every((vertex) => vertex >= 0)) indices.push(...corners);
    }
    return { ...submesh, firstIndex, indexCount: indices.length - firstIndex };
  });
  return { ...lod, firstIndex: start, indexCount: indices.length - start, submeshes };
}

function encode(
  streams: readonly VertexStream[],
  first: number,
  count: number,
  indices: Uint32Array,
  { encoder: module }: Draco,
  quality: keyof typeof SPEEDS,
): Uint8Array {
  const builder = new module.MeshBuilder();
  const mesh = new module.Mesh();
  const encoder = new module.Encoder();
  const buffer = new module.DracoInt8Array();
  try {
    builder.AddFacesToMesh(mesh, indices.length / 3, indices);
    for (const stream of streams) {
      for (const { semantic, format, offset } of stream.attributes) {
        const attribute = dracoAttributes[format];
        const isPosition = stream === streams[0] && semantic === "position";
        const kind = isPosition ? module.POSITION : module.GENERIC;
        const values = gather(stream, offset, first, count, attribute);
        addAttribute(builder, attribute.type)(mesh, kind, count, attribute.components, values);
      }
    }
    encoder.SetEncodingMethod(module.MESH_EDGEBREAKER_ENCODING);
    encoder.SetSpeedOptions(SPEEDS[quality], SPEEDS[quality]);
    const size = encoder.EncodeMeshToDracoBuffer(mesh, buffer);
    return Uint8Array.from({ length: size }, (_, at) => buffer.GetValue(at));
  } finally {
    for (const object of [buffer, encoder, mesh, builder]) module.destroy(object);
  }
}

function addAttribute(builder: Builder, type: DracoAttribute["type"]): AddAttribute {
  switch (type) {
    case "float32":
      return builder.AddFloatAttribute.bind(builder);
    case "uint16":
      return builder.AddUInt16Attribute.bind(builder);
    case "int16":
      return builder.AddInt16Attribute.bind(builder);
    case "uint8":
      return builder.AddUInt8Attribute.bind(builder);
  }
}

const arrays = {
  float32: Float32Array,
  uint16: Uint16Array,
  int16: Int16Array,
  uint8: Uint8Array,
} as const;

/** One attribute's numbers of a run of vertices, without gaps. */
function gather(
  { bytes, stride }: VertexStream,
  offset: number,
  first: number,
  count: number,
  { type, components }: DracoAttribute,
) {
  const size = components * dracoTypeSizes[type];
  const gathered = new Uint8Array(count * size);
  for (let vertex = 0; vertex < count; vertex++) {
    const from = (first + vertex) * stride + offset;
    gathered.set(bytes.subarray(from, from + size), vertex * size);
  }
  return new arrays[type](gathered.buffer);
}
