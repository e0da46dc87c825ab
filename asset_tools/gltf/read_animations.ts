/** Animation clips of a glTF file. */
import type {
  AnimationChannel,
  AnimationClip,
  AnimationPath,
  Interpolation,
} from "../model/animation.ts";
import type { GltfAnimation } from "./gltf_json.ts";
import type { ReadContext } from "./read_context.ts";
import { broken } from "./read_failure.ts";

const PATHS: readonly AnimationPath[] = ["translation", "rotation", "scale", "weights"];

const INTERPOLATIONS = {
  STEP: "step",
  LINEAR: "linear",
  CUBICSPLINE: "cubic",
} as const satisfies Record<string, Interpolation>;

export function readAnimations(context: ReadContext, places: readonly number[]): AnimationClip[] {
  return (context.json.animations ?? []).map((animation, index) => ({
    name: animation.name ?? "",
    channels: animation.channels.flatMap(
      (_, at) => readChannel(animation, at, places, `/animations/${index}`, context) ?? [],
    ),
  }));
}

function readChannel(
  { channels, samplers }: GltfAnimation,
  index: number,
  places: readonly number[],
  clip: string,
  context: ReadContext,
): AnimationChannel | undefined {
  const { sampler, target } = channels[index] as GltfAnimation["channels"][number];
  const pointer = `${clip}/channels/${index}`;
  const path = PATHS.find((name) => name === target.path);
  if (path === undefined || target.node === undefined) {
    context.leftOut("An animation of something that is no node", pointer);
    return undefined;
  }
  const {
    input,
    output,
    interpolation = "LINEAR",
  } = samplers[sampler] as GltfAnimation["samplers"][number];
  const times = context.accessors.floats(input);
  const values = context.accessors.floats(output);
  checkKeys(times, values, pointer);
  const channel: AnimationChannel = {
    node: places[target.node] as number,
    path,
    interpolation: INTERPOLATIONS[interpolation],
    times,
    values,
  };
  if (path === "rotation") normaliseKeys(channel);
  return channel;
}

/** What the validator does not see in compressed data. */
function checkKeys(times: Float32Array, values: Float32Array, pointer: string): void {
  const isGrowing = times.every((time, at) => time >= 0 && time > (times[at - 1] ?? -1));
  if (times.length === 0 || !isGrowing) throw broken(pointer, "times do not grow from 0");
  if (values.length % times.length !== 0) throw broken(pointer, "keys and times do not fit");
}

/** Rotations of length 1, in place; what is quantised in the file is only nearly so. Tangents stay as they are. */
function normaliseKeys({ interpolation, values }: AnimationChannel): void {
  const [first, stride] = interpolation === "cubic" ? [4, 12] : [0, 4];
  for (let at = first; at < values.length; at += stride) {
    const [x, y, z, w] = values.subarray(at, at + 4) as unknown as [number, number, number, number];
    const length = Math.sqrt(x * x + y * y + z * z + w * w);
    values.set(length === 0 ? [0, 0, 0, 1] : [x / length, y / length, z / length, w / length], at);
  }
}
