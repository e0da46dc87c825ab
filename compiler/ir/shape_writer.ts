/** Writes values by their shapes. One function a shape is made when it is first needed. */

import { writeTexts } from "#compiler/syntax/binary_texts.ts";
import { BinaryWriter } from "#compiler/syntax/binary_writer.ts";
import type { FieldShapes, Shape } from "./binary_shape.ts";

export class ShapeWriter {
  readonly nodes = new BinaryWriter();
  readonly #texts = new Map<string, number>();
  readonly #whole = new BinaryWriter();
  readonly #writers: Writers;

  /** `skipped`: the name of fields that are left out. */
  constructor(skipped: string | null = null) {
    this.#writers = new Writers(skipped);
  }

  /** The value's bytes: its texts, each once in order of first use, then its parts as the shape lists them. */
  encode(shape: Shape, value: unknown): Uint8Array {
    this.nodes.clear();
    this.#texts.clear();
    this.#whole.clear();
    this.#writers.of(shape)(this, value);
    writeTexts(this.#whole, [...this.#texts.keys()]);
    this.#whole.append(this.nodes.finish());
    return this.#whole.finish();
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

class Writers {
  readonly #skipped: string | null;
  readonly #made = new Map<Shape, Write>();

  constructor(skipped: string | null) {
    this.#skipped = skipped;
  }

  of(shape: Shape): Write {
    let write = this.#made.get(shape);
    if (write === undefined) {
      write = this.#make(shape);
      this.#made.set(shape, write);
    }
    return write;
  }

  #make(shape: Shape): Write {
    switch (shape.shape) {
      case "count":
        return (out, value) => out.nodes.number(value as number);
      case "int":
        return (out, value) => writeInt(out.nodes, value as number);
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
        return listWriter(this.of(shape.of));
      case "nullable": {
        const some = this.of(shape.of);
        return (out, value) => {
          out.nodes.byte(value === null ? 0 : 1);
          if (value !== null) some(out, value);
        };
      }
      case "record":
        return this.#fields(shape.fields);
      case "union":
        return unionWriter(
          shape.kinds.map(([kind]) => kind),
          shape.kinds.map(([, fields]) => this.#fields(fields)),
        );
      case "ref": {
        let write: Write | null = null;
        return (out, value) => {
          write ??= this.of(shape.get());
          write(out, value);
        };
      }
    }
  }

  #fields(fields: FieldShapes): Write {
    const parts = fields
      .filter(([name]) => name !== this.#skipped)
      .map(([name, shape]) => ({ name, write: this.of(shape) }));
    return (out, value) => {
      for (const { name, write } of parts) write(out, (value as Node)[name]);
    };
  }
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
