/** Where the parser stands: the current token, what went wrong so far, and how deep it is. */

import type { DiagnosticCode, MessageArgs } from "#compiler/diagnostics/catalog.ts";
import { diagnostic, type Explanation } from "#compiler/diagnostics/diagnostic.ts";
import type { Problems } from "#compiler/diagnostics/problems.ts";
import type { Defines } from "#compiler/lexer/conditions.ts";
import { describeToken, isKeyword } from "#compiler/lexer/describe_token.ts";
import { TokenStream } from "#compiler/lexer/token_stream.ts";
import type { SourceFile } from "#compiler/source/source_file.ts";
import type { Span } from "#compiler/source/span.ts";
import type { Declaration, Expr, Field, Name, TypeHint } from "#compiler/syntax/ast.ts";
import { spanOfToken, type Token, type TokenKind } from "#compiler/syntax/token.ts";
import { foreignToken } from "./foreign_syntax.ts";

/**
 * How deep the tree may become, loops of operators included: every later phase walks it recursively. At this depth
 * the parser itself uses less than half of Node's default stack of 984 kB.
 */
export const NESTING_LIMIT = 300;

/** The rules that earlier files need from later ones: Haxe's grammar is one cycle, our imports are not. */
export interface Grammar {
  typeHint(parser: Parser): TypeHint;
  expr(parser: Parser): Expr;
  /** What follows a primary expression that was read already. */
  continueExpr(parser: Parser, primary: Expr): Expr;
  statement(parser: Parser): Expr;
  fields(parser: Parser, open: Token, isStructure: boolean): Field[];
  macroClass(parser: Parser): Declaration;
}

export class Parser {
  readonly source: SourceFile;
  readonly defines: Defines;
  readonly problems: Problems;
  readonly grammar: Grammar;
  readonly #stream: TokenStream;
  /** What "Eof" is called in messages. */
  readonly #endText: string;
  token: Token;
  /** The end of the last token taken. */
  previousEnd: number;
  previousKind: TokenKind = "Eof";
  /** How many tokens were taken: a loop that does not raise it makes no progress. */
  position = 0;
  depth: number;
  /**
   * Set when the expression just read ends by itself (`if`, a block, a function): nothing may follow it as a postfix
   * or binary operator, so that `if (a) {} -b` is two statements.
   */
  isClosed = false;
  /** How many `switch` bodies are open: outside of them `case` ends nothing. */
  switches = 0;
  /** The last type that was in parentheses, which keep `A -> (B -> C)` apart from `A -> B -> C`. */
  groupedType: TypeHint | null = null;
  /** After an error nothing is reported until a statement or declaration border is found. */
  isPanicking = false;
  /** How many problems there were when the current statement began: one cause, one diagnostic. */
  #problemsBefore = 0;

  constructor(
    source: SourceFile,
    range: Span,
    defines: Defines,
    problems: Problems,
    grammar: Grammar,
    depth: number,
    endText: string,
  ) {
    this.source = source;
    this.defines = defines;
    this.problems = problems;
    this.grammar = grammar;
    this.depth = depth;
    this.#endText = endText;
    this.#stream = new TokenStream(source, range, defines, problems);
    this.token = this.#stream.next();
    this.previousEnd = range.start;
  }

  /** A parser of a part of the same file: the code in an interpolated string. */
  inside(range: Span): Parser {
    const { source, defines, problems, grammar, depth } = this;
    return new Parser(source, range, defines, problems, grammar, depth, "`}`");
  }

  at(kind: TokenKind): boolean {
    return this.token.kind === kind;
  }

  /** A contextual keyword: `is`, `as`, `from`, `to`. */
  atWord(word: string): boolean {
    return this.token.kind === "Ident" && this.token.text === word;
  }

  /** The token so many places after the current one. */
  peek(ahead: number): Token {
    return this.#stream.peek(ahead - 1);
  }

  advance(): Token {
    const token = this.token;
    this.previousEnd = token.end;
    this.previousKind = token.kind;
    this.position++;
    this.token = this.#stream.next();
    return token;
  }

  accept(kind: TokenKind): boolean {
    if (this.token.kind !== kind) return false;
    this.advance();
    return true;
  }

  expect(kind: TokenKind): boolean {
    if (this.accept(kind)) return true;
    this.fail(`\`${kind}\``);
    return false;
  }

  /** Reads the current `<` and what follows as markup. */
  markup(): Token {
    const token = this.#stream.markup(this.token.start);
    this.previousEnd = token.end;
    this.previousKind = token.kind;
    this.position++;
    this.token = this.#stream.next();
    return token;
  }

  /** The text of the documentation comment before the current token. */
  doc(): string | null {
    const span = this.#stream.docOf(this.token);
    if (span === null) return null;
    return this.source.text.slice(span.start + 3, span.end - 2);
  }

  /** From an offset to the end of the last token taken. */
  spanFrom(start: number): Span {
    return { start, end: Math.max(start, this.previousEnd) };
  }

  /** A declared name. A keyword is reported and taken as if it were one. */
  name(what: string): Name {
    const { kind, text } = this.token;
    const span = spanOfToken(this.token);
    if (kind === "Ident" || kind === "Dollar") {
      this.advance();
      return { name: kind === "Dollar" ? `$${text}` : text, span };
    }
    if (isKeyword(this.token) && this.peek(1).kind !== "Ident") {
      this.report("HX1105", span, { keyword: kind });
      this.advance();
      return { name: text, span };
    }
    this.fail(what);
    return { name: "", span: { start: span.start, end: span.start } };
  }

  /** Reports something wrong that does not stop the parser. */
  report<Code extends DiagnosticCode>(
    code: Code,
    span: Span,
    args: MessageArgs<Code>,
    explanation: Explanation = {},
  ): void {
    if (this.isPanicking) return;
    this.problems.add(diagnostic(code, { file: this.source.path, span }, args, explanation));
  }

  /** Reports what should have stood here, unless this statement has a problem already, and panics. */
  fail(expected: string, hint: string | null = null): void {
    const found = this.at("Eof") ? this.#endText : describeToken(this.token);
    const span = spanOfToken(this.token);
    const advice = hint ?? foreignToken(this.token, this.previousKind, expected);
    this.#stop(() => this.report("HX1101", span, { expected, found }, { hint: advice }));
  }

  /** Reports the bracket that has no partner and panics. */
  unclosed(open: Token): void {
    const span = { start: this.token.start, end: this.token.start };
    const text = this.at("Eof") ? `expected before ${this.#endText}` : "expected before this";
    const labels = [{ file: this.source.path, span, text }];
    this.#stop(() => this.report("HX1103", spanOfToken(open), { open: open.kind }, { labels }));
  }

  /** A statement's end: optional after `}`. On the same line more is wrong than the missing `;`. */
  semicolon(hint: string | null = null): void {
    // After a mistake the `;` is for recovery to find.
    if (this.isPanicking || this.accept(";") || this.previousKind === "}") return;
    const isSameLine = !/[\r\n]/.test(this.source.text.slice(this.previousEnd, this.token.start));
    const span = { start: this.previousEnd, end: this.previousEnd };
    const report = () => this.report("HX1102", span, {}, { hint });
    if (isSameLine && !this.at("}") && !this.at("Eof")) this.#stop(report);
    else if (this.problems.count === this.#problemsBefore) report();
  }

  /** One level deeper; false, and the end of everything, when that is too deep. Pair it with `leave`. */
  enter(links = 0): boolean {
    this.depth++;
    if (this.depth + links <= NESTING_LIMIT) return true;
    this.report("HX1104", spanOfToken(this.token), { limit: NESTING_LIMIT });
    this.isPanicking = true;
    this.#stream.abandon();
    this.token = this.#stream.next();
    return false;
  }

  leave(): void {
    this.depth--;
  }

  /** A border is reached: problems count anew. At the end of the file there is nothing left to report. */
  recovered(): void {
    if (this.at("Eof")) return;
    this.isPanicking = false;
    this.#problemsBefore = this.problems.count;
  }

  /** A statement or declaration begins. */
  begin(): void {
    if (!this.isPanicking) this.#problemsBefore = this.problems.count;
  }

  #stop(report: () => void): void {
    if (this.problems.count === this.#problemsBefore) report();
    this.isPanicking = true;
  }
}
