/** What `inspect` tells of a mesh. */
import { BlobReader, codeName } from "../fpkg/blob_reader.ts";
import { MeshCodec, MeshHeader, MeshStream } from "../fpkg/format/mesh.ts";
import type { MeshData, VertexStream } from "../fpkg/mesh_data.ts";

/** `bytes` is the blob, which says how streams are packed. */
export function describeMesh(mesh: MeshData, bytes: Uint8Array): object {
  const { vertexCount, vertices, morphs, joints, lods, indices } = mesh;
  const { boundsMin, boundsMax, sphereCenter, sphereRadius } = mesh;
  return {
    vertices: vertexCount,
    indexBytes: indices.BYTES_PER_ELEMENT,
    ...packingOf(bytes),
    attributes: attributesOf(vertices),
    morphTargets: morphs.map(({ name, weight, vertices: moved }) => ({
      name,
      weight,
      attributes: attributesOf(moved),
    })),
    joints: joints.map(({ name }) => name),
    lods: lods.map(({ indexCount, error, submeshes }) => ({
      triangles: indexCount / 3,
      error,
      submeshes: submeshes.map(({ name, indexCount: own }) => ({ name, triangles: own / 3 })),
    })),
    bounds: { least: boundsMin, greatest: boundsMax },
    sphere: { center: sphereCenter, radius: sphereRadius },
  };
}

function attributesOf({ attributes }: VertexStream): object[] {
  return attributes.map(({ semantic, format, offset, scale, origin }) => ({
    semantic,
    format,
    offset,
    scale,
    origin,
  }));
}

/** Streams as they are stored; Draco parts hold what is not in them. */
function packingOf(bytes: Uint8Array): object {
  const blob = new BlobReader(bytes, "MESH");
  const header = blob.row(MeshHeader, 0);
  return {
    dracoParts: header.partCount,
    streams: blob
      .rows(MeshStream, header.streams, header.streamCount)
      .map(({ codec, stride, size }, index) => ({
        holds: index === 0 ? "indices" : index === 1 ? "vertices" : `morph target ${index - 2}`,
        codec: codeName(MeshCodec, codec, "Mesh codec"),
        stride,
        bytes: size,
      })),
  };
}
