// Bazel's JSON worker protocol: one JSON object after another on a pipe. Bazel ends each with a newline today,
// but the protocol promises none, and a pipe cuts where it likes: a chunk may hold several messages, or the
// middle of one, or half a UTF-8 sequence. Objects are therefore found by their braces, in bytes.

const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Collects chunks and gives back each complete JSON object of the stream, as text, in order. */
export class MessageReader {
  #pending: Buffer = Buffer.alloc(0);
  #scanned = 0;
  #depth = 0;
  #inString = false;
  #escaped = false;

  /** Adds a chunk and returns the texts of the objects that it completed. */
  push(chunk: Uint8Array): string[] {
    this.#pending = Buffer.concat([this.#pending, chunk]);
    const messages: string[] = [];
    let start = 0;
    for (let at = this.#scanned; at < this.#pending.length; at++) {
      if (this.#endsObject(this.#pending.readUInt8(at))) {
        messages.push(this.#pending.toString("utf8", start, at + 1).trim());
        start = at + 1;
      }
    }
    this.#pending = this.#pending.subarray(start);
    this.#scanned = this.#pending.length;
    return messages;
  }

  /** Whether the stream stopped inside an object. */
  get isPartial(): boolean {
    return this.#depth > 0;
  }

  /** Steps over one byte; true if it is the brace that closes a top-level object. */
  #endsObject(byte: number): boolean {
    if (this.#inString) {
      if (this.#escaped) this.#escaped = false;
      else if (byte === BACKSLASH) this.#escaped = true;
      else if (byte === QUOTE) this.#inString = false;
      return false;
    }
    if (byte === QUOTE) this.#inString = true;
    else if (byte === OPEN_BRACE) this.#depth++;
    else if (byte === CLOSE_BRACE) return --this.#depth === 0;
    return false;
  }
}

/** A request as Bazel sends it: absent fields are zero, empty or false. */
export interface WireRequest {
  readonly arguments?: readonly string[];
  readonly inputs?: readonly { readonly path: string; readonly digest?: string }[];
  readonly requestId?: number;
  readonly cancel?: boolean;
  readonly verbosity?: number;
  readonly sandboxDir?: string;
}

/** A response as Bazel reads it. */
export interface WireResponse {
  readonly exitCode?: number;
  readonly output?: string;
  readonly requestId?: number;
  readonly wasCancelled?: boolean;
}
