/** Nodes and skins of a glTF file. */
import type { Skin } from "../model/animation.ts";
import type { ModelNode } from "../model/model.ts";
import type { Transform } from "../model/transform.ts";
import type { GltfJson, GltfNode } from "./gltf_json.ts";
import { instancesOf } from "./instances.ts";
import type { ReadContext } from "./read_context.ts";

export interface NodeReading {
  /** Parents before their children. */
  readonly nodes: readonly ModelNode[];
  /** Where each of the file's nodes went. */
  readonly places: readonly number[];
}

export function readNodes(context: ReadContext): NodeReading {
  const { json } = context;
  const nodes = json.nodes ?? [];
  const shown = shownRoots(json);
  const parents = new Map(
    nodes.flatMap(({ children = [] }, parent) => children.map((child) => [child, parent] as const)),
  );
  const places = new Array<number>(nodes.length).fill(-1);
  const ordered: ModelNode[] = [];
  const pending = nodes.flatMap((_, index) =>
    parents.has(index) ? [] : [{ index, parent: -1, isHidden: shown?.has(index) === false }],
  );
  pending.reverse();
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const node = nodes[next.index] as GltfNode;
    const isHidden = next.isHidden || node.extensions?.KHR_node_visibility?.visible === false;
    const own = modelNode(node, next.parent, isHidden);
    const instances = instancesOf(context, next.index);
    const place = ordered.push(instances ? { ...own, mesh: -1, skin: -1 } : own) - 1;
    places[next.index] = place;
    for (const transform of instances ?? [])
      ordered.push({ ...own, name: "", parent: place, transform });
    for (const child of (node.children ?? []).toReversed()) {
      pending.push({ index: child, parent: place, isHidden });
    }
  }
  return { nodes: ordered, places };
}

export function readSkins({ json, accessors }: ReadContext, places: readonly number[]): Skin[] {
  return (json.skins ?? []).map(({ name = "", joints, inverseBindMatrices }) => ({
    name,
    joints: joints.map((node) => places[node] as number),
    inverseBindMatrices:
      inverseBindMatrices === undefined
        ? Float32Array.from({ length: joints.length * 16 }, (_, at) =>
            (at % 16) % 5 === 0 ? 1 : 0,
          )
        : accessors.floats(inverseBindMatrices).slice(0, joints.length * 16),
  }));
}

/** Roots of the scene that the file shows; undefined when it has no scenes and shows all. */
function shownRoots({ scenes, scene = 0 }: GltfJson): ReadonlySet<number> | undefined {
  return scenes && new Set(scenes[scene]?.nodes ?? []);
}

function modelNode(node: GltfNode, parent: number, isHidden: boolean): ModelNode {
  const { name = "", mesh = -1, skin = -1, weights } = node;
  return {
    name,
    parent,
    transform: transformOf(node),
    mesh,
    skin,
    ...(weights && { weights }),
    ...(isHidden && { isHidden }),
  };
}

function transformOf({ matrix, translation, rotation, scale }: GltfNode): Transform {
  if (matrix !== undefined) return { kind: "matrix", matrix: Float64Array.from(matrix) };
  return {
    kind: "parts",
    translation: translation ?? [0, 0, 0],
    rotation: rotation ?? [0, 0, 0, 1],
    scale: scale ?? [1, 1, 1],
  };
}
