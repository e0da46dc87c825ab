/**
 * The schema of every binary structure of FPKG and of the asset blobs inside it, a file of `format/` for each kind. These
 * tables are the contract: the readers and writers beside them, the C header and docs/fpkg.md are all derived from them.
 *
 * Everything is little-endian. Inside a blob offsets are u32 and count from the blob's first byte; in a package file
 * offsets are u64 and count from the file's first byte. A string is a u32 byte length followed by UTF-8, 4-aligned.
 */
import {
  AnimationChannel,
  AnimationClip,
  AnimationFormat,
  AnimationHeader,
  AnimationInterpolation,
  AnimationJoint,
  AnimationPath,
} from "./format/animation.ts";
import { AudioFormat, AudioHeader } from "./format/audio.ts";
import { AssetType, BlobHeader, BlobReference } from "./format/blob.ts";
import { DataFormat, DataHeader } from "./format/data.ts";
import {
  BlendMode,
  CullMode,
  DepthTest,
  MaterialHeader,
  TextureBinding,
} from "./format/material.ts";
import {
  MeshAttribute,
  MeshCodec,
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
import {
  AssetEntry,
  ChunkCodec,
  ChunkEntry,
  DependencyEntry,
  FileHeader,
  Layout,
  PackageEntry,
  ReferenceEntry,
  SectionEntry,
  SectionFlag,
} from "./format/package.ts";
import {
  LightKind,
  ParameterType,
  SceneArchetype,
  SceneClass,
  SceneField,
  SceneHeader,
  ScenePart,
  SceneRole,
} from "./format/scene.ts";
import {
  ShaderAttribute,
  ShaderBlock,
  ShaderHeader,
  ShaderMember,
  ShaderSampler,
  ShaderType,
  ShaderVariant,
  TextureSemantic,
} from "./format/shader.ts";
import {
  TextureFormat,
  TextureHeader,
  TextureLevel,
  TextureRegion,
  TextureShape,
} from "./format/texture.ts";

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
