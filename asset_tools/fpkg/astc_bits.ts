/** The 128 bits of an ASTC block, read from either end. */
export class AstcBits {
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** Up to 16 bits from a place on, the first lowest; what is beyond the block is 0. */
  at(start: number, count: number): number {
    const byte = start >> 3;
    const three =
      (this.#bytes[byte] ?? 0) |
      ((this.#bytes[byte + 1] ?? 0) << 8) |
      ((this.#bytes[byte + 2] ?? 0) << 16);
    return (three >> (start & 7)) & ((1 << count) - 1);
  }

  /** The same bits, the last first. */
  reversed(): AstcBits {
    const bytes = new Uint8Array(16);
    for (let at = 0; at < 16; at++) bytes[at] = reversedBytes[this.#bytes[15 - at] ?? 0] ?? 0;
    return new AstcBits(bytes);
  }
}

const reversedBytes = Uint8Array.from({ length: 256 }, (_, byte) => reversedByte(byte));

function reversedByte(byte: number): number {
  let bits = 0;
  for (let bit = 0; bit < 8; bit++) bits |= ((byte >> bit) & 1) << (7 - bit);
  return bits;
}
