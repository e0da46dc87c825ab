/** What may stand in a block. */
import type { Expr } from "#compiler/syntax/ast.ts";
import { foreignStatement } from "./foreign_syntax.ts";
import type { Parser } from "./parser.ts";
import { parseLocalFunction } from "./primary.ts";
import { parseVars } from "./variables.ts";

export function parseStatement(parser: Parser): Expr {
  const expr = parseStatementExpr(parser);
  // Markup ends by itself, as a block does.
  const isMarkup = parser.previousKind === "Markup";
  if (!isMarkup || parser.at(";")) parser.semicolon(foreignStatement(expr));
  return expr;
}

function parseStatementExpr(parser: Parser): Expr {
  const { kind, start } = parser.token;
  if (kind === "var" || kind === "final") return parseVars(parser, false, true);
  if (kind === "static") {
    parser.advance();
    const vars = parseVars(parser, true, true);
    return { ...vars, span: parser.spanFrom(start) };
  }
  if (kind === "inline" && parser.peek(1).kind === "function") {
    parser.advance();
    return parseLocalFunction(parser, start, true);
  }
  return parser.grammar.expr(parser);
}
