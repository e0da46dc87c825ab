/** Checked access to an asset blob: whatever the bytes are, reads stay inside them or throw `FpkgError`. */
import { BLOB_VERSION, BlobHeader, BlobReference } from "./format/blob.ts";
import { FpkgError } from "./fpkg_error.ts";
import { decodeStruct, type Struct, type StructOf, structSize } from "./struct.ts";

/** A decoded reference row. */
export interface ReadReference {
  readonly id: string;
  readonly interface: string;
  readonly type: number;
  readonly name: string;
}

export class BlobReader {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly references: readonly ReadReference[];
  readonly #strings = new Map<number, string>();
  #stringBytes = 0;

  constructor(blob: Uint8Array, magic: string | undefined) {
    // A Buffer of Node is one too, but its parts would be Buffers, whose `slice` does not copy.
    const bytes = new Uint8Array(blob.buffer, blob.byteOffset, blob.byteLength);
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const header = this.row(BlobHeader, 0);
    if (magic !== undefined && header.magic !== magic) {
      throw new FpkgError(
        "FP1001",
        `Expected a \`${magic}\` blob, found \`${printable(header.magic)}\``,
      );
    }
    if (header.version !== BLOB_VERSION) {
      throw new FpkgError(
        "FP1001",
        `Expected blob version ${BLOB_VERSION}, found ${header.version}`,
      );
    }
    if (header.size !== bytes.length) {
      throw new FpkgError("FP1002", `Blob says ${header.size} bytes, has ${bytes.length}`);
    }
    this.references = this.rows(BlobReference, header.references, header.referenceCount).map(
      (row) => ({
        id: row.id,
        interface: row.interface,
        type: row.type,
        name: this.string(row.name),
      }),
    );
  }

  /** One row at `offset`. */
  row<S extends Struct>(struct: S, offset: number): StructOf<S> {
    this.check(offset, structSize(struct), struct.name);
    return decodeStruct(struct, this.view, offset);
  }

  /** `count` rows from `offset`; checked before any is read. */
  rows<S extends Struct>(struct: S, offset: number, count: number): StructOf<S>[] {
    const size = structSize(struct);
    this.check(offset, size * count, struct.name);
    return Array.from({ length: count }, (_, index) =>
      decodeStruct(struct, this.view, offset + index * size),
    );
  }

  /** A column of `count` i32. */
  i32Column(offset: number, count: number): Int32Array {
    this.check(offset, count * 4, "column");
    return Int32Array.from({ length: count }, (_, index) =>
      this.view.getInt32(offset + index * 4, true),
    );
  }

  /** A column of `count` f64. */
  f64Column(offset: number, count: number): Float64Array {
    this.check(offset, count * 8, "column");
    return Float64Array.from({ length: count }, (_, index) =>
      this.view.getFloat64(offset + index * 8, true),
    );
  }

  /** Bytes of the blob, not copied. */
  slice(offset: number, size: number): Uint8Array {
    this.check(offset, size, "data");
    return this.bytes.subarray(offset, offset + size);
  }

  /** A length-prefixed string. */
  string(offset: number): string {
    const known = this.#strings.get(offset);
    if (known !== undefined) return known;
    this.check(offset, 4, "string");
    const length = this.view.getUint32(offset, true);
    this.check(offset + 4, length, "string");
    // Writers keep each text once, so that all of them together are no longer than the blob.
    this.#stringBytes += length;
    this.check(0, this.#stringBytes, "strings");
    const text = new TextDecoder().decode(this.bytes.subarray(offset + 4, offset + 4 + length));
    this.#strings.set(offset, text);
    return text;
  }

  /** The reference in row `index`. */
  reference(index: number): ReadReference {
    const reference = this.references[index];
    if (reference === undefined) {
      throw new FpkgError("FP1002", `Reference ${index} of ${this.references.length}`);
    }
    return reference;
  }

  check(offset: number, size: number, what: string): void {
    if (!(offset >= 0 && size >= 0 && offset + size <= this.bytes.length)) {
      throw new FpkgError(
        "FP1002",
        `${what} at ${offset}+${size} is outside the ${this.bytes.length} bytes`,
      );
    }
  }
}

/** Name of `code` in a code table; a code that is not there is an error. */
export function codeName<T extends Readonly<Record<string, number>>>(
  table: T,
  code: number,
  what: string,
): keyof T & string {
  for (const name in table) if (table[name] === code) return name;
  throw new FpkgError("FP1004", `${what} ${code} is not known`);
}

function printable(text: string): string {
  return text.replaceAll(/[^ -~]/g, "?");
}
