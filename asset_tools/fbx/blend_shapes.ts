/** Blend shapes: channels with a weight in percent, each with one shape or several that it passes one after another. */
import { type NumberArray, numbersIn } from "./fbx_node.ts";
import type { FbxObject, ObjectGraph } from "./object_graph.ts";
import { deformers } from "./skin.ts";

/** A morph target to be. */
export interface Shape {
  readonly name: string;
  /** Control points that it moves. */
  readonly indices: NumberArray;
  /** What it adds to each of them, x y z. */
  readonly points: NumberArray;
  /** What it adds to their normals; empty when the file does not say. */
  readonly normals: NumberArray;
}

export interface ShapeChannel {
  readonly object: FbxObject;
  readonly shapes: readonly Shape[];
  /** Percentage at which each shape stands alone; growing. */
  readonly full: readonly number[];
}

/** Channels of a geometry, in the file's order. */
export function readShapeChannels(geometry: FbxObject, graph: ObjectGraph): ShapeChannel[] {
  return deformers(geometry, "BlendShape", graph)
    .flatMap((deformer) => deformers(deformer, "BlendShapeChannel", graph))
    .map((channel) => readChannel(channel, graph))
    .filter(({ shapes }) => shapes.length > 0);
}

function readChannel(object: FbxObject, graph: ObjectGraph): ShapeChannel {
  const weights = numbersIn(object.node, "FullWeights");
  const targets = graph
    .below(object, "Geometry")
    .map(({ object: { node } }, at) => ({ node, full: weights[at] || 100 }))
    .toSorted((a, b) => a.full - b.full);
  const shapes = targets.map(({ node, full }) => ({
    name: targets.length === 1 ? object.name : `${object.name} ${full}%`,
    indices: numbersIn(node, "Indexes"),
    points: numbersIn(node, "Vertices"),
    normals: numbersIn(node, "Normals"),
  }));
  return { object, shapes, full: targets.map(({ full }) => full) };
}

/** Weights of a channel's shapes when the channel stands at `percent`: two neighbours share it. */
export function shapeWeights({ full }: ShapeChannel, percent: number): number[] {
  const weights = full.map(() => 0);
  const [first] = full;
  if (first === undefined) return weights;
  if (full.length === 1 || percent <= first) {
    weights[0] = percent / first;
    return weights;
  }
  let upper = 1;
  while (upper + 1 < full.length && percent > full[upper]!) upper++;
  const [from, to] = [full[upper - 1]!, full[upper]!];
  const share = to > from ? (percent - from) / (to - from) : 1;
  weights[upper - 1] = 1 - share;
  weights[upper] = share;
  return weights;
}
