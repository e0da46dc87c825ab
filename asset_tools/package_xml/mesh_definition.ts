import type { ModelSelection } from "../model/gather_mesh.ts";
import type { Defined } from "./defined.ts";

/** How a mesh's vertices and indices are packed. */
export const meshCompressions = ["meshopt", "draco", "none"] as const;
export type MeshCompression = (typeof meshCompressions)[number];

/** A coarser level that is asked for. */
export interface LodDefinition {
  /** Triangles wanted, as a share of the finest level's. */
  readonly ratio: number;
  /** How far the surface may move, as a share of the mesh's largest extent. */
  readonly error: number;
}

export interface MeshDefinition extends Defined {
  readonly kind: "mesh";
  readonly source: string;
  /** Files that the source refers to. */
  readonly data: readonly string[];
  /** The node of the source that is wanted with all below it, or null. */
  readonly node: string | null;
  /** The mesh of the source that is wanted, or null. */
  readonly mesh: string | null;
  readonly optimize: boolean;
  readonly generateTangents: boolean;
  readonly quantize: boolean;
  readonly compression: MeshCompression;
  /** Finest first. */
  readonly lods: readonly LodDefinition[];
}

/** The part of the source that is wanted. */
export function selectionOf({ node, mesh }: MeshDefinition): ModelSelection {
  return { ...(node !== null && { node }), ...(mesh !== null && { mesh }) };
}
