/**
 * Objects before version 7000. They have no numbers, and a model holds its mesh and shapes itself; here those become
 * objects of their own, connected as a newer file would have them.
 */
import { childrenOf, type FbxNode, textAt } from "./fbx_node.ts";
import type { FbxId, FbxObject, ObjectGraph } from "./object_graph.ts";
import { legacyId, splitName } from "./object_names.ts";
import { FbxProperties, noProperties, readProperties } from "./properties.ts";

/** Adds one record below `Objects`. */
export function addLegacyObject(
  node: FbxNode,
  template: FbxProperties | undefined,
  graph: ObjectGraph,
): void {
  const full = textAt(node, 0);
  if (full === "") return;
  const object = {
    id: legacyId(full),
    kind: node.name,
    name: splitName(full).name,
    subtype: textAt(node, 1),
    node,
    properties: readProperties(node, template),
  };
  graph.add(object);
  if (node.children.some(({ name }) => name === "PolygonVertexIndex")) addMesh(object, graph);
}

/** Id of the channel that a model's shape becomes; takes name the two. */
export function legacyChannelId(model: FbxId, shape: string): string {
  return `BlendShapeChannel of ${model}: ${shape}`;
}

function addMesh(model: FbxObject, graph: ObjectGraph): void {
  const geometry = { ...model, id: `Geometry of ${model.id}`, kind: "Geometry", subtype: "Mesh" };
  graph.add(geometry);
  graph.connect(geometry.id, model.id, "");
  const shapes = childrenOf(model.node, "Shape");
  if (shapes.length === 0) return;
  const id = `BlendShape of ${model.id}`;
  const { name } = model;
  const base = { node: model.node, properties: noProperties };
  graph.add({ ...base, id, kind: "Deformer", name, subtype: "BlendShape" });
  graph.connect(id, geometry.id, "");
  for (const shape of shapes) addShape(shape, model, id, graph);
}

function addShape(node: FbxNode, model: FbxObject, deformer: string, graph: ObjectGraph): void {
  const name = textAt(node, 0);
  const channel = legacyChannelId(model.id, name);
  const percent = model.properties.number(name, 0);
  const properties = new FbxProperties(new Map([["DeformPercent", [percent]]]));
  graph.add({
    id: channel,
    kind: "Deformer",
    name,
    subtype: "BlendShapeChannel",
    node,
    properties,
  });
  const id = `Shape of ${channel}`;
  graph.add({ id, kind: "Geometry", name, subtype: "Shape", node, properties: noProperties });
  graph.connect(channel, deformer, "");
  graph.connect(id, channel, "");
}
