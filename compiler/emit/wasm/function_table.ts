/** Positions in the WASM table: what C calls function pointers. */

export class FunctionTable {
  readonly #first: number;
  readonly #positions = new Map<string, number>();

  /** `first` is the position after the runtime's own functions. */
  constructor(first: number) {
    this.#first = first;
  }

  /** The function's position; it is given one the first time it is asked for. */
  positionOf(functionName: string): number {
    const known = this.#positions.get(functionName);
    if (known !== undefined) return known;
    const position = this.#first + this.#positions.size;
    this.#positions.set(functionName, position);
    return position;
  }

  has(functionName: string): boolean {
    return this.#positions.has(functionName);
  }

  /** Names in the order of their positions. */
  names(): readonly string[] {
    return [...this.#positions.keys()];
  }
}
