/**
 * What a process keeps between actions. Everything is kept under the digest of what it was made from, so that an action
 * gives the bytes that it would give in a new process: a file that changes has another digest. The least recently used
 * goes when the budget is used up.
 */
import { hash } from "node:crypto";

export interface MemoryStatistics {
  readonly entries: number;
  /** Estimated: what is kept is many small objects. */
  readonly bytes: number;
  readonly budgetBytes: number;
  readonly hits: number;
  readonly misses: number;
  readonly evictions: number;
}

/** A kind of things that are kept, and how large they are. */
export interface Shelf<Value> {
  readonly name: string;
  /** Bytes of heap for each byte of what a value is made from; measured (docs/performance.md). */
  readonly heapPerByte: number;
  /** Only for the type: what is on the shelf. */
  readonly value?: Value;
}

interface Entry {
  readonly value: unknown;
  readonly bytes: number;
}

export const DEFAULT_BUDGET_BYTES = 384 * 1024 * 1024;

export class ActionMemory {
  readonly #budgetBytes: number;
  /** In order of last use, the longest ago first. */
  readonly #entries = new Map<string, Entry>();
  #bytes = 0;
  #hits = 0;
  #misses = 0;
  #evictions = 0;

  constructor(budgetBytes = DEFAULT_BUDGET_BYTES) {
    this.#budgetBytes = budgetBytes;
  }

  /** What is kept under the key, or else what `make` makes of so many bytes. */
  recall<Value>(shelf: Shelf<Value>, key: string, sizeBytes: number, make: () => Value): Value {
    const known = this.#entries.get(`${shelf.name} ${key}`);
    if (known !== undefined) {
      this.#hits++;
      this.#put(`${shelf.name} ${key}`, known);
      return known.value as Value;
    }
    this.#misses++;
    const value = make();
    this.keep(shelf, key, sizeBytes, value);
    return value;
  }

  /** Keeps a value; another one under the same key goes. */
  keep<Value>(shelf: Shelf<Value>, key: string, sizeBytes: number, value: Value): void {
    const bytes = sizeBytes * shelf.heapPerByte + ENTRY_BYTES;
    this.#put(`${shelf.name} ${key}`, { value, bytes });
    for (const [oldest, entry] of this.#entries) {
      // The newest stays, were it larger than the budget: it is in use.
      if (this.#bytes <= this.#budgetBytes || this.#entries.size === 1) break;
      this.#entries.delete(oldest);
      this.#bytes -= entry.bytes;
      this.#evictions++;
    }
  }

  statistics(): MemoryStatistics {
    return {
      entries: this.#entries.size,
      bytes: Math.round(this.#bytes),
      budgetBytes: this.#budgetBytes,
      hits: this.#hits,
      misses: this.#misses,
      evictions: this.#evictions,
    };
  }

  #put(key: string, entry: Entry): void {
    const before = this.#entries.get(key);
    if (before !== undefined) {
      this.#bytes -= before.bytes;
      this.#entries.delete(key);
    }
    this.#entries.set(key, entry);
    this.#bytes += entry.bytes;
  }
}

/** The key and the entry itself. */
const ENTRY_BYTES = 200;

const digests = new WeakMap<Uint8Array, string>();

/** The digest of bytes that nobody changes any more. */
export function digestOf(bytes: Uint8Array): string {
  let digest = digests.get(bytes);
  if (digest === undefined) {
    digest = hash("sha256", bytes, "hex");
    digests.set(bytes, digest);
  }
  return digest;
}
