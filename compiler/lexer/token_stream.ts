/**
 * The tokens that conditional compilation leaves, read on demand: the parser may ask for a `<` to be read again as
 * markup, so nothing may be read further ahead than it looks.
 */
import { diagnostic, type Location } from "#compiler/diagnostics/diagnostic.ts";
import type { Problems } from "#compiler/diagnostics/problems.ts";
import { didYouMean } from "#compiler/diagnostics/suggest.ts";
import type { SourceFile } from "#compiler/source/source_file.ts";
import type { Span } from "#compiler/source/span.ts";
import { spanOfToken, type Token } from "#compiler/syntax/token.ts";
import { type Defines, readCondition } from "./conditions.ts";
import { Lexer } from "./lexer.ts";

/** An open `#if`. */
interface Branching {
  readonly start: Token;
  hasElse: boolean;
}

const directives = ["if", "elseif", "else", "end", "error", "line"];

export class TokenStream {
  readonly source: SourceFile;
  readonly #lexer: Lexer;
  readonly #defines: Defines;
  readonly #problems: Problems;
  /** Read but not taken: seldom more than three. */
  readonly #ahead: Token[] = [];
  readonly #docs = new Map<Token, Span>();
  readonly #open: Branching[] = [];
  #isAbandoned = false;

  constructor(source: SourceFile, range: Span, defines: Defines, problems: Problems) {
    this.source = source;
    this.#lexer = new Lexer(source, range, problems);
    this.#defines = defines;
    this.#problems = problems;
    if (range.start === 0) this.#lexer.skipHeader();
  }

  next(): Token {
    return (this.#ahead.length > 0 ? this.#ahead.shift() : undefined) ?? this.#read();
  }

  /** What `next` will give, 0 being the first. */
  peek(ahead: number): Token {
    while (this.#ahead.length <= ahead) this.#ahead.push(this.#read());
    // The loop above has just filled this place.
    return this.#ahead[ahead] as Token;
  }

  /** Gives up: all that follows is the end of the file. */
  abandon(): void {
    this.#ahead.length = 0;
    this.#isAbandoned = true;
  }

  /** The documentation comment before a token. */
  docOf(token: Token): Span | null {
    return this.#docs.get(token) ?? null;
  }

  /** Reads a `<` again that `next` gave last, as markup. */
  markup(start: number): Token {
    this.#ahead.length = 0;
    return this.#lexer.markup(start);
  }

  #read(): Token {
    if (this.#isAbandoned) {
      const end = this.source.text.length;
      return { kind: "Eof", start: end, end, text: "", extra: "" };
    }
    for (;;) {
      const token = this.#lexer.next();
      if (token.kind === "Directive") {
        this.#directive(token);
      } else {
        if (token.kind === "Eof") this.#close();
        if (this.#lexer.doc !== null) this.#docs.set(token, this.#lexer.doc);
        return token;
      }
    }
  }

  #close(): void {
    for (const branching of this.#open.splice(0)) {
      this.#problems.add(diagnostic("HX1021", this.#at(branching.start), {}));
    }
  }

  /** A directive in code that is compiled. */
  #directive(token: Token): void {
    switch (token.text) {
      case "if":
        this.#open.push({ start: token, hasElse: false });
        if (!this.#condition(token)) this.#skip(true);
        return;
      case "elseif":
      case "else":
        if (this.#checkElse(token)) this.#skip(false);
        return;
      case "end":
        if (this.#open.pop() === undefined) this.#report("HX1022", token);
        return;
      case "error":
        this.#error(token);
        return;
      case "line":
        this.#lexer.next();
        return;
      default:
        this.#problems.add(
          diagnostic(
            "HX1024",
            this.#at(token),
            { directive: token.text },
            { hint: didYouMean(token.text, directives) },
          ),
        );
        this.#lexer.skipLine(token.end);
    }
  }

  /** Whether `#else` or `#elseif` belongs to an `#if`; notes that an `#else` was seen. */
  #checkElse(token: Token): boolean {
    const branching = this.#open.at(-1);
    if (branching === undefined) {
      this.#report("HX1022", token);
      return false;
    }
    if (branching.hasElse) this.#report("HX1023", token);
    if (token.text === "else") branching.hasElse = true;
    return true;
  }

  /** Skips to the branch to compile, if one may still be chosen, or to `#end`. */
  #skip(mayChoose: boolean): void {
    let depth = 0;
    for (;;) {
      const token = this.#lexer.next();
      if (token.kind === "Eof") return;
      if (token.kind !== "Directive") continue;
      if (token.text === "if") depth++;
      else if (token.text === "end") {
        if (depth === 0) {
          this.#open.pop();
          return;
        }
        depth--;
      } else if (depth === 0 && this.#chooses(token, mayChoose)) return;
    }
  }

  #chooses(token: Token, mayChoose: boolean): boolean {
    if (token.text === "else") return this.#checkElse(token) && mayChoose;
    if (token.text !== "elseif" || !this.#checkElse(token)) return false;
    return mayChoose && this.#condition(token);
  }

  #condition(directive: Token): boolean {
    return readCondition(this.#lexer, directive.end, this.#defines, this.#problems);
  }

  #error(token: Token): void {
    const text = this.#lexer.next();
    const isText = text.kind === "String";
    const message = isText ? text.text : "Not supported here";
    this.#problems.add(diagnostic("HX1028", this.#at(isText ? text : token), { message }));
  }

  #report(code: "HX1022" | "HX1023", token: Token): void {
    this.#problems.add(diagnostic(code, this.#at(token), { directive: token.text }));
  }

  #at(token: Token): Location {
    return { file: this.source.path, span: spanOfToken(token) };
  }
}
