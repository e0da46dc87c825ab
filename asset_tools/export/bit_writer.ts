/** Deflate's bit stream with its fixed code. Source: RFC 1951, sections 3.1.1, 3.2.5 and 3.2.6. */

/** Shortest length of each length code from 257 on; the code has as many extra bits as fill the gap to the next. */
const LENGTHS = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
  163, 195, 227, 258,
];

export class BitWriter {
  #bytes = new Uint8Array(65536);
  #size = 0;
  #pending = 0;
  #count = 0;

  /** Appends the low `count` bits, the lowest first. */
  bits(value: number, count: number): void {
    this.#pending |= value << this.#count;
    this.#count += count;
    while (this.#count >= 8) {
      this.#byte(this.#pending & 255);
      this.#pending >>>= 8;
      this.#count -= 8;
    }
  }

  /** A literal byte, 256 for the end, or a length's code. */
  symbol(value: number): void {
    if (value < 144) this.#code(0x30 + value, 8);
    else if (value < 256) this.#code(0x190 + value - 144, 9);
    else if (value < 280) this.#code(value - 256, 7);
    else this.#code(0xc0 + value - 280, 8);
  }

  /** From 3 to 258. */
  length(length: number): void {
    const index = LENGTHS.findLastIndex((least) => least <= length);
    const extra = index < 8 || index === 28 ? 0 : (index >> 2) - 1;
    this.symbol(257 + index);
    this.bits(length - (LENGTHS[index] as number), extra);
  }

  /** From 1 to 8, which needs no more than one extra bit. */
  distance(distance: number): void {
    const isShort = distance <= 4;
    this.#code(isShort ? distance - 1 : 4 + ((distance - 5) >> 1), 5);
    if (!isShort) this.bits((distance - 5) & 1, 1);
  }

  finish(): Uint8Array {
    if (this.#count > 0) this.#byte(this.#pending & 255);
    return this.#bytes.subarray(0, this.#size);
  }

  /** Codes go highest bit first. */
  #code(code: number, length: number): void {
    for (let bit = length - 1; bit >= 0; bit--) this.bits((code >> bit) & 1, 1);
  }

  #byte(byte: number): void {
    if (this.#size === this.#bytes.length) {
      const grown = new Uint8Array(this.#size * 2);
      grown.set(this.#bytes);
      this.#bytes = grown;
    }
    this.#bytes[this.#size++] = byte;
  }
}
