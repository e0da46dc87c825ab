/** Mesh blobs `MESH`. */
import type { Struct, StructOf } from "../struct.ts";
import { blobStart } from "./blob.ts";

/** How a mesh's stream is stored: as it is, or with meshoptimizer's vertex or index codec. */
export const MeshCodec = { none: 0, meshoptVertices: 1, meshoptIndices: 2 } as const;

/** What an attribute of a vertex says. Shaders find the first six at the locations of their numbers. */
export const VertexSemantic = {
  position: 0,
  normal: 1,
  tangent: 2,
  uv: 3,
  color: 4,
  uv1: 5,
  joints: 6,
  weights: 7,
  joints1: 8,
  weights1: 9,
} as const;

/**
 * Numbers of an attribute. `unorm16x3` has 2 bytes behind it; a position is `origin + scale * integer`. `octahedral` is a
 * unit vector as two i16 from -2047 to 2047 on the octahedron; `octahedralSigned` has the handedness as the lowest bit
 * of its second i16, 1 for -1. `snorm16x3` has 2 bytes behind it; a displacement is `scale * integer`.
 */
export const VertexFormat = {
  float32x2: 1,
  float32x3: 2,
  float32x4: 3,
  unorm16x2: 4,
  unorm16x3: 5,
  snorm16x3: 6,
  octahedral: 7,
  octahedralSigned: 8,
  unorm8x4: 9,
  uint8x4: 10,
  uint16x4: 11,
} as const;

export const MeshHeader = {
  name: "MeshHeader",
  doc: "Mesh blob `MESH`. Triangles wind counter-clockwise seen from the front. All levels of detail share the vertices.",
  fields: [
    ...blobStart,
    { name: "vertexCount", type: "u32", doc: "vertices" },
    { name: "indexCount", type: "u32", doc: "indices of all levels, a multiple of 3" },
    { name: "indexSize", type: "u32", doc: "2 or 4 bytes an index" },
    {
      name: "streams",
      type: "u32",
      doc: "offset of the first `MeshStream`: indices, vertices, then one a morph target",
    },
    { name: "streamCount", type: "u32", doc: "rows there, 2 and one a morph target" },
    { name: "attributes", type: "u32", doc: "offset of the first `MeshAttribute`" },
    { name: "attributeCount", type: "u32", doc: "rows there" },
    { name: "lods", type: "u32", doc: "offset of the first `MeshLod`, the finest" },
    { name: "lodCount", type: "u32", doc: "rows there, at least 1" },
    {
      name: "submeshes",
      type: "u32",
      doc: "offset of the first `Submesh`: those of level 0, then 1, ...",
    },
    { name: "submeshCount", type: "u32", doc: "submeshes of each level" },
    { name: "morphs", type: "u32", doc: "offset of the first `MeshMorph`" },
    { name: "morphCount", type: "u32", doc: "rows there" },
    {
      name: "parts",
      type: "u32",
      doc: "offset of the first `MeshPart`; where there are parts, they hold all vertices and the finest level",
    },
    { name: "partCount", type: "u32", doc: "rows there; 0 without Draco" },
    { name: "joints", type: "u32", doc: "offset of the first `MeshJoint`" },
    { name: "jointCount", type: "u32", doc: "rows there, which the vertices' joints count" },
    { name: "boundsMin", type: "f32", count: 3, doc: "smallest position" },
    { name: "boundsMax", type: "f32", count: 3, doc: "largest position" },
    { name: "sphereCenter", type: "f32", count: 3, doc: "center of a sphere around all positions" },
    { name: "sphereRadius", type: "f32", doc: "its radius" },
  ],
} as const satisfies Struct;

export const MeshJoint = {
  name: "MeshJoint",
  doc: "A joint that pulls at vertices of a mesh.",
  fields: [
    { name: "name", type: "u32", doc: "string: the joint's name in the skeleton" },
    {
      name: "inverseBind",
      type: "f32",
      count: 16,
      doc: "from the mesh's space to the joint's, column by column",
    },
  ],
} as const satisfies Struct;

export const MeshStream = {
  name: "MeshStream",
  doc: "Indices or vertices as they are stored. Beside Draco parts there are only the indices of coarser levels.",
  fields: [
    { name: "codec", type: "u32", doc: "`MeshCodec`" },
    { name: "stride", type: "u32", doc: "bytes of an index or vertex, decoded; at most 256" },
    { name: "offset", type: "u32", doc: "first stored byte, 16-aligned" },
    { name: "size", type: "u32", doc: "stored bytes" },
  ],
} as const satisfies Struct;

export const MeshAttribute = {
  name: "MeshAttribute",
  doc: "Where a stream's vertex has an attribute, and what its integers mean.",
  fields: [
    { name: "semantic", type: "u16", doc: "`VertexSemantic`" },
    { name: "format", type: "u16", doc: "`VertexFormat`" },
    { name: "stream", type: "u32", doc: "row in streams, from 1 on" },
    { name: "offset", type: "u32", doc: "byte in the vertex, a multiple of 4" },
    { name: "scale", type: "f32", doc: "a power of two for positions and displacements; else 1" },
    { name: "origin", type: "f32", count: 3, doc: "for positions; else 0 0 0" },
    { name: "reserved", type: "u32", doc: "0" },
  ],
} as const satisfies Struct;

export const MeshPart = {
  name: "MeshPart",
  doc: "A submesh of the finest level as a Draco mesh. Its attributes are those of `MeshAttribute`, unique ids are rows there.",
  fields: [
    { name: "offset", type: "u32", doc: "first byte, 16-aligned" },
    { name: "size", type: "u32", doc: "bytes" },
    { name: "vertexCount", type: "u32", doc: "vertices, behind those of the parts before" },
    { name: "indexCount", type: "u32", doc: "indices, counted from the part's first vertex" },
  ],
} as const satisfies Struct;

export const MeshLod = {
  name: "MeshLod",
  doc: "A level of detail: a run of indices.",
  fields: [
    { name: "firstIndex", type: "u32", doc: "first index" },
    { name: "indexCount", type: "u32", doc: "indices" },
    {
      name: "error",
      type: "f32",
      doc: "how far its surface is from the finest at most, in the mesh's units",
    },
    { name: "reserved", type: "u32", doc: "0" },
  ],
} as const satisfies Struct;

export const MeshMorph = {
  name: "MeshMorph",
  doc: "A morph target; its stream is the third and on.",
  fields: [
    { name: "name", type: "u32", doc: "string" },
    { name: "weight", type: "f32", doc: "weight at rest" },
  ],
} as const satisfies Struct;

export const Submesh = {
  name: "Submesh",
  doc: "A run of triangles that one material draws; a level may have none of it.",
  fields: [
    { name: "firstIndex", type: "u32", doc: "first index" },
    { name: "indexCount", type: "u32", doc: "indices" },
    { name: "name", type: "u32", doc: "string: the source's material, may be empty" },
    { name: "reserved", type: "u32", doc: "0" },
  ],
} as const satisfies Struct;

export type MeshCodecName = keyof typeof MeshCodec;
export type VertexSemanticName = keyof typeof VertexSemantic;
export type VertexFormatName = keyof typeof VertexFormat;

/** Decoded rows of a mesh blob. */
export type MeshHeaderRow = StructOf<typeof MeshHeader>;
export type MeshStreamRow = StructOf<typeof MeshStream>;
export type MeshAttributeRow = StructOf<typeof MeshAttribute>;
