/** Coarser levels of a mesh between the vertices of the finest, each within a bound of error. */
import type { LodDefinition } from "../package_xml/mesh_definition.ts";
import { simplify } from "./meshopt.ts";
import { DistanceGauge, type Surface } from "./surface_distance.ts";

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
  const gauge = new DistanceGauge(finest);
  const lods: Lod[] = [];
  for (const { ratio, error } of targets) {
    const lod = simplifyLevel(finest, gauge, normals, ratio, error * gauge.extent);
    const before = lods.at(-1)?.indices ?? finest.indices;
    if (lod !== undefined && lod.indices.length <= before.length * (1 - LEAST_SAVING)) {
      lods.push({ ...lod, error: Math.max(lod.error, lods.at(-1)?.error ?? 0) });
    }
  }
  return lods;
}

function simplifyLevel(
  finest: Surface,
  gauge: DistanceGauge,
  normals: Float32Array,
  ratio: number,
  bound: number,
): Lod | undefined {
  const indexCount = Math.max(3, Math.floor((finest.indices.length / 3) * ratio) * 3);
  let asked = bound;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++, asked /= 2) {
    const indices = simplify(finest.indices, finest.positions, normals, indexCount, asked);
    if (indices.length === 0) continue;
    const error = gauge.distanceTo({ ...finest, indices }, bound);
    if (error <= bound) return { indices, error };
  }
  return undefined;
}
