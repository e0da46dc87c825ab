/** Meshes of a glTF file. */
import type {
  ModelMesh,
  MorphTarget,
  Primitive,
  Skinning,
  TargetDisplacements,
} from "../model/mesh.ts";
import type { GltfAttributes, GltfMesh, GltfPrimitive } from "./gltf_json.ts";
import { PrimitiveData } from "./primitive_data.ts";
import type { ReadContext } from "./read_context.ts";
import { broken } from "./read_failure.ts";
import { listTriangles } from "./triangles.ts";

const TRIANGLES = 4;

/** All meshes; what is not drawn as triangles is left out with a warning. */
export function readMeshes(context: ReadContext): ModelMesh[] {
  return (context.json.meshes ?? []).map((mesh, index): ModelMesh => {
    const primitives = mesh.primitives.flatMap(
      (primitive, at) =>
        readPrimitive(primitive, `/meshes/${index}/primitives/${at}`, context) ?? [],
    );
    return { name: mesh.name ?? "", primitives, targets: readTargets(mesh) };
  });
}

/** Names are no part of the format but everywhere in `extras.targetNames`; an unnamed target is its number. */
function readTargets({ primitives, weights, extras }: GltfMesh): MorphTarget[] {
  const names: unknown = extras?.targetNames;
  return (primitives[0]?.targets ?? []).map((_, index) => {
    const name: unknown = Array.isArray(names) ? names[index] : undefined;
    return {
      name: typeof name === "string" ? name : String(index),
      weight: weights?.[index] ?? 0,
    };
  });
}

function readPrimitive(
  primitive: GltfPrimitive,
  pointer: string,
  context: ReadContext,
): Primitive | undefined {
  const { mode = TRIANGLES, material = -1, attributes } = primitive;
  if (mode < TRIANGLES || attributes["POSITION"] === undefined) {
    const what = mode < TRIANGLES ? "Points or lines" : "A primitive without positions";
    context.leftOut(what, pointer);
    return undefined;
  }
  const data = new PrimitiveData(primitive, pointer, context);
  const positions = data.floats("POSITION");
  const indices = listTriangles(mode, data.indices());
  if (positions === undefined || indices === undefined || indices.length === 0) return undefined;
  const count = positions.length / 3;
  if (indices.some((index) => index >= count)) {
    throw broken(pointer, `an index is outside the ${count} vertices`);
  }
  const normals = data.floats("NORMAL");
  const tangents = data.floats("TANGENT");
  const skinning = readSkinning(data, count);
  return {
    material,
    indices,
    positions,
    ...(normals && { normals }),
    ...(tangents && { tangents }),
    uvs: numbered("TEXCOORD", attributes).map((name) => data.floats(name) as Float32Array),
    colors: numbered("COLOR", attributes).map((name) => readColors(data, name)),
    ...(skinning && { skinning }),
    targets: (primitive.targets ?? []).map((target) =>
      readDisplacements(target, count, pointer, context),
    ),
  };
}

/** `NAME_0`, `NAME_1`, ... as far as they go without a gap. */
function numbered(name: string, attributes: GltfAttributes): string[] {
  const names: string[] = [];
  while (attributes[`${name}_${names.length}`] !== undefined) names.push(`${name}_${names.length}`);
  return names;
}

/** Colors with alpha, which three numbers leave at 1. */
function readColors(data: PrimitiveData, name: string): Float32Array {
  const colors = data.floats(name) as Float32Array;
  if (data.size(name) === 4) return colors;
  const withAlpha = new Float32Array((colors.length / 3) * 4).fill(1);
  for (let vertex = 0; vertex < colors.length / 3; vertex++) {
    withAlpha.set(colors.subarray(vertex * 3, vertex * 3 + 3), vertex * 4);
  }
  return withAlpha;
}

function readSkinning(data: PrimitiveData, count: number): Skinning | undefined {
  const sets = numbered("JOINTS", data.attributes);
  if (sets.length === 0) return undefined;
  const influences = sets.length * 4;
  const joints = new Uint16Array(count * influences);
  const weights = new Float32Array(count * influences);
  for (const [set, name] of sets.entries()) {
    const from = data.components(name);
    const pulls = data.floats(`WEIGHTS_${set}`);
    if (pulls === undefined) throw broken(data.pointer, `${name} has no WEIGHTS_${set}`);
    for (let at = 0; at < count * 4; at++) {
      const to = (at >> 2) * influences + set * 4 + (at & 3);
      joints[to] = from[at] as number;
      weights[to] = Math.max(0, pulls[at] as number);
    }
  }
  balance(weights, influences);
  return { influences, joints, weights };
}

/** Sums further from 1 than quantised weights come are brought there. */
const WEIGHT_TOLERANCE = 2e-3;

function balance(weights: Float32Array, influences: number): void {
  for (let at = 0; at < weights.length; at += influences) {
    let sum = 0;
    for (let one = at; one < at + influences; one++) sum += weights[one] as number;
    if (sum === 0 || Math.abs(sum - 1) <= WEIGHT_TOLERANCE) continue;
    for (let one = at; one < at + influences; one++) weights[one] = (weights[one] as number) / sum;
  }
}

function readDisplacements(
  target: GltfAttributes,
  count: number,
  pointer: string,
  { accessors }: ReadContext,
): TargetDisplacements {
  const read = (name: string): Float32Array | undefined => {
    const accessor = target[name];
    const values = accessor === undefined ? undefined : accessors.floats(accessor);
    if (values !== undefined && values.length !== count * 3) {
      throw broken(pointer, `a morph target has not the ${count} vertices of its primitive`);
    }
    return values;
  };
  const positions = read("POSITION");
  const normals = read("NORMAL");
  const tangents = read("TANGENT");
  return {
    ...(positions && { positions }),
    ...(normals && { normals }),
    ...(tangents && { tangents }),
  };
}
