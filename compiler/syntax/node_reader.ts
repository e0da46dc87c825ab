/**
 * Reads the nodes of ast_binary.ts. One function a node kind is made from its shape when this file is loaded: an object
 * literal each, which was four times as fast as filling objects field by field.
 */
import { type BinaryReader, MalformedBinary } from "./binary_reader.ts";
import { type FieldPlan, type StructPlan, structPlans, unionPlans } from "./plan.ts";
import type { NodeName } from "./shape.ts";

/** Deeper than any tree the parser makes: one of its levels is at most two nodes. */
const DEPTH_LIMIT = 1000;

type ReadNode = (reader: NodeReader, parentStart: number) => object;

export class NodeReader {
  readonly #reader: BinaryReader;
  readonly #texts: readonly string[];
  #depth = 0;

  constructor(reader: BinaryReader, texts: readonly string[]) {
    this.#reader = reader;
    this.#texts = texts;
  }

  root(name: NodeName): object {
    return this.node(typeNumbers.get(name) ?? -1, 0);
  }

  /** A node of the struct or union with this number. */
  node(type: number, parentStart: number): object {
    const kinds = readers[type];
    // A struct has one reader and no kind in the bytes.
    const read = kinds?.[kinds.length > 1 ? this.#reader.byte() : 0];
    if (read === undefined) throw new MalformedBinary("a node has an unknown kind");
    if (++this.#depth > DEPTH_LIMIT) throw new MalformedBinary("it nests too deep");
    const node = read(this, parentStart);
    this.#depth--;
    return node;
  }

  nodes(type: number, parentStart: number): object[] {
    const count = this.#reader.count();
    const nodes: object[] = [];
    for (let index = 0; index < count; index++) nodes.push(this.node(type, parentStart));
    return nodes;
  }

  start(parentStart: number): number {
    const offset = this.#reader.number();
    const start = parentStart + (offset % 2 === 0 ? offset / 2 : -(offset + 1) / 2);
    if (start < 0) throw new MalformedBinary("a position is negative");
    return start;
  }

  length(): number {
    return this.#reader.number();
  }

  bool(): boolean {
    const value = this.#reader.byte();
    if (value > 1) throw new MalformedBinary("a flag is neither 0 nor 1");
    return value === 1;
  }

  text(): string {
    const text = this.#texts[this.#reader.number()];
    if (text === undefined) throw new MalformedBinary("a text is missing");
    return text;
  }

  texts(): string[] {
    const count = this.#reader.count();
    const texts: string[] = [];
    for (let index = 0; index < count; index++) texts.push(this.text());
    return texts;
  }
}

const typeNames: readonly NodeName[] = [...structPlans.keys(), ...unionPlans.keys()];
const typeNumbers: ReadonlyMap<string, number> = new Map(
  typeNames.map((name, number) => [name, number]),
);

/** By type number, then by kind. */
const readers: readonly (readonly ReadNode[])[] = [
  ...[...structPlans.values()].map((plan) => [makeReader(null, plan)]),
  ...[...unionPlans.values()].map((kinds) =>
    [...kinds.values()].map((plan) => makeReader(plan.kind, plan)),
  ),
];

function makeReader(kind: string | null, plan: StructPlan): ReadNode {
  const kindText = kind === null ? "" : `kind: ${JSON.stringify(kind)}, `;
  const fields = plan.fields.map((field) => `${field.name}: ${fieldText(field)}, `).join("");
  return new Function(
    "reader",
    "parentStart",
    `const start = reader.start(parentStart);
     const end = start + reader.length();
     return { ${kindText}${fields}span: { start, end } };`,
  ) as ReadNode;
}

function fieldText(field: FieldPlan): string {
  const value = valueText(field);
  return field.isOptional ? `reader.bool() ? ${value} : null` : value;
}

function valueText({ type, isList }: FieldPlan): string {
  if (type === "bool") return "reader.bool()";
  if (type === "text") return isList ? "reader.texts()" : "reader.text()";
  return `reader.${isList ? "nodes" : "node"}(${typeNumbers.get(type)}, start)`;
}
