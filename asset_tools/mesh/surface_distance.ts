/** How far two surfaces are apart, measured at samples (after Metro: Cignoni, Rocchini, Scopigno 1998). */

/** Triangles between shared positions. */
export interface Surface {
  /** x y z. */
  readonly positions: Float32Array;
  readonly indices: Uint32Array;
}

/**
 * The largest distance from a corner, middle of a side or middle of a triangle of either surface to the other surface. Stops
 * early, with what it has, once that is more than `limit`.
 */
export function surfaceDistance(a: TriangleGrid, b: TriangleGrid, limit: number): number {
  const there = largestDistance(a.surface, b, 0, limit);
  return there > limit ? there : largestDistance(b.surface, a, there, limit);
}

/** Shares of a triangle's corners in its middle and in the middles of its sides. */
const SAMPLES = [
  [1 / 3, 1 / 3, 1 / 3],
  [0.5, 0.5, 0],
  [0, 0.5, 0.5],
  [0.5, 0, 0.5],
] as const;

function largestDistance(from: Surface, to: TriangleGrid, start: number, limit: number): number {
  const { positions, indices } = from;
  const most = limit * limit;
  let largest = start * start;
  const isSampled = new Uint8Array(positions.length / 3);
  for (let at = 0; at < indices.length && largest <= most; at++) {
    const vertex = indices[at]!;
    if (isSampled[vertex] === 1) continue;
    isSampled[vertex] = 1;
    const place = vertex * 3;
    const [x, y, z] = [positions[place]!, positions[place + 1]!, positions[place + 2]!];
    largest = Math.max(largest, to.squaredDistance(x, y, z, largest));
  }
  for (let at = 0; at < indices.length && largest <= most; at += 3) {
    const a = indices[at]! * 3;
    const b = indices[at + 1]! * 3;
    const c = indices[at + 2]! * 3;
    for (const [shareA, shareB, shareC] of SAMPLES) {
      const x = shareA * positions[a]! + shareB * positions[b]! + shareC * positions[c]!;
      const y =
        shareA * positions[a + 1]! + shareB * positions[b + 1]! + shareC * positions[c + 1]!;
      const z =
        shareA * positions[a + 2]! + shareB * positions[b + 2]! + shareC * positions[c + 2]!;
      largest = Math.max(largest, to.squaredDistance(x, y, z, largest));
    }
  }
  return Math.sqrt(largest);
}

/** Most cells along the longest axis. */
const MAX_CELLS = 128;

/** A surface's triangles by the cells of a grid that their boxes touch. */
export class TriangleGrid {
  readonly surface: Surface;
  readonly #low = [0, 0, 0];
  readonly #counts = [1, 1, 1];
  readonly #cell: number;
  /** Where each cell's triangles begin in `#triangles`, and one past the last. */
  readonly #starts: Uint32Array;
  readonly #triangles: Uint32Array;
  /** The nearest to the point before: the next one is most often beside it. */
  #latest = 0;

  constructor(surface: Surface) {
    this.surface = surface;
    const { positions, indices } = surface;
    const high = [0, 1, 2].map((axis) => {
      let [low, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
      for (const vertex of indices) {
        low = Math.min(low, positions[vertex * 3 + axis]!);
        most = Math.max(most, positions[vertex * 3 + axis]!);
      }
      this.#low[axis] = low;
      return most;
    });
    const extent = Math.max(...high.map((value, axis) => value - this.#low[axis]!));
    const along = Math.min(MAX_CELLS, Math.max(1, Math.floor(Math.sqrt(indices.length / 6))));
    this.#cell = extent > 0 ? extent / along : 1;
    high.forEach((value, axis) => {
      this.#counts[axis] = Math.floor((value - this.#low[axis]!) / this.#cell) + 1;
    });
    const cells = this.#counts[0]! * this.#counts[1]! * this.#counts[2]!;
    this.#starts = new Uint32Array(cells + 1);
    this.#visitCells((cell) => {
      this.#starts[cell + 1]!++;
    });
    for (let cell = 0; cell < cells; cell++) this.#starts[cell + 1]! += this.#starts[cell]!;
    this.#triangles = new Uint32Array(this.#starts[cells]!);
    const filled = this.#starts.slice();
    this.#visitCells((cell, triangle) => {
      this.#triangles[filled[cell]!++] = triangle;
    });
  }

  /** Squared distance of a point to the nearest triangle; any smaller value when that is not above `least`. */
  squaredDistance(x: number, y: number, z: number, least: number): number {
    let nearest = this.#squaredToTriangle(this.#latest, x, y, z);
    if (nearest <= least) return nearest;
    const i = this.#cellOf(x, 0);
    const j = this.#cellOf(y, 1);
    const k = this.#cellOf(z, 2);
    const farthest = Math.max(this.#counts[0]!, this.#counts[1]!, this.#counts[2]!);
    for (let ring = 0; ring < farthest; ring++) {
      nearest = this.#searchRing(i, j, k, ring, x, y, z, nearest, least);
      if (nearest <= least) break;
      // What is in farther cells is at least as far away as the border of those searched.
      const gap = Math.min(
        this.#distanceToBorder(x, i, ring, 0),
        this.#distanceToBorder(y, j, ring, 1),
        this.#distanceToBorder(z, k, ring, 2),
      );
      if (gap > 0 && gap * gap >= nearest) break;
    }
    return nearest;
  }

  /** Negative outside the grid, where nothing is known of farther cells. */
  #distanceToBorder(value: number, cell: number, ring: number, axis: number): number {
    const low = this.#low[axis]! + (cell - ring) * this.#cell;
    return Math.min(value - low, low + (2 * ring + 1) * this.#cell - value);
  }

  #searchRing(
    cx: number,
    cy: number,
    cz: number,
    ring: number,
    x: number,
    y: number,
    z: number,
    nearest: number,
    least: number,
  ): number {
    const countX = this.#counts[0]!;
    const countY = this.#counts[1]!;
    const countZ = this.#counts[2]!;
    let found = nearest;
    for (let k = Math.max(0, cz - ring); k <= Math.min(countZ - 1, cz + ring); k++) {
      for (let j = Math.max(0, cy - ring); j <= Math.min(countY - 1, cy + ring); j++) {
        const isFace = Math.abs(k - cz) === ring || Math.abs(j - cy) === ring;
        const step = isFace || ring === 0 ? 1 : 2 * ring;
        for (let i = cx - ring; i <= cx + ring; i += step) {
          if (i < 0 || i >= countX) continue;
          const cell = (k * countY + j) * countX + i;
          for (let at = this.#starts[cell]!; at < this.#starts[cell + 1]!; at++) {
            const squared = this.#squaredToTriangle(this.#triangles[at]!, x, y, z);
            if (squared < found) {
              found = squared;
              this.#latest = this.#triangles[at]!;
            }
            if (found <= least) return found;
          }
        }
      }
    }
    return found;
  }

  #cellOf(value: number, axis: number): number {
    const cell = Math.floor((value - this.#low[axis]!) / this.#cell);
    return Math.min(this.#counts[axis]! - 1, Math.max(0, cell));
  }

  #visitCells(visit: (cell: number, triangle: number) => void): void {
    const { positions, indices } = this.surface;
    for (let triangle = 0; triangle < indices.length; triangle += 3) {
      const a = indices[triangle]! * 3;
      const b = indices[triangle + 1]! * 3;
      const c = indices[triangle + 2]! * 3;
      const low = (axis: number): number =>
        this.#cellOf(
          Math.min(positions[a + axis]!, positions[b + axis]!, positions[c + axis]!),
          axis,
        );
      const high = (axis: number): number =>
        this.#cellOf(
          Math.max(positions[a + axis]!, positions[b + axis]!, positions[c + axis]!),
          axis,
        );
      const [endX, endY, endZ] = [high(0), high(1), high(2)];
      for (let k = low(2); k <= endZ; k++)
        for (let j = low(1); j <= endY; j++)
          for (let i = low(0); i <= endX; i++)
            visit((k * this.#counts[1]! + j) * this.#counts[0]! + i, triangle);
    }
  }

  /** Ericson, Real-Time Collision Detection, 5.1.5: which corner, side or inside is nearest follows from five dot products. */
  #squaredToTriangle(triangle: number, x: number, y: number, z: number): number {
    const { positions, indices } = this.surface;
    const a = indices[triangle]! * 3;
    const b = indices[triangle + 1]! * 3;
    const c = indices[triangle + 2]! * 3;
    const ax = positions[a]!;
    const ay = positions[a + 1]!;
    const az = positions[a + 2]!;
    const abx = positions[b]! - ax;
    const aby = positions[b + 1]! - ay;
    const abz = positions[b + 2]! - az;
    const acx = positions[c]! - ax;
    const acy = positions[c + 1]! - ay;
    const acz = positions[c + 2]! - az;
    const px = x - ax;
    const py = y - ay;
    const pz = z - az;
    const d1 = abx * px + aby * py + abz * pz;
    const d2 = acx * px + acy * py + acz * pz;
    const bb = abx * abx + aby * aby + abz * abz;
    const bc = abx * acx + aby * acy + abz * acz;
    const cc = acx * acx + acy * acy + acz * acz;
    const d3 = d1 - bb;
    const d4 = d2 - bc;
    const d5 = d1 - bc;
    const d6 = d2 - cc;
    let v = 0;
    let w = 0;
    const va = d3 * d6 - d5 * d4;
    const vb = d5 * d2 - d1 * d6;
    const vc = d1 * d4 - d3 * d2;
    if (d1 <= 0 && d2 <= 0) v = w = 0;
    else if (d3 >= 0 && d4 <= d3) v = 1;
    else if (vc <= 0 && d1 >= 0 && d3 <= 0) v = d1 / (d1 - d3);
    else if (d6 >= 0 && d5 <= d6) w = 1;
    else if (vb <= 0 && d2 >= 0 && d6 <= 0) w = d2 / (d2 - d6);
    else if (va <= 0 && d4 - d3 >= 0 && d5 - d6 >= 0) {
      w = (d4 - d3) / (d4 - d3 + (d5 - d6));
      v = 1 - w;
    } else if (va + vb + vc > 0) {
      v = vb / (va + vb + vc);
      w = vc / (va + vb + vc);
    }
    const dx = px - v * abx - w * acx;
    const dy = py - v * aby - w * acy;
    const dz = pz - v * abz - w * acz;
    return dx * dx + dy * dy + dz * dz;
  }
}
