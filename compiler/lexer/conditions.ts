/**
 * The conditions of `#if` and `#elseif`. Without parentheses a condition is one name, literal, `!` or `(...)`, as in
 * Haxe; inside them `||`, `&&` and comparisons bind as in expressions.
 */
import { diagnostic } from "#compiler/diagnostics/diagnostic.ts";
import type { Problems } from "#compiler/diagnostics/problems.ts";
import { spanOfToken, type Token, type TokenKind } from "#compiler/syntax/token.ts";
import { type Comparison, type ConditionValue, compareValues, isTrue } from "./condition_values.ts";
import { describeToken } from "./describe_token.ts";
import type { Lexer } from "./lexer.ts";
import { parseVersion } from "./versions.ts";

/** What `-D` set: a name without a value has the value "1". */
export type Defines = ReadonlyMap<string, string>;

const NULL: ConditionValue = { kind: "Null" };
const NESTING_LIMIT = 200;

/** Reads and computes the condition that follows a directive's end; a wrong one is reported and false. */
export function readCondition(
  lexer: Lexer,
  start: number,
  defines: Defines,
  problems: Problems,
): boolean {
  const reader = new ConditionReader(lexer, defines, problems);
  const value = reader.atom(0);
  if (!reader.hasFailed) return isTrue(value);
  lexer.skipLine(start);
  return false;
}

class ConditionReader {
  readonly #lexer: Lexer;
  readonly #defines: Defines;
  readonly #problems: Problems;
  /** Read ahead inside parentheses only, so that nothing after the condition is taken. */
  #next: Token | null = null;
  #parentheses = 0;
  /** Only the first thing wrong is reported. */
  hasFailed = false;

  constructor(lexer: Lexer, defines: Defines, problems: Problems) {
    this.#lexer = lexer;
    this.#defines = defines;
    this.#problems = problems;
  }

  /** A name, a literal, `!atom`, `(condition)` or `version("...")`. */
  atom(depth: number): ConditionValue {
    const token = this.#take();
    switch (token.kind) {
      case "Ident":
        return this.#name(token, this.#parentheses > 0);
      case "String":
        return { kind: "String", value: token.text };
      case "Int":
      case "Float":
        return { kind: "Float", value: Number(token.text) };
      case "!":
        if (depth < NESTING_LIMIT) return { kind: "Bool", value: !isTrue(this.atom(depth + 1)) };
        break;
      case "(":
        if (depth < NESTING_LIMIT) return this.#parenthesis(depth + 1);
        break;
      default:
    }
    this.#unexpected(token);
    return NULL;
  }

  #parenthesis(depth: number): ConditionValue {
    this.#parentheses++;
    const value = this.#or(depth);
    this.#parentheses--;
    if (!this.#accept(")")) this.#unexpected(this.#take());
    return value;
  }

  #or(depth: number): ConditionValue {
    let value = this.#and(depth);
    while (this.#accept("||")) {
      const right = this.#and(depth);
      value = { kind: "Bool", value: isTrue(value) || isTrue(right) };
    }
    return value;
  }

  #and(depth: number): ConditionValue {
    let value = this.#comparison(depth);
    while (this.#accept("&&")) {
      const right = this.#comparison(depth);
      value = { kind: "Bool", value: isTrue(value) && isTrue(right) };
    }
    return value;
  }

  #comparison(depth: number): ConditionValue {
    let value = this.atom(depth);
    for (let operator = this.#peek(); ; operator = this.#peek()) {
      const comparison = this.#comparisonOperator();
      if (comparison === null) return value;
      value = this.#compare(comparison, operator, value, this.atom(depth));
    }
  }

  #comparisonOperator(): Comparison | null {
    if (this.hasFailed) return null;
    const token = this.#peek();
    switch (token.kind) {
      case "==":
      case "!=":
      case "<":
      case "<=":
        this.#take();
        return token.kind;
      case ">":
        this.#take();
        return this.#accept("=") ? ">=" : ">";
      default:
        return null;
    }
  }

  #compare(
    comparison: Comparison,
    operator: Token,
    left: ConditionValue,
    right: ConditionValue,
  ): ConditionValue {
    const result = compareValues(comparison, left, right);
    const location = { file: this.#lexer.source.path, span: spanOfToken(operator) };
    switch (result.kind) {
      case "Result":
        return { kind: "Bool", value: result.value };
      case "BadVersion":
        this.#problems.add(diagnostic("HX1026", location, { text: result.text }));
        return NULL;
      case "Mismatch":
        this.#problems.add(
          diagnostic("HX1027", location, { left: describe(left), right: describe(right) }),
        );
        return NULL;
    }
  }

  #name(token: Token, isInside: boolean): ConditionValue {
    if (token.text === "version" && isInside && this.#accept("(")) return this.#version();
    if (token.text === "true") return { kind: "Bool", value: true };
    const value = this.#defines.get(token.text);
    return value === undefined ? NULL : { kind: "String", value };
  }

  #version(): ConditionValue {
    const text = this.#take();
    if (text.kind !== "String" || !this.#accept(")")) {
      this.#unexpected(text.kind === "String" ? this.#peek() : text);
      return NULL;
    }
    const value = parseVersion(text.text);
    if (value !== null) return { kind: "Version", value };
    const location = { file: this.#lexer.source.path, span: spanOfToken(text) };
    this.#problems.add(diagnostic("HX1026", location, { text: text.text }));
    return NULL;
  }

  #unexpected(token: Token): void {
    if (this.hasFailed) return;
    this.hasFailed = true;
    const location = { file: this.#lexer.source.path, span: spanOfToken(token) };
    this.#problems.add(diagnostic("HX1025", location, { found: describeToken(token) }));
  }

  #peek(): Token {
    this.#next ??= this.#lexer.conditionName() ?? this.#lexer.next();
    return this.#next;
  }

  #take(): Token {
    const token = this.#peek();
    this.#next = null;
    return token;
  }

  #accept(kind: TokenKind): boolean {
    if (this.hasFailed || this.#peek().kind !== kind) return false;
    this.#next = null;
    return true;
  }
}

function describe(value: ConditionValue): string {
  switch (value.kind) {
    case "Null":
      return "null";
    case "Bool":
    case "Float":
      return String(value.value);
    case "String":
      return JSON.stringify(value.value);
    case "Version":
      return value.value.release.join(".");
  }
}
