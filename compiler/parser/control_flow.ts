/** Conditions, loops, `switch` and `try`. */
import type { Catch, Expr, Name, SwitchCase } from "#compiler/syntax/ast.ts";
import { spanOfToken, type Token } from "#compiler/syntax/token.ts";
import { parseStatements } from "./blocks.ts";
import { errorExpr } from "./error_expr.ts";
import type { Parser } from "./parser.ts";
import { recoverParenthesis } from "./recovery.ts";
import { parseOptionalHint } from "./type_hints.ts";

export function parseIf(parser: Parser): Expr {
  const { start } = parser.advance();
  const cond = parseCondition(parser);
  const then = parser.grammar.expr(parser);
  // A `;` may stand before `else`.
  if (parser.at(";") && parser.peek(1).kind === "else") parser.advance();
  const otherwise = parser.accept("else") ? parser.grammar.expr(parser) : null;
  return { kind: "If", cond, then, else: otherwise, span: parser.spanFrom(start) };
}

export function parseWhile(parser: Parser): Expr {
  const { start } = parser.advance();
  const cond = parseCondition(parser);
  const body = parser.grammar.expr(parser);
  return { kind: "While", isDo: false, cond, body, span: parser.spanFrom(start) };
}

export function parseDo(parser: Parser): Expr {
  const { start } = parser.advance();
  const body = parser.grammar.expr(parser);
  const cond = parser.expect("while") ? parseCondition(parser) : errorExpr(parser);
  return { kind: "While", isDo: true, cond, body, span: parser.spanFrom(start) };
}

function parseCondition(parser: Parser): Expr {
  const open = parser.token;
  if (!parser.expect("(")) return errorExpr(parser);
  const cond = parser.grammar.expr(parser);
  close(parser, open);
  return cond;
}

function close(parser: Parser, open: Token): void {
  if (parser.isPanicking && recoverParenthesis(parser)) return;
  if (parser.at("Eof")) parser.unclosed(open);
  else parser.expect(")");
}

const LOOP_HINT = "Use `for (i in 0...count)` or `while`";

/** `for (name in e)`, `for (key => name in e)`; in macros also `for ($e)`, whose name is empty. */
export function parseFor(parser: Parser): Expr {
  const { start } = parser.advance();
  const open = parser.token;
  parser.expect("(");
  let key: Name | null = null;
  let name: Name = { name: "", span: { start: parser.token.start, end: parser.token.start } };
  if (!parser.at("Dollar") || parser.peek(1).kind === "in" || parser.peek(1).kind === "=>") {
    name = parser.name("a variable name");
    if (parser.accept("=>")) {
      key = name;
      name = parser.name("a variable name");
    }
    if (!parser.accept("in")) parser.fail("`in`", parser.at("=") ? LOOP_HINT : null);
  }
  const iterable = parser.isPanicking ? errorExpr(parser) : parser.grammar.expr(parser);
  close(parser, open);
  const body = parser.isPanicking ? errorExpr(parser) : parser.grammar.expr(parser);
  return { kind: "For", key, name, iterable, body, span: parser.spanFrom(start) };
}

export function parseSwitch(parser: Parser): Expr {
  const { start } = parser.advance();
  const subject = parser.grammar.expr(parser);
  const open = parser.token;
  const cases: SwitchCase[] = [];
  if (parser.expect("{")) {
    parser.switches++;
    let hasDefault = false;
    while (parser.at("case") || parser.at("default")) {
      if (parser.at("default")) {
        if (hasDefault) parser.report("HX1125", spanOfToken(parser.token), {});
        hasDefault = true;
      }
      cases.push(parseCase(parser));
    }
    parser.switches--;
    closeSwitch(parser, open);
  }
  return { kind: "Switch", subject, cases, span: parser.spanFrom(start) };
}

function closeSwitch(parser: Parser, open: Token): void {
  if (parser.accept("}")) return;
  if (parser.at("Eof")) parser.unclosed(open);
  else parser.fail("`case`, `default` or `}`");
}

function parseCase(parser: Parser): SwitchCase {
  const word = parser.advance();
  const patterns = word.kind === "case" ? parsePatterns(parser, word) : [];
  const guard = word.kind === "case" && parser.accept("if") ? parseCondition(parser) : null;
  parser.expect(":");
  // A wrong pattern must not hide what its body says.
  const body = parseStatements(parser);
  return { patterns, guard, body, span: parser.spanFrom(word.start) };
}

function parsePatterns(parser: Parser, word: Token): Expr[] {
  const patterns: Expr[] = [];
  if (parser.at(":") || parser.at("if")) {
    parser.report("HX1126", spanOfToken(word), {});
    return patterns;
  }
  do {
    patterns.push(parsePattern(parser));
  } while (parser.accept(","));
  return patterns;
}

/** A pattern is an expression; `var x` captures, and the `:` after it is the case's own. */
function parsePattern(parser: Parser): Expr {
  if (!parser.at("var") && !parser.at("final")) return parser.grammar.expr(parser);
  const { kind, start } = parser.advance();
  const name = parser.name("a variable name");
  const captured = { name, meta: [], type: null, value: null, span: name.span };
  const span = parser.spanFrom(start);
  return { kind: "Vars", isFinal: kind === "final", isStatic: false, vars: [captured], span };
}

/** `try e catch (name:Type) e`, any number of them. */
export function parseTry(parser: Parser): Expr {
  const { start } = parser.advance();
  const body = parser.grammar.expr(parser);
  const catches: Catch[] = [];
  while (parser.at("catch")) catches.push(parseCatch(parser));
  return { kind: "Try", body, catches, span: parser.spanFrom(start) };
}

function parseCatch(parser: Parser): Catch {
  const { start } = parser.advance();
  const open = parser.token;
  if (!parser.accept("(")) parser.fail("`(`", "Write `catch (name)`");
  const name = parser.name("a variable name");
  const type = parseOptionalHint(parser);
  close(parser, open);
  const body = parser.isPanicking ? errorExpr(parser) : parser.grammar.expr(parser);
  return { name, type, body, span: parser.spanFrom(start) };
}
