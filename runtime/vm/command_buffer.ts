/** The render commands of one picture: 32-bit words that the host executes after `draw`. See docs/render_commands.md. */
export class CommandBuffer {
  length = 0;
  #words = new Int32Array(4096);
  #floats = new Float32Array(this.#words.buffer);

  int(value: number): void {
    if (this.length === this.#words.length) this.#grow();
    this.#words[this.length++] = value;
  }

  float(value: number): void {
    if (this.length === this.#words.length) this.#grow();
    this.#floats[this.length++] = value;
  }

  clear(): void {
    this.length = 0;
  }

  /** A view of the words written since `clear`; valid until the next write. */
  words(): Int32Array {
    return this.#words.subarray(0, this.length);
  }

  #grow(): void {
    const larger = new Int32Array(this.#words.length * 2);
    larger.set(this.#words);
    this.#words = larger;
    this.#floats = new Float32Array(larger.buffer);
  }
}
