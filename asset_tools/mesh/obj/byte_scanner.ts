/** Walks the bytes of a line-based text file: words, numbers, and where they are. */

const SPACE = 0x20;
const TAB = 0x09;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;
const BACKSLASH = 0x5c;
const HASH = 0x23;

const MAX_EXCERPT = 60;

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

export class ByteScanner {
  readonly bytes: Uint8Array;
  at = 0;
  /** Counts from 1. */
  line = 1;
  #lineStart = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  get isAtEnd(): boolean {
    return this.at >= this.bytes.length;
  }

  /** Column of a byte offset on this line, from 1, in bytes. */
  columnOf(at: number): number {
    return at - this.#lineStart + 1;
  }

  /** Goes to the start of another line, `lines` line feeds further on. */
  moveTo(at: number, lines: number): void {
    this.at = at;
    this.line += lines;
    this.#lineStart = at;
  }

  /** Skips blanks and continued line ends; false at the end of the line or at a comment. */
  skipBlanks(): boolean {
    for (;;) {
      const byte = this.bytes[this.at];
      if (byte === SPACE || byte === TAB || byte === RETURN) this.at++;
      else if (byte === BACKSLASH && this.#continuesLine()) this.nextLine();
      else return byte !== undefined && byte !== LINE_FEED && byte !== HASH;
    }
  }

  /** Moves behind the next line feed. */
  nextLine(): void {
    const end = this.bytes.indexOf(LINE_FEED, this.at);
    this.at = end < 0 ? this.bytes.length : end + 1;
    this.line++;
    this.#lineStart = this.at;
  }

  /** Moves behind the word that starts here. */
  skipWord(): void {
    while (!this.#isWordEnd(this.bytes[this.at])) this.at++;
  }

  /** Text of the bytes from `start` to here. */
  textFrom(start: number): string {
    return new TextDecoder().decode(this.bytes.subarray(start, this.at));
  }

  /** The same for a message, cut where it is long. */
  excerptFrom(start: number): string {
    if (this.at - start <= MAX_EXCERPT) return this.textFrom(start);
    const bytes = this.bytes.subarray(start, start + MAX_EXCERPT);
    return `${new TextDecoder().decode(bytes)}...`;
  }

  /** The rest of the line, trimmed. */
  restOfLine(): string {
    const end = this.bytes.indexOf(LINE_FEED, this.at);
    const text = new TextDecoder().decode(this.bytes.subarray(this.at, end < 0 ? undefined : end));
    return text.trim();
  }

  /** A decimal number that fills the word here; NaN, and not moved, when it is none or larger than an f32. */
  number(): number {
    const start = this.at;
    this.skipWord();
    const text = this.textFrom(start);
    const value = NUMBER.test(text) ? Math.fround(Number(text)) : Number.NaN;
    // Adding 0 turns -0, whose bits would split equal vertices, to 0.
    if (Number.isFinite(value)) return value + 0;
    this.at = start;
    return Number.NaN;
  }

  #isWordEnd(byte: number | undefined): boolean {
    return (
      byte === undefined || byte === SPACE || byte === LINE_FEED || byte === RETURN || byte === TAB
    );
  }

  #continuesLine(): boolean {
    const next = this.bytes[this.at + 1];
    return next === LINE_FEED || (next === RETURN && this.bytes[this.at + 2] === LINE_FEED);
  }
}
