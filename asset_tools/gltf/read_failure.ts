/** Thrown inside the reader for what the validator cannot see; `readGltf` turns it into a diagnostic. */
import { type Diagnostic, diagnostic, type Place } from "../document/diagnostic.ts";

export class ReadFailure extends Error {
  /** JSON pointer of what cannot be read. */
  readonly pointer: string;
  readonly diagnosticAt: (place: Place) => Diagnostic;

  constructor(pointer: string, diagnosticAt: (place: Place) => Diagnostic) {
    super(pointer);
    this.pointer = pointer;
    this.diagnosticAt = diagnosticAt;
  }
}

/** Compressed data that does not decode. */
export function broken(pointer: string, problem: string): ReadFailure {
  return new ReadFailure(pointer, (place) => diagnostic("AS6008", place, { problem, pointer }));
}

/** Counts what is decoded, so that a small file cannot ask for all memory. */
export class Budget {
  readonly limit = 1 << 30;
  #used = 0;

  /** Takes `bytes`, or fails. */
  take(bytes: number, pointer: string): void {
    this.#used += bytes;
    if (this.#used <= this.limit) return;
    const { limit } = this;
    throw new ReadFailure(pointer, (place) => diagnostic("AS6007", place, { limit }));
  }
}
