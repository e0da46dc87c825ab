/** Animation blobs `ANIM`. */
import type { Struct } from "../struct.ts";
import { blobStart } from "./blob.ts";

/** What a channel moves: 3 numbers a key for translation and scale, a quaternion, or a number a morph target. */
export const AnimationPath = { translation: 1, rotation: 2, scale: 3, weights: 4 } as const;

/** Between two keys a channel keeps the earlier one's value, or goes straight to the later one's. */
export const AnimationInterpolation = { step: 1, linear: 2 } as const;

/**
 * Values of a channel's keys: floats; 16-bit numbers v that mean `low + v * step`; or quaternions in 48 bits, the three
 * smallest of four numbers.
 */
export const AnimationFormat = { float32: 1, unorm16: 2, quaternion48: 3 } as const;

export const AnimationHeader = {
  name: "AnimationHeader",
  doc: "Animation blob `ANIM`: a skeleton and the clips that move it.",
  fields: [
    ...blobStart,
    { name: "joints", type: "u32", doc: "offset of the first `AnimationJoint`" },
    { name: "jointCount", type: "u32", doc: "rows there" },
    { name: "clips", type: "u32", doc: "offset of the first `AnimationClip`" },
    { name: "clipCount", type: "u32", doc: "rows there" },
    { name: "channels", type: "u32", doc: "offset of the first `AnimationChannel`" },
    { name: "channelCount", type: "u32", doc: "rows there" },
  ],
} as const satisfies Struct;

export const AnimationJoint = {
  name: "AnimationJoint",
  doc: "A joint of a skeleton; it comes after its parent.",
  fields: [
    { name: "name", type: "u32", doc: "string" },
    { name: "parent", type: "i32", doc: "row of the parent, -1 for none" },
    { name: "translation", type: "f32", count: 3, doc: "at rest, from the parent, metres" },
    { name: "rotation", type: "f32", count: 4, doc: "at rest, a unit quaternion x y z w" },
    { name: "scale", type: "f32", count: 3, doc: "at rest" },
    {
      name: "inverseBind",
      type: "f32",
      count: 16,
      doc: "from the mesh's space to the joint's, column by column; the identity where no skin says it",
    },
  ],
} as const satisfies Struct;

export const AnimationClip = {
  name: "AnimationClip",
  doc: "A clip. What no channel moves stays at rest.",
  fields: [
    { name: "name", type: "u32", doc: "string" },
    { name: "duration", type: "f32", doc: "seconds" },
    {
      name: "error",
      type: "f32",
      doc: "how far a point was found from where the source has it, metres",
    },
    { name: "firstChannel", type: "u32", doc: "row of its first `AnimationChannel`" },
    { name: "channelCount", type: "u32", doc: "how many follow" },
  ],
} as const satisfies Struct;

export const AnimationChannel = {
  name: "AnimationChannel",
  doc: "One property of one joint over time. Before the first key and after the last it keeps that key's value.",
  fields: [
    { name: "joint", type: "u32", doc: "row of the joint" },
    { name: "path", type: "u16", doc: "`AnimationPath`" },
    { name: "interpolation", type: "u16", doc: "`AnimationInterpolation`" },
    { name: "format", type: "u16", doc: "`AnimationFormat`" },
    {
      name: "components",
      type: "u16",
      doc: "numbers a key: 3, 4, or as many as there are morph targets",
    },
    { name: "keyCount", type: "u32", doc: "at least 1" },
    { name: "times", type: "u32", doc: "offset of a f32 a key: seconds, growing" },
    { name: "values", type: "u32", doc: "offset of the keys' values" },
    {
      name: "low",
      type: "f32",
      count: 3,
      doc: "for `unorm16`, of x y z; of all weights the first",
    },
    { name: "step", type: "f32", count: 3, doc: "the same" },
  ],
} as const satisfies Struct;

export type AnimationPathName = keyof typeof AnimationPath;
export type AnimationInterpolationName = keyof typeof AnimationInterpolation;
export type AnimationFormatName = keyof typeof AnimationFormat;
