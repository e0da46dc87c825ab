/**
 * The wire form of requests to the system and of their replies: parts one after another, each a 32-bit length, -1 for
 * null, and so many bytes; numbers are little-endian. In requests a text ends in a zero byte. A reply has one byte before them, 0 for success.
 * runtime/std/haxe/internal/SystemCall.hx is the other side.
 */

const NULL = -1;

export class FieldReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  bytes(): Uint8Array | null {
    const length = this.#view.getInt32(this.#at, true);
    this.#at += 4;
    if (length === NULL) return null;
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  /** Empty where it is null. */
  text(): string {
    return this.nullableText() ?? "";
  }

  nullableText(): string | null {
    const bytes = this.bytes();
    return bytes === null ? null : new TextDecoder().decode(bytes.subarray(0, -1));
  }

  int(): number {
    this.#at += 8;
    return this.#view.getInt32(this.#at - 4, true);
  }

  float(): number {
    this.#at += 12;
    return this.#view.getFloat64(this.#at - 8, true);
  }
}

export class FieldWriter {
  readonly #pieces: Uint8Array[] = [];

  bytes(value: Uint8Array): this {
    this.#pieces.push(int32(value.length), value);
    return this;
  }

  text(value: string | null): this {
    if (value !== null) return this.bytes(new TextEncoder().encode(value));
    this.#pieces.push(int32(NULL));
    return this;
  }

  int(value: number): this {
    return this.bytes(int32(value));
  }

  float(value: number): this {
    const bytes = new Uint8Array(8);
    new DataView(bytes.buffer).setFloat64(0, value, true);
    return this.bytes(bytes);
  }

  texts(values: readonly string[]): this {
    this.int(values.length);
    for (const value of values) this.text(value);
    return this;
  }

  /** The reply: its status and what was written. */
  reply(status: number): Uint8Array<ArrayBuffer> {
    const size = this.#pieces.reduce((sum, piece) => sum + piece.length, 1);
    const bytes = new Uint8Array(size);
    bytes[0] = status;
    let at = 1;
    for (const piece of this.#pieces) {
      bytes.set(piece, at);
      at += piece.length;
    }
    return bytes;
  }
}

function int32(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setInt32(0, value, true);
  return bytes;
}
