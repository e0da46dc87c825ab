/** Reads mesh blobs. */
import { BlobReader, type BlobSource, codeName } from "./blob_reader.ts";
import { type DecodeDraco, dracoAttributes } from "./draco_decoder.ts";
import {
  MeshAttribute,
  type MeshAttributeRow,
  MeshCodec,
  MeshHeader,
  type MeshHeaderRow,
  MeshJoint,
  MeshLod,
  MeshMorph,
  MeshPart,
  MeshStream,
  type MeshStreamRow,
  Submesh,
  VertexFormat,
  VertexSemantic,
} from "./format/mesh.ts";
import { FpkgError } from "./fpkg_error.ts";
import { joinParts, type VertexLayout } from "./join_parts.ts";
import type {
  AttributePlace,
  LodRange,
  MeshData,
  MeshJointData,
  Triple,
  VertexStream,
} from "./mesh_data.ts";
import { decodeMeshoptIndices } from "./meshopt_indices.ts";
import { decodeMeshoptVertices } from "./meshopt_vertices.ts";
import { vertexFormatSizes } from "./vertex_formats.ts";

/** Vertices and indices that a blob may claim to hold; more is refused before anything is allocated. */
const MAX_COUNT = 1 << 28;

/** The vertex codec makes at most this of a byte: 256 vertices of which all bytes are those of the vertex before. */
const MAX_VERTEX_EXPANSION = 1024;

/** Whether a mesh blob has Draco parts, so that decoding it needs Draco. */
export function needsDraco(source: BlobSource): boolean {
  return BlobReader.open(source, "MESH").row(MeshHeader, 0).partCount > 0;
}

/** Reads and decodes a mesh blob. Every index is checked against the vertices; throws `FpkgError` for a damaged blob. */
export function decodeMesh(source: BlobSource, draco?: DecodeDraco): MeshData {
  const blob = BlobReader.open(source, "MESH");
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
  const layouts = streams.slice(1).map(({ stride }, index): VertexLayout => {
    if (stride === 0 || stride > 256 || stride % 4 !== 0)
      throw new FpkgError("FP1004", `Vertices of ${stride} bytes are not allowed`);
    const own = attributes.filter((row) => row.stream === index + 1);
    return { stride, attributes: own.map((row) => attributePlace(row, stride)) };
  });
  const { indices, decoded } =
    header.partCount > 0
      ? readParts(blob, header, streams, layouts, draco)
      : readStreams(blob, header, streams, indexSize);
  const vertexStreams = layouts.map(
    (layout, index): VertexStream => ({ ...layout, bytes: decoded[index] as Uint8Array }),
  );
  const [vertices, ...morphStreams] = vertexStreams as [VertexStream, ...VertexStream[]];
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
    joints: readJoints(blob, header),
    lods: readLods(blob, header, indexCount),
    boundsMin: header.boundsMin as Triple,
    boundsMax: header.boundsMax as Triple,
    sphereCenter: header.sphereCenter as Triple,
    sphereRadius: header.sphereRadius,
  };
}

function readJoints(blob: BlobReader, { joints, jointCount }: MeshHeaderRow): MeshJointData[] {
  return blob
    .rows(MeshJoint, joints, jointCount)
    .map(({ name, inverseBind }) => ({ name: blob.string(name), inverseBind }));
}

interface DecodedStreams {
  readonly indices: Uint16Array | Uint32Array;
  readonly decoded: readonly Uint8Array[];
}

function readStreams(
  blob: BlobReader,
  { vertexCount, indexCount }: MeshHeaderRow,
  streams: readonly MeshStreamRow[],
  indexSize: 2 | 4,
): DecodedStreams {
  return {
    indices: decodeIndices(blob, streams[0] as MeshStreamRow, indexCount, indexSize),
    decoded: streams.slice(1).map((row) => decodeVertices(blob, row, vertexCount)),
  };
}

function readParts(
  blob: BlobReader,
  header: MeshHeaderRow,
  streams: readonly MeshStreamRow[],
  layouts: readonly VertexLayout[],
  draco: DecodeDraco | undefined,
): DecodedStreams {
  if (draco === undefined) throw new FpkgError("FP1005", "Draco's decoder is not loaded");
  const attributes = layouts.flatMap((layout) =>
    layout.attributes.map(({ format }) => dracoAttributes[format]),
  );
  const parts = blob.rows(MeshPart, header.parts, header.partCount).map((row) => {
    blob.claim(row.size);
    const part = draco(blob.slice(row.offset, row.size), attributes);
    if (part.vertexCount !== row.vertexCount || part.indices.length !== row.indexCount)
      throw new FpkgError("FP1002", "A part is not of the size that the mesh says");
    return part;
  });
  const { vertexCount, indices, streams: decoded } = joinParts(layouts, parts);
  const { indexCount, indexSize } = header;
  if (vertexCount !== header.vertexCount || indices.length > indexCount)
    throw new FpkgError("FP1002", "The parts are not of the mesh's size");
  const first = streams[0] as MeshStreamRow;
  const coarser = decodeIndices(blob, first, indexCount - indices.length, indexSize as 2 | 4);
  const all = indexSize === 2 ? new Uint16Array(indexCount) : new Uint32Array(indexCount);
  all.set(indices);
  all.set(coarser, indices.length);
  return { indices: all, decoded };
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
  blob.claim(size);
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
  blob.claim(row.size);
  const codec = codeName(MeshCodec, row.codec, "Mesh codec");
  if (codec === "meshoptIndices") {
    const indices = decodeMeshoptIndices(stored, count);
    return size === 4 ? indices : new Uint16Array(indices);
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
