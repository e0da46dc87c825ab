/** Normals for corners that have none. */

import { areaVector } from "../../math/polygon.ts";
import { floatList64, intList } from "./number_list.ts";
import type { ObjFile } from "./obj_file.ts";

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
  const flat = new Float32Array(obj.faces.length * 3);
  const face = new FacePoints(obj);
  forEachFace(obj, (first, count, smoothing, number) => {
    const area = areaVector(face.read(first, count), count);
    for (let axis = 0; axis < 3; axis++) flat[number * 3 + axis] = area[axis]!;
    if (smoothing === 0) return;
    for (let corner = first; corner < first + count; corner++)
      shared.add(obj.corners[corner * 3]!, smoothing, area);
  });
  const firstShared = obj.normals.length / 3;
  const firstFlat = firstShared + shared.count;
  const normals = new Float32Array(firstFlat * 3 + flat.length);
  normals.set(obj.normals);
  normals.set(shared.sums.toArray(), firstShared * 3);
  normals.set(flat, firstFlat * 3);
  forEachFace(obj, (first, count, smoothing, number) => {
    for (let corner = first; corner < first + count; corner++) {
      if (ofCorner[corner]! >= 0) continue;
      const position = obj.corners[corner * 3]!;
      ofCorner[corner] =
        smoothing > 0 ? firstShared + shared.numberOf(position, smoothing) : firstFlat + number;
    }
  });
  return { normals, ofCorner };
}

/** Reads faces' corners into one array, which the next face fills anew. */
export class FacePoints {
  readonly #obj: ObjFile;
  #points = new Float64Array(3 * 16);

  constructor(obj: ObjFile) {
    this.#obj = obj;
  }

  /** x y z of each corner, and perhaps more behind them. */
  read(first: number, count: number): Float64Array {
    const { corners, positions } = this.#obj;
    if (count * 3 > this.#points.length) this.#points = new Float64Array(count * 3);
    const points = this.#points;
    for (let corner = 0; corner < count; corner++) {
      const position = corners[(first + corner) * 3]! * 3;
      points[corner * 3] = positions[position]!;
      points[corner * 3 + 1] = positions[position + 1]!;
      points[corner * 3 + 2] = positions[position + 2]!;
    }
    return points;
  }
}

function forEachFace(
  obj: ObjFile,
  visit: (first: number, count: number, smoothing: number, face: number) => void,
): void {
  let first = 0;
  for (const [index, { firstFace, smoothing }] of obj.runs.entries()) {
    const end = obj.runs[index + 1]?.firstFace ?? obj.faces.length;
    for (let face = firstFace; face < end; face++) {
      visit(first, obj.faces[face]!, smoothing, face);
      first += obj.faces[face]!;
    }
  }
}

/** Sums by position and smoothing group; those of one position are chained. */
class SharedNormals {
  readonly sums = floatList64();
  count = 0;
  readonly #last: Int32Array;
  readonly #previous = intList();
  readonly #groups = intList();

  constructor(obj: ObjFile) {
    this.#last = new Int32Array(obj.positions.length / 3).fill(-1);
  }

  add(position: number, group: number, area: readonly [number, number, number]): void {
    let number = this.numberOf(position, group);
    if (number < 0) {
      number = this.count++;
      this.#groups.push(group);
      this.#previous.push(this.#last[position]!);
      this.#last[position] = number;
      for (let axis = 0; axis < 3; axis++) this.sums.push(0);
    }
    for (let axis = 0; axis < 3; axis++) this.sums.add(number * 3 + axis, area[axis]!);
  }

  numberOf(position: number, group: number): number {
    let number = this.#last[position]!;
    while (number >= 0 && this.#groups.at(number) !== group) number = this.#previous.at(number);
    return number;
  }
}
