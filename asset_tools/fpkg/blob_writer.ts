/** Builds one asset blob: a header struct, then rows, strings and data at aligned offsets, then references. */
import { assetId, NO_ID } from "./asset_id.ts";
import {
  AssetType,
  type AssetTypeName,
  BLOB_VERSION,
  type BlobHeader,
  BlobReference,
} from "./format/blob.ts";
import { encodeRows, encodeStruct, type Struct, type StructOf, structSize } from "./struct.ts";

type HeaderStart = keyof StructOf<typeof BlobHeader>;

/** An asset that another one needs, by qualified name. */
export interface Reference {
  readonly type: AssetTypeName;
  readonly name: string;
  /** For a shader: the interface the blob was packed for. */
  readonly interface?: string;
}

const encoder = new TextEncoder();

export class BlobWriter<H extends Struct> {
  readonly #header: H;
  #bytes: Uint8Array<ArrayBuffer>;
  #view: DataView;
  #size: number;
  readonly #strings = new Map<string, number>();
  readonly #references: Reference[] = [];
  /** Rows of the references by type and name. */
  readonly #rows = new Map<string, number>();

  constructor(header: H) {
    this.#header = header;
    this.#bytes = new Uint8Array(4096);
    this.#view = new DataView(this.#bytes.buffer);
    this.#size = structSize(header);
  }

  /** Appends rows of `struct` at a 16-aligned offset and returns it. */
  rows<S extends Struct>(struct: S, rows: readonly StructOf<S>[]): number {
    const start = this.reserve(structSize(struct) * rows.length);
    encodeRows(struct, this.#view, start, rows);
    return start;
  }

  /** Appends raw bytes at a 16-aligned offset and returns it. */
  bytes(data: Uint8Array): number {
    const start = this.reserve(data.length);
    this.#bytes.set(data, start);
    return start;
  }

  /** Appends a column of i32 and returns its offset. */
  i32Column(values: ArrayLike<number>): number {
    const start = this.reserve(values.length * 4);
    for (let index = 0; index < values.length; index++) {
      this.#view.setInt32(start + index * 4, values[index] as number, true);
    }
    return start;
  }

  /** Appends a column of f64 and returns its offset. */
  f64Column(values: ArrayLike<number>): number {
    const start = this.reserve(values.length * 8);
    for (let index = 0; index < values.length; index++) {
      this.#view.setFloat64(start + index * 8, values[index] as number, true);
    }
    return start;
  }

  /** Offset of `text` as a length-prefixed string; equal texts are stored once. */
  string(text: string): number {
    let start = this.#strings.get(text);
    if (start === undefined) {
      // Three bytes are the most that a letter takes; what is not needed is given back.
      start = this.reserve(4 + text.length * 3, 4);
      const written = this.#writeText(text, start + 4);
      this.#view.setUint32(start, written, true);
      this.#size = start + 4 + written;
      this.#strings.set(text, start);
    }
    return start;
  }

  /** Writes the text in UTF-8 and returns its length; a call of the encoder takes longer than most names. */
  #writeText(text: string, start: number): number {
    const bytes = this.#bytes;
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit >= 0x80) return encoder.encodeInto(text, bytes.subarray(start)).written;
      bytes[start + at] = unit;
    }
    return text.length;
  }

  /** Row of `reference` in the blob's references; equal ones are stored once. */
  reference(reference: Reference): number {
    const key = `${reference.type}:${reference.name}`;
    let row = this.#rows.get(key);
    if (row === undefined) {
      row = this.#references.push(reference) - 1;
      this.#rows.set(key, row);
    }
    return row;
  }

  /** Writes references and header; the writer is used up afterwards. */
  finish(magic: string, fields: Omit<StructOf<H>, HeaderStart>): Uint8Array<ArrayBuffer> {
    const references = this.rows(
      BlobReference,
      this.#references.map((reference) => ({
        id: assetId(reference.type, reference.name),
        interface: reference.interface ?? NO_ID,
        type: AssetType[reference.type],
        flags: 0,
        name: this.string(reference.name),
      })),
    );
    const start: StructOf<typeof BlobHeader> = {
      magic,
      version: BLOB_VERSION,
      flags: 0,
      size: this.#size,
      references,
      referenceCount: this.#references.length,
      reserved: 0,
    };
    encodeStruct(this.#header, this.#view, 0, { ...start, ...fields } as unknown as StructOf<H>);
    return this.#bytes.slice(0, this.#size);
  }

  /** Appends `length` zero bytes at an aligned offset and returns it. */
  reserve(length: number, alignment = 16): number {
    const start = Math.ceil(this.#size / alignment) * alignment;
    this.#size = start + length;
    if (this.#size > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(this.#size, this.#bytes.length * 2));
      grown.set(this.#bytes);
      this.#bytes = grown;
      this.#view = new DataView(grown.buffer);
    }
    return start;
  }
}
