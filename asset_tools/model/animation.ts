/** Skins and animation clips of a model. */

/** The joints that bend a mesh. */
export interface Skin {
  readonly name: string;
  /** Indices of nodes; `Skinning.joints` counts these. */
  readonly joints: readonly number[];
  /** 16 a joint, column by column: from the mesh's space to the joint's at rest. */
  readonly inverseBindMatrices: Float32Array;
}

/** Movements of nodes over one stretch of time, which begins at 0. */
export interface AnimationClip {
  readonly name: string;
  /** At most one for each node and path. */
  readonly channels: readonly AnimationChannel[];
}

/** One property of one node over time; before the first key and after the last it keeps that key's value. */
export interface AnimationChannel {
  readonly node: number;
  readonly path: AnimationPath;
  readonly interpolation: Interpolation;
  /** Seconds, growing, at least one, the first not negative. */
  readonly times: Float32Array;
  /**
   * Values of the keys one after another: 3 numbers for translation (metres) and scale, 4 for rotation (a unit
   * quaternion x y z w), one a morph target for weights. With `cubic` a key has three of them: the tangent towards it,
   * the value, the tangent away from it, tangents in units a second (glTF 2.0, appendix C).
   */
  readonly values: Float32Array;
}

export type AnimationPath = "translation" | "rotation" | "scale" | "weights";

/** `linear` turns rotations along the shorter arc at constant speed. */
export type Interpolation = "step" | "linear" | "cubic";

/** Seconds to the last key. */
export function clipDuration(clip: AnimationClip): number {
  return clip.channels.reduce((latest, { times }) => Math.max(latest, times.at(-1) ?? 0), 0);
}
