/**
 * The tree that every FBX file is, whatever its encoding: records with a name, values and records below them. What the
 * names mean is known elsewhere. The format is unpublished; this follows what is described in Blender's
 * "FBX binary file format specification" (2013) and what exporters write.
 */

export type NumberArray = Float64Array | Float32Array | Int32Array | Uint8Array;

/** Whole numbers are bigints only beyond what a double holds. Raw bytes and arrays of bytes look the same. */
export type FbxValue = number | bigint | string | NumberArray;

export interface FbxNode {
  readonly name: string;
  readonly values: readonly FbxValue[];
  readonly children: readonly FbxNode[];
  /** Where it begins, in bytes from the start of the file. */
  readonly at: number;
}

const NO_NUMBERS = new Float64Array(0);

/** The first record called `name` below `node`. */
export function childOf(node: FbxNode, name: string): FbxNode | undefined {
  return node.children.find((child) => child.name === name);
}

/** All records called `name` below `node`. */
export function childrenOf(node: FbxNode, name: string): FbxNode[] {
  return node.children.filter((child) => child.name === name);
}

/** A value as text; empty when there is none or it is not text. */
export function textAt(node: FbxNode | undefined, index: number): string {
  const value = node?.values[index];
  return typeof value === "string" ? value : "";
}

/** A value as number; undefined when there is none. Booleans may be written as letters. */
export function numberAt(node: FbxNode | undefined, index: number): number | undefined {
  const value = node?.values[index];
  if (typeof value === "number") return value;
  if (typeof value === "bigint") return Number(value);
  if (value === "T" || value === "Y" || value === "W") return 1;
  if (value === "F" || value === "N") return 0;
  return undefined;
}

/**
 * All numbers of a record, which is one array since version 7000 and a list of single values before; empty when there
 * is no such record.
 */
export function numbersOf(node: FbxNode | undefined): NumberArray {
  if (node === undefined) return NO_NUMBERS;
  const [first] = node.values;
  if (typeof first === "object") return first;
  return Float64Array.from(node.values, (_, index) => numberAt(node, index) ?? 0);
}

/** Numbers of the record `name` below `node`. */
export function numbersIn(node: FbxNode, name: string): NumberArray {
  return numbersOf(childOf(node, name));
}
