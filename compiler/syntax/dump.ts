/** The tree as indented text without positions, for golden files. Empty lists, null and false are left out. */
import { type FieldPlan, isUnionName, type PlannedNode, structPlans, unionPlans } from "./plan.ts";
import type { NodeName, NodeOf } from "./shape.ts";

/** One line a node: `field: Kind text`, its parts indented below. Ends with a line end. */
export function dumpNode<Name extends NodeName>(name: Name, node: NodeOf<Name>): string {
  const lines: string[] = [];
  dump(lines, "", "", name, node as unknown as PlannedNode);
  return `${lines.join("\n")}\n`;
}

function dump(
  lines: string[],
  indent: string,
  label: string,
  name: NodeName,
  node: PlannedNode,
): void {
  const kind = isUnionName(name) ? (node["kind"] as string) : name;
  const plan = isUnionName(name) ? unionPlans.get(name)?.get(kind) : structPlans.get(name);
  const fields = plan?.fields ?? [];
  const plain = fields.filter((field) => isPlain(field)).map((field) => plainText(field, node));
  lines.push(`${indent}${label}${[kind, ...plain].filter((part) => part !== "").join(" ")}`);
  for (const field of fields) {
    if (!isPlain(field)) dumpParts(lines, `${indent}  `, field, node[field.name]);
  }
}

/** Texts, flags and names stand on the node's own line. */
function isPlain(field: FieldPlan): boolean {
  return field.type === "text" || field.type === "bool" || (field.type === "Name" && !field.isList);
}

function plainText(field: FieldPlan, node: PlannedNode): string {
  const value = node[field.name];
  if (value === null || value === false) return "";
  if (value === true) return field.name;
  if (Array.isArray(value)) return value.length === 0 ? "" : `${field.name}=${value.join(".")}`;
  const text = field.type === "Name" ? (value as { readonly name: string }).name : String(value);
  const shown = /^[^\s"=]+$/.test(text) ? text : JSON.stringify(text);
  return field.name === "name" ? shown : `${field.name}=${shown}`;
}

function dumpParts(lines: string[], indent: string, field: FieldPlan, value: unknown): void {
  const items = Array.isArray(value) ? value : value === null ? [] : [value];
  for (const item of items) {
    dump(lines, indent, `${field.name}: `, field.type as NodeName, item as PlannedNode);
  }
}
