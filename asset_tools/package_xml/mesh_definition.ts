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
  readonly optimize: boolean;
  readonly generateTangents: boolean;
  readonly quantize: boolean;
  readonly compression: MeshCompression;
  /** Finest first. */
  readonly lods: readonly LodDefinition[];
}
