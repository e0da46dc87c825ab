/** Growing typed arrays: an OBJ file does not say how many numbers follow. */

export class FloatList {
  #values = new Float32Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.#values.length) {
      const grown = new Float32Array(this.length * 2);
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values[this.length++] = value;
  }

  toArray(): Float32Array {
    return this.#values.subarray(0, this.length);
  }
}

export class IntList {
  #values = new Int32Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.#values.length) {
      const grown = new Int32Array(this.length * 2);
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values[this.length++] = value;
  }

  toArray(): Int32Array {
    return this.#values.subarray(0, this.length);
  }
}
