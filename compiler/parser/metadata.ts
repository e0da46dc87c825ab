/** `@name`, `@:name(params)`. */
import { isKeyword } from "#compiler/lexer/describe_token.ts";
import type { Expr, Metadata } from "#compiler/syntax/ast.ts";
import { parseList } from "./lists.ts";
import type { Parser } from "./parser.ts";

export function parseMetadataList(parser: Parser): Metadata[] {
  const list: Metadata[] = [];
  while (parser.at("@")) list.push(parseMetadata(parser));
  return list;
}

/** Nothing in it may be separated by blanks; a `(` that is belongs to what follows. */
export function parseMetadata(parser: Parser): Metadata {
  const { start } = parser.advance();
  let name = isAdjacent(parser) && parser.accept(":") ? ":" : "";
  name += parsePart(parser);
  while (parser.at(".") && isAdjacent(parser)) {
    parser.advance();
    name += `.${parsePart(parser)}`;
  }
  let params: Expr[] = [];
  if (parser.at("(") && isAdjacent(parser)) {
    params = parseList(parser, parser.advance(), ")", "an expression", parser.grammar.expr);
  }
  return { name, params, span: parser.spanFrom(start) };
}

function parsePart(parser: Parser): string {
  if (isAdjacent(parser) && (parser.at("Ident") || isKeyword(parser.token))) {
    return parser.advance().text;
  }
  parser.fail("a metadata name");
  return "";
}

function isAdjacent(parser: Parser): boolean {
  return parser.token.start === parser.previousEnd;
}
