/**
 * `.hir`: a module of low IR as bytes; equal modules give equal bytes. Layout: "HXIR", version, CRC-32 of what follows,
 * a block with the declarations, then for each function its start and three blocks: its head, its code, and the
 * positions in its code. A block is its length, the texts it uses, and its parts as `binary_shape.ts` lists them (for
 * positions only numbers): it says nothing of other blocks, so that an edit changes few.
 */
import { crc32 } from "node:zlib";
import { BinaryReader, MalformedBinary } from "#compiler/syntax/binary_reader.ts";
import { BinaryWriter } from "#compiler/syntax/binary_writer.ts";
import { codeShape, declarationsShape, headShape, type IrCode } from "./binary_shape.ts";
import { encodeCode } from "./code_binary.ts";
import type { IrFunction, IrModule } from "./ir.ts";
import { originalOf } from "./moved.ts";
import { decodeShape } from "./shape_reader.ts";
import { ShapeWriter } from "./shape_writer.ts";

const MAGIC = 0x52495848;
const VERSION = 3;
const HEADER_LENGTH = 9;

export type DecodedModule =
  | { readonly isValid: true; readonly module: IrModule }
  | { readonly isValid: false; readonly detail: string };

const encoder = new ShapeWriter();
const encodedFunctions = new WeakMap<IrFunction, Uint8Array>();

export function encodeIrModule(module: IrModule): Uint8Array {
  const body = new BinaryWriter();
  writeBlock(body, encoder.encode(declarationsShape, module).parts);
  body.number(module.functions.length);
  for (const fn of module.functions) {
    body.number(fn.start);
    body.append(encodeIrFunction(fn));
  }
  const bytes = body.finish();
  const whole = new BinaryWriter();
  whole.uint32(MAGIC);
  whole.byte(VERSION);
  whole.uint32(crc32(bytes));
  whole.append(bytes);
  return whole.finish();
}

/** All of a function but its start; made once and kept as long as the function. */
export function encodeIrFunction(fn: IrFunction): Uint8Array {
  const original = originalOf(fn);
  let bytes = encodedFunctions.get(original);
  if (bytes === undefined) {
    bytes = encodeFunction(original);
    encodedFunctions.set(original, bytes);
  }
  return bytes;
}

function encodeFunction(fn: IrFunction): Uint8Array {
  const blocks = new BinaryWriter();
  const { parts, positions } = encodeCode(fn);
  writeBlock(blocks, encoder.encode(headShape, fn).parts);
  writeBlock(blocks, parts);
  writeBlock(blocks, positions);
  return blocks.finish();
}

/** Never throws: bytes that are no module give the reason. */
export function decodeIrModule(bytes: Uint8Array): DecodedModule {
  try {
    return { isValid: true, module: decode(bytes) };
  } catch (error) {
    if (error instanceof MalformedBinary) return { isValid: false, detail: error.message };
    throw error;
  }
}

function decode(bytes: Uint8Array): IrModule {
  const header = new BinaryReader(bytes);
  if (header.uint32() !== MAGIC) throw new MalformedBinary("it is no compiled library");
  const version = header.byte();
  if (version !== VERSION) throw new MalformedBinary(`its version is ${version}, not ${VERSION}`);
  const body = bytes.subarray(HEADER_LENGTH);
  if (header.uint32() !== crc32(body)) throw new MalformedBinary("its checksum does not match");
  const reader = new BinaryReader(body);
  const declarations = decodeShape(declarationsShape, readBlock(reader)) as Omit<
    IrModule,
    "functions"
  >;
  const functions: IrFunction[] = [];
  for (let left = reader.count(); left > 0; left--) {
    const start = reader.number();
    const head = decodeShape(headShape, readBlock(reader)) as Omit<
      IrFunction,
      keyof IrCode | "start"
    >;
    const code = decodeShape(codeShape, readBlock(reader), readBlock(reader)) as IrCode;
    functions.push({ ...head, ...code, start });
  }
  if (reader.remaining > 0) throw new MalformedBinary("something follows its end");
  return { ...declarations, functions };
}

function writeBlock(writer: BinaryWriter, bytes: Uint8Array): void {
  writer.number(bytes.length);
  writer.append(bytes);
}

function readBlock(reader: BinaryReader): BinaryReader {
  return new BinaryReader(reader.take(reader.count()));
}
