/** Corners of all triangles of a model where they stand in the world, in the order of nodes. */
import type { Model } from "#asset_tools/model/model.ts";
import { worldMatrices } from "#asset_tools/model/world_matrices.ts";

export function worldCorners({ nodes, meshes }: Model): number[][] {
  const worlds = worldMatrices(nodes);
  return nodes.flatMap(({ mesh }, index) =>
    (meshes[mesh]?.primitives ?? []).flatMap(({ indices, positions }) =>
      [...indices].map((vertex) => {
        const world = worlds[index]!;
        const [x, y, z] = positions.subarray(vertex * 3, vertex * 3 + 3);
        return [0, 1, 2].map(
          (row) =>
            world[row]! * x! + world[row + 4]! * y! + world[row + 8]! * z! + world[row + 12]!,
        );
      }),
    ),
  );
}

/** The greatest difference between two lists of corners. */
export function farthest(
  a: readonly (readonly number[])[],
  b: readonly (readonly number[])[],
): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY;
  return Math.max(
    ...a.map((corner, at) =>
      Math.max(...corner.map((value, axis) => Math.abs(value - b[at]![axis]!))),
    ),
  );
}
