/** Units and axes of a file, and the way from there to the model's metres with y up and z towards the viewer. */

import type { Matrix3 } from "../math/matrix3.ts";
import type { Matrix4 } from "../math/matrix4.ts";
import type { Quaternion, Vector3 } from "../math/vector.ts";
import type { FbxProperties } from "./properties.ts";

/** A change of space that moves axes, perhaps mirrors, and scales. */
export class Space {
  /** The file's axis that becomes x, y, z. */
  readonly #axes: Vector3;
  readonly #signs: Vector3;
  /** Metres of the file's unit. */
  readonly scale: number;
  /** -1 when left becomes right, else 1. */
  readonly handedness: number;

  constructor(axes: Vector3, signs: Vector3, scale: number) {
    this.#axes = axes;
    this.#signs = signs;
    this.scale = scale;
    const [x, y] = axes;
    const isCyclic = (x + 1) % 3 === y;
    this.handedness = signs[0] * signs[1] * signs[2] * (isCyclic ? 1 : -1);
  }

  /** The matrix that directions are multiplied with. */
  axes(): Matrix3 {
    return [this.direction([1, 0, 0]), this.direction([0, 1, 0]), this.direction([0, 0, 1])].flat();
  }

  /** A direction, or anything else without a unit. */
  direction(vector: Vector3): Vector3 {
    const [x, y, z] = this.#axes;
    const [sx, sy, sz] = this.#signs;
    return [vector[x]! * sx, vector[y]! * sy, vector[z]! * sz];
  }

  point(vector: Vector3): Vector3 {
    const [x, y, z] = this.direction(vector);
    return [x * this.scale, y * this.scale, z * this.scale];
  }

  /** Scale factors along the axes. */
  factors(vector: Vector3): Vector3 {
    const [x, y, z] = this.#axes;
    return [vector[x]!, vector[y]!, vector[z]!];
  }

  rotation([x, y, z, w]: Quaternion): Quaternion {
    const [ax, ay, az] = this.direction([x, y, z]);
    return [ax * this.handedness, ay * this.handedness, az * this.handedness, w];
  }

  /** What `matrix` does, seen from the model's space. */
  matrix(matrix: Matrix4): Matrix4 {
    const result = new Float64Array(16);
    for (let column = 0; column < 3; column++) {
      const from = this.#axes[column]! * 4;
      const turned = this.direction([matrix[from]!, matrix[from + 1]!, matrix[from + 2]!]);
      const sign = this.#signs[column]!;
      for (let row = 0; row < 3; row++) result[column * 4 + row] = turned[row]! * sign;
    }
    result.set(this.point([matrix[12]!, matrix[13]!, matrix[14]!]), 12);
    result[15] = 1;
    return result;
  }
}

/** Centimetres with y up are what a file means that says nothing. */
export function readSpace(settings: FbxProperties): Space {
  const axis = (name: string, otherwise: number): number => settings.number(name, otherwise);
  const sign = (name: string): number => (settings.number(name, 1) < 0 ? -1 : 1);
  const axes: Vector3 = [axis("CoordAxis", 0), axis("UpAxis", 1), axis("FrontAxis", 2)];
  const isValid = axes.every((value) => [0, 1, 2].includes(value)) && new Set(axes).size === 3;
  const signs: Vector3 = [sign("CoordAxisSign"), sign("UpAxisSign"), sign("FrontAxisSign")];
  const centimetres = settings.number("UnitScaleFactor", 1);
  const scale = centimetres > 0 && Number.isFinite(centimetres) ? centimetres / 100 : 0.01;
  return isValid ? new Space(axes, signs, scale) : new Space([0, 1, 2], [1, 1, 1], scale);
}
