/** Skins: the clusters of a geometry, each a bone with the weights of the control points that it pulls. */
import { type NumberArray, numbersIn } from "./fbx_node.ts";
import type { FbxObject, ObjectGraph } from "./object_graph.ts";
import { describe } from "./polygons.ts";
import type { FbxWarnings } from "./warnings.ts";

/** Influences of a point; weaker ones are dropped. */
export const INFLUENCES = 4;

/** Larger numbers are damage, and would not survive being added up. */
const LARGEST = 1e30;

export interface Cluster {
  readonly object: FbxObject;
  readonly bone: FbxObject;
  /** From the mesh's node to the bone at rest; empty when the file does not say. */
  readonly meshToBone: NumberArray;
  /** From the bone at rest to the world; empty when the file does not say. */
  readonly boneToWorld: NumberArray;
}

export interface SkinWeights {
  readonly name: string;
  readonly clusters: readonly Cluster[];
  /** Indices of clusters, strongest first, `INFLUENCES` a control point. */
  readonly joints: Uint16Array;
  /** Sum up to 1, or are 0 where no bone pulls. */
  readonly weights: Float64Array;
}

/** The skin of a geometry; undefined when it has none. Before 7000, skins may be connected to the model. */
export function readSkin(
  geometry: FbxObject,
  points: number,
  graph: ObjectGraph,
  warnings: FbxWarnings,
): SkinWeights | undefined {
  const owners = [geometry, ...graph.above(geometry, "Model").map(({ object }) => object)];
  const skins = [...new Set(owners.flatMap((owner) => deformers(owner, "Skin", graph)))];
  const all = skins
    .flatMap((skin) => deformers(skin, "Cluster", graph))
    .flatMap((object) => readCluster(object, graph));
  if (all.length === 0) return undefined;
  const clusters = all.slice(0, 65535);
  const joints = new Uint16Array(points * INFLUENCES);
  const weights = new Float64Array(points * INFLUENCES);
  for (const [joint, { object }] of clusters.entries()) {
    if (!addCluster(object, joint, points, joints, weights)) {
      const problem = "it pulls control points that the mesh does not have";
      warnings.add(object.node, describe(object), problem);
    }
  }
  normalise(joints, weights);
  return { name: skins[0]!.name, clusters, joints, weights };
}

/** Deformers of one subtype below an object. */
export function deformers(object: FbxObject, subtype: string, graph: ObjectGraph): FbxObject[] {
  return graph
    .below(object, "Deformer")
    .map(({ object: deformer }) => deformer)
    .filter((deformer) => deformer.subtype === subtype);
}

function readCluster(object: FbxObject, graph: ObjectGraph): Cluster[] {
  const [bone] = graph.below(object, "Model");
  if (bone === undefined) return [];
  const meshToBone = matrixIn(object, "Transform");
  return [
    { object, bone: bone.object, meshToBone, boneToWorld: matrixIn(object, "TransformLink") },
  ];
}

function matrixIn({ node }: FbxObject, name: string): NumberArray {
  const numbers = numbersIn(node, name);
  const isWhole = numbers.length === 16 && numbers.every((value) => Math.abs(value) < LARGEST);
  return isWhole ? numbers : new Float64Array(0);
}

/** False when some of the cluster's points do not exist. */
function addCluster(
  { node }: FbxObject,
  joint: number,
  points: number,
  joints: Uint16Array,
  weights: Float64Array,
): boolean {
  const indices = numbersIn(node, "Indexes");
  const strengths = numbersIn(node, "Weights");
  let isWhole = true;
  for (let at = 0; at < indices.length; at++) {
    const point = indices[at]!;
    const weight = strengths[at] ?? 0;
    if (!(point >= 0 && point < points)) isWhole = false;
    else if (weight > 0 && weight < LARGEST) insert(joints, weights, point, joint, weight);
  }
  return isWhole;
}

/** Keeps the strongest in order; of equal ones the earlier. */
function insert(
  joints: Uint16Array,
  weights: Float64Array,
  point: number,
  joint: number,
  weight: number,
): void {
  const start = point * INFLUENCES;
  let at = start + INFLUENCES;
  while (at > start && weights[at - 1]! < weight) {
    at--;
    if (at + 1 < start + INFLUENCES) {
      weights[at + 1] = weights[at]!;
      joints[at + 1] = joints[at]!;
    }
  }
  if (at === start + INFLUENCES) return;
  weights[at] = weight;
  joints[at] = joint;
}

function normalise(joints: Uint16Array, weights: Float64Array): void {
  for (let start = 0; start < weights.length; start += INFLUENCES) {
    let sum = 0;
    for (let at = start; at < start + INFLUENCES; at++) sum += weights[at]!;
    for (let at = start; at < start + INFLUENCES; at++) {
      if (weights[at] === 0) joints[at] = 0;
      else weights[at] = weights[at]! / sum;
    }
  }
}
