/** Numbers of any width from bytes, most significant bit first. Reads past the end throw `SoundError`. */
import { SoundError } from "./sound.ts";

export class BitReader {
  readonly #bytes: Uint8Array;
  /** In bits. */
  #at: number;

  constructor(bytes: Uint8Array, firstByte: number) {
    this.#bytes = bytes;
    this.#at = firstByte * 8;
  }

  /** The byte that is read next; only of use where one begins. */
  get byte(): number {
    return Math.ceil(this.#at / 8);
  }

  /** `width` bits, 0 to 32, as a number that is not negative. */
  read(width: number): number {
    if (this.#at + width > this.#bytes.length * 8) {
      throw new SoundError(`ends inside the data at byte ${this.byte}`);
    }
    let value = 0;
    let left = width;
    while (left > 0) {
      const used = this.#at & 7;
      const take = Math.min(8 - used, left);
      const byte = this.#bytes[this.#at >>> 3] as number;
      value = value * 2 ** take + ((byte >> (8 - used - take)) & (2 ** take - 1));
      this.#at += take;
      left -= take;
    }
    return value;
  }

  /** `width` bits in two's complement. */
  readSigned(width: number): number {
    const value = this.read(width);
    return width > 0 && value >= 2 ** (width - 1) ? value - 2 ** width : value;
  }

  /** How many zeros come before the next one, which is read too. */
  readUnary(): number {
    let zeros = 0;
    for (;;) {
      const byte = this.#bytes[this.#at >>> 3];
      if (byte === undefined) throw new SoundError(`ends inside the data at byte ${this.byte}`);
      const rest = (byte << (this.#at & 7)) & 255;
      if (rest !== 0) {
        const leading = Math.clz32(rest) - 24;
        this.#at += leading + 1;
        return zeros + leading;
      }
      const skipped = 8 - (this.#at & 7);
      zeros += skipped;
      this.#at += skipped;
    }
  }

  /** Goes on to the next whole byte. */
  align(): void {
    this.#at = this.byte * 8;
  }
}
