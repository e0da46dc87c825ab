/** Appends numbers and texts to a growing buffer; texts are written once and referred to by number. */
export class ByteWriter {
  #bytes = new Uint8Array(1024);
  #length = 0;

  byte(value: number): void {
    if (this.#length === this.#bytes.length) this.#reserve(1);
    this.#bytes[this.#length++] = value;
  }

  /** A 32-bit unsigned number, seven bits a byte, lowest first. */
  unsigned(value: number): void {
    this.#reserve(5);
    let rest = value >>> 0;
    while (rest >= 0x80) {
      this.#bytes[this.#length++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    this.#bytes[this.#length++] = rest;
  }

  /** A 32-bit signed number: small ones of either sign are short. */
  signed(value: number): void {
    this.unsigned((value << 1) ^ (value >> 31));
  }

  /** Eight bytes, little-endian. */
  float(value: number): void {
    const view = new DataView(new ArrayBuffer(8));
    view.setFloat64(0, value, true);
    for (let index = 0; index < 8; index++) this.byte(view.getUint8(index));
  }

  /** UTF-16 units, one byte each where all are below 256: lone surrogates survive, which UTF-8 would lose. */
  text(value: string): void {
    const wide = /[^\0-\xff]/.test(value);
    this.unsigned(value.length * 2 + (wide ? 1 : 0));
    this.#reserve(value.length * 2);
    for (let index = 0; index < value.length; index++) {
      const unit = value.charCodeAt(index);
      this.#bytes[this.#length++] = unit & 0xff;
      if (wide) this.#bytes[this.#length++] = unit >> 8;
    }
  }

  bytes(content: Uint8Array): void {
    this.#reserve(content.length);
    this.#bytes.set(content, this.#length);
    this.#length += content.length;
  }

  list<T>(items: readonly T[], write: (item: T) => void): void {
    this.unsigned(items.length);
    for (const item of items) write(item);
  }

  finish(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  #reserve(count: number): void {
    if (this.#length + count <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + count));
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}
