/**
 * An animation blob as a GLB file: joints as nodes, their inverse binds as skins, clips as animations. Between keys glTF turns
 * a joint at constant speed and the blob's reader nearly so; both meet at the keys.
 */
import {
  type Animation,
  type ChannelData,
  type ClipData,
  decodeAnimation,
} from "../fpkg/animation_blob.ts";
import { GlbBuilder } from "./glb_builder.ts";

/** The whole file. Throws `FpkgError` for a damaged blob. */
export function animationToGlb(blob: Uint8Array): Uint8Array {
  const animation = decodeAnimation(blob);
  const glb = new GlbBuilder();
  const { roots, children } = familyOf(animation);
  const morphed = morphCounts(animation);
  const meshes = [...morphed.values()].map((count) => morphedPoint(count, glb));
  const meshOf = new Map([...morphed.keys()].map((joint, index) => [joint, index]));
  const nodes = animation.joints.map(({ name, translation, rotation, scale }, joint) => ({
    name,
    translation,
    rotation,
    scale,
    ...(children[joint]?.length && { children: children[joint] }),
    ...(meshOf.has(joint) && { mesh: meshOf.get(joint) }),
  }));
  return glb.finish({
    scene: 0,
    scenes: [{ nodes: roots }],
    nodes,
    ...(meshes.length > 0 && { meshes }),
    ...skinsOf(animation, roots, glb),
    ...(animation.clips.length > 0 && {
      animations: animation.clips.map((clip) => animationOf(clip, animation, glb)),
    }),
  });
}

function familyOf({ joints }: Animation) {
  const children: number[][] = joints.map(() => []);
  const roots: number[] = [];
  for (const [index, { parent }] of joints.entries()) (children[parent] ?? roots).push(index);
  return { roots, children };
}

/** A skin a root, as a skin's joints must have a common one; joints that bind nothing are in none. */
function skinsOf(animation: Animation, roots: readonly number[], glb: GlbBuilder) {
  const bound = roots.map((root) => boundJoints(animation, root));
  const skins = bound
    .filter((joints) => joints.length > 0)
    .map((joints) => {
      const matrices = joints.flatMap((joint) => animation.joints[joint]?.inverseBind ?? []);
      return { joints, inverseBindMatrices: glb.floats(Float32Array.from(matrices), "MAT4") };
    });
  return skins.length > 0 && { skins };
}

function boundJoints({ joints }: Animation, root: number): number[] {
  const own = new Set([root]);
  for (const [index, { parent }] of joints.entries()) if (own.has(parent)) own.add(index);
  return [...own].filter((joint) =>
    joints[joint]?.inverseBind.some((value, at) => value !== (at % 5 === 0 ? 1 : 0)),
  );
}

/** How many morph targets the clips move at each joint. */
function morphCounts({ clips }: Animation): Map<number, number> {
  const channels = clips.flatMap((clip) => clip.channels);
  const moved = channels.filter(({ path }) => path === "weights");
  return new Map(moved.map(({ joint, components }) => [joint, components]));
}

/**
 * Weights need a mesh with as many targets, which is another blob: here a triangle without area, that each target moves by
 * a metre.
 */
function morphedPoint(count: number, glb: GlbBuilder): object {
  const position = glb.floats(new Float32Array(9), "VEC3", { use: "vertices", isBounded: true });
  const moved = Float32Array.of(1, 0, 0, 1, 0, 0, 1, 0, 0);
  const target = glb.floats(moved, "VEC3", { use: "vertices", isBounded: true });
  const targets = Array.from({ length: count }, () => ({ POSITION: target }));
  return { primitives: [{ attributes: { POSITION: position }, targets }] };
}

function animationOf(clip: ClipData, animation: Animation, glb: GlbBuilder): object {
  const channels = lasting(clip, animation);
  const samplers = channels.map(({ times, values, path, interpolation }) => ({
    input: glb.floats(times, "SCALAR", { isBounded: true }),
    output: glb.floats(values, ELEMENTS[path]),
    interpolation: interpolation.toUpperCase(),
  }));
  return {
    ...(clip.name !== "" && { name: clip.name }),
    channels: channels.map(({ joint, path }, sampler) => ({
      sampler,
      target: { node: joint, path },
    })),
    samplers,
  };
}

const ELEMENTS = {
  translation: "VEC3",
  rotation: "VEC4",
  scale: "VEC3",
  weights: "SCALAR",
} as const;

/**
 * The clip's channels, of which one is held to the clip's end: glTF knows a clip's length only by its last key. A clip that
 * moves nothing holds the first joint at rest.
 */
function lasting({ duration, channels }: ClipData, { joints }: Animation): ChannelData[] {
  const [first, ...others] = channels;
  if (first === undefined) {
    const still = { joint: 0, path: "translation", interpolation: "step", exact: true } as const;
    const values = Float32Array.from(joints[0]?.translation ?? [0, 0, 0]);
    return [heldTo({ ...still, components: 3, times: Float32Array.of(0), values }, duration)];
  }
  const isLong = channels.some(({ times }) => (times.at(-1) ?? 0) >= duration);
  return [isLong ? first : heldTo(first, duration), ...others];
}

function heldTo(channel: ChannelData, time: number): ChannelData {
  const { times, values, components } = channel;
  if ((times.at(-1) ?? 0) >= time) return channel;
  return {
    ...channel,
    times: Float32Array.of(...times, time),
    values: Float32Array.of(...values, ...values.subarray(-components)),
  };
}
