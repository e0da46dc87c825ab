/** Reads what `ShapeWriter` wrote. One function a shape is made when it is first needed. */
import { BinaryReader, MalformedBinary } from "#compiler/syntax/binary_reader.ts";
import { readTexts } from "#compiler/syntax/binary_texts.ts";
import type { FieldShapes, Shape } from "./binary_shape.ts";

/** More than any program nests, far less than a stack holds. */
const DEEPEST = 2000;

/** The value that the bytes hold; throws `MalformedBinary` where they hold none. */
export function decodeShape(
  shape: Shape,
  reader: BinaryReader,
  positions = new BinaryReader(new Uint8Array()),
): unknown {
  const texts = readTexts(reader);
  const value = readerOf(shape)({ reader, positions, texts, depth: 0 });
  if (reader.remaining > 0 || positions.remaining > 0)
    throw new MalformedBinary("something follows its end");
  return value;
}

interface Input {
  readonly reader: BinaryReader;
  readonly positions: BinaryReader;
  readonly texts: readonly string[];
  depth: number;
}

type Read = (input: Input) => unknown;

const readers = new WeakMap<Shape, Read>();

function readerOf(shape: Shape): Read {
  let read = readers.get(shape);
  if (read === undefined) {
    read = makeReader(shape);
    readers.set(shape, read);
  }
  return read;
}

function makeReader(shape: Shape): Read {
  switch (shape.shape) {
    case "count":
      return ({ reader }) => reader.number();
    case "int":
      return ({ reader }) => readInt(reader);
    case "position":
      return ({ positions }) => readInt(positions);
    case "float":
      return ({ reader }) => readFloat(reader);
    case "bool":
      return ({ reader }) => reader.byte() === 1;
    case "text":
      return ({ reader, texts }) => itemAt(texts, reader.number());
    case "choice":
      return ({ reader }) => itemAt(shape.of, reader.number());
    case "list": {
      const item = readerOf(shape.of);
      return (input) => {
        const items: unknown[] = [];
        for (let left = input.reader.count(); left > 0; left--) items.push(item(input));
        return items;
      };
    }
    case "nullable": {
      const some = readerOf(shape.of);
      return (input) => (input.reader.byte() === 0 ? null : some(input));
    }
    case "record":
      return recordReader(null, shape.fields);
    case "union": {
      const kinds = shape.kinds.map(([kind, fields]) => recordReader(kind, fields));
      return (input) => itemAt(kinds, input.reader.byte())(input);
    }
    case "ref": {
      let read: Read | null = null;
      return (input) => {
        read ??= readerOf(shape.get());
        if (++input.depth > DEEPEST) throw new MalformedBinary("it is nested too deeply");
        const value = read(input);
        input.depth--;
        return value;
      };
    }
  }
}

/** Made as text, so that each kind is one object literal: much faster than filling objects field by field. */
function recordReader(kind: string | null, fields: FieldShapes): Read {
  const reads = fields.map(([, shape]) => readerOf(shape));
  const kindText = kind === null ? "" : `kind: ${JSON.stringify(kind)}, `;
  const text = fields.map(([name], index) => `${name}: read${index}(input), `).join("");
  const names = fields.map((_, index) => `read${index}`);
  const make = new Function(...names, `return (input) => ({ ${kindText}${text} });`);
  return make(...reads) as Read;
}

function readInt(reader: BinaryReader): number {
  const isNegative = reader.byte() === 1;
  const value = reader.number();
  return isNegative ? ~value : value;
}

function readFloat(reader: BinaryReader): number {
  const bytes = reader.take(8);
  return new DataView(bytes.buffer, bytes.byteOffset, 8).getFloat64(0, true);
}

function itemAt<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new MalformedBinary("a number names nothing");
  return item;
}
