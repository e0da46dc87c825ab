/** How tests compile a mesh where nothing else matters. */
import type { MeshOptions } from "#asset_tools/mesh/compile_mesh.ts";

/** As a game would have it, in dev quality and without levels of detail. */
export const PLAIN_MESH: MeshOptions = {
  optimize: true,
  generateTangents: true,
  quantize: true,
  compression: "meshopt",
  lods: [],
  quality: "dev",
};

/** So that the numbers and their order are those of the source. */
export const EXACT_MESH: MeshOptions = {
  ...PLAIN_MESH,
  optimize: false,
  quantize: false,
  compression: "none",
};
