/**
 * Fixed binary structs described as data. One description gives the TypeScript type, the reader, the writer, the C
 * header and the documentation, so the five cannot disagree.
 */

/** Scalars are little-endian; `id` is 16 raw bytes and `digest` 32, both shown as lower-case hex. */
export type FieldType = "fourcc" | "u16" | "u32" | "i32" | "u64" | "f32" | "f64" | "id" | "digest";

/** One field; `count` makes it a fixed array. */
export interface Field {
  readonly name: string;
  readonly type: FieldType;
  readonly count?: number;
  readonly doc: string;
}

/** A struct whose fields follow one another without implicit padding. */
export interface Struct {
  readonly name: string;
  readonly doc: string;
  readonly fields: readonly Field[];
}

type ScalarOf<T extends FieldType> = T extends "fourcc" | "id" | "digest" ? string : number;

type ValueOf<F extends Field> = F extends { readonly count: number }
  ? readonly ScalarOf<F["type"]>[]
  : ScalarOf<F["type"]>;

/** The decoded form of a struct description. */
export type StructOf<S extends Struct> = {
  readonly [F in S["fields"][number] as F["name"]]: ValueOf<F>;
};

/** A field with its place in the struct. */
export interface PlacedField extends Field {
  readonly offset: number;
  readonly size: number;
}

const SIZES: Readonly<Record<FieldType, number>> = {
  fourcc: 4,
  u16: 2,
  u32: 4,
  i32: 4,
  u64: 8,
  f32: 4,
  f64: 8,
  id: 16,
  digest: 32,
};

/** Bytes of one scalar of `type`. */
export function scalarSize(type: FieldType): number {
  return SIZES[type];
}

/** Offsets of all fields of `struct`, in order. */
export function placeFields(struct: Struct): PlacedField[] {
  let offset = 0;
  return struct.fields.map((field) => {
    const size = SIZES[field.type] * (field.count ?? 1);
    const placed = { ...field, offset, size };
    offset += size;
    return placed;
  });
}

const sizeCache = new WeakMap<Struct, number>();

/** Bytes of one row of `struct`. */
export function structSize(struct: Struct): number {
  let size = sizeCache.get(struct);
  if (size === undefined) {
    size = placeFields(struct).reduce((sum, field) => sum + field.size, 0);
    sizeCache.set(struct, size);
  }
  return size;
}

/** Offset of one named field, for readers that touch a single field. */
export function fieldOffset<S extends Struct>(
  struct: S,
  name: S["fields"][number]["name"],
): number {
  const field = placeFields(struct).find((candidate) => candidate.name === name);
  if (field === undefined) throw new RangeError(`${struct.name} has no field ${name}`);
  return field.offset;
}

/** Reads one row at `offset`; the caller has checked that the row lies inside `view`. */
export function decodeStruct<S extends Struct>(
  struct: S,
  view: DataView,
  offset: number,
): StructOf<S> {
  const row: Record<string, unknown> = {};
  let at = offset;
  for (const field of struct.fields) {
    if (field.count === undefined) {
      row[field.name] = readScalar(view, at, field.type);
      at += SIZES[field.type];
      continue;
    }
    const values: (number | string)[] = [];
    for (let index = 0; index < field.count; index++, at += SIZES[field.type]) {
      values.push(readScalar(view, at, field.type));
    }
    row[field.name] = values;
  }
  return row as StructOf<S>;
}

/** Writes one row at `offset`. */
export function encodeStruct<S extends Struct>(
  struct: S,
  view: DataView,
  offset: number,
  row: StructOf<S>,
): void {
  const values = row as Readonly<Record<string, number | string | readonly (number | string)[]>>;
  let at = offset;
  for (const field of struct.fields) {
    const value = values[field.name] as number | string | readonly (number | string)[];
    for (const scalar of typeof value === "object" ? value : [value]) {
      writeScalar(view, at, field.type, scalar);
      at += SIZES[field.type];
    }
  }
}

/** Writes rows one after another from `offset`. */
export function encodeRows<S extends Struct>(
  struct: S,
  view: DataView,
  offset: number,
  rows: readonly StructOf<S>[],
): void {
  const size = structSize(struct);
  for (const [index, row] of rows.entries()) encodeStruct(struct, view, offset + index * size, row);
}

function readScalar(view: DataView, at: number, type: FieldType): number | string {
  switch (type) {
    case "fourcc":
      return String.fromCharCode(
        view.getUint8(at),
        view.getUint8(at + 1),
        view.getUint8(at + 2),
        view.getUint8(at + 3),
      );
    case "u16":
      return view.getUint16(at, true);
    case "u32":
      return view.getUint32(at, true);
    case "i32":
      return view.getInt32(at, true);
    // Past 2^53 the number is rounded, which every later bounds check refuses.
    case "u64":
      return view.getUint32(at, true) + view.getUint32(at + 4, true) * 0x1_0000_0000;
    case "f32":
      return view.getFloat32(at, true);
    case "f64":
      return view.getFloat64(at, true);
    case "id":
    case "digest":
      return hexOf(new Uint8Array(view.buffer, view.byteOffset + at, SIZES[type]));
  }
}

function writeScalar(view: DataView, at: number, type: FieldType, value: number | string): void {
  switch (type) {
    case "fourcc":
      for (let index = 0; index < 4; index++) {
        view.setUint8(at + index, (value as string).charCodeAt(index));
      }
      return;
    case "u16":
      view.setUint16(at, value as number, true);
      return;
    case "u32":
      view.setUint32(at, value as number, true);
      return;
    case "i32":
      view.setInt32(at, value as number, true);
      return;
    case "u64":
      view.setUint32(at, (value as number) % 0x1_0000_0000, true);
      view.setUint32(at + 4, Math.floor((value as number) / 0x1_0000_0000), true);
      return;
    case "f32":
      view.setFloat32(at, value as number, true);
      return;
    case "f64":
      view.setFloat64(at, value as number, true);
      return;
    case "id":
    case "digest":
      for (let index = 0; index < SIZES[type]; index++) {
        view.setUint8(
          at + index,
          Number.parseInt((value as string).slice(index * 2, index * 2 + 2), 16),
        );
      }
  }
}

/** Lower-case hex of `bytes`. */
export function hexOf(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += byte.toString(16).padStart(2, "0");
  return text;
}
