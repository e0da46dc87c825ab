/**
 * Source text to raw tokens, one at a time. Comments are skipped; documentation comments are remembered for the token
 * that follows. Directives (`#if`) come out as tokens: `TokenStream` decides what they leave.
 */
import { diagnostic, type Location } from "#compiler/diagnostics/diagnostic.ts";
import type { Problems } from "#compiler/diagnostics/problems.ts";
import type { SourceFile } from "#compiler/source/source_file.ts";
import type { Span } from "#compiler/source/span.ts";
import { keywords, punctuation, type Token, type TokenKind } from "#compiler/syntax/token.ts";
import { identifierEnd, isDigit, isIdentifierStart } from "./characters.ts";
import { unescapeText } from "./escapes.ts";
import { scanMarkup } from "./markup.ts";
import { scanNumber } from "./numbers.ts";
import { scanRegexp } from "./regexps.ts";
import { lineEnd, scanDoubleQuoted, scanSingleQuoted } from "./strings.ts";

const keywordSet: ReadonlySet<string> = new Set(keywords);

/** The punctuation that starts with each ASCII character, longest first. */
const punctuationByStart: readonly (readonly TokenKind[])[] = Array.from(
  { length: 128 },
  (_, unit) =>
    punctuation
      .filter((mark) => mark.charCodeAt(0) === unit)
      .toSorted((first, second) => second.length - first.length),
);

export class Lexer {
  readonly source: SourceFile;
  readonly #text: string;
  readonly #limit: number;
  readonly #problems: Problems;
  #offset: number;
  /** The documentation comment before the token last read. */
  doc: Span | null = null;

  /** Reads a part of the file; interpolated code is such a part. */
  constructor(source: SourceFile, range: Span, problems: Problems) {
    this.source = source;
    this.#text = source.text;
    this.#offset = range.start;
    this.#limit = range.end;
    this.#problems = problems;
  }

  /** Steps over a byte order mark and a `#!` line, which only a whole file can have. */
  skipHeader(): void {
    if (this.#text.charCodeAt(this.#offset) === 0xfeff) this.#offset++;
    if (this.#text.startsWith("#!", this.#offset)) {
      this.#offset = lineEnd(this.#text, this.#offset, this.#limit);
    }
  }

  /** The next token; "Eof" for ever at the end. */
  next(): Token {
    this.doc = null;
    for (;;) {
      this.#skipBlanks();
      const start = this.#offset;
      if (start >= this.#limit) return this.#token("Eof", start, start, "", "");
      const unit = this.#text.charCodeAt(start);
      if (isIdentifierStart(unit)) return this.#word(start);
      if (isDigit(unit)) return this.#number(start);
      const token = this.#mark(start, unit);
      if (token !== null) return token;
      this.#skipInvalid(start);
    }
  }

  /** Reads markup whose `<` has been read as a token. */
  markup(start: number): Token {
    const { end, isClosed } = scanMarkup(this.#text, start, this.#limit);
    if (!isClosed) this.#problems.add(diagnostic("HX1011", this.#at(start, start + 1), {}));
    return this.#token("Markup", start, end, this.#text.slice(start, end), "");
  }

  /** Continues at the end of the line of an offset: nothing sure can be said of what a wrong directive means. */
  skipLine(offset: number): void {
    this.#offset = lineEnd(this.#text, offset, this.#limit);
  }

  /** A name of a condition, which may have dots (`target.sys`); null when none stands here. */
  conditionName(): Token | null {
    this.#skipBlanks();
    this.#skipComments();
    const start = this.#offset;
    const name = /[a-zA-Z_]\w*(?:\.[a-zA-Z_]\w*)*/y;
    name.lastIndex = start;
    const found = name.exec(this.#text)?.[0];
    if (found === undefined || start + found.length > this.#limit) return null;
    return this.#token("Ident", start, start + found.length, found, "");
  }

  #skipBlanks(): void {
    while (this.#offset < this.#limit) {
      const unit = this.#text.charCodeAt(this.#offset);
      if (unit !== 32 && (unit < 9 || unit > 13 || unit === 11 || unit === 12)) return;
      this.#offset++;
    }
  }

  #skipComments(): void {
    while (this.#text[this.#offset] === "/" && this.#comment(this.#offset)) this.#skipBlanks();
  }

  #word(start: number): Token {
    const end = Math.min(identifierEnd(this.#text, start), this.#limit);
    const text = this.#text.slice(start, end);
    const kind = keywordSet.has(text) ? (text as TokenKind) : "Ident";
    return this.#token(kind, start, end, text, "");
  }

  #number(start: number): Token {
    const number = scanNumber(this.#text, start);
    const end = Math.min(number.end, this.#limit);
    if (!number.isValid) {
      const text = this.#text.slice(start, end);
      this.#problems.add(diagnostic("HX1009", this.#at(start, end), { text }));
    }
    return this.#token(number.kind, start, end, number.text, number.suffix);
  }

  /** A token that starts with neither letter nor digit; null after a comment and for an unknown character. */
  #mark(start: number, unit: number): Token | null {
    const next = this.#text.charCodeAt(start + 1);
    switch (unit) {
      case 34:
        return this.#doubleQuoted(start);
      case 39:
        return this.#singleQuoted(start);
      case 47:
        if (this.#comment(start)) return null;
        break;
      case 46:
        if (isDigit(next)) return this.#number(start);
        break;
      case 126:
        if (next === 47) return this.#regexp(start);
        break;
      case 35:
        return isIdentifierStart(next) ? this.#prefixed("Directive", start) : null;
      case 36:
        return this.#prefixed("Dollar", start);
    }
    return this.#punctuation(start, unit);
  }

  #punctuation(start: number, unit: number): Token | null {
    for (const mark of punctuationByStart[unit] ?? []) {
      const end = start + mark.length;
      if (end <= this.#limit && this.#text.startsWith(mark, start) && !this.#isTernary(mark, end)) {
        return this.#token(mark, start, end, mark, "");
      }
    }
    return null;
  }

  /** `a ?.5 : b` is a ternary with a number. */
  #isTernary(mark: string, end: number): boolean {
    return mark === "?." && isDigit(this.#text.charCodeAt(end));
  }

  #prefixed(kind: TokenKind, start: number): Token {
    const end = Math.min(identifierEnd(this.#text, start + 1), this.#limit);
    return this.#token(kind, start, end, this.#text.slice(start + 1, end), "");
  }

  /** Steps over a comment that starts here, and says whether there was one. */
  #comment(start: number): boolean {
    const next = this.#text[start + 1];
    if (next === "/") {
      this.#offset = lineEnd(this.#text, start, this.#limit);
      return true;
    }
    if (next !== "*") return false;
    const close = this.#text.indexOf("*/", start + 2);
    const isClosed = close !== -1 && close + 2 <= this.#limit;
    if (!isClosed) this.#problems.add(diagnostic("HX1008", this.#at(start, start + 2), {}));
    this.#offset = isClosed ? close + 2 : this.#limit;
    if (this.#text[start + 2] === "*" && this.#offset > start + 4) {
      this.doc = { start, end: this.#offset };
    }
    return true;
  }

  #doubleQuoted(start: number): Token {
    const { end, isClosed } = scanDoubleQuoted(this.#text, start, this.#limit);
    if (!isClosed) return this.#unclosedString(start, '"');
    return this.#token("String", start, end, this.#unescape(start + 1, end - 1), '"');
  }

  #singleQuoted(start: number): Token {
    const string = scanSingleQuoted(this.#text, start, this.#limit);
    if (string.unclosedCode !== null) {
      this.#problems.add(
        diagnostic("HX1010", this.#at(string.unclosedCode, string.unclosedCode + 2), {}),
      );
      return this.#restOfLine(start, "'");
    }
    if (!string.isClosed) return this.#unclosedString(start, "'");
    if (string.hasDollar) return this.#token("Template", start, string.end, "", "'");
    return this.#token("String", start, string.end, this.#unescape(start + 1, string.end - 1), "'");
  }

  #unescape(start: number, end: number): string {
    return unescapeText(this.#text, start, end, this.source.path, this.#problems);
  }

  #unclosedString(start: number, quote: string): Token {
    this.#problems.add(diagnostic("HX1002", this.#at(start, start + 1), {}));
    return this.#restOfLine(start, quote);
  }

  /** Most often only a quote is missing, so what follows the line is code again. */
  #restOfLine(start: number, quote: string): Token {
    const end = lineEnd(this.#text, start, this.#limit);
    return this.#token("String", start, end, this.#text.slice(start + 1, end), quote);
  }

  #regexp(start: number): Token {
    const file = this.source.path;
    const regexp = scanRegexp(this.#text, start, this.#limit, file, this.#problems);
    return this.#token("Regexp", start, regexp.end, regexp.pattern, regexp.flags);
  }

  /** Reports a run of characters that no token starts with, once. */
  #skipInvalid(start: number): void {
    if (this.#offset > start) return;
    const character = String.fromCodePoint(this.#text.codePointAt(start) ?? 0);
    const end = start + character.length;
    this.#problems.add(diagnostic("HX1001", this.#at(start, end), { character: shown(character) }));
    this.#offset = end;
    while (this.#text.startsWith(character, this.#offset) && this.#offset < this.#limit) {
      this.#offset += character.length;
    }
  }

  #at(start: number, end: number): Location {
    return { file: this.source.path, span: { start, end } };
  }

  #token(kind: TokenKind, start: number, end: number, text: string, extra: string): Token {
    this.#offset = end;
    return { kind, start, end, text, extra };
  }
}

/** Invisible characters by their number. */
function shown(character: string): string {
  const isVisible = /^[\p{L}\p{M}\p{N}\p{P}\p{S}]$/u.test(character);
  const number = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return isVisible ? character : `U+${number}`;
}
