/**
 * Writes the nodes that node_reader.ts reads. One function a node kind is made from its shape when this file is loaded:
 * each reads the fields of one kind of object only, which engines do quickly.
 */
import { BinaryWriter } from "./binary_writer.ts";
import {
  type FieldPlan,
  type PlannedNode,
  type StructPlan,
  structPlans,
  unionPlans,
} from "./plan.ts";
import type { NodeName } from "./shape.ts";

type WriteNode = (writer: NodeWriter, node: PlannedNode, parentStart: number) => void;

export class NodeWriter {
  readonly bytes = new BinaryWriter();
  readonly #texts = new Map<string, number>();

  /** Every text so far, each once, in order of first use. */
  get allTexts(): readonly string[] {
    return [...this.#texts.keys()];
  }

  root(name: NodeName, node: PlannedNode): void {
    this.node(typeNumbers.get(name) ?? -1, node, 0);
  }

  /** A node of the struct or union with this number. */
  node(type: number, node: PlannedNode, parentStart: number): void {
    const kinds = writers[type];
    const write = typeof kinds === "function" ? kinds : kinds?.get(node["kind"]);
    if (write === undefined) throw new TypeError(`A node has the unknown kind ${node["kind"]}`);
    write(this, node, parentStart);
  }

  nodes(type: number, nodes: readonly PlannedNode[], parentStart: number): void {
    this.bytes.number(nodes.length);
    for (const node of nodes) this.node(type, node, parentStart);
  }

  span({ start, end }: PlannedNode["span"], parentStart: number): void {
    const offset = start - parentStart;
    this.bytes.number(offset < 0 ? -2 * offset - 1 : 2 * offset);
    this.bytes.number(end - start);
  }

  bool(value: boolean): void {
    this.bytes.byte(value ? 1 : 0);
  }

  text(text: string): void {
    let index = this.#texts.get(text);
    if (index === undefined) {
      index = this.#texts.size;
      this.#texts.set(text, index);
    }
    this.bytes.number(index);
  }

  texts(texts: readonly string[]): void {
    this.bytes.number(texts.length);
    for (const text of texts) this.text(text);
  }
}

const typeNames: readonly NodeName[] = [...structPlans.keys(), ...unionPlans.keys()];
const typeNumbers: ReadonlyMap<string, number> = new Map(
  typeNames.map((name, number) => [name, number]),
);

/** By type number: of a struct its writer, of a union one for each kind. */
const writers: readonly (WriteNode | ReadonlyMap<unknown, WriteNode>)[] = [
  ...[...structPlans.values()].map((plan) => makeWriter(null, plan)),
  ...[...unionPlans.values()].map(
    (kinds) => new Map([...kinds].map(([kind, plan]) => [kind, makeWriter(plan.index, plan)])),
  ),
];

function makeWriter(index: number | null, plan: StructPlan): WriteNode {
  return new Function(
    "writer",
    "node",
    "parentStart",
    `${index === null ? "" : `writer.bytes.byte(${index});`}
     writer.span(node.span, parentStart);
     const { start } = node.span;
     ${plan.fields.map(fieldText).join("\n")}`,
  ) as WriteNode;
}

function fieldText(field: FieldPlan): string {
  const value = valueText(field);
  if (!field.isOptional) return value;
  const test = `node.${field.name} === null`;
  return `if (${test}) writer.bytes.byte(0); else { writer.bytes.byte(1); ${value} }`;
}

function valueText({ name, type, isList }: FieldPlan): string {
  if (type === "bool") return `writer.bool(node.${name});`;
  if (type === "text") return `writer.${isList ? "texts" : "text"}(node.${name});`;
  return `writer.${isList ? "nodes" : "node"}(${typeNumbers.get(type)}, node.${name}, start);`;
}
