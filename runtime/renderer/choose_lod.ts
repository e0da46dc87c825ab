/**
 * Which level of detail is drawn: the coarsest whose surface is off by at most a pixel. runtime/native/game/choose_lod.c
 * does the same.
 */
import type { LodRange } from "#asset_tools/fpkg/mesh_data.ts";
import type { GpuMesh } from "./gpu_mesh.ts";

const MAX_PIXELS = 1;

/** `model` and `viewProjection` are matrices column by column, `height` the picture's pixels. */
export function chooseLod(
  { lods, sphereCenter, sphereRadius }: Pick<GpuMesh, "lods" | "sphereCenter" | "sphereRadius">,
  model: ArrayLike<number>,
  viewProjection: ArrayLike<number>,
  height: number,
): LodRange {
  const finest = lods[0] as LodRange;
  if (lods.length === 1) return finest;
  const [x, y, z] = transformed(model, sphereCenter);
  const row = (index: number) =>
    [0, 4, 8, 12].map((column) => viewProjection[column + index] as number) as [
      number,
      number,
      number,
      number,
    ];
  const [depthX, depthY, depthZ, depthW] = row(3);
  const [upX, upY, upZ] = row(1);
  const scale = largestScale(model);
  const slope = Math.sqrt(depthX * depthX + depthY * depthY + depthZ * depthZ);
  const depth = x * depthX + y * depthY + z * depthZ + depthW - sphereRadius * scale * slope;
  if (!(depth > 0)) return finest;
  const focal = Math.sqrt(upX * upX + upY * upY + upZ * upZ);
  const pixelsPerUnit = (scale * focal * height) / (2 * depth);
  return lods.findLast(({ error }) => error * pixelsPerUnit <= MAX_PIXELS) ?? finest;
}

function transformed(
  model: ArrayLike<number>,
  [x, y, z]: readonly [number, number, number],
): [number, number, number] {
  const at = (row: number): number =>
    (model[row] as number) * x +
    (model[row + 4] as number) * y +
    (model[row + 8] as number) * z +
    (model[row + 12] as number);
  return [at(0), at(1), at(2)];
}

/** How much longer a vector becomes at most, for matrices that do not shear. */
function largestScale(model: ArrayLike<number>): number {
  const squares = [0, 4, 8].map((column) => {
    const [x, y, z] = [0, 1, 2].map((row) => model[column + row] as number) as [
      number,
      number,
      number,
    ];
    return x * x + y * y + z * z;
  });
  return Math.sqrt(Math.max(...squares));
}
