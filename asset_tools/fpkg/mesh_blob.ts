/** Mesh blobs: streams of indices and vertices, what the vertices hold, levels of detail, submeshes, morph targets. */
import { BlobReader, codeName } from "./blob_reader.ts";
import { BlobWriter } from "./blob_writer.ts";
import {
  MeshAttribute,
  type MeshAttributeRow,
  MeshCodec,
  type MeshCodecName,
  MeshHeader,
  type MeshHeaderRow,
  MeshLod,
  MeshMorph,
  MeshStream,
  type MeshStreamRow,
  Submesh,
  VertexFormat,
  type VertexFormatName,
  VertexSemantic,
  type VertexSemanticName,
} from "./format.ts";
import { FpkgError } from "./fpkg_error.ts";
import { decodeMeshoptIndices } from "./meshopt_indices.ts";
import { decodeMeshoptVertices } from "./meshopt_vertices.ts";
import { vertexFormatSizes } from "./vertex_formats.ts";

export type Triple = readonly [number, number, number];

/** An attribute in the vertices of a stream. */
export interface AttributePlace {
  readonly semantic: VertexSemanticName;
  readonly format: VertexFormatName;
  /** Bytes from the vertex's start, a multiple of 4. */
  readonly offset: number;
  /** Units an integer step of a position or displacement; 1 for others. */
  readonly scale: number;
  /** Where a position of integers 0 is; 0 0 0 for others. */
  readonly origin: Triple;
}

/** Vertices that lie one after another, decoded. */
export interface VertexStream {
  /** Bytes a vertex, a multiple of 4, at most 256. */
  readonly stride: number;
  readonly bytes: Uint8Array;
  readonly attributes: readonly AttributePlace[];
}

/** Triangles that one material draws. */
export interface SubmeshRange {
  readonly name: string;
  readonly firstIndex: number;
  readonly indexCount: number;
}

/** A level of detail. */
export interface LodRange {
  readonly firstIndex: number;
  readonly indexCount: number;
  /** How far its surface is from the finest level's at most, in the mesh's units. */
  readonly error: number;
  /** One a material, the same ones in every level. */
  readonly submeshes: readonly SubmeshRange[];
}

export interface MorphStream {
  readonly name: string;
  /** Weight at rest. */
  readonly weight: number;
  readonly vertices: VertexStream;
}

/** A mesh, decoded. */
export interface MeshData {
  readonly vertexCount: number;
  /** Of all levels, one after another; u16 when there are at most 65,536 vertices. */
  readonly indices: Uint16Array | Uint32Array;
  readonly vertices: VertexStream;
  readonly morphs: readonly MorphStream[];
  /** The finest first. */
  readonly lods: readonly LodRange[];
  readonly boundsMin: Triple;
  readonly boundsMax: Triple;
  readonly sphereCenter: Triple;
  readonly sphereRadius: number;
}

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

/** Vertices and indices that a blob may claim to hold; more is refused before anything is allocated. */
const MAX_COUNT = 1 << 28;

/** The vertex codec makes at most this of a byte: 256 vertices of which all bytes are those of the vertex before. */
const MAX_VERTEX_EXPANSION = 1024;

/** Serialises a mesh whose streams `store` packs. */
export function encodeMesh(mesh: MeshData, store: StoreStream): Uint8Array<ArrayBuffer> {
  const writer = new BlobWriter(MeshHeader);
  const indexSize = mesh.indices.BYTES_PER_ELEMENT;
  const vertexStreams = [mesh.vertices, ...mesh.morphs.map(({ vertices }) => vertices)];
  const raw = [
    { bytes: bytesOf(mesh.indices), stride: indexSize, kind: "indices" as const },
    ...vertexStreams.map(({ bytes, stride }) => ({ bytes, stride, kind: "vertices" as const })),
  ];
  const streams = raw.map(({ bytes, stride, kind }) => {
    const stored = store(bytes, stride, kind);
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
    boundsMin,
    boundsMax,
    sphereCenter,
    sphereRadius,
  });
}

/** Reads and decodes a mesh blob. Every index is checked against the vertices; throws `FpkgError` for a damaged blob. */
export function decodeMesh(bytes: Uint8Array): MeshData {
  const blob = new BlobReader(bytes, "MESH");
  const header = blob.row(MeshHeader, 0);
  const { vertexCount, indexCount, indexSize, streamCount, morphCount } = header;
  if (indexSize !== 2 && indexSize !== 4)
    throw new FpkgError("FP1004", `Index size ${indexSize} is not 2 or 4`);
  if (vertexCount > MAX_COUNT || indexCount > MAX_COUNT || indexCount % 3 !== 0)
    throw new FpkgError("FP1004", `${vertexCount} vertices and ${indexCount} indices are no mesh`);
  if (streamCount !== morphCount + 2)
    throw new FpkgError("FP1004", `${streamCount} streams for ${morphCount} morph targets`);
  const streams = blob.rows(MeshStream, header.streams, streamCount);
  const attributes = blob.rows(MeshAttribute, header.attributes, header.attributeCount);
  const vertexStreams = streams.slice(1).map((stream, index): VertexStream => {
    const { stride } = stream;
    if (stride === 0 || stride > 256 || stride % 4 !== 0)
      throw new FpkgError("FP1004", `Vertices of ${stride} bytes are not allowed`);
    const own = attributes.filter((row) => row.stream === index + 1);
    const places = own.map((row) => attributePlace(row, stride));
    return { stride, bytes: decodeVertices(blob, stream, vertexCount), attributes: places };
  });
  const [vertices, ...morphStreams] = vertexStreams as [VertexStream, ...VertexStream[]];
  const indices = decodeIndices(blob, streams[0] as MeshStreamRow, indexCount, indexSize);
  if (indices.some((index) => index >= vertexCount))
    throw new FpkgError("FP1002", `An index is outside the ${vertexCount} vertices`);
  const morphs = blob.rows(MeshMorph, header.morphs, morphCount).map(({ name, weight }, index) => ({
    name: blob.string(name),
    weight,
    vertices: morphStreams[index] as VertexStream,
  }));
  return {
    vertexCount,
    indices,
    vertices,
    morphs,
    lods: readLods(blob, header, indexCount),
    boundsMin: header.boundsMin as Triple,
    boundsMax: header.boundsMax as Triple,
    sphereCenter: header.sphereCenter as Triple,
    sphereRadius: header.sphereRadius,
  };
}

function attributePlace(row: MeshAttributeRow, stride: number): AttributePlace {
  const semantic = codeName(VertexSemantic, row.semantic, "Vertex semantic");
  const format = codeName(VertexFormat, row.format, "Vertex format");
  const { offset, scale } = row;
  if (offset % 4 !== 0 || offset + vertexFormatSizes[format] > stride)
    throw new FpkgError("FP1002", `Attribute ${semantic} is outside the vertex`);
  return { semantic, format, offset, scale, origin: row.origin as Triple };
}

function decodeVertices(blob: BlobReader, row: MeshStreamRow, count: number): Uint8Array {
  const { offset, size, stride } = row;
  const stored = blob.slice(offset, size);
  const codec = codeName(MeshCodec, row.codec, "Mesh codec");
  if (codec === "none" && size === count * stride) return stored;
  if (codec !== "meshoptVertices" || count * stride > size * MAX_VERTEX_EXPANSION)
    throw new FpkgError("FP1004", `Stream of ${size} bytes holds no ${count} vertices`);
  return decodeMeshoptVertices(stored, count, stride);
}

function decodeIndices(
  blob: BlobReader,
  row: MeshStreamRow,
  count: number,
  size: 2 | 4,
): Uint16Array | Uint32Array {
  const stored = blob.slice(row.offset, row.size);
  const codec = codeName(MeshCodec, row.codec, "Mesh codec");
  if (codec === "meshoptIndices") {
    const indices = decodeMeshoptIndices(stored, count);
    return size === 4 ? indices : Uint16Array.from(indices);
  }
  if (codec !== "none" || stored.length !== count * size)
    throw new FpkgError("FP1004", `Stream of ${stored.length} bytes holds no ${count} indices`);
  const { buffer } = stored.slice();
  return size === 4 ? new Uint32Array(buffer) : new Uint16Array(buffer);
}

function readLods(blob: BlobReader, header: MeshHeaderRow, indexCount: number): LodRange[] {
  const { lodCount, submeshCount } = header;
  if (lodCount === 0) throw new FpkgError("FP1004", "Mesh has no level of detail");
  const lods = blob.rows(MeshLod, header.lods, lodCount);
  const submeshes = blob.rows(Submesh, header.submeshes, lodCount * submeshCount);
  const check = (run: { readonly firstIndex: number; readonly indexCount: number }): void => {
    if (run.firstIndex + run.indexCount > indexCount)
      throw new FpkgError("FP1002", "Triangles are outside the indices");
  };
  lods.forEach(check);
  submeshes.forEach(check);
  return lods.map(({ firstIndex, indexCount: count, error }, level) => ({
    firstIndex,
    indexCount: count,
    error,
    submeshes: submeshes.slice(level * submeshCount, (level + 1) * submeshCount).map((row) => ({
      name: blob.string(row.name),
      firstIndex: row.firstIndex,
      indexCount: row.indexCount,
    })),
  }));
}

function bytesOf(array: Uint16Array | Uint32Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}
