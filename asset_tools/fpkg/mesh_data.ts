/** Meshes as tools and renderers see them: what mesh blobs are made of and read into. */
import type { VertexFormatName, VertexSemanticName } from "./format/mesh.ts";

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

/** A joint that pulls at vertices. */
export interface MeshJointData {
  /** Its name in the skeleton. */
  readonly name: string;
  /** From the mesh's space to the joint's: 16 numbers, column by column. */
  readonly inverseBind: readonly number[];
}

/** A mesh, decoded. */
export interface MeshData {
  readonly vertexCount: number;
  /** Of all levels, one after another; u16 where `isNarrow` says so. */
  readonly indices: Uint16Array | Uint32Array;
  readonly vertices: VertexStream;
  readonly morphs: readonly MorphStream[];
  /** What the vertices' joints count; empty for a rigid mesh. */
  readonly joints: readonly MeshJointData[];
  /** The finest first. */
  readonly lods: readonly LodRange[];
  readonly boundsMin: Triple;
  readonly boundsMax: Triple;
  readonly sphereCenter: Triple;
  readonly sphereRadius: number;
}

/** Whether indices of so many vertices are u16. The last number is none: WebGL begins a new primitive at it. */
export function isNarrow(vertexCount: number): boolean {
  return vertexCount <= 65535;
}
