/**
 * `.hxi`: a library's interface as bytes; equal interfaces give equal bytes. Layout: "HXI1", then the library's name, the
 * number of modules, and of each its file's path and its syntax tree as ast_binary.ts writes it, each with its length.
 */
import type { Module } from "#compiler/syntax/ast.ts";
import { decodeModule, encodeModule } from "#compiler/syntax/ast_binary.ts";
import { BinaryReader, MalformedBinary } from "#compiler/syntax/binary_reader.ts";
import { BinaryWriter } from "#compiler/syntax/binary_writer.ts";
import type { Interface, InterfaceModule } from "../program/interface.ts";

const MAGIC = 0x31495848;

export type DecodedInterface =
  | { readonly isValid: true; readonly interface: Interface }
  | { readonly isValid: false; readonly detail: string };

const encoded = new WeakMap<Interface, Uint8Array>();

/** Made once and kept as long as the interface. */
export function encodeInterface(whole: Interface): Uint8Array {
  let bytes = encoded.get(whole);
  if (bytes === undefined) {
    bytes = encode(whole);
    encoded.set(whole, bytes);
  }
  return bytes;
}

function encode({ library, modules }: Interface): Uint8Array {
  const writer = new BinaryWriter();
  writer.uint32(MAGIC);
  writeBlock(writer, new TextEncoder().encode(library));
  writer.number(modules.length);
  for (const { file, module } of modules) {
    writeBlock(writer, new TextEncoder().encode(file));
    writeBlock(writer, moduleBytes(module));
  }
  return writer.finish();
}

const encodedModules = new WeakMap<Module, Uint8Array>();

/** Kept as long as the module: an edit leaves most modules of an interface as they are. */
function moduleBytes(module: Module): Uint8Array {
  let bytes = encodedModules.get(module);
  if (bytes === undefined) {
    bytes = encodeModule(module);
    encodedModules.set(module, bytes);
  }
  return bytes;
}

/** Never throws: bytes that are no interface give the reason. */
export function decodeInterface(bytes: Uint8Array): DecodedInterface {
  try {
    return { isValid: true, interface: decode(new BinaryReader(bytes)) };
  } catch (error) {
    if (error instanceof MalformedBinary) return { isValid: false, detail: error.message };
    throw error;
  }
}

function decode(reader: BinaryReader): Interface {
  if (reader.remaining < 4 || reader.uint32() !== MAGIC) {
    throw new MalformedBinary("it does not start as one");
  }
  const library = readText(reader);
  const modules: InterfaceModule[] = [];
  for (let left = reader.count(); left > 0; left--) {
    const file = readText(reader);
    const decoded = decodeModule(reader.take(reader.count()));
    if (!decoded.isValid) throw new MalformedBinary(`in ${file}, ${decoded.detail}`);
    modules.push({ file, module: decoded.node });
  }
  if (reader.remaining > 0) throw new MalformedBinary("something follows its end");
  return { library, modules };
}

function writeBlock(writer: BinaryWriter, bytes: Uint8Array): void {
  writer.number(bytes.length);
  writer.append(bytes);
}

function readText(reader: BinaryReader): string {
  return new TextDecoder().decode(reader.take(reader.count()));
}
