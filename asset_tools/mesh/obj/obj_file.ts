/** What an OBJ file says, as it says it. */

/** Lists, and faces that name their entries. Indices count from 0, -1 means none. */
export interface ObjFile {
  /** x y z. */
  readonly positions: Float32Array;
  /** Red green blue of every position, sRGB from 0 to 1; missing when no position has a color. */
  readonly colors?: Float32Array;
  /** u v, v upwards. */
  readonly uvs: Float32Array;
  /** x y z. */
  readonly normals: Float32Array;
  /** Position, uv and normal index of each corner of each face. */
  readonly corners: Int32Array;
  /** Corners of each face, at least 3. */
  readonly faces: Int32Array;
  /** What holds for the faces from one on; the first run begins with face 0. */
  readonly runs: readonly FaceRun[];
}

export interface FaceRun {
  readonly firstFace: number;
  /** Of `usemtl`; empty before the first. */
  readonly material: string;
  /** Of `s`; 0 is flat. */
  readonly smoothing: number;
  /** Of `o`, or of `g` while the file has named no object; empty before the first. */
  readonly part: string;
}
