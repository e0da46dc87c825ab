/** The program's constant objects as bytes of linear memory, laid out in the order they are asked for. */

export class StaticData {
  readonly #base: number;
  #bytes = new Uint8Array(4096);
  #view = new DataView(this.#bytes.buffer);
  #size = 0;

  /** `base` is the address of the first byte. */
  constructor(base: number) {
    this.#base = base;
  }

  /** Takes zeroed bytes and gives their address. */
  allocate(size: number, alignment: number): number {
    const address = Math.ceil((this.#base + this.#size) / alignment) * alignment;
    this.#size = address - this.#base + size;
    if (this.#size > this.#bytes.length) this.#grow();
    return address;
  }

  setU8(address: number, value: number): void {
    this.#view.setUint8(address - this.#base, value);
  }

  setU16(address: number, value: number): void {
    this.#view.setUint16(address - this.#base, value, true);
  }

  setU32(address: number, value: number): void {
    this.#view.setUint32(address - this.#base, value, true);
  }

  setU64(address: number, value: bigint): void {
    this.#view.setBigUint64(address - this.#base, value, true);
  }

  bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#size);
  }

  #grow(): void {
    const grown = new Uint8Array(Math.max(this.#bytes.length * 2, this.#size));
    grown.set(this.#bytes);
    this.#bytes = grown;
    this.#view = new DataView(grown.buffer);
  }
}
