/** Arrays, maps, comprehensions, objects and blocks. */
import type { Expr, Name, ObjectField } from "#compiler/syntax/ast.ts";
import { spanOfToken, type Token } from "#compiler/syntax/token.ts";
import { parseBlockRest } from "./blocks.ts";
import { parseList } from "./lists.ts";
import type { Parser } from "./parser.ts";

export function parseArrayDecl(parser: Parser): Expr {
  const open = parser.advance();
  const elements = parseList(parser, open, "]", "an expression", parser.grammar.expr);
  return { kind: "ArrayDecl", elements, span: parser.spanFrom(open.start) };
}

/** `{ name: e }` and `{ "name": e }` are objects, everything else is a block. */
export function parseBraces(parser: Parser): Expr {
  const open = parser.advance();
  const { kind } = parser.token;
  const isName = kind === "Ident" || kind === "Dollar" || kind === "String";
  if (isName && parser.peek(1).kind === ":") return parseObject(parser, open);
  const exprs = parseBlockRest(parser, open);
  parser.isClosed = true;
  return { kind: "Block", exprs, span: parser.spanFrom(open.start) };
}

function parseObject(parser: Parser, open: Token): Expr {
  const fields = parseList(parser, open, "}", "a field name", parseObjectField);
  return { kind: "ObjectDecl", fields, span: parser.spanFrom(open.start) };
}

function parseObjectField(parser: Parser): ObjectField {
  const { start } = parser.token;
  const isQuoted = parser.at("String");
  const name = isQuoted ? quotedName(parser) : parser.name("a field name");
  parser.expect(":");
  const value = parser.grammar.expr(parser);
  return { name, isQuoted, value, span: parser.spanFrom(start) };
}

function quotedName(parser: Parser): Name {
  const token = parser.advance();
  return { name: token.text, span: spanOfToken(token) };
}
