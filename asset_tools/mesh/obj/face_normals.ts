/** Normals for corners that have none. */
import type { ObjFile } from "./obj_file.ts";
import { areaVector } from "./polygon.ts";

/** Normals, the file's first, and the normal of every corner. */
export interface CornerNormals {
  /** x y z. */
  readonly normals: Float32Array;
  readonly ofCorner: Int32Array;
}

/**
 * Faces of one smoothing group share a normal at a position, weighted by area; other faces are flat. The lengths are the
 * areas', not 1.
 */
export function completeNormals(obj: ObjFile): CornerNormals {
  const ofCorner = new Int32Array(obj.corners.length / 3);
  for (let corner = 0; corner < ofCorner.length; corner++)
    ofCorner[corner] = obj.corners[corner * 3 + 2]!;
  if (!ofCorner.includes(-1)) return { normals: obj.normals, ofCorner };
  const shared = new SharedNormals(obj);
  const flat: number[] = [];
  forEachFace(obj, (first, count, smoothing) => {
    const area = areaVector(pointsOf(obj, first, count));
    if (smoothing > 0) {
      for (let corner = first; corner < first + count; corner++)
        shared.add(obj.corners[corner * 3]!, smoothing, area);
    }
    flat.push(...area);
  });
  const sums: number[] = shared.sums;
  const normals = new Float32Array(obj.normals.length + sums.length + flat.length);
  normals.set(obj.normals);
  normals.set(sums, obj.normals.length);
  normals.set(flat, obj.normals.length + sums.length);
  const firstShared = obj.normals.length / 3;
  let face = firstShared + sums.length / 3;
  forEachFace(obj, (first, count, smoothing) => {
    for (let corner = first; corner < first + count; corner++) {
      if (ofCorner[corner]! >= 0) continue;
      ofCorner[corner] =
        smoothing > 0 ? firstShared + shared.numberOf(obj.corners[corner * 3]!, smoothing) : face;
    }
    face++;
  });
  return { normals, ofCorner };
}

/** x y z of a face's corners. */
export function pointsOf(obj: ObjFile, first: number, count: number): Float64Array {
  const points = new Float64Array(count * 3);
  for (let corner = 0; corner < count; corner++) {
    const position = obj.corners[(first + corner) * 3]! * 3;
    points[corner * 3] = obj.positions[position]!;
    points[corner * 3 + 1] = obj.positions[position + 1]!;
    points[corner * 3 + 2] = obj.positions[position + 2]!;
  }
  return points;
}

function forEachFace(
  obj: ObjFile,
  visit: (first: number, count: number, smoothing: number) => void,
): void {
  let first = 0;
  for (const [index, { firstFace, smoothing }] of obj.runs.entries()) {
    const end = obj.runs[index + 1]?.firstFace ?? obj.faces.length;
    for (let face = firstFace; face < end; face++) {
      visit(first, obj.faces[face]!, smoothing);
      first += obj.faces[face]!;
    }
  }
}

/** Sums by position and smoothing group; those of one position are chained. */
class SharedNormals {
  readonly sums: number[] = [];
  readonly #last: Int32Array;
  readonly #previous: number[] = [];
  readonly #groups: number[] = [];

  constructor(obj: ObjFile) {
    this.#last = new Int32Array(obj.positions.length / 3).fill(-1);
  }

  add(position: number, group: number, area: readonly number[]): void {
    let number = this.numberOf(position, group);
    if (number < 0) {
      number = this.#groups.push(group) - 1;
      this.#previous.push(this.#last[position]!);
      this.#last[position] = number;
      this.sums.push(0, 0, 0);
    }
    for (let axis = 0; axis < 3; axis++) this.sums[number * 3 + axis]! += area[axis]!;
  }

  numberOf(position: number, group: number): number {
    let number = this.#last[position]!;
    while (number >= 0 && this.#groups[number] !== group) number = this.#previous[number]!;
    return number;
  }
}
