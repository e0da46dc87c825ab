import test from "ava";
import { compileAnimation } from "#asset_tools/animation/compile_animation.ts";
import { partsOf } from "#asset_tools/animation/skeleton.ts";
import {
  type Animation,
  decodeAnimation,
  encodeAnimation,
} from "#asset_tools/fpkg/animation_blob.ts";
import { packKeys, unpackKeys } from "#asset_tools/fpkg/animation_keys.ts";
import { poseAt } from "#asset_tools/fpkg/animation_pose.ts";
import { FpkgError } from "#asset_tools/fpkg/fpkg_error.ts";
import { readGltf } from "#asset_tools/gltf/read_gltf.ts";
import { multiplyMatrices } from "#asset_tools/math/matrix4.ts";
import type { Quaternion, Vector3 } from "#asset_tools/math/vector.ts";
import { matrixOf } from "#asset_tools/model/transform.ts";
import { arm, LENGTH, moveAt, RATE, SECONDS, turnAt } from "./arm_gltf.ts";
import { GltfMaker, type MadeGltf, toGlb } from "./make_gltf.ts";

/** Numbers as a seeded generator gives them, from -1 to 1. */
function noise(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return state / 2 ** 31;
  };
}

async function compile(
  made: MadeGltf,
  error = 0.001,
): Promise<{ animation: Animation; size: number }> {
  const { value, diagnostics } = await compileAnimation(toGlb(made), "a.glb", { clips: [], error });
  if (value === undefined) throw new Error(diagnostics[0]?.message);
  return { animation: decodeAnimation(value), size: value.length };
}

/** World positions of the arm's joints, and of its tip half a metre farther. */
function chain(turns: readonly (readonly number[])[], move: readonly number[]): number[][] {
  let world = matrixOf({
    kind: "parts",
    translation: [0, 0, 0],
    rotation: [0, 0, 0, 1],
    scale: [1, 1, 1],
  });
  const points = turns.map((turn, joint) => {
    const translation = joint === 0 ? (move as unknown as Vector3) : ([0, LENGTH, 0] as const);
    world = multiplyMatrices(
      world,
      matrixOf({
        kind: "parts",
        translation,
        rotation: turn as unknown as Quaternion,
        scale: [1, 1, 1],
      }),
    );
    return [...world.subarray(12, 15)];
  });
  const tip = [0, 1, 2].map(
    (row) => (world[12 + row] as number) + (world[4 + row] as number) * LENGTH,
  );
  return [...points, tip];
}

/** How far the arm is from `turns` and `move` on a dense grid that no sampling of the compiler's has. */
function largestError(animation: Animation, turns: typeof turnAt, move: typeof moveAt): number {
  const [clip] = animation.clips;
  let largest = 0;
  for (let time = 0; clip && time <= SECONDS; time += 0.00137) {
    const pose = poseAt(animation.joints, clip, time);
    const actual = chain(
      pose.map(({ rotation }) => rotation),
      pose[0]?.translation ?? [],
    );
    const expected = chain(
      pose.map((_, joint) => turns(joint, time)),
      move(time),
    );
    for (const [at, point] of actual.entries()) {
      const other = expected[at] as number[];
      largest = Math.max(
        largest,
        Math.hypot(...point.map((value, axis) => value - (other[axis] as number))),
      );
    }
  }
  return largest;
}

/** What the keys of a `LINEAR` source mean between them. */
const between =
  <T extends readonly number[]>(value: (time: number) => T) =>
  (time: number): T => {
    const frame = Math.min(SECONDS * RATE - 1, Math.floor(time * RATE));
    const [from, to] = [value(frame / RATE), value((frame + 1) / RATE)];
    const share = time * RATE - frame;
    const mixed = from.map((number, at) => number + ((to[at] as number) - number) * share);
    const length = mixed.length === 4 ? Math.hypot(...mixed) : 1;
    return mixed.map((number) => number / length) as unknown as T;
  };

for (const error of [0.01, 0.001, 0.0001]) {
  test(`linear keys: every point stays within ${error} m on a dense grid`, async (t) => {
    const { animation, size } = await compile(arm("LINEAR"), error);
    const found = largestError(
      animation,
      (joint, time) => between((at) => turnAt(joint, at))(time),
      between(moveAt),
    );
    // Linear blends of neighbouring rotations and turns at constant speed differ by less than a hundredth of that.
    t.true(found <= error * 1.01, `${found} m`);
    t.true((animation.clips[0]?.error ?? 1) <= error);
    t.log(`${size} bytes, ${animation.clips[0]?.channels.map(({ times }) => times.length)} keys`);
  });

  test(`cubic keys: every point stays within ${error} m on a dense grid`, async (t) => {
    const { animation } = await compile(arm("CUBICSPLINE"), error);
    // The splines themselves are about a micrometre beside the motion that they were made from.
    const found = largestError(animation, turnAt, moveAt);
    t.true(found <= error + 2e-5, `${found} m`);
  });
}

test("a larger error takes fewer keys", async (t) => {
  const sizes = [];
  for (const error of [0.00001, 0.0001, 0.001, 0.01, 0.1])
    sizes.push((await compile(arm("LINEAR"), error)).size);
  t.deepEqual(
    sizes,
    sizes.toSorted((a, b) => b - a),
  );
  t.true((sizes.at(-1) ?? 0) < (sizes[0] ?? 0) / 3);
});

test("a skeleton has the joints, what is above them, and what skins say of them", async (t) => {
  const maker = new GltfMaker();
  const matrices = Float32Array.from({ length: 16 }, (_, at) =>
    at % 5 === 0 ? 2 : at === 12 ? 7 : 0,
  );
  matrices[15] = 1;
  const POSITION = maker.accessor("VEC3", Float32Array.of(0, 0, 0, 1, 0, 0, 0, 1, 0));
  const JOINTS_0 = maker.accessor("VEC4", new Uint8Array(12));
  const WEIGHTS_0 = maker.accessor(
    "VEC4",
    Float32Array.from({ length: 12 }, (_, at) => (at % 4 === 0 ? 1 : 0)),
  );
  const made = maker.make({
    meshes: [{ primitives: [{ attributes: { POSITION, JOINTS_0, WEIGHTS_0 } }] }],
    skins: [{ joints: [2], inverseBindMatrices: maker.accessor("MAT4", matrices) }],
    nodes: [
      { name: "body", mesh: 0, skin: 0 },
      { name: "root", children: [2, 3], scale: [2, 2, 2] },
      { name: "hip" },
      { name: "hat" },
    ],
    scenes: [{ nodes: [0, 1] }],
  });
  const { animation } = await compile(made);
  t.deepEqual(
    animation.joints.map(({ name, parent }) => [name, parent]),
    [
      ["root", -1],
      ["hip", 0],
    ],
  );
  t.deepEqual(animation.joints[0]?.scale, [2, 2, 2]);
  t.deepEqual(animation.joints[1]?.inverseBind, [...matrices]);
  t.deepEqual(animation.clips, []);
});

test("steps stay steps, what rests has no keys, weights are kept", async (t) => {
  const maker = new GltfMaker();
  const input = maker.accessor("SCALAR", Float32Array.of(0, 1, 2, 3));
  const steps = Float32Array.of(0, 0, 0, 0, 0, 0, 5, 0, 0, 5, 0, 0);
  const still = Float32Array.from({ length: 16 }, (_, at) => (at % 4 === 3 ? 1 : 0));
  const weights = Float32Array.of(0, 1, 0.5, 0.5, 1, 0, 0, 1);
  const POSITION = maker.accessor("VEC3", Float32Array.of(0, 0, 0, 1, 0, 0, 0, 1, 0));
  const target = { POSITION: maker.accessor("VEC3", Float32Array.of(0, 0, 1, 0, 0, 1, 0, 0, 1)) };
  const made = maker.make({
    meshes: [{ primitives: [{ attributes: { POSITION }, targets: [target, target] }] }],
    nodes: [{ name: "door", mesh: 0 }],
    animations: [
      {
        samplers: [
          { input, output: maker.accessor("VEC3", steps), interpolation: "STEP" },
          { input, output: maker.accessor("VEC4", still) },
          { input, output: maker.accessor("SCALAR", weights) },
        ],
        channels: ["translation", "rotation", "weights"].map((path, sampler) => ({
          sampler,
          target: { node: 0, path },
        })),
      },
    ],
  });
  const { animation } = await compile(made);
  const [clip] = animation.clips;
  t.deepEqual(
    clip?.channels.map(({ path, interpolation, times }) => [path, interpolation, [...times]]),
    [
      ["translation", "step", [0, 2]],
      ["weights", "linear", [0, 2, 3]],
    ],
  );
  const at = (time: number) => (clip ? poseAt(animation.joints, clip, time)[0] : undefined);
  t.is(at(1.999)?.translation[0], 0);
  t.is(at(2)?.translation[0], 5);
  const [first = 0, second = 0] = at(0.5)?.weights ?? [];
  t.true(Math.abs(first - 0.25) < 0.001 && Math.abs(second - 0.75) < 0.001);
});

test("clips are chosen by name", async (t) => {
  const glb = toGlb(arm("LINEAR"));
  const chosen = await compileAnimation(glb, "a.glb", { clips: ["Rest"], error: 0.01 });
  t.deepEqual(
    decodeAnimation(chosen.value as Uint8Array).clips.map(({ name }) => name),
    ["Rest"],
  );
  const missing = await compileAnimation(glb, "a.glb", { clips: ["Wafe"], error: 0.01 });
  t.deepEqual(
    missing.diagnostics.map(({ code, hint }) => [code, hint]),
    [["AS6010", "Did you mean `Wave`?"]],
  );
});

test("48 bits hold a rotation to a ten-thousandth", (t) => {
  const next = noise(7);
  const values = Float32Array.from({ length: 4000 }, () => next());
  for (let at = 0; at < values.length; at += 4) {
    const size = Math.hypot(...values.subarray(at, at + 4));
    for (let part = at; part < at + 4; part++) values[part] = (values[part] as number) / size;
  }
  const packed = packKeys(values, "rotation", false);
  t.is(packed.bytes.length, 6000);
  const unpacked = unpackKeys(packed, "rotation", values.length);
  for (let at = 0; at < values.length; at += 4) {
    const [own, other] = [values, unpacked].map((list) => [...list.subarray(at, at + 4)]);
    const apart = (sign: number): number =>
      Math.hypot(...(own ?? []).map((value, part) => value - sign * (other?.[part] ?? 0)));
    t.true(Math.min(apart(1), apart(-1)) < 1e-4);
  }
});

test("a matrix comes apart into translation, rotation and scale", (t) => {
  const parts = {
    kind: "parts",
    translation: [1, 2, 3],
    rotation: [0.5, -0.5, 0.5, 0.5],
    scale: [-2, 3, 4],
  } as const;
  const again = partsOf({ kind: "matrix", matrix: matrixOf(parts) });
  t.deepEqual(
    [...matrixOf(again)].map((value) => Math.fround(value)),
    [...matrixOf(parts)].map((value) => Math.fround(value)),
  );
});

test("a damaged blob is refused, whatever byte it is", async (t) => {
  const { value } = await compileAnimation(toGlb(arm("LINEAR")), "a.glb", {
    clips: [],
    error: 0.05,
  });
  const blob = value as Uint8Array;
  t.deepEqual(encodeAnimation(decodeAnimation(blob)), blob);
  // As files are read: a part of a larger buffer, at an odd place.
  const odd = Buffer.concat([Buffer.alloc(3), blob]).subarray(3);
  t.deepEqual(decodeAnimation(odd), decodeAnimation(blob));
  const next = noise(3);
  for (let round = 0; round < 2000; round++) {
    const damaged = blob.slice(
      0,
      round % 3 === 0 ? Math.floor(((next() + 1) / 2) * blob.length) : blob.length,
    );
    for (let change = 0; change < 3; change++) {
      const at = Math.floor(((next() + 1) / 2) * damaged.length);
      if (at < damaged.length) damaged[at] = Math.floor((next() + 1) * 128);
    }
    try {
      const { joints, clips } = decodeAnimation(damaged);
      for (const clip of clips) poseAt(joints, clip, 0.5);
    } catch (error) {
      if (!(error instanceof FpkgError)) throw error;
    }
  }
  t.pass();
});

test("the same file gives the same bytes, and clips are those of the reader", async (t) => {
  const glb = toGlb(arm("CUBICSPLINE"));
  const once = await compileAnimation(glb, "a.glb", { clips: [], error: 0.001 });
  const twice = await compileAnimation(glb, "a.glb", { clips: [], error: 0.001 });
  t.deepEqual(once.value, twice.value);
  const { value } = await readGltf(glb, "a.glb");
  t.deepEqual(
    value?.animations.map(({ name }) => name),
    ["Wave", "Rest"],
  );
});
