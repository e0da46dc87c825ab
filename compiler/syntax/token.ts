/** Tokens. A keyword's or a punctuation's kind is its own text. */

import type { Span } from "#compiler/source/span.ts";

export const keywords = [
  "abstract",
  "break",
  "case",
  "cast",
  "catch",
  "class",
  "continue",
  "default",
  "do",
  "dynamic",
  "else",
  "enum",
  "extends",
  "extern",
  "false",
  "final",
  "for",
  "function",
  "if",
  "implements",
  "import",
  "in",
  "inline",
  "interface",
  "macro",
  "new",
  "null",
  "operator",
  "overload",
  "override",
  "package",
  "private",
  "public",
  "return",
  "static",
  "switch",
  "this",
  "throw",
  "true",
  "try",
  "typedef",
  "untyped",
  "using",
  "var",
  "while",
] as const;

export type Keyword = (typeof keywords)[number];

/**
 * Longest first within a first character, as the lexer tries them. `>` is always alone: `>>` and `>=` would break
 * `Array<Array<Int>>` and `Array<Int>=`, so the parser joins neighbours.
 */
export const punctuation = [
  "...",
  "&&=",
  "||=",
  "<<=",
  "??=",
  "++",
  "--",
  "+=",
  "-=",
  "*=",
  "/=",
  "%=",
  "&=",
  "|=",
  "^=",
  "==",
  "!=",
  "<=",
  "&&",
  "||",
  "??",
  "?.",
  "<<",
  "->",
  "=>",
  "+",
  "-",
  "*",
  "/",
  "%",
  "&",
  "|",
  "^",
  "=",
  "!",
  "~",
  "<",
  ">",
  "(",
  ")",
  "[",
  "]",
  "{",
  "}",
  ".",
  ",",
  ";",
  ":",
  "?",
  "@",
] as const;

export type Punctuation = (typeof punctuation)[number];

/** "Directive" is `#if` and the like, seen only inside the lexer. */
export type TokenKind =
  | Keyword
  | Punctuation
  | "Ident"
  | "Dollar"
  | "Int"
  | "Float"
  | "String"
  | "Template"
  | "Regexp"
  | "Markup"
  | "Directive"
  | "Eof";

/** One shape for all tokens keeps the parser's property reads fast. */
export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  /**
   * Names and keywords: the name. Numbers: the digits without separators and suffix. String: the value, escapes
   * replaced. Regexp: the pattern. Directive and Dollar: the name without its first character. Template (a
   * single-quoted string with interpolation): empty, its parts are read from the source. Punctuation: its text.
   */
  readonly text: string;
  /** Numbers: the suffix. Regexp: the flags. String: its quote. */
  readonly extra: string;
}

export function spanOfToken(token: Token): Span {
  return { start: token.start, end: token.end };
}
