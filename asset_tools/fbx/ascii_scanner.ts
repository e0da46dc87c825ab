/** Walks the bytes of an ASCII FBX file: names, words, strings, numbers. */
import { fail } from "./fbx_problem.ts";

const TAB = 0x09;
const LINE_FEED = 0x0a;
const SPACE = 0x20;
const QUOTE = 0x22;
const PLUS = 0x2b;
const COMMA = 0x2c;
const MINUS = 0x2d;
const DOT = 0x2e;
const COLON = 0x3a;
const SEMICOLON = 0x3b;
const OPEN = 0x7b;
const CLOSE = 0x7d;

/** Powers of ten that doubles hold exactly, so that one division rounds correctly. */
const POWERS = Float64Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;
/** What C libraries print for values that are no numbers. */
const NOT_FINITE = /^[+-]?(nan(\(\w*\))?|inf|infinity|1\.#\w+)$/i;

const ENTITIES: Readonly<Record<string, string>> = { "&quot;": '"', "&cr;": "\r", "&lf;": "\n" };

const texts = new TextDecoder();

export class AsciiScanner {
  readonly bytes: Uint8Array;
  at = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  /** Skips blanks, line ends and comments, and gives the byte there; undefined at the end. */
  peek(): number | undefined {
    const { bytes } = this;
    for (;;) {
      const byte = bytes[this.at];
      if (byte === SEMICOLON) this.#skipLine();
      else if (byte === undefined || byte > SPACE) return byte;
      else this.at++;
    }
  }

  /** Moves behind `byte` if it comes next. */
  skip(byte: number): boolean {
    if (this.peek() !== byte) return false;
    this.at++;
    return true;
  }

  /** A run of bytes that separate nothing; empty when none is here. */
  word(): string {
    const start = this.at;
    this.#skipWord();
    return this.#text(start);
  }

  /** Whether a word with a colon behind it, which begins a record, comes next. */
  isNameNext(): boolean {
    const start = this.at;
    this.#skipWord();
    const isName = this.at > start && this.peek() === COLON;
    this.at = start;
    return isName;
  }

  /** A string in quotes, which may have line ends in it. */
  string(): string {
    const start = this.at;
    const end = this.bytes.indexOf(QUOTE, start + 1);
    if (end < 0) fail("AS2603", start, { problem: "a string does not end" });
    this.at = end + 1;
    const text = texts.decode(this.bytes.subarray(start + 1, end));
    return text.includes("&")
      ? text.replaceAll(/&(quot|cr|lf);/g, (entity) => ENTITIES[entity] as string)
      : text;
  }

  /** A number that fills the word here; undefined, and not moved, when it is none. NaN is what the file says. */
  number(): number | undefined {
    const { bytes } = this;
    const start = this.at;
    let at = start;
    const isNegative = bytes[at] === MINUS;
    if (isNegative || bytes[at] === PLUS) at++;
    let mantissa = 0;
    let digits = 0;
    let decimals = 0;
    let digit = bytes[at]! - 48;
    for (; digit >= 0 && digit <= 9; digit = bytes[++at]! - 48, digits++) {
      mantissa = mantissa * 10 + digit;
    }
    if (bytes[at] === DOT) {
      digit = bytes[++at]! - 48;
      for (; digit >= 0 && digit <= 9; digit = bytes[++at]! - 48, digits++) {
        mantissa = mantissa * 10 + digit;
        decimals++;
      }
    }
    // More digits than a double holds or an exponent: let the engine's own correctly rounding parser do it.
    const isExact = mantissa <= Number.MAX_SAFE_INTEGER && decimals < POWERS.length;
    if (digits === 0 || !isExact || !isWordEnd(bytes[at])) return this.#slowNumber();
    this.at = at;
    const value = mantissa / POWERS[decimals]!;
    return isNegative ? -value : value;
  }

  #slowNumber(): number | undefined {
    const start = this.at;
    this.#skipWord();
    const text = this.#text(start);
    if (NUMBER.test(text)) return Number(text);
    if (NOT_FINITE.test(text)) return Number.NaN;
    this.at = start;
    return undefined;
  }

  #skipWord(): void {
    while (!isWordEnd(this.bytes[this.at])) this.at++;
  }

  #skipLine(): void {
    const end = this.bytes.indexOf(LINE_FEED, this.at);
    this.at = end < 0 ? this.bytes.length : end + 1;
  }

  #text(start: number): string {
    return texts.decode(this.bytes.subarray(start, this.at));
  }
}

function isWordEnd(byte: number | undefined): boolean {
  switch (byte) {
    case undefined:
    case TAB:
    case SPACE:
    case QUOTE:
    case COMMA:
    case COLON:
    case SEMICOLON:
    case OPEN:
    case CLOSE:
      return true;
    default:
      return byte < SPACE;
  }
}
