import { BytecodeError } from "./bytecode_error.ts";

/** Reads what `ByteWriter` wrote; running past the end or a number out of bounds is a `BytecodeError`. */
export class ByteReader {
  readonly #view: DataView;
  #offset = 0;

  constructor(bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get offset(): number {
    return this.#offset;
  }

  get remaining(): number {
    return this.#view.byteLength - this.#offset;
  }

  byte(): number {
    if (this.remaining < 1)
      throw new BytecodeError(`The file ends at byte ${this.#offset} in the middle of a value`);
    return this.#view.getUint8(this.#offset++);
  }

  unsigned(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.byte();
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
    throw new BytecodeError(`The number before byte ${this.#offset} has more than 32 bits`);
  }

  signed(): number {
    const value = this.unsigned();
    return (value >>> 1) ^ -(value & 1);
  }

  float(): number {
    if (this.remaining < 8)
      throw new BytecodeError(`The file ends at byte ${this.#offset} in the middle of a value`);
    const value = this.#view.getFloat64(this.#offset, true);
    this.#offset += 8;
    return value;
  }

  text(): string {
    const header = this.unsigned();
    const length = header >>> 1;
    const width = (header & 1) + 1;
    this.#require(length * width);
    const units = new Array<string>(length);
    for (let index = 0; index < length; index++) {
      const low = this.byte();
      units[index] = String.fromCharCode(width === 2 ? low | (this.byte() << 8) : low);
    }
    return units.join("");
  }

  /** Items take at least one byte each, so a wrong count cannot ask for more memory than the file is long. */
  list<T>(read: () => T): T[] {
    const count = this.unsigned();
    this.#require(count);
    const items: T[] = [];
    for (let index = 0; index < count; index++) items.push(read());
    return items;
  }

  /** One of the given values, written as its position. */
  oneOf<T>(values: readonly T[], what: string): T {
    const index = this.byte();
    const value = values[index];
    if (value === undefined)
      throw new BytecodeError(`Byte ${this.#offset - 1}: ${index} is no ${what}`);
    return value;
  }

  #require(count: number): void {
    if (count > this.remaining) {
      throw new BytecodeError(
        `Byte ${this.#offset}: a length of ${count} reaches past the end of the file`,
      );
    }
  }
}
