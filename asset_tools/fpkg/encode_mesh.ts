/** Writes mesh blobs. */
import { BlobWriter } from "./blob_writer.ts";
import {
  MeshAttribute,
  MeshCodec,
  type MeshCodecName,
  MeshHeader,
  MeshJoint,
  MeshLod,
  MeshMorph,
  MeshPart,
  MeshStream,
  Submesh,
  VertexFormat,
  VertexSemantic,
} from "./format/mesh.ts";
import type { MeshData } from "./mesh_data.ts";

/** A stream's bytes as they are stored. */
export interface StoredStream {
  readonly codec: MeshCodecName;
  readonly bytes: Uint8Array;
}

/** What stores streams; indices come first, then vertices, then morph targets. */
export type StoreStream = (
  bytes: Uint8Array,
  stride: number,
  kind: "indices" | "vertices",
) => StoredStream;

/** Keeps streams as they are. */
export const storePlain: StoreStream = (bytes) => ({ codec: "none", bytes });

/** A Draco mesh and what it holds. */
export interface MeshPartBytes {
  readonly bytes: Uint8Array;
  readonly vertexCount: number;
  readonly indexCount: number;
}

/** Serialises a mesh whose streams `store` packs; `parts`, if there are any, hold all vertices and the finest level. */
export function encodeMesh(
  mesh: MeshData,
  store: StoreStream,
  parts: readonly MeshPartBytes[] = [],
): Uint8Array<ArrayBuffer> {
  const writer = new BlobWriter(MeshHeader);
  const indexSize = mesh.indices.BYTES_PER_ELEMENT;
  const vertexStreams = [mesh.vertices, ...mesh.morphs.map(({ vertices }) => vertices)];
  const raw = [
    { bytes: bytesOf(mesh.indices), stride: indexSize, kind: "indices" as const },
    ...vertexStreams.map(({ bytes, stride }) => ({ bytes, stride, kind: "vertices" as const })),
  ];
  const streams = raw.map(({ bytes, stride, kind }) => {
    const rest = parts.length === 0 ? bytes : withoutParts(bytes, stride, kind, parts);
    const stored = rest.length > 0 ? store(rest, stride, kind) : storePlain(rest, stride, kind);
    return {
      codec: MeshCodec[stored.codec],
      stride,
      offset: writer.bytes(stored.bytes),
      size: stored.bytes.length,
    };
  });
  const attributes = vertexStreams.flatMap((stream, index) =>
    stream.attributes.map(({ semantic, format, offset, scale, origin }) => ({
      semantic: VertexSemantic[semantic],
      format: VertexFormat[format],
      stream: index + 1,
      offset,
      scale,
      origin,
      reserved: 0,
    })),
  );
  const lods = mesh.lods.map(({ firstIndex, indexCount, error }) => ({
    firstIndex,
    indexCount,
    error,
    reserved: 0,
  }));
  const submeshes = mesh.lods.flatMap((lod) =>
    lod.submeshes.map(({ firstIndex, indexCount, name }) => ({
      firstIndex,
      indexCount,
      name: writer.string(name),
      reserved: 0,
    })),
  );
  const morphs = mesh.morphs.map(({ name, weight }) => ({ name: writer.string(name), weight }));
  const partRows = parts.map(({ bytes, vertexCount, indexCount }) => ({
    offset: writer.bytes(bytes),
    size: bytes.length,
    vertexCount,
    indexCount,
  }));
  const joints = mesh.joints.map(({ name, inverseBind }) => ({
    name: writer.string(name),
    inverseBind,
  }));
  const { boundsMin, boundsMax, sphereCenter, sphereRadius } = mesh;
  return writer.finish("MESH", {
    vertexCount: mesh.vertexCount,
    indexCount: mesh.indices.length,
    indexSize,
    streams: writer.rows(MeshStream, streams),
    streamCount: streams.length,
    attributes: writer.rows(MeshAttribute, attributes),
    attributeCount: attributes.length,
    lods: writer.rows(MeshLod, lods),
    lodCount: lods.length,
    submeshes: writer.rows(Submesh, submeshes),
    submeshCount: mesh.lods[0]?.submeshes.length ?? 0,
    morphs: writer.rows(MeshMorph, morphs),
    morphCount: morphs.length,
    parts: writer.rows(MeshPart, partRows),
    partCount: partRows.length,
    joints: writer.rows(MeshJoint, joints),
    jointCount: joints.length,
    boundsMin,
    boundsMax,
    sphereCenter,
    sphereRadius,
  });
}

/** Parts leave only the indices of coarser levels to the streams. */
function withoutParts(
  bytes: Uint8Array,
  stride: number,
  kind: "indices" | "vertices",
  parts: readonly MeshPartBytes[],
): Uint8Array {
  const inParts = parts.reduce((sum, { indexCount }) => sum + indexCount, 0);
  return kind === "indices" ? bytes.slice(inParts * stride) : bytes.subarray(0, 0);
}

function bytesOf(array: Uint16Array | Uint32Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}
