/** An arm that swings, as glTF: its angles are known at every time. */
import type { Quaternion, Vector3 } from "#asset_tools/math/vector.ts";
import { GltfMaker, type MadeGltf } from "./make_gltf.ts";

export const SECONDS = 2;
/** Keys a second. */
export const RATE = 30;

/** The angle of joint `joint` at `time`: swings of several speeds, so that no line goes through it. */
const angleAt = (joint: number, time: number): number =>
  0.9 * Math.sin(time * (2 + joint)) + 0.2 * Math.cos(time * 7 + joint);

export const turnAt = (joint: number, time: number): Quaternion => {
  const half = angleAt(joint, time) / 2;
  return joint % 2 === 0
    ? [0, 0, Math.sin(half), Math.cos(half)]
    : [Math.sin(half), 0, 0, Math.cos(half)];
};

export const moveAt = (time: number): Vector3 => [
  Math.sin(time * 3),
  Math.cos(time * 5) * 0.2,
  time * 1.5,
];

export const LENGTH = 0.5;
const JOINTS = 5;

/** An arm of five joints half a metre apart: the first moves, all turn. */
export function arm(interpolation: "LINEAR" | "CUBICSPLINE"): MadeGltf {
  const maker = new GltfMaker();
  const count = SECONDS * RATE + 1;
  const times = Float32Array.from({ length: count }, (_, at) => at / RATE);
  const input = maker.accessor("SCALAR", times);
  const keys = (value: (time: number) => readonly number[]): Float32Array => {
    const slope = (time: number): number[] => {
      const before = value(time - 1e-4);
      return value(time + 1e-4).map((after, at) => (after - (before[at] as number)) / 2e-4);
    };
    return Float32Array.from(
      [...times].flatMap((time) =>
        interpolation === "LINEAR" ? value(time) : [...slope(time), ...value(time), ...slope(time)],
      ),
    );
  };
  const outputs = Array.from({ length: JOINTS }, (_, joint) =>
    maker.accessor(
      "VEC4",
      keys((time) => turnAt(joint, time)),
    ),
  );
  const moves = maker.accessor("VEC3", keys(moveAt));
  return maker.make({
    nodes: Array.from({ length: JOINTS }, (_, joint) => ({
      name: `joint${joint}`,
      ...(joint > 0 && { translation: [0, LENGTH, 0] }),
      ...(joint < JOINTS - 1 && { children: [joint + 1] }),
    })),
    animations: [
      {
        name: "Wave",
        samplers: [...outputs, moves].map((output) => ({ input, output, interpolation })),
        channels: [
          ...outputs.map((_, joint) => ({
            sampler: joint,
            target: { node: joint, path: "rotation" },
          })),
          { sampler: JOINTS, target: { node: 0, path: "translation" } },
        ],
      },
      {
        name: "Rest",
        samplers: [{ input, output: moves, interpolation }],
        channels: [{ sampler: 0, target: { node: 2, path: "translation" } }],
      },
    ],
  });
}
