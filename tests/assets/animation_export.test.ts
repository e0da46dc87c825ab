/** Animation blobs as GLB files, and back. */
import test from "ava";
import { compileAnimation } from "#asset_tools/animation/compile_animation.ts";
import { animationToGlb } from "#asset_tools/export/animation_to_glb.ts";
import {
  type Animation,
  type ClipData,
  decodeAnimation,
  encodeAnimation,
} from "#asset_tools/fpkg/animation_blob.ts";
import { poseAt } from "#asset_tools/fpkg/animation_pose.ts";
import { openInThree, validatorErrors } from "./exported_glb.ts";

const identity = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
const moved = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, -1, 2, 0.5, 1];

const joint = (name: string, parent: number, inverseBind = identity) => ({
  name,
  parent,
  translation: [0, parent < 0 ? 0 : 0.5, 0],
  rotation: [0, 0, 0, 1],
  scale: [1, 1, 1],
  inverseBind,
});

const exact = { interpolation: "linear", exact: true } as const;

const half = Math.fround(Math.SQRT1_2);

/** Turns half a circle in 64 steps, so that arcs and chords between keys are nearly the same. */
const turnTimes = Float32Array.from({ length: 65 }, (_, at) => at / 32);
const turns = Float32Array.from(
  [...turnTimes].flatMap((time) => [0, 0, Math.sin(time / 2), Math.cos(time / 2)]),
);

/** Two skeletons; clips of all paths, one that ends before it is over, and one in which nothing moves. */
const animation: Animation = {
  joints: [joint("hip", -1, moved), joint("knee", 0), joint("face", 0), joint("prop", -1, moved)],
  clips: [
    {
      name: "Walk",
      duration: 2,
      error: 0,
      channels: [
        {
          ...exact,
          joint: 0,
          path: "translation",
          components: 3,
          times: Float32Array.of(0, 0.5, 2),
          values: Float32Array.of(0, 0, 0, 1, 0, 0, 1, 3, 0),
        },
        { ...exact, joint: 1, path: "rotation", components: 4, times: turnTimes, values: turns },
        {
          ...exact,
          joint: 2,
          path: "weights",
          components: 3,
          times: Float32Array.of(0, 1),
          values: Float32Array.of(0, 0.5, 0, 1, 0.25, 0),
        },
      ],
    },
    {
      name: "Jump",
      duration: 3,
      error: 0,
      channels: [
        {
          joint: 3,
          path: "scale",
          interpolation: "step",
          exact: true,
          components: 3,
          times: Float32Array.of(0, 1),
          values: Float32Array.of(1, 1, 1, 2, 2, 2),
        },
        {
          ...exact,
          joint: 3,
          path: "rotation",
          components: 4,
          times: Float32Array.of(0),
          values: Float32Array.of(half, 0, 0, half),
        },
      ],
    },
    { name: "Still", duration: 1.5, error: 0, channels: [] },
  ],
};

const blob = encodeAnimation(animation);

test("a skeleton and its clips come back from their GLB", async (t) => {
  const error = 0.0001;
  const glb = animationToGlb(blob);
  t.deepEqual(await validatorErrors(glb), []);
  const { value, diagnostics } = await compileAnimation(glb, "a.glb", { clips: [], error });
  t.deepEqual(diagnostics, []);
  const again = decodeAnimation(value as Uint8Array);
  t.deepEqual(again.joints, decodeAnimation(blob).joints);
  t.deepEqual(
    again.clips.map(({ name, duration }) => ({ name, duration })),
    animation.clips.map(({ name, duration }) => ({ name, duration })),
  );
  for (const [index, clip] of animation.clips.entries()) {
    for (let time = 0; time <= clip.duration; time += 1 / 32) {
      const wanted = poseAt(animation.joints, clip, time);
      const found = poseAt(again.joints, again.clips[index] as ClipData, time);
      for (const [at, pose] of wanted.entries()) {
        for (const path of ["translation", "rotation", "scale", "weights"] as const) {
          for (const [axis, number] of (pose[path] ?? []).entries()) {
            const off = Math.abs((found[at]?.[path]?.[axis] ?? 0) - number);
            t.true(
              off <= 2 * error,
              `${clip.name} ${time} ${path} of joint ${at} is off by ${off}`,
            );
          }
        }
      }
    }
  }
});

test("three.js opens exported clips", async (t) => {
  const { animations } = await openInThree(animationToGlb(blob));
  t.deepEqual(
    animations.map(({ name, duration, tracks }) => ({
      name,
      duration,
      tracks: tracks.map((track) => track.name),
    })),
    [
      {
        name: "Walk",
        duration: 2,
        tracks: ["hip.position", "knee.quaternion", "face.morphTargetInfluences"],
      },
      { name: "Jump", duration: 3, tracks: ["prop.scale", "prop.quaternion"] },
      { name: "Still", duration: 1.5, tracks: ["hip.position"] },
    ],
  );
});
