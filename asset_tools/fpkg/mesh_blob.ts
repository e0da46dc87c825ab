/** Mesh blobs: one interleaved vertex buffer, one index buffer, submesh ranges. */
import { BlobReader } from "./blob_reader.ts";
import { BlobWriter } from "./blob_writer.ts";
import { MeshHeader, Submesh, VERTEX_STRIDE } from "./format.ts";
import { FpkgError } from "./fpkg_error.ts";

/** Triangles that one material draws. */
export interface SubmeshRange {
  readonly name: string;
  readonly firstIndex: number;
  readonly indexCount: number;
}

export type Triple = readonly [number, number, number];

/** A mesh as the GPU takes it. */
export interface MeshData {
  readonly vertexCount: number;
  readonly indexCount: number;
  /** 2 or 4 bytes an index. */
  readonly indexSize: 2 | 4;
  /** `vertexCount` times 48 bytes: position f32x3, normal f32x3, tangent f32x4, uv f32x2. */
  readonly vertices: Uint8Array;
  readonly indices: Uint8Array;
  readonly submeshes: readonly SubmeshRange[];
  readonly boundsMin: Triple;
  readonly boundsMax: Triple;
}

/** Serialises a mesh. */
export function encodeMesh(mesh: MeshData): Uint8Array<ArrayBuffer> {
  const writer = new BlobWriter(MeshHeader);
  const vertices = writer.bytes(mesh.vertices);
  const indices = writer.bytes(mesh.indices);
  const submeshes = mesh.submeshes.map((submesh) => ({
    firstIndex: submesh.firstIndex,
    indexCount: submesh.indexCount,
    name: writer.string(submesh.name),
    reserved: 0,
  }));
  return writer.finish("MESH", {
    vertexCount: mesh.vertexCount,
    indexCount: mesh.indexCount,
    indexSize: mesh.indexSize,
    vertices,
    indices,
    submeshes: writer.rows(Submesh, submeshes),
    submeshCount: submeshes.length,
    boundsMin: mesh.boundsMin,
    boundsMax: mesh.boundsMax,
    reserved2: 0,
  });
}

/** Reads a mesh blob; vertex and index data are views into `bytes`. Every index is checked against the vertices. */
export function decodeMesh(bytes: Uint8Array): MeshData {
  const blob = new BlobReader(bytes, "MESH");
  const header = blob.row(MeshHeader, 0);
  const { vertexCount, indexCount, indexSize } = header;
  if (indexSize !== 2 && indexSize !== 4)
    throw new FpkgError("FP1004", `Index size ${indexSize} is not 2 or 4`);
  const vertices = blob.slice(header.vertices, vertexCount * VERTEX_STRIDE);
  const indices = blob.slice(header.indices, indexCount * indexSize);
  checkIndices(blob.view, header.indices, indexCount, indexSize, vertexCount);
  const submeshes = blob.rows(Submesh, header.submeshes, header.submeshCount).map((row) => {
    if (row.firstIndex + row.indexCount > indexCount)
      throw new FpkgError("FP1002", "Submesh is outside the indices");
    return { name: blob.string(row.name), firstIndex: row.firstIndex, indexCount: row.indexCount };
  });
  const boundsMin = header.boundsMin as Triple;
  const boundsMax = header.boundsMax as Triple;
  return { vertexCount, indexCount, indexSize, vertices, indices, submeshes, boundsMin, boundsMax };
}

function checkIndices(
  view: DataView,
  start: number,
  count: number,
  size: 2 | 4,
  vertexCount: number,
): void {
  for (let at = start; at < start + count * size; at += size) {
    const index = size === 2 ? view.getUint16(at, true) : view.getUint32(at, true);
    if (index >= vertexCount)
      throw new FpkgError("FP1002", `Index ${index} of ${vertexCount} vertices`);
  }
}
