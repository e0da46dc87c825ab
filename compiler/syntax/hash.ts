/**
 * Hashes of syntax that ignore where it stands and what its comments say: the units of incremental work. Equal hashes
 * mean equal trees but for spans and documentation.
 */
import { createHash } from "node:crypto";
import type { Declaration, Field, FunctionDecl, Module } from "./ast.ts";
import { BinaryWriter } from "./binary_writer.ts";
import { type FieldPlan, isUnionName, type PlannedNode, structPlans, unionPlans } from "./plan.ts";
import type { NodeName, NodeOf } from "./shape.ts";

/** 128 bits as hexadecimal digits. */
export type SyntaxHash = string;

/** The hash of a whole node. */
export function hashNode<Name extends NodeName>(name: Name, node: NodeOf<Name>): SyntaxHash {
  return digest(name, node as unknown as PlannedNode, keepBodies);
}

/** What a function does: its body alone. */
export function bodyHash(declaration: FunctionDecl): SyntaxHash {
  const { body } = declaration;
  return body === null ? digestOfNothing : hashNode("Expr", body);
}

/** What users of a declaration can see: everything but what is in the bodies of functions that are not inlined. */
export function signatureHash(declaration: Declaration): SyntaxHash {
  return digest("Declaration", declaration as unknown as PlannedNode, dropBodies);
}

/** The same of one field. */
export function fieldSignatureHash(field: Field): SyntaxHash {
  return digest("Field", field as unknown as PlannedNode, dropBodies);
}

/** The same of a module: its package, imports and declarations. */
export function moduleSignatureHash(module: Module): SyntaxHash {
  return digest("Module", module as unknown as PlannedNode, dropBodies);
}

/** Whether to leave out the bodies of functions below a node. */
type BodyRule = (node: PlannedNode) => boolean;

const keepBodies: BodyRule = () => false;

/** A variable's value stays: it can give the variable its type. So does what is inlined into users. */
const dropBodies: BodyRule = (node) => {
  const modifiers = node["modifiers"];
  return node["kind"] === "Function" && Array.isArray(modifiers) && !modifiers.includes("inline");
};

const digestOfNothing = finish(new BinaryWriter());

function digest(name: NodeName, node: PlannedNode, dropsBody: BodyRule): SyntaxHash {
  const writer = new BinaryWriter();
  writeNode(writer, name, node, dropsBody, false);
  return finish(writer);
}

function finish(writer: BinaryWriter): SyntaxHash {
  return createHash("sha256").update(writer.finish()).digest("hex").slice(0, 32);
}

function writeNode(
  writer: BinaryWriter,
  name: NodeName,
  node: PlannedNode,
  dropsBody: BodyRule,
  isBodyDropped: boolean,
): void {
  const kind = isUnionName(name) ? unionPlans.get(name)?.get(node["kind"] as string) : undefined;
  if (kind !== undefined) writer.byte(kind.index);
  const isDropped = dropsBody(node);
  for (const field of (kind ?? structPlans.get(name as never))?.fields ?? []) {
    if (field.name === "doc") continue;
    if (isBodyDropped && field.name === "body") writer.byte(node["body"] === null ? 0 : 1);
    else writeField(writer, field, node[field.name], dropsBody, isDropped);
  }
}

function writeField(
  writer: BinaryWriter,
  field: FieldPlan,
  value: unknown,
  dropsBody: BodyRule,
  isBodyDropped: boolean,
): void {
  if (field.isOptional) {
    writer.byte(value === null ? 0 : 1);
    if (value === null) return;
  }
  const items = field.isList ? (value as readonly unknown[]) : [value];
  if (field.isList) writer.number(items.length);
  for (const item of items) {
    if (field.type === "text") writeText(writer, item as string);
    else if (field.type === "bool") writer.byte(item === true ? 1 : 0);
    else writeNode(writer, field.type, item as PlannedNode, dropsBody, isBodyDropped);
  }
}

/** As UTF-16, which keeps half surrogate pairs apart. */
function writeText(writer: BinaryWriter, text: string): void {
  writer.number(text.length);
  writer.append(Buffer.from(text, "utf16le"));
}
