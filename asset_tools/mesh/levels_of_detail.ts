/** Coarser levels of a mesh between the vertices of the finest, each within a bound of error. */
import type { LodDefinition } from "../package_xml/mesh_definition.ts";
import { simplify } from "./meshopt.ts";
import { type Surface, surfaceDistance, TriangleGrid } from "./surface_distance.ts";

export interface Lod {
  readonly indices: Uint32Array;
  /** Measured distance to the finest level, in the units of the positions. */
  readonly error: number;
}

/** A level that saves less than this of the one before is left out. */
const LEAST_SAVING = 0.1;

/** The simplifier estimates errors; where the measured one is too large, it is asked for half as much, so often. */
const ATTEMPTS = 6;

/** The coarser levels that `targets` ask for; fewer where the error allows no more. */
export function simplifyLevels(
  finest: Surface,
  normals: Float32Array,
  targets: readonly LodDefinition[],
): Lod[] {
  const extent = largestExtent(finest);
  const grid = new TriangleGrid(finest);
  const lods: Lod[] = [];
  for (const { ratio, error } of targets) {
    const lod = simplifyLevel(grid, normals, ratio, error * extent);
    const before = lods.at(-1)?.indices ?? finest.indices;
    if (lod !== undefined && lod.indices.length <= before.length * (1 - LEAST_SAVING)) {
      lods.push({ ...lod, error: Math.max(lod.error, lods.at(-1)?.error ?? 0) });
    }
  }
  return lods;
}

function simplifyLevel(
  grid: TriangleGrid,
  normals: Float32Array,
  ratio: number,
  bound: number,
): Lod | undefined {
  const finest = grid.surface;
  const indexCount = Math.max(3, Math.floor((finest.indices.length / 3) * ratio) * 3);
  let asked = bound;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++, asked /= 2) {
    const indices = simplify(finest.indices, finest.positions, normals, indexCount, asked);
    if (indices.length === 0) continue;
    const error = surfaceDistance(grid, new TriangleGrid({ ...finest, indices }), bound);
    if (error <= bound) return { indices, error };
  }
  return undefined;
}

function largestExtent({ positions, indices }: Surface): number {
  return Math.max(
    ...[0, 1, 2].map((axis) => {
      let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
      for (const vertex of indices) {
        low = Math.min(low, positions[vertex * 3 + axis]!);
        high = Math.max(high, positions[vertex * 3 + axis]!);
      }
      return high - low;
    }),
  );
}
