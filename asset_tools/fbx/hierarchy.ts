/** The models of a file as nodes, parents first. */

import { fail } from "./fbx_problem.ts";
import { type NodeTransform, readNodeTransform } from "./node_transform.ts";
import type { FbxObject, ObjectGraph } from "./object_graph.ts";

/** Skeletons have some dozens. */
const MAX_LEVELS = 1000;

export interface HierarchyNode {
  readonly object: FbxObject;
  /** Index of the parent, -1 for none. */
  readonly parent: number;
  readonly transform: NodeTransform;
}

/** All models that hang below the scene, each below the first parent that the file names. */
export function readHierarchy(graph: ObjectGraph): HierarchyNode[] {
  const models = graph.ofKind("Model");
  const nodes: HierarchyNode[] = [];
  const open = models
    .filter((model) => parentOf(model, graph) === undefined)
    .map((object) => ({ object, parent: -1, level: 0 }))
    .reverse();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { object, parent, level } = next;
    if (level > MAX_LEVELS) refuse(object, `it is more than ${MAX_LEVELS} levels deep`);
    const index =
      nodes.push({ object, parent, transform: readNodeTransform(object.properties) }) - 1;
    const children = graph
      .below(object, "Model")
      .filter(({ object: child }) => parentOf(child, graph) === object)
      .map(({ object: child }) => ({ object: child, parent: index, level: level + 1 }));
    // A child that is connected twice is one child.
    open.push(...[...new Map(children.map((child) => [child.object, child])).values()].reverse());
  }
  if (nodes.length < models.length) reportCircle(models, nodes);
  return nodes;
}

function parentOf(model: FbxObject, graph: ObjectGraph): FbxObject | undefined {
  return graph.above(model, "Model").find(({ property }) => property === "")?.object;
}

function reportCircle(models: readonly FbxObject[], nodes: readonly HierarchyNode[]): never {
  const known = new Set(nodes.map(({ object }) => object));
  const lost = models.find((model) => !known.has(model)) as FbxObject;
  return refuse(lost, "it is its own parent");
}

function refuse(model: FbxObject, problem: string): never {
  return fail("AS2604", model.node.at, { object: `Model \`${model.name}\``, problem });
}
