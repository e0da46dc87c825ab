/** Reads what `BinaryWriter` wrote; every read is checked against the end. */

/** Thrown inside the reader of a format and caught at its border. */
export class MalformedBinary extends Error {}

export class BinaryReader {
  readonly #bytes: Uint8Array;
  #offset = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get remaining(): number {
    return this.#bytes.length - this.#offset;
  }

  byte(): number {
    const value = this.#bytes[this.#offset];
    if (value === undefined) throw new MalformedBinary("it ends too early");
    this.#offset++;
    return value;
  }

  number(): number {
    let value = this.byte();
    if (value < 128) return value;
    value &= 127;
    for (let shift = 7; shift < 35; shift += 7) {
      const next = this.byte();
      value += (next & 127) * 2 ** shift;
      if (next < 128) {
        if (value > 0x7fffffff) break;
        return value;
      }
    }
    throw new MalformedBinary("a number is too large");
  }

  /** A number of things that take at least one byte each. */
  count(): number {
    const value = this.number();
    if (value > this.remaining) throw new MalformedBinary("a length reaches past the end");
    return value;
  }

  uint32(): number {
    let value = 0;
    for (let shift = 0; shift < 32; shift += 8) value |= this.byte() << shift;
    return value >>> 0;
  }

  take(length: number): Uint8Array {
    if (length > this.remaining) throw new MalformedBinary("it ends too early");
    this.#offset += length;
    return this.#bytes.subarray(this.#offset - length, this.#offset);
  }
}
