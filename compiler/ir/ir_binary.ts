/**
 * `.hir`: a module of low IR as bytes; equal modules give equal bytes. Layout: "HXIR", version, CRC-32 of what follows,
 * the texts (each once, in order of first use), then the module as `binary_shape.ts` lists it.
 */
import { crc32 } from "node:zlib";
import { BinaryReader, MalformedBinary } from "#compiler/syntax/binary_reader.ts";
import { BinaryWriter } from "#compiler/syntax/binary_writer.ts";
import { moduleShape, type Shape } from "./binary_shape.ts";
import type { IrModule } from "./ir.ts";

const MAGIC = 0x52495848;
const VERSION = 1;
const HEADER_LENGTH = 9;
/** More than any program nests, far less than a stack holds. */
const DEEPEST = 2000;

export type DecodedModule =
  | { readonly isValid: true; readonly module: IrModule }
  | { readonly isValid: false; readonly detail: string };

export function encodeIrModule(module: IrModule): Uint8Array {
  const encoder = new Encoder();
  encoder.write(moduleShape, module);
  const body = encoder.finish();
  const whole = new BinaryWriter();
  whole.uint32(MAGIC);
  whole.byte(VERSION);
  whole.uint32(crc32(body));
  whole.append(body);
  return whole.finish();
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

class Encoder {
  readonly #nodes = new BinaryWriter();
  readonly #texts = new Map<string, number>();

  write(shape: Shape, value: unknown): void {
    switch (shape.shape) {
      case "count":
        this.#nodes.number(value as number);
        break;
      case "int":
        this.#int(value as number);
        break;
      case "float":
        this.#float(value as number);
        break;
      case "bool":
        this.#nodes.byte(value === true ? 1 : 0);
        break;
      case "text":
        this.#text(value as string);
        break;
      case "choice":
        this.#nodes.number(shape.of.indexOf(value as string));
        break;
      case "list": {
        const items = value as readonly unknown[];
        this.#nodes.number(items.length);
        for (const item of items) this.write(shape.of, item);
        break;
      }
      case "nullable":
        this.#nodes.byte(value === null ? 0 : 1);
        if (value !== null) this.write(shape.of, value);
        break;
      case "record":
        this.#fields(shape.fields, value as Readonly<Record<string, unknown>>);
        break;
      case "union": {
        const node = value as Readonly<Record<string, unknown>>;
        const index = shape.kinds.findIndex(([kind]) => kind === node["kind"]);
        this.#nodes.byte(index);
        this.#fields(shape.kinds[index]?.[1] ?? [], node);
        break;
      }
      case "ref":
        this.write(shape.get(), value);
    }
  }

  finish(): Uint8Array {
    const body = new BinaryWriter();
    body.number(this.#texts.size);
    for (const text of this.#texts.keys()) writeText(body, text);
    body.append(this.#nodes.finish());
    return body.finish();
  }

  #fields(
    fields: readonly (readonly [string, Shape])[],
    node: Readonly<Record<string, unknown>>,
  ): void {
    for (const [name, shape] of fields) this.write(shape, node[name]);
  }

  /** The sign goes apart: the reader takes numbers of 31 bits. */
  #int(value: number): void {
    this.#nodes.byte(value < 0 ? 1 : 0);
    this.#nodes.number(value < 0 ? ~value : value);
  }

  #float(value: number): void {
    const bytes = new Uint8Array(8);
    new DataView(bytes.buffer).setFloat64(0, value, true);
    this.#nodes.append(bytes);
  }

  #text(text: string): void {
    let index = this.#texts.get(text);
    if (index === undefined) {
      index = this.#texts.size;
      this.#texts.set(text, index);
    }
    this.#nodes.number(index);
  }
}

/** UTF-8 where that keeps the text whole; half a surrogate pair, which an escape can make, needs UTF-16. */
function writeText(writer: BinaryWriter, text: string): void {
  const isUtf8 = text.isWellFormed();
  const bytes = Buffer.from(text, isUtf8 ? "utf8" : "utf16le");
  writer.byte(isUtf8 ? 1 : 0);
  writer.number(bytes.length);
  writer.append(bytes);
}

function decode(bytes: Uint8Array): IrModule {
  const header = new BinaryReader(bytes);
  if (header.uint32() !== MAGIC) throw new MalformedBinary("it is no compiled library");
  const version = header.byte();
  if (version !== VERSION) throw new MalformedBinary(`its version is ${version}, not ${VERSION}`);
  const body = bytes.subarray(HEADER_LENGTH);
  if (header.uint32() !== crc32(body)) throw new MalformedBinary("its checksum does not match");
  const reader = new BinaryReader(body);
  const texts = Array.from({ length: reader.count() }, () => readText(reader));
  const module = new Decoder(reader, texts).read(moduleShape, 0) as IrModule;
  if (reader.remaining > 0) throw new MalformedBinary("something follows its end");
  return module;
}

function readText(reader: BinaryReader): string {
  const encoding = reader.byte() === 1 ? "utf8" : "utf16le";
  return Buffer.from(reader.take(reader.number())).toString(encoding);
}

class Decoder {
  readonly #reader: BinaryReader;
  readonly #texts: readonly string[];

  constructor(reader: BinaryReader, texts: readonly string[]) {
    this.#reader = reader;
    this.#texts = texts;
  }

  read(shape: Shape, depth: number): unknown {
    if (depth > DEEPEST) throw new MalformedBinary("it is nested too deeply");
    switch (shape.shape) {
      case "count":
        return this.#reader.number();
      case "int":
        return this.#int();
      case "float":
        return this.#float();
      case "bool":
        return this.#reader.byte() === 1;
      case "text":
        return this.#at(this.#texts, this.#reader.number());
      case "choice":
        return this.#at(shape.of, this.#reader.number());
      case "list":
        return Array.from({ length: this.#reader.count() }, () => this.read(shape.of, depth + 1));
      case "nullable":
        return this.#reader.byte() === 0 ? null : this.read(shape.of, depth + 1);
      case "record":
        return this.#fields({}, shape.fields, depth);
      case "union": {
        const [kind, fields] = this.#at(shape.kinds, this.#reader.byte());
        return this.#fields({ kind }, fields, depth);
      }
      case "ref":
        return this.read(shape.get(), depth + 1);
    }
  }

  #fields(
    node: Record<string, unknown>,
    fields: readonly (readonly [string, Shape])[],
    depth: number,
  ): Record<string, unknown> {
    for (const [name, shape] of fields) node[name] = this.read(shape, depth + 1);
    return node;
  }

  #int(): number {
    const isNegative = this.#reader.byte() === 1;
    const value = this.#reader.number();
    return isNegative ? ~value : value;
  }

  #float(): number {
    const bytes = this.#reader.take(8);
    return new DataView(bytes.buffer, bytes.byteOffset, 8).getFloat64(0, true);
  }

  #at<Item>(items: readonly Item[], index: number): Item {
    const item = items[index];
    if (item === undefined) throw new MalformedBinary("a number names nothing");
    return item;
  }
}
