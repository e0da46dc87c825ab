/** The 128 bits of an ASTC block, lowest or highest first. */
export class AstcBits {
  /** What is beyond the block is 0. */
  readonly #bytes = new Uint8Array(19);

  /** Takes the 16 bytes at a place of `view`. */
  take(view: DataView, at: number): void {
    for (let byte = 0; byte < 16; byte++) this.#bytes[byte] = view.getUint8(at + byte);
  }

  /** Takes them with their bits in reverse. */
  takeReversed(view: DataView, at: number): void {
    for (let byte = 0; byte < 16; byte++)
      this.#bytes[15 - byte] = reversedBytes[view.getUint8(at + byte)] as number;
  }

  /** Up to 16 bits from a place on, the first lowest. */
  at(start: number, count: number): number {
    const byte = start >> 3;
    const three =
      (this.#bytes[byte] as number) |
      ((this.#bytes[byte + 1] as number) << 8) |
      ((this.#bytes[byte + 2] as number) << 16);
    return (three >> (start & 7)) & ((1 << count) - 1);
  }
}

const reversedBytes = Uint8Array.from({ length: 256 }, (_, byte) => reversedByte(byte));

function reversedByte(byte: number): number {
  let bits = 0;
  for (let bit = 0; bit < 8; bit++) bits |= ((byte >> bit) & 1) << (7 - bit);
  return bits;
}
