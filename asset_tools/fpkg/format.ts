/**
 * The schema of every binary structure of FPKG and of the asset blobs inside it. This table is the contract: the
 * readers and writers beside it, the C header and docs/fpkg.md are all derived from it.
 *
 * Everything is little-endian. Inside a blob offsets are u32 and count from the blob's first byte; in a package file
 * offsets are u64 and count from the file's first byte. A string is a u32 byte length followed by UTF-8, 4-aligned.
 */
import type { Struct, StructOf } from "./struct.ts";

/** Major versions are refused when unknown; minor ones only add sections, which readers may skip. */
export const FPKG_MAJOR = 1;
export const FPKG_MINOR = 0;

/** Version of every blob format below; raised when a struct changes. */
export const BLOB_VERSION = 2;

/** First bytes of a section; also how far tables are aligned. */
export const SECTION_ALIGNMENT = 64;

/** Every chunk of the BLOB section starts here, so its bytes can be copied to the GPU from a mapping. */
export const CHUNK_ALIGNMENT = 256;

/** Raw bytes a chunk holds at most; bigger blobs are several chunks, each decoded alone. */
export const CHUNK_SIZE = 262144;

/** Readers refuse a chunk that claims to expand more than this, before allocating. */
export const MAX_EXPANSION = 256;

// Code tables -----------------------------------------------------------------------------------

/** What an asset is; part of the hashed text of its id. */
export const AssetType = {
  texture: 1,
  mesh: 2,
  shader: 3,
  material: 4,
  scene: 5,
  audio: 6,
  prefab: 7,
  animation: 8,
  data: 9,
} as const;

/**
 * Payload of a texture level; texture_formats.ts has the families' blocks. The `Srgb` ones are decoded to linear light by
 * the sampler.
 */
export const TextureFormat = {
  rgba8: 1,
  rgba8Srgb: 2,
  bc1: 3,
  bc1Srgb: 4,
  bc7: 5,
  bc7Srgb: 6,
  bc3: 7,
  bc3Srgb: 8,
  bc4: 9,
  bc5: 10,
  etc2: 11,
  etc2Srgb: 12,
  etc2Alpha: 13,
  etc2AlphaSrgb: 14,
  astc4x4: 15,
  astc4x4Srgb: 16,
  eacR: 17,
  eacRg: 18,
  rgba16f: 19,
  astc5x4: 20,
  astc5x4Srgb: 21,
  astc5x5: 22,
  astc5x5Srgb: 23,
  astc6x5: 24,
  astc6x5Srgb: 25,
  astc6x6: 26,
  astc6x6Srgb: 27,
  astc8x5: 28,
  astc8x5Srgb: 29,
  astc8x6: 30,
  astc8x6Srgb: 31,
  astc8x8: 32,
  astc8x8Srgb: 33,
} as const;

/** What the pictures of a texture are to each other; an atlas is flat and has regions. */
export const TextureShape = { flat: 0, cube: 1, array: 2 } as const;

/** Which sides of a triangle a material does not draw. */
export const CullMode = { none: 0, back: 1, front: 2 } as const;

/** How a material's fragments join the picture; alpha is not premultiplied. */
export const BlendMode = { opaque: 0, alpha: 1, additive: 2 } as const;

/** When a fragment passes the depth test. */
export const DepthTest = { always: 0, less: 1, lessEqual: 2 } as const;

/** A light's shape. */
export const LightKind = { directional: 0, point: 1 } as const;

/** What an entity can have besides a transform; a class of the code is named by its path. */
export const SceneRole = { builtin: 0, behavior: 1, component: 2 } as const;

/**
 * Type of a column. Cells are i32 (`bool` as 0 and 1; `string` an offset, `asset` a row in references, `entity` a row of
 * the scene, each -1 for none) or f64 (one, or as many as the vector has).
 */
export const ParameterType = {
  bool: 1,
  int: 2,
  float: 3,
  string: 4,
  vec2: 5,
  vec3: 6,
  vec4: 7,
  quat: 8,
  color: 9,
  asset: 10,
  entity: 11,
} as const;

/** GLSL types of block members, attributes and samplers. */
export const ShaderType = {
  float: 1,
  vec2: 2,
  vec3: 3,
  vec4: 4,
  int: 5,
  ivec2: 6,
  ivec3: 7,
  ivec4: 8,
  uint: 9,
  uvec2: 10,
  uvec3: 11,
  uvec4: 12,
  bool: 13,
  bvec2: 14,
  bvec3: 15,
  bvec4: 16,
  mat2: 17,
  mat3: 18,
  mat4: 19,
  sampler2D: 20,
  samplerCube: 21,
  sampler2DArray: 22,
  sampler2DShadow: 23,
  samplerCubeShadow: 24,
  sampler2DArrayShadow: 25,
} as const;

/** What a texture for a sampler must be; `any` says nothing. */
export const TextureSemantic = { any: 0, color: 1, normal: 2, mask: 3, data: 4 } as const;

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
/**
 * How a sound is stored: interleaved 16-bit samples, IMA ADPCM in blocks as WAV has them, or an Ogg Vorbis file as it is.
 */
export const AudioFormat = { pcm16: 1, adpcm: 2, ogg: 3 } as const;

/** What a channel moves: 3 numbers a key for translation and scale, a quaternion, or a number a morph target. */
export const AnimationPath = { translation: 1, rotation: 2, scale: 3, weights: 4 } as const;

/** Between two keys a channel keeps the earlier one's value, or goes straight to the later one's. */
export const AnimationInterpolation = { step: 1, linear: 2 } as const;

/**
 * Values of a channel's keys: floats; 16-bit numbers v that mean `low + v * step`; or quaternions in 48 bits, the three
 * smallest of four numbers.
 */
export const AnimationFormat = { float32: 1, unorm16: 2, quaternion48: 3 } as const;

/** What the bytes of data are: anything, UTF-8 text, or JSON as UTF-8 text. */
export const DataFormat = { bytes: 1, text: 2, json: 3 } as const;

/** How a chunk is stored. */
export const ChunkCodec = { none: 0, lz4: 1 } as const;

/** `ship` has a BLOB section; `dev` has none and keeps every blob in a file named by its digest. */
export const Layout = { ship: 0, dev: 1 } as const;

/** Section table flag: a reader that does not know this section refuses the file. */
export const SectionFlag = { required: 1 } as const;

/** All code tables, for the C header and the documentation. */
export const codeTables = {
  AssetType,
  TextureFormat,
  TextureShape,
  CullMode,
  BlendMode,
  DepthTest,
  LightKind,
  SceneRole,
  ParameterType,
  ShaderType,
  TextureSemantic,
  MeshCodec,
  VertexSemantic,
  VertexFormat,
  AudioFormat,
  AnimationPath,
  AnimationInterpolation,
  AnimationFormat,
  DataFormat,
  ChunkCodec,
  Layout,
  SectionFlag,
} as const;

// Package file ----------------------------------------------------------------------------------

export const FileHeader = {
  name: "FileHeader",
  doc: "First bytes of a package, a ship bundle or a dev index.",
  fields: [
    { name: "magic", type: "fourcc", doc: "`FPKG`" },
    { name: "major", type: "u16", doc: "format major version; another one is refused" },
    { name: "minor", type: "u16", doc: "format minor version; a newer one may have more sections" },
    { name: "layout", type: "u32", doc: "`Layout`: 0 ship, 1 dev" },
    {
      name: "sectionCount",
      type: "u32",
      doc: "rows of the section table, which follows this header",
    },
    { name: "fileSize", type: "u64", doc: "bytes of the whole file" },
    { name: "tableCrc", type: "u32", doc: "CRC-32 of the section table" },
    { name: "reserved", type: "u32", doc: "0" },
    {
      name: "contentHash",
      type: "digest",
      doc: "SHA-256 over the sections PKGS, ASST, REFS, DEPS, STRS in this order; equal in the dev and ship layouts",
    },
  ],
} as const satisfies Struct;

export const SectionEntry = {
  name: "SectionEntry",
  doc: "One row of the section table. Bytes between sections are zero.",
  fields: [
    {
      name: "kind",
      type: "fourcc",
      doc: "`PKGS`, `ASST`, `REFS`, `DEPS`, `STRS`, `CHNK` or `BLOB`",
    },
    { name: "version", type: "u16", doc: "version of the section's rows, 1" },
    { name: "flags", type: "u16", doc: "`SectionFlag` bits" },
    { name: "offset", type: "u64", doc: "first byte in the file, 64-aligned (BLOB: 256-aligned)" },
    { name: "size", type: "u64", doc: "bytes" },
    { name: "count", type: "u32", doc: "rows; 0 for STRS and BLOB" },
    {
      name: "crc",
      type: "u32",
      doc: "CRC-32 of the section's bytes; 0 for BLOB, whose chunks have their own",
    },
  ],
} as const satisfies Struct;

export const PackageEntry = {
  name: "PackageEntry",
  doc: "Section PKGS: one row a package (a bundle has several), in dependency order.",
  fields: [
    { name: "id", type: "id", doc: "first 16 bytes of SHA-256 of `package:Name`" },
    { name: "name", type: "u32", doc: "string in STRS" },
    { name: "version", type: "u32", doc: "string in STRS" },
    { name: "firstDependency", type: "u32", doc: "first row in DEPS" },
    { name: "dependencyCount", type: "u32", doc: "rows in DEPS" },
  ],
} as const satisfies Struct;

export const AssetEntry = {
  name: "AssetEntry",
  doc: "Section ASST: one row an asset, sorted by id so that it can be searched in place.",
  fields: [
    { name: "id", type: "id", doc: "first 16 bytes of SHA-256 of `type:package.Name`" },
    {
      name: "digest",
      type: "digest",
      doc: "SHA-256 of the blob; also its file name in the dev layout",
    },
    { name: "size", type: "u64", doc: "bytes of the blob" },
    { name: "type", type: "u16", doc: "`AssetType`" },
    { name: "flags", type: "u16", doc: "0" },
    { name: "package", type: "u32", doc: "row in PKGS" },
    { name: "name", type: "u32", doc: "string in STRS: `package.Name`" },
    { name: "firstReference", type: "u32", doc: "first row in REFS" },
    { name: "referenceCount", type: "u32", doc: "rows in REFS" },
    { name: "reserved", type: "u32", doc: "0" },
  ],
} as const satisfies Struct;

export const ReferenceEntry = {
  name: "ReferenceEntry",
  doc: "Section REFS: what an asset needs, copied from its blob so that a loader sees the graph without the blobs.",
  fields: [
    { name: "id", type: "id", doc: "id of the asset needed" },
    { name: "interface", type: "id", doc: "interface it must have (shaders), or zeros" },
    { name: "type", type: "u16", doc: "`AssetType` of the asset needed" },
    { name: "flags", type: "u16", doc: "0" },
    { name: "name", type: "u32", doc: "string in STRS: `package.Name`" },
  ],
} as const satisfies Struct;

export const DependencyEntry = {
  name: "DependencyEntry",
  doc: "Section DEPS: a package that must be loaded too.",
  fields: [
    { name: "id", type: "id", doc: "package id" },
    { name: "name", type: "u32", doc: "string in STRS" },
    { name: "version", type: "u32", doc: "string in STRS: the version asked for, may be empty" },
  ],
} as const satisfies Struct;

export const ChunkEntry = {
  name: "ChunkEntry",
  doc: "Section CHNK (ship layout): pieces of blobs, sorted by asset and position. Equal blobs share chunks' bytes.",
  fields: [
    { name: "asset", type: "u32", doc: "row in ASST" },
    { name: "codec", type: "u32", doc: "`ChunkCodec`" },
    { name: "offset", type: "u64", doc: "first byte in the file, 256-aligned" },
    { name: "storedSize", type: "u32", doc: "bytes in the file" },
    { name: "rawSize", type: "u32", doc: "bytes decoded, at most 262144" },
    { name: "crc", type: "u32", doc: "CRC-32 of the stored bytes" },
    { name: "reserved", type: "u32", doc: "0" },
  ],
} as const satisfies Struct;

// Asset blobs -----------------------------------------------------------------------------------

const blobStart = [
  {
    name: "magic",
    type: "fourcc",
    doc: "`TEXR`, `MESH`, `SHDR`, `MATL`, `AUDI`, `ANIM`, `DATA`, `SCNE` or `PREF`",
  },
  { name: "version", type: "u16", doc: "blob version, 2" },
  { name: "flags", type: "u16", doc: "0" },
  { name: "size", type: "u32", doc: "bytes of the blob" },
  { name: "references", type: "u32", doc: "offset of the first `BlobReference`" },
  { name: "referenceCount", type: "u32", doc: "rows there" },
  { name: "reserved", type: "u32", doc: "0" },
] as const;

export const BlobHeader = {
  name: "BlobHeader",
  doc: "Every asset blob starts with these 24 bytes.",
  fields: blobStart,
} as const satisfies Struct;

export const BlobReference = {
  name: "BlobReference",
  doc: "Another asset that a blob needs; other structs name it by its row here.",
  fields: [
    { name: "id", type: "id", doc: "first 16 bytes of SHA-256 of `type:package.Name`" },
    {
      name: "interface",
      type: "id",
      doc: "for a shader: the interface this blob was packed for; else zeros",
    },
    { name: "type", type: "u16", doc: "`AssetType`" },
    { name: "flags", type: "u16", doc: "0" },
    { name: "name", type: "u32", doc: "string: `package.Name`" },
  ],
} as const satisfies Struct;

export const TextureHeader = {
  name: "TextureHeader",
  doc: "Texture blob `TEXR`. Level 0 is the largest in the table; the data lies smallest level first, 16-aligned.",
  fields: [
    ...blobStart,
    { name: "format", type: "u32", doc: "`TextureFormat`" },
    { name: "width", type: "u32", doc: "texels of level 0" },
    { name: "height", type: "u32", doc: "texels of level 0" },
    { name: "levels", type: "u32", doc: "offset of the first `TextureLevel`" },
    { name: "levelCount", type: "u32", doc: "rows there" },
    { name: "shape", type: "u32", doc: "`TextureShape`" },
    {
      name: "layerCount",
      type: "u32",
      doc: "pictures of a level: 6 of a cube (+x -x +y -y +z -z), those of an array, else 1",
    },
    { name: "regions", type: "u32", doc: "offset of the first `TextureRegion`" },
    { name: "regionCount", type: "u32", doc: "rows there; 0 if it is no atlas" },
    { name: "reserved2", type: "u32", doc: "0" },
  ],
} as const satisfies Struct;

export const TextureLevel = {
  name: "TextureLevel",
  doc: "One mip level: its pictures one after another, each with rows top to bottom, as uploaded.",
  fields: [
    { name: "width", type: "u32", doc: "texels" },
    { name: "height", type: "u32", doc: "texels" },
    { name: "offset", type: "u32", doc: "first byte of the level's data" },
    { name: "size", type: "u32", doc: "bytes of all its pictures; blocks are whole at the edges" },
  ],
} as const satisfies Struct;

export const TextureRegion = {
  name: "TextureRegion",
  doc: "A named rectangle of an atlas, in texels of level 0; rows are sorted by the names' UTF-16 units.",
  fields: [
    { name: "name", type: "u32", doc: "string: the region's id" },
    { name: "x", type: "u32", doc: "first column" },
    { name: "y", type: "u32", doc: "first row, from the top" },
    { name: "width", type: "u32", doc: "texels" },
    { name: "height", type: "u32", doc: "texels" },
    { name: "reserved", type: "u32", doc: "0" },
  ],
} as const satisfies Struct;

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

export const ShaderHeader = {
  name: "ShaderHeader",
  doc: "Shader blob `SHDR`: the texts of all variants, and what they declare together.",
  fields: [
    ...blobStart,
    {
      name: "interface",
      type: "id",
      doc: "first 16 bytes of SHA-256 of the reflection; materials name it",
    },
    { name: "variants", type: "u32", doc: "offset of the first `ShaderVariant`" },
    {
      name: "variantCount",
      type: "u32",
      doc: "rows there, at least 1; a material names one by its row",
    },
    { name: "blocks", type: "u32", doc: "offset of the first `ShaderBlock`" },
    { name: "blockCount", type: "u32", doc: "rows there" },
    { name: "members", type: "u32", doc: "offset of the first `ShaderMember`" },
    { name: "memberCount", type: "u32", doc: "rows there" },
    { name: "samplers", type: "u32", doc: "offset of the first `ShaderSampler`" },
    { name: "samplerCount", type: "u32", doc: "rows there; a sampler's row is its texture unit" },
    { name: "attributes", type: "u32", doc: "offset of the first `ShaderAttribute`" },
    { name: "attributeCount", type: "u32", doc: "rows there" },
  ],
} as const satisfies Struct;

export const ShaderVariant = {
  name: "ShaderVariant",
  doc: "Two GLSL ES 3.00 texts, complete with their `#version` line; whoever draws compiles those of the variants in use.",
  fields: [
    { name: "name", type: "u32", doc: "string: the named set of defines; empty for none" },
    {
      name: "choice",
      type: "u32",
      doc: "string: `NAME` or `NAME=VALUE` of the axes, separated by spaces",
    },
    { name: "vertex", type: "u32", doc: "string: vertex shader" },
    { name: "fragment", type: "u32", doc: "string: fragment shader" },
    { name: "samplers", type: "u32", doc: "bit N: the sampler in row N is declared" },
    { name: "reserved", type: "u32", doc: "0" },
  ],
} as const satisfies Struct;

export const ShaderBlock = {
  name: "ShaderBlock",
  doc: "A std140 uniform block.",
  fields: [
    { name: "name", type: "u32", doc: "string: block name" },
    {
      name: "binding",
      type: "u32",
      doc: "binding point: Frame 0, Object 1, Material 2, others from 3 in source order",
    },
    { name: "size", type: "u32", doc: "bytes, a multiple of 16" },
    { name: "firstMember", type: "u32", doc: "first row in members" },
    { name: "memberCount", type: "u32", doc: "rows there" },
    { name: "reserved", type: "u32", doc: "0" },
  ],
} as const satisfies Struct;

export const ShaderMember = {
  name: "ShaderMember",
  doc: "A member of a block at its std140 place.",
  fields: [
    { name: "name", type: "u32", doc: "string: member name" },
    { name: "type", type: "u32", doc: "`ShaderType`" },
    { name: "offset", type: "u32", doc: "byte in the block" },
    { name: "arrayLength", type: "u32", doc: "elements; 0 when not an array" },
    { name: "arrayStride", type: "u32", doc: "bytes from element to element; 0 when not an array" },
    {
      name: "matrixStride",
      type: "u32",
      doc: "bytes from column to column, 16 for matrices, else 0",
    },
    { name: "least", type: "f64", doc: "least value of each number; -Infinity for no range" },
    { name: "most", type: "f64", doc: "greatest value of each number; Infinity for no range" },
    {
      name: "defaults",
      type: "u32",
      doc: "offset of f64 for each number: what a material leaves out; 0 for zeros",
    },
    { name: "defaultCount", type: "u32", doc: "numbers there" },
  ],
} as const satisfies Struct;

export const ShaderSampler = {
  name: "ShaderSampler",
  doc: "A sampler uniform; its row number is the texture unit.",
  fields: [
    { name: "name", type: "u32", doc: "string: uniform name" },
    { name: "type", type: "u32", doc: "`ShaderType` of a sampler" },
    { name: "semantic", type: "u32", doc: "`TextureSemantic` that it takes" },
    {
      name: "isAnnotated",
      type: "u32",
      doc: "1 where the source says so, 0 where its name suggests it",
    },
  ],
} as const satisfies Struct;

export const ShaderAttribute = {
  name: "ShaderAttribute",
  doc: "A vertex attribute; position 0, normal 1, tangent 2, uv 3, color 4, uv1 5.",
  fields: [
    { name: "name", type: "u32", doc: "string: attribute name" },
    { name: "type", type: "u32", doc: "`ShaderType`" },
    { name: "location", type: "u32", doc: "attribute location" },
    { name: "reserved", type: "u32", doc: "0" },
  ],
} as const satisfies Struct;

export const MaterialHeader = {
  name: "MaterialHeader",
  doc: "Material blob `MATL`: a shader and all it needs to draw.",
  fields: [
    ...blobStart,
    { name: "shader", type: "i32", doc: "row in references" },
    { name: "uniforms", type: "u32", doc: "offset of the packed block `Material`, 16-aligned" },
    { name: "uniformsSize", type: "u32", doc: "bytes there; 0 when the shader has no such block" },
    { name: "bindings", type: "u32", doc: "offset of the first `TextureBinding`" },
    { name: "bindingCount", type: "u32", doc: "rows there" },
    { name: "cull", type: "u32", doc: "`CullMode`" },
    { name: "blend", type: "u32", doc: "`BlendMode`" },
    { name: "depthTest", type: "u32", doc: "`DepthTest`" },
    { name: "depthWrite", type: "u32", doc: "1 when fragments write depth" },
    { name: "variant", type: "u32", doc: "row in the shader's variants" },
  ],
} as const satisfies Struct;

export const TextureBinding = {
  name: "TextureBinding",
  doc: "A texture for one sampler of the shader.",
  fields: [
    { name: "sampler", type: "u32", doc: "string: sampler name" },
    { name: "unit", type: "u32", doc: "texture unit: the sampler's row in the shader" },
    { name: "texture", type: "i32", doc: "row in references" },
    { name: "reserved", type: "u32", doc: "0" },
  ],
} as const satisfies Struct;

export const DataHeader = {
  name: "DataHeader",
  doc: "Data blob `DATA`: a file as it is, for code.",
  fields: [
    ...blobStart,
    { name: "format", type: "u32", doc: "`DataFormat`" },
    {
      name: "content",
      type: "u32",
      doc: "offset of a string's length and bytes, 16-aligned; any bytes for `bytes`",
    },
    { name: "contentSize", type: "u32", doc: "bytes of the file" },
  ],
} as const satisfies Struct;

export const AudioHeader = {
  name: "AudioHeader",
  doc: "Audio blob `AUDI`. A frame is one sample of every channel.",
  fields: [
    ...blobStart,
    { name: "format", type: "u32", doc: "`AudioFormat`" },
    { name: "channels", type: "u32", doc: "1 or 2" },
    { name: "sampleRate", type: "u32", doc: "frames a second" },
    { name: "frames", type: "u32", doc: "frames of the sound" },
    { name: "loopStart", type: "u32", doc: "frame where a loop begins" },
    { name: "loopEnd", type: "u32", doc: "frame after the loop's last; 0 for no loop" },
    {
      name: "loudness",
      type: "f32",
      doc: "integrated loudness by ITU-R BS.1770-4, LUFS; -70 is silence",
    },
    { name: "samplePeak", type: "f32", doc: "largest absolute sample; 1 is full scale" },
    { name: "truePeak", type: "f32", doc: "the same with what lies between samples" },
    { name: "blockSize", type: "u32", doc: "bytes of an ADPCM block, all channels; else 0" },
    { name: "data", type: "u32", doc: "offset of the data, 16-aligned" },
    { name: "dataSize", type: "u32", doc: "bytes there" },
  ],
} as const satisfies Struct;

export const AnimationHeader = {
  name: "AnimationHeader",
  doc: "Animation blob `ANIM`: a skeleton and the clips that move it.",
  fields: [
    ...blobStart,
    { name: "joints", type: "u32", doc: "offset of the first `AnimationJoint`" },
    { name: "jointCount", type: "u32", doc: "rows there" },
    { name: "clips", type: "u32", doc: "offset of the first `AnimationClip`" },
    { name: "clipCount", type: "u32", doc: "rows there" },
    { name: "channels", type: "u32", doc: "offset of the first `AnimationChannel`" },
    { name: "channelCount", type: "u32", doc: "rows there" },
  ],
} as const satisfies Struct;

export const AnimationJoint = {
  name: "AnimationJoint",
  doc: "A joint of a skeleton; it comes after its parent.",
  fields: [
    { name: "name", type: "u32", doc: "string" },
    { name: "parent", type: "i32", doc: "row of the parent, -1 for none" },
    { name: "translation", type: "f32", count: 3, doc: "at rest, from the parent, metres" },
    { name: "rotation", type: "f32", count: 4, doc: "at rest, a unit quaternion x y z w" },
    { name: "scale", type: "f32", count: 3, doc: "at rest" },
    {
      name: "inverseBind",
      type: "f32",
      count: 16,
      doc: "from the mesh's space to the joint's, column by column; the identity where no skin says it",
    },
  ],
} as const satisfies Struct;

export const AnimationClip = {
  name: "AnimationClip",
  doc: "A clip. What no channel moves stays at rest.",
  fields: [
    { name: "name", type: "u32", doc: "string" },
    { name: "duration", type: "f32", doc: "seconds" },
    {
      name: "error",
      type: "f32",
      doc: "how far a point was found from where the source has it, metres",
    },
    { name: "firstChannel", type: "u32", doc: "row of its first `AnimationChannel`" },
    { name: "channelCount", type: "u32", doc: "how many follow" },
  ],
} as const satisfies Struct;

export const AnimationChannel = {
  name: "AnimationChannel",
  doc: "One property of one joint over time. Before the first key and after the last it keeps that key's value.",
  fields: [
    { name: "joint", type: "u32", doc: "row of the joint" },
    { name: "path", type: "u16", doc: "`AnimationPath`" },
    { name: "interpolation", type: "u16", doc: "`AnimationInterpolation`" },
    { name: "format", type: "u16", doc: "`AnimationFormat`" },
    {
      name: "components",
      type: "u16",
      doc: "numbers a key: 3, 4, or as many as there are morph targets",
    },
    { name: "keyCount", type: "u32", doc: "at least 1" },
    { name: "times", type: "u32", doc: "offset of a f32 a key: seconds, growing" },
    { name: "values", type: "u32", doc: "offset of the keys' values" },
    {
      name: "low",
      type: "f32",
      count: 3,
      doc: "for `unorm16`, of x y z; of all weights the first",
    },
    { name: "step", type: "f32", count: 3, doc: "the same" },
  ],
} as const satisfies Struct;

export const SceneHeader = {
  name: "SceneHeader",
  doc: "Scene blob `SCNE` and prefab blob `PREF`: columns over entities, then columns over the entities of each archetype, which have the same classes; parents come before their children, and a prefab's root first.",
  fields: [
    ...blobStart,
    { name: "name", type: "u32", doc: "string: the scene's `name`" },
    { name: "entityCount", type: "u32", doc: "entities" },
    {
      name: "entityIds",
      type: "u32",
      doc: "column of 8 bytes: hash of `scene/path` (`entityId` in asset_id.ts), as two i32 (low first)",
    },
    {
      name: "entityPaths",
      type: "u32",
      doc: "column of i32: string, XML `id`s from the scene down, joined by `/`; empty for a prefab's root",
    },
    { name: "entityNames", type: "u32", doc: "column of i32: string, the XML `name`" },
    { name: "parents", type: "u32", doc: "column of i32: row of the parent, -1 for none" },
    { name: "positions", type: "u32", doc: "column of 3 f64: x y z" },
    { name: "rotations", type: "u32", doc: "column of 4 f64: quaternion x y z w" },
    { name: "scales", type: "u32", doc: "column of 3 f64: x y z" },
    { name: "classes", type: "u32", doc: "offset of the first `SceneClass`" },
    { name: "classCount", type: "u32", doc: "rows there" },
    { name: "fields", type: "u32", doc: "offset of the first `SceneField`" },
    { name: "fieldCount", type: "u32", doc: "rows there" },
    { name: "archetypes", type: "u32", doc: "offset of the first `SceneArchetype`" },
    { name: "archetypeCount", type: "u32", doc: "rows there" },
    { name: "parts", type: "u32", doc: "offset of the first `ScenePart`" },
    { name: "partCount", type: "u32", doc: "rows there" },
    { name: "columns", type: "u32", doc: "column of i32: offset of each column of values" },
    { name: "columnCount", type: "u32", doc: "rows there" },
    { name: "reserved2", type: "u32", doc: "0" },
  ],
} as const satisfies Struct;

export const SceneClass = {
  name: "SceneClass",
  doc: "A behaviour, a component of the code, or a built-in one, with the fields that scenes set.",
  fields: [
    { name: "name", type: "i32", doc: "string: element name of a built-in one, else class path" },
    { name: "role", type: "i32", doc: "`SceneRole`" },
    { name: "firstField", type: "i32", doc: "first row in fields" },
    { name: "fieldCount", type: "i32", doc: "rows there" },
  ],
} as const satisfies Struct;

export const SceneField = {
  name: "SceneField",
  doc: "A field of a class; every entity that has the class has a value for it.",
  fields: [
    { name: "name", type: "i32", doc: "string: the field's name in Haxe" },
    { name: "type", type: "i32", doc: "`ParameterType`" },
  ],
} as const satisfies Struct;

export const SceneArchetype = {
  name: "SceneArchetype",
  doc: "The entities that have the same classes. Every entity with a class is in exactly one.",
  fields: [
    { name: "entities", type: "i32", doc: "column of i32: rows of its entities, ascending" },
    { name: "entityCount", type: "i32", doc: "rows of that and of every column of the archetype" },
    { name: "firstPart", type: "i32", doc: "first row in parts" },
    { name: "partCount", type: "i32", doc: "rows there: the classes" },
  ],
} as const satisfies Struct;

export const ScenePart = {
  name: "ScenePart",
  doc: "A class in an archetype.",
  fields: [
    { name: "class", type: "i32", doc: "row in classes" },
    {
      name: "firstColumn",
      type: "i32",
      doc: "row in columns for the class's first field; the others follow",
    },
  ],
} as const satisfies Struct;

/** All structs, for the C header and the documentation; order is the order of docs/fpkg.md. */
export const structs = [
  FileHeader,
  SectionEntry,
  PackageEntry,
  AssetEntry,
  ReferenceEntry,
  DependencyEntry,
  ChunkEntry,
  BlobHeader,
  BlobReference,
  TextureHeader,
  TextureLevel,
  TextureRegion,
  MeshHeader,
  MeshJoint,
  MeshStream,
  MeshAttribute,
  MeshPart,
  MeshLod,
  MeshMorph,
  Submesh,
  ShaderHeader,
  ShaderVariant,
  ShaderBlock,
  ShaderMember,
  ShaderSampler,
  ShaderAttribute,
  MaterialHeader,
  TextureBinding,
  AudioHeader,
  AnimationHeader,
  AnimationJoint,
  AnimationClip,
  AnimationChannel,
  DataHeader,
  SceneHeader,
  SceneClass,
  SceneField,
  SceneArchetype,
  ScenePart,
] as const;

/** Names of the code tables' entries, as used in package.xml and in decoded views. */
export type AssetTypeName = keyof typeof AssetType;
export type TextureFormatName = keyof typeof TextureFormat;
export type TextureShapeName = keyof typeof TextureShape;
export type CullModeName = keyof typeof CullMode;
export type BlendModeName = keyof typeof BlendMode;
export type DepthTestName = keyof typeof DepthTest;
export type LightKindName = keyof typeof LightKind;
export type SceneRoleName = keyof typeof SceneRole;
export type ParameterTypeName = keyof typeof ParameterType;
export type AudioFormatName = keyof typeof AudioFormat;
export type AnimationPathName = keyof typeof AnimationPath;
export type AnimationInterpolationName = keyof typeof AnimationInterpolation;
export type AnimationFormatName = keyof typeof AnimationFormat;
export type DataFormatName = keyof typeof DataFormat;
export type ShaderTypeName = keyof typeof ShaderType;
export type TextureSemanticName = keyof typeof TextureSemantic;
export type MeshCodecName = keyof typeof MeshCodec;
export type VertexSemanticName = keyof typeof VertexSemantic;
export type VertexFormatName = keyof typeof VertexFormat;

/** Decoded rows of the package tables. */
export type FileHeaderRow = StructOf<typeof FileHeader>;
export type SectionRow = StructOf<typeof SectionEntry>;
export type PackageRow = StructOf<typeof PackageEntry>;
export type AssetRow = StructOf<typeof AssetEntry>;
export type ReferenceRow = StructOf<typeof ReferenceEntry>;
export type DependencyRow = StructOf<typeof DependencyEntry>;
export type ChunkRow = StructOf<typeof ChunkEntry>;

/** Decoded rows of a mesh blob. */
export type MeshHeaderRow = StructOf<typeof MeshHeader>;
export type MeshStreamRow = StructOf<typeof MeshStream>;
export type MeshAttributeRow = StructOf<typeof MeshAttribute>;
