/**
 * A module's tree as bytes: equal trees give equal bytes. Layout: "HXAS", version, CRC-32 of what follows, the texts
 * (each once, in order of first use), then the nodes depth first. A node is its kind's index, its start from its
 * parent's start (zigzag), its length, and its fields as `shape.ts` lists them.
 */
import { crc32 } from "node:zlib";
import type { Module } from "./ast.ts";
import { BinaryReader, MalformedBinary } from "./binary_reader.ts";
import { readTexts, writeTexts } from "./binary_texts.ts";
import { BinaryWriter } from "./binary_writer.ts";
import { NodeReader } from "./node_reader.ts";
import { NodeWriter } from "./node_writer.ts";
import type { PlannedNode } from "./plan.ts";
import type { NodeName, NodeOf } from "./shape.ts";

const MAGIC = 0x53415848;
const VERSION = 1;
const HEADER_LENGTH = 9;

export type DecodedNode<Type> =
  | { readonly isValid: true; readonly node: Type }
  | { readonly isValid: false; readonly detail: string };

export function encodeModule(module: Module): Uint8Array {
  return encodeNode("Module", module);
}

/** Never throws: bytes that are no module give the reason. */
export function decodeModule(bytes: Uint8Array): DecodedNode<Module> {
  return decodeNode("Module", bytes);
}

/** Encodes any node; it must be decoded under the same name. */
export function encodeNode<Name extends NodeName>(name: Name, node: NodeOf<Name>): Uint8Array {
  const nodes = new NodeWriter();
  nodes.root(name, node as unknown as PlannedNode);
  const body = new BinaryWriter();
  writeTexts(body, nodes.allTexts);
  body.append(nodes.bytes.finish());
  const bytes = body.finish();
  const whole = new BinaryWriter();
  whole.uint32(MAGIC);
  whole.byte(VERSION);
  whole.uint32(crc32(bytes));
  whole.append(bytes);
  return whole.finish();
}

export function decodeNode<Name extends NodeName>(
  name: Name,
  bytes: Uint8Array,
): DecodedNode<NodeOf<Name>> {
  try {
    return { isValid: true, node: decode(name, bytes) as NodeOf<Name> };
  } catch (error) {
    if (error instanceof MalformedBinary) return { isValid: false, detail: error.message };
    throw error;
  }
}

function decode(name: NodeName, bytes: Uint8Array): object {
  const header = new BinaryReader(bytes);
  if (header.uint32() !== MAGIC) throw new MalformedBinary("it is no syntax tree");
  const version = header.byte();
  if (version !== VERSION) throw new MalformedBinary(`its version is ${version}, not ${VERSION}`);
  if (header.uint32() !== crc32(bytes.subarray(HEADER_LENGTH))) {
    throw new MalformedBinary("its checksum does not match");
  }
  const reader = new BinaryReader(bytes.subarray(HEADER_LENGTH));
  const texts = readTexts(reader);
  const node = new NodeReader(reader, texts).root(name);
  if (reader.remaining > 0) throw new MalformedBinary("something follows its end");
  return node;
}
