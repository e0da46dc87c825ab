/**
 * EXT_mesh_gpu_instancing: a node's mesh at many places below the node
 * (https://github.com/KhronosGroup/glTF/tree/main/extensions/2.0/Vendor/EXT_mesh_gpu_instancing). The validator does not
 * know the extension, so all of it is checked here.
 */
import type { Transform } from "../model/transform.ts";
import type { ReadContext } from "./read_context.ts";
import { broken } from "./read_failure.ts";

/** Bytes that a node of the model takes, about. */
const NODE_BYTES = 512;

/** Numbers of each attribute; others, such as ids, are for programs that know them. */
const SIZES = { TRANSLATION: 3, ROTATION: 4, SCALE: 3 } as const;
type Attribute = keyof typeof SIZES;

/** The places of the instances relative to the node; undefined for a node that is not instanced. */
export function instancesOf(context: ReadContext, node: number): Transform[] | undefined {
  const extension = context.json.nodes?.[node]?.extensions?.EXT_mesh_gpu_instancing;
  if (extension === undefined) return undefined;
  const pointer = `/nodes/${node}/extensions/EXT_mesh_gpu_instancing`;
  const attributes: unknown = extension.attributes;
  if (typeof attributes !== "object" || attributes === null)
    throw broken(pointer, "it has no attributes");
  const given = new Map(Object.entries(attributes));
  const count = countOf(context, [...given.values()], pointer);
  const read = (name: Attribute) => floatsOf(context, given.get(name), SIZES[name], pointer);
  const translations = read("TRANSLATION");
  const rotations = read("ROTATION");
  const scales = read("SCALE");
  context.budget.take(count * NODE_BYTES, pointer);
  return Array.from({ length: count }, (_, at) => ({
    kind: "parts",
    translation: tripleAt(translations, at) ?? [0, 0, 0],
    rotation: unitAt(rotations, at) ?? [0, 0, 0, 1],
    scale: tripleAt(scales, at) ?? [1, 1, 1],
  }));
}

/** All attributes have as many elements. */
function countOf({ json }: ReadContext, accessors: readonly unknown[], pointer: string): number {
  const counts = accessors.map((index) => json.accessors?.[index as number]?.count);
  const [count] = counts;
  if (count === undefined || counts.some((other) => other !== count))
    throw broken(pointer, "its attributes are no accessors of equal length");
  return count;
}

function floatsOf(
  { accessors }: ReadContext,
  index: unknown,
  size: number,
  pointer: string,
): Float32Array | undefined {
  if (index === undefined) return undefined;
  const floats = accessors.floats(index as number);
  if (accessors.size(index as number) === size) return floats;
  throw broken(pointer, `an attribute has not ${size} numbers an instance`);
}

function tripleAt(floats: Float32Array | undefined, at: number): [number, number, number] | null {
  if (floats === undefined) return null;
  const [x = 0, y = 0, z = 0] = floats.subarray(at * 3, at * 3 + 3);
  return [x, y, z];
}

/** Rotations in few bits have not quite unit length; one of no length turns nothing. */
function unitAt(
  floats: Float32Array | undefined,
  at: number,
): [number, number, number, number] | null {
  if (floats === undefined) return null;
  const [x = 0, y = 0, z = 0, w = 0] = floats.subarray(at * 4, at * 4 + 4);
  const length = Math.sqrt(x * x + y * y + z * z + w * w);
  return length === 0 ? null : [x / length, y / length, z / length, w / length];
}
