/** Reads `Objects` and `Connections` of any version. */
import type { FbxFile } from "./fbx_file.ts";
import { childOf, type FbxNode, type FbxValue, textAt } from "./fbx_node.ts";
import { addLegacyObject } from "./legacy_objects.ts";
import { ObjectGraph } from "./object_graph.ts";
import { legacyId, splitName } from "./object_names.ts";
import { type FbxProperties, readProperties, readTemplates } from "./properties.ts";

/** All objects of a file. */
export function readObjects(file: FbxFile): ObjectGraph {
  const graph = new ObjectGraph();
  const templates = readTemplates(file.root);
  const add = file.version < 7000 ? addLegacyObject : addObject;
  for (const node of sections(file.root, "Objects")) add(node, templates.get(node.name), graph);
  for (const node of sections(file.root, "Connections")) connect(node, graph);
  return graph;
}

function addObject(node: FbxNode, template: FbxProperties | undefined, graph: ObjectGraph): void {
  const [id, name, subtype] = node.values;
  if (!isNumber(id)) return;
  graph.add({
    id,
    kind: node.name,
    name: splitName(typeof name === "string" ? name : "").name,
    subtype: typeof subtype === "string" ? subtype : "",
    node,
    properties: readProperties(node, template),
  });
}

/** `C: "OP", child, parent, "property"`; before 7000 `Connect` with names. */
function connect(node: FbxNode, graph: ObjectGraph): void {
  const [, child, parent] = node.values;
  if (isNumber(child) && isNumber(parent)) graph.connect(child, parent, textAt(node, 3));
  else if (typeof child === "string" && typeof parent === "string")
    graph.connect(legacyId(child), legacyId(parent), textAt(node, 3));
}

function sections(root: FbxNode, name: string): readonly FbxNode[] {
  return childOf(root, name)?.children ?? [];
}

function isNumber(value: FbxValue | undefined): value is number | bigint {
  return typeof value === "number" || typeof value === "bigint";
}
