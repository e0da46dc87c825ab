/** Walks the bytes of a line-based text file: words, numbers, and where they are. */

const SPACE = 0x20;
const TAB = 0x09;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;
const BACKSLASH = 0x5c;
const MINUS = 0x2d;
const PLUS = 0x2b;
const DOT = 0x2e;

/** Powers of ten that doubles hold exactly, so that one division rounds correctly. */
const POWERS = Float64Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));

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

  /** Skips blanks and continued line ends; false at the end of the line. */
  skipBlanks(): boolean {
    for (;;) {
      const byte = this.bytes[this.at];
      if (byte === SPACE || byte === TAB || byte === RETURN) this.at++;
      else if (byte === BACKSLASH && this.#continuesLine()) this.nextLine();
      else return byte !== undefined && byte !== LINE_FEED;
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

  /** The rest of the line, trimmed. */
  restOfLine(): string {
    const end = this.bytes.indexOf(LINE_FEED, this.at);
    const text = new TextDecoder().decode(this.bytes.subarray(this.at, end < 0 ? undefined : end));
    return text.trim();
  }

  /** A decimal number that fills the word here; NaN, and not moved, when it is none. */
  number(): number {
    const start = this.at;
    const { bytes } = this;
    let at = start;
    const isNegative = bytes[at] === MINUS;
    if (isNegative || bytes[at] === PLUS) at++;
    let mantissa = 0;
    let digits = 0;
    let decimals = 0;
    for (
      let digit = bytes[at]! - 48;
      digit >= 0 && digit <= 9;
      digit = bytes[++at]! - 48, digits++
    ) {
      mantissa = mantissa * 10 + digit;
    }
    if (bytes[at] === DOT) {
      at++;
      for (
        let digit = bytes[at]! - 48;
        digit >= 0 && digit <= 9;
        digit = bytes[++at]! - 48, digits++
      ) {
        mantissa = mantissa * 10 + digit;
        decimals++;
      }
    }
    // More than 15 digits or an exponent: let the engine's own correctly rounding parser do it.
    if (digits === 0 || digits > 15 || !this.#isWordEnd(bytes[at])) return this.#slowNumber();
    this.at = at;
    const value = mantissa / POWERS[decimals]!;
    // `0 -` never gives -0, whose bits would split equal vertices.
    return isNegative ? 0 - value : value;
  }

  #slowNumber(): number {
    const start = this.at;
    this.skipWord();
    const text = this.textFrom(start);
    const value = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text)
      ? Number(text) + 0
      : Number.NaN;
    if (!Number.isFinite(value)) {
      this.at = start;
      return Number.NaN;
    }
    return value;
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
