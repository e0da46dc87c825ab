/**
 * Hashes of syntax that ignore where it stands and what its comments say: the units of incremental work. Equal hashes
 * mean equal trees but for spans and documentation.
 */
import { hash } from "node:crypto";
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

/**
 * What a module declares: everything but bodies and the initial values of variables. Modules with equal hashes declare
 * the same, if what is inferred from bodies and values comes out the same. Constants are no variables.
 */
export function declarationHash(module: Module): SyntaxHash {
  let hash = declarationHashes.get(module);
  if (hash === undefined) {
    hash = digest("Module", module as unknown as PlannedNode, dropBodiesAndValues);
    declarationHashes.set(module, hash);
  }
  return hash;
}

const declarationHashes = new WeakMap<Module, SyntaxHash>();

/** The field of a node, or of its parts, that is left out: only whether it is there counts. */
type DropRule = (node: PlannedNode) => "body" | "value" | null;

const keepBodies: DropRule = () => null;

/** A variable's value stays: it can give the variable its type. So does what is inlined into users. */
const dropBodies: DropRule = (node) => (isField(node, "Function") ? "body" : null);

const dropBodiesAndValues: DropRule = (node) => {
  if (isField(node, "Var") || isField(node, "Property")) return "value";
  return dropBodies(node);
};

function isField(node: PlannedNode, kind: string): boolean {
  const { kind: found, modifiers } = node as { kind?: unknown; modifiers?: unknown };
  return found === kind && Array.isArray(modifiers) && !modifiers.includes("inline");
}

/** Each digest begins it anew. */
const writer = new BinaryWriter();
const digestOfNothing = finish(writer);

function digest(name: NodeName, node: PlannedNode, rule: DropRule): SyntaxHash {
  writer.clear();
  writeNode(writer, name, node, rule, null);
  return finish(writer);
}

function finish(writer: BinaryWriter): SyntaxHash {
  return hash("sha256", writer.view(), "hex").slice(0, 32);
}

/** `dropped`: what the node around it leaves out in its parts. */
function writeNode(
  writer: BinaryWriter,
  name: NodeName,
  node: PlannedNode,
  rule: DropRule,
  dropped: string | null,
): void {
  const kind = isUnionName(name) ? unionPlans.get(name)?.get(node["kind"] as string) : undefined;
  if (kind !== undefined) writer.byte(kind.index);
  // The values of an enum abstract are constants.
  const inner = node["kind"] === "Abstract" && rule === dropBodiesAndValues ? dropBodies : rule;
  const own = rule(node);
  for (const field of (kind ?? structPlans.get(name as never))?.fields ?? []) {
    if (field.name === "doc") continue;
    const isDropped = field.name === dropped || (field.name === own && own === "value");
    if (isDropped) writer.byte(node[field.name] === null ? 0 : 1);
    else writeField(writer, field, node[field.name], inner, own === "body" ? own : null);
  }
}

function writeField(
  writer: BinaryWriter,
  field: FieldPlan,
  value: unknown,
  rule: DropRule,
  dropped: string | null,
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
    else writeNode(writer, field.type, item as PlannedNode, rule, dropped);
  }
}

/** As UTF-16, which keeps half surrogate pairs apart. */
function writeText(writer: BinaryWriter, text: string): void {
  writer.number(text.length);
  writer.units(text);
}
