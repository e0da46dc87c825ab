/** Writes values by their shapes. One function a shape is made when it is first needed. */

import { writeTexts } from "#compiler/syntax/binary_texts.ts";
import { BinaryWriter } from "#compiler/syntax/binary_writer.ts";
import type { FieldShapes, Shape } from "./binary_shape.ts";

export interface EncodedShape {
  /** The texts, each once in order of first use, then the parts as the shape lists them. */
  readonly parts: Uint8Array;
  /** The positions, in the order of the parts that have one. */
  readonly positions: Uint8Array;
}

export class ShapeWriter {
  readonly nodes = new BinaryWriter();
  readonly positions = new BinaryWriter();
  readonly #texts = new Map<string, number>();
  readonly #whole = new BinaryWriter();

  encode(shape: Shape, value: unknown): EncodedShape {
    this.nodes.clear();
    this.positions.clear();
    this.#texts.clear();
    this.#whole.clear();
    writerOf(shape)(this, value);
    writeTexts(this.#whole, [...this.#texts.keys()]);
    this.#whole.append(this.nodes.finish());
    return { parts: this.#whole.finish(), positions: this.positions.finish() };
  }

  text(text: string): void {
    let index = this.#texts.get(text);
    if (index === undefined) {
      index = this.#texts.size;
      this.#texts.set(text, index);
    }
    this.nodes.number(index);
  }
}

type Write = (out: ShapeWriter, value: unknown) => void;
type Node = Readonly<Record<string, unknown>>;

const writers = new Map<Shape, Write>();

function writerOf(shape: Shape): Write {
  let write = writers.get(shape);
  if (write === undefined) {
    write = makeWriter(shape);
    writers.set(shape, write);
  }
  return write;
}

function makeWriter(shape: Shape): Write {
  switch (shape.shape) {
    case "count":
      return (out, value) => out.nodes.number(value as number);
    case "int":
      return (out, value) => writeInt(out.nodes, value as number);
    case "position":
      return (out, value) => writeInt(out.positions, value as number);
    case "float":
      return (out, value) => writeFloat(out.nodes, value as number);
    case "bool":
      return (out, value) => out.nodes.byte(value === true ? 1 : 0);
    case "text":
      return (out, value) => out.text(value as string);
    case "choice": {
      const indexes = indexesOf(shape.of);
      return (out, value) => out.nodes.number(indexes.get(value as string) ?? 0);
    }
    case "list":
      return listWriter(writerOf(shape.of));
    case "nullable": {
      const some = writerOf(shape.of);
      return (out, value) => {
        out.nodes.byte(value === null ? 0 : 1);
        if (value !== null) some(out, value);
      };
    }
    case "record":
      return fieldsWriter(shape.fields);
    case "union":
      return unionWriter(
        shape.kinds.map(([kind]) => kind),
        shape.kinds.map(([, fields]) => fieldsWriter(fields)),
      );
    case "ref": {
      let write: Write | null = null;
      return (out, value) => {
        write ??= writerOf(shape.get());
        write(out, value);
      };
    }
  }
}

function fieldsWriter(fields: FieldShapes): Write {
  const parts = fields.map(([name, shape]) => ({ name, write: writerOf(shape) }));
  return (out, value) => {
    for (const { name, write } of parts) write(out, (value as Node)[name]);
  };
}

function listWriter(item: Write): Write {
  return (out, value) => {
    const items = value as readonly unknown[];
    out.nodes.number(items.length);
    for (const one of items) item(out, one);
  };
}

function unionWriter(kinds: readonly string[], writers: readonly Write[]): Write {
  const indexes = indexesOf(kinds);
  return (out, value) => {
    const index = indexes.get((value as Node)["kind"] as string) ?? 0;
    out.nodes.byte(index);
    writers[index]?.(out, value);
  };
}

function indexesOf(names: readonly string[]): ReadonlyMap<string, number> {
  return new Map(names.map((name, index) => [name, index]));
}

/** The sign goes apart: the reader takes numbers of 31 bits. */
function writeInt(writer: BinaryWriter, value: number): void {
  writer.byte(value < 0 ? 1 : 0);
  writer.number(value < 0 ? ~value : value);
}

function writeFloat(writer: BinaryWriter, value: number): void {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setFloat64(0, value, true);
  writer.append(bytes);
}
