/** Type paths and their arguments. */
import { foreignType } from "#compiler/diagnostics/foreign_words.ts";
import { isLowerName } from "#compiler/lexer/characters.ts";
import type { ConstArgument, Name, TypeArgument, TypePath } from "#compiler/syntax/ast.ts";
import { spanOfToken, type Token } from "#compiler/syntax/token.ts";
import { parseList } from "./lists.ts";
import type { Parser } from "./parser.ts";

/** `pack.Module.Sub<Params>`. */
export function parseTypePath(parser: Parser): TypePath {
  const { start } = parser.token;
  const parts: string[] = [];
  let name = parsePathPart(parser, parts.length > 0);
  while (isLowerName(name.name) && parser.accept(".")) {
    parts.push(name.name);
    name = parsePathPart(parser, true);
  }
  if (isLowerName(name.name)) reportLowerCase(parser, name);
  const sub = parser.at(".") ? parseSubName(parser) : null;
  const params = parser.at("<") ? parseTypeArguments(parser) : [];
  return { package: parts, name, sub, params, span: parser.spanFrom(start) };
}

/** Some keywords are packages of the standard library: `haxe.macro`, `haxe.extern`. */
export function parsePathPart(parser: Parser, isInside: boolean): Name {
  const isWord = parser.at("macro") || parser.at("extern") || parser.at("function");
  if (!isInside || !isWord) return parser.name("a type");
  const token = parser.advance();
  return { name: token.text, span: spanOfToken(token) };
}

function parseSubName(parser: Parser): Name {
  parser.advance();
  const name = parser.name("a type");
  if (isLowerName(name.name)) reportLowerCase(parser, name);
  return name;
}

function parseTypeArguments(parser: Parser): TypeArgument[] {
  return parseList(parser, parser.advance(), ">", "a type", parseTypeArgument);
}

function parseTypeArgument(parser: Parser): TypeArgument {
  switch (parser.token.kind) {
    case "Ident":
    case "Dollar":
    case "{":
    case "(":
    case "?":
    case "...":
      return parser.grammar.typeHint(parser);
    default:
      return parseConstArgument(parser);
  }
}

function parseConstArgument(parser: Parser): ConstArgument {
  const { start } = parser.token;
  const value = isConstStart(parser.token) ? parseConst(parser) : parser.grammar.expr(parser);
  return { kind: "ConstArgument", value, span: parser.spanFrom(start) };
}

function isConstStart(token: Token): boolean {
  return (
    token.kind === "Int" || token.kind === "Float" || token.kind === "String" || token.kind === "-"
  );
}

/** A literal alone: an expression would take the closing `>` for an operator. */
function parseConst(parser: Parser): ConstArgument["value"] {
  const start = parser.token.start;
  if (parser.accept("-")) {
    const operand = parseConst(parser);
    return { kind: "Unop", op: "-", isPostfix: false, operand, span: parser.spanFrom(start) };
  }
  const token = parser.token;
  const span = spanOfToken(token);
  switch (token.kind) {
    case "Int":
      parser.advance();
      return { kind: "Int", text: token.text, suffix: intSuffix(token.extra), span };
    case "Float":
      parser.advance();
      return {
        kind: "Float",
        text: token.text,
        suffix: token.extra === "f64" ? "f64" : null,
        span,
      };
    case "String":
      parser.advance();
      return { kind: "String", value: token.text, quote: token.extra === "'" ? "'" : '"', span };
    default:
      parser.fail("a constant");
      return { kind: "Error", span: { start: token.start, end: token.start } };
  }
}

export function intSuffix(text: string): "i32" | "i64" | "u32" | null {
  return text === "i32" || text === "i64" || text === "u32" ? text : null;
}

function reportLowerCase(parser: Parser, { name, span }: Name): void {
  const hint =
    foreignType(name) ?? `Did you mean \`${name.charAt(0).toUpperCase()}${name.slice(1)}\`?`;
  parser.report("HX1106", span, { name }, { hint });
}
