/** Takes, also called animation stacks: curves for properties of objects, in layers. */
import { type Curve, linearKey } from "./curve.ts";
import { type OpenCurve, withExtrapolation } from "./extrapolation.ts";
import type { FbxFile } from "./fbx_file.ts";
import { childOf, type FbxNode, numberAt, textAt } from "./fbx_node.ts";
import { readKeyArrays } from "./key_arrays.ts";
import { readLegacyTakes } from "./legacy_takes.ts";
import type { FbxObject, ObjectGraph } from "./object_graph.ts";
import type { PropertyCurves, Take, TakeLayer } from "./take.ts";

/** The SDK's unit of time. */
export const TICKS_PER_SECOND = 46186158000;

/** All takes of a file that move anything. */
export function readTakes(file: FbxFile, graph: ObjectGraph): Take[] {
  const takes =
    file.version < 7000
      ? readLegacyTakes(file.root, TICKS_PER_SECOND)
      : graph.ofKind("AnimationStack").map((stack) => readStack(stack, graph, file.root));
  return takes.filter(({ layers }) => layers.some(({ curves }) => curves.length > 0));
}

function readStack(stack: FbxObject, graph: ObjectGraph, root: FbxNode): Take {
  const [start, stop] = rangeOf(stack, root);
  return {
    name: stack.name,
    start: start / TICKS_PER_SECOND,
    stop: stop / TICKS_PER_SECOND,
    layers: graph.below(stack, "AnimationLayer").map(({ object }) => readLayer(object, graph)),
  };
}

/** In ticks. Some exporters leave the times to the old section `Takes`, which newer files still have. */
function rangeOf({ name, properties }: FbxObject, root: FbxNode): readonly [number, number] {
  const stop = properties.number("LocalStop", 0);
  const start = properties.number("LocalStart", 0);
  if (stop > start) return [start, stop];
  const takes = childOf(root, "Takes")?.children ?? [];
  const take = takes.find((other) => other.name === "Take" && textAt(other, 0) === name);
  const time = take && childOf(take, "LocalTime");
  return [numberAt(time, 0) ?? 0, numberAt(time, 1) ?? 0];
}

function readLayer(layer: FbxObject, graph: ObjectGraph): TakeLayer {
  return {
    weight: layer.properties.number("Weight", 100) / 100,
    isOverride: layer.properties.number("BlendMode", 0) !== 0,
    curves: graph
      .below(layer, "AnimationCurveNode")
      .flatMap(({ object }) => readCurveNode(object, graph)),
  };
}

function readCurveNode(node: FbxObject, graph: ObjectGraph): PropertyCurves[] {
  const links = graph.below(node, "AnimationCurve");
  const axes: (OpenCurve | undefined)[] = [undefined, undefined, undefined];
  for (const { object, property } of links) {
    // `d|X`; properties of one number are called like the property.
    const axis = Math.max(0, ["d|X", "d|Y", "d|Z"].indexOf(property));
    const curve = readKeyArrays(object.node, TICKS_PER_SECOND) ?? defaultOf(object);
    axes[axis] = withExtrapolation(curve, object.node);
  }
  if (axes.every((axis) => axis === undefined)) return [];
  const defaults = ["d|X", "d|Y", "d|Z"].map((name) => {
    const value = node.properties.number(name, Number.NaN);
    return Number.isFinite(value) ? value : undefined;
  });
  return graph
    .above(node)
    .filter(({ property }) => property !== "")
    .map(({ object, property }) => ({ target: object.id, property, axes, defaults }));
}

/** A curve without keys has one value. */
function defaultOf({ node }: FbxObject): Curve | undefined {
  const value = numberAt(childOf(node, "Default"), 0);
  return value === undefined || !Number.isFinite(value)
    ? undefined
    : { keys: [linearKey(0, value)] };
}
