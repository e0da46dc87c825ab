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

/** A structure of a blob that was read. */
export interface BlobPart {
  readonly what: string;
  readonly offset: number;
  readonly size: number;
  /** What its offset is a multiple of. */
  readonly alignment: number;
}

/** A blob's bytes, or a reader that is told what of them is read. */
export type BlobSource = Uint8Array | BlobReader;

/** Where rows, columns and data begin. */
const ALIGNMENT = 16;
const STRING_ALIGNMENT = 4;

export class BlobReader {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly references: readonly ReadReference[];
  readonly #onRead: ((part: BlobPart) => void) | undefined;
  readonly #strings = new Map<number, string>();
  #claimed = 0;

  /** A reader of the source, whose blob has to be of a kind. */
  static open(source: BlobSource, magic: string): BlobReader {
    if (source instanceof Uint8Array) return new BlobReader(source, magic);
    source.#checkMagic(magic);
    return source;
  }

  constructor(
    blob: Uint8Array,
    magic: string | undefined,
    onRead?: ((part: BlobPart) => void) | undefined,
  ) {
    this.#onRead = onRead;
    // A Buffer of Node is one too, but its parts would be Buffers, whose `slice` does not copy.
    const bytes = new Uint8Array(blob.buffer, blob.byteOffset, blob.byteLength);
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const header = this.row(BlobHeader, 0);
    if (magic !== undefined) this.#checkMagic(magic);
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

  #checkMagic(expected: string): void {
    const { magic } = decodeStruct(BlobHeader, this.view, 0);
    if (magic !== expected)
      throw new FpkgError(
        "FP1001",
        `Expected a \`${expected}\` blob, found \`${printable(magic)}\``,
      );
  }

  /** One row at `offset`. */
  row<S extends Struct>(struct: S, offset: number): StructOf<S> {
    this.#check(struct.name, offset, structSize(struct), ALIGNMENT);
    return decodeStruct(struct, this.view, offset);
  }

  /** `count` rows from `offset`; checked before any is read. */
  rows<S extends Struct>(struct: S, offset: number, count: number): StructOf<S>[] {
    const size = structSize(struct);
    this.#check(struct.name, offset, size * count, ALIGNMENT);
    return Array.from({ length: count }, (_, index) =>
      decodeStruct(struct, this.view, offset + index * size),
    );
  }

  /** A column of `count` i32. */
  i32Column(offset: number, count: number): Int32Array {
    this.#check("column", offset, count * 4, ALIGNMENT);
    this.claim(count * 4);
    return Int32Array.from({ length: count }, (_, index) =>
      this.view.getInt32(offset + index * 4, true),
    );
  }

  /** A column of `count` f64. */
  f64Column(offset: number, count: number): Float64Array {
    this.#check("column", offset, count * 8, ALIGNMENT);
    this.claim(count * 8);
    return Float64Array.from({ length: count }, (_, index) =>
      this.view.getFloat64(offset + index * 8, true),
    );
  }

  /** Bytes of the blob, not copied. */
  slice(offset: number, size: number, alignment = ALIGNMENT): Uint8Array {
    this.#check("data", offset, size, alignment);
    return this.bytes.subarray(offset, offset + size);
  }

  /** A length-prefixed string. */
  string(offset: number): string {
    const known = this.#strings.get(offset);
    if (known !== undefined) return known;
    this.#checkBounds("string", offset, 4);
    const length = this.view.getUint32(offset, true);
    this.#check("string", offset, 4 + length, STRING_ALIGNMENT);
    this.claim(length);
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

  /**
   * Call it before bytes become something of their own. Writers keep everything once, so that all of it together is no longer
   * than the blob, and a small blob cannot ask for much memory by naming the same bytes many times.
   */
  claim(size: number): void {
    this.#claimed += size;
    if (this.#claimed > this.bytes.length)
      throw new FpkgError("FP1004", `The ${this.bytes.length} bytes are used more than once`);
  }

  #check(what: string, offset: number, size: number, alignment: number): void {
    this.#checkBounds(what, offset, size);
    if (size > 0) this.#onRead?.({ what, offset, size, alignment });
  }

  #checkBounds(what: string, offset: number, size: number): void {
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
