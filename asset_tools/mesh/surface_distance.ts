/** How far two surfaces are apart, measured at samples (after Metro: Cignoni, Rocchini, Scopigno 1998). */
import { kernelMemory, kernels, reserveFrom } from "./kernels.ts";

/** Triangles between shared positions. */
export interface Surface {
  /** x y z. */
  readonly positions: Float32Array;
  readonly indices: Uint32Array;
}

/** Bytes of a surface's record, of which `Surface` in assembly/surface.ts says what it is; and its words that are set here. */
const RECORD = 88;
const STARTS = 4;
const TRIANGLES = 5;
/** And one of its f64. */
const EXTENT = 10;

/** A surface in the kernels' memory. */
interface Placed {
  readonly record: number;
  readonly positions: number;
  readonly surface: Surface;
}

/** Measures other surfaces against one, which stays in the kernels' memory until something else is done with them. */
export class DistanceGauge {
  /** The longest side of the surface's box. */
  readonly extent: number;
  readonly #placed: Placed;
  /** Memory behind the surface. */
  readonly #free: number;

  constructor(surface: Surface) {
    [this.#placed, this.#free] = place(surface, reserveFrom()[1]);
    this.extent = new Float64Array(kernelMemory(), this.#placed.record)[EXTENT] as number;
  }

  /**
   * The largest distance from a corner, middle of a side or middle of a triangle of either surface to the other surface. Stops
   * early, with what it has, once that is more than `limit`.
   */
  distanceTo(other: Surface, limit: number): number {
    const [placed, free] = place(other, this.#free, this.#placed);
    const there = largestDistance(this.#placed, placed, 0, limit, free);
    if (there > limit * limit) return Math.sqrt(there);
    return Math.sqrt(largestDistance(placed, this.#placed, there, limit, free));
  }
}

/** Copies a surface to the memory from `free` on and sorts its triangles; gives what is free behind it too. */
function place(surface: Surface, free: number, like?: Placed): readonly [Placed, number] {
  const { positions, indices } = surface;
  const isLike = like?.surface.positions === positions;
  const ownPositions = isLike ? 0 : positions.byteLength;
  const [[record, own, copied], end] = reserveFrom(free, RECORD, ownPositions, indices.byteLength);
  const at = isLike ? like.positions : own;
  if (!isLike) new Float32Array(kernelMemory(), at, positions.length).set(positions);
  new Uint32Array(kernelMemory(), copied, indices.length).set(indices);
  const fields = [at, positions.length / 3, copied, indices.length];
  new Uint32Array(kernelMemory(), record, fields.length).set(fields);
  return [{ record, positions: at, surface }, sortTriangles(record, end)];
}

/** Makes the surface's grid; gives what is free behind it. */
function sortTriangles(record: number, free: number): number {
  const cells = kernels.chooseCells(record);
  const [[starts], behindStarts] = reserveFrom(free, (cells + 2) * 4);
  new Uint32Array(kernelMemory(), starts, cells + 2).fill(0);
  new Uint32Array(kernelMemory(), record)[STARTS] = starts;
  const named = kernels.countTriangles(record, cells);
  const [[triangles], end] = reserveFrom(behindStarts, named * 4);
  new Uint32Array(kernelMemory(), record)[TRIANGLES] = triangles;
  kernels.fillCells(record);
  return end;
}

/** Squared. */
function largestDistance(
  from: Placed,
  to: Placed,
  start: number,
  limit: number,
  free: number,
): number {
  const { positions, indices } = from.surface;
  const vertices = positions.length / 3;
  const [[heads, sides]] = reserveFrom(free, vertices * 4, indices.length * 8);
  new Uint32Array(kernelMemory(), heads, vertices).fill(0);
  return kernels.largestDistance(from.record, to.record, start, limit * limit, heads, sides);
}
