/** What all functions share: type parameters, arguments, the result type. */
import { isLowerName } from "#compiler/lexer/characters.ts";
import type { Expr, FunctionArg, FunctionDecl, Name, TypeParam } from "#compiler/syntax/ast.ts";
import { parseList } from "./lists.ts";
import { parseMetadataList } from "./metadata.ts";
import type { Parser } from "./parser.ts";
import { parseOptionalHint, parseTypeHint } from "./type_hints.ts";

/** The name of a declared type. */
export function parseTypeName(parser: Parser): Name {
  const name = parser.name("a type name");
  if (isLowerName(name.name)) parser.report("HX1106", name.span, { name: name.name });
  return name;
}

/** `<T, K:Constraint = Default>` if it stands here. */
export function parseTypeParams(parser: Parser): TypeParam[] {
  if (!parser.at("<")) return [];
  const isShallow = parser.enter();
  const params = isShallow
    ? parseList(parser, parser.advance(), ">", "a type parameter", parseTypeParam)
    : [];
  parser.leave();
  return params;
}

function parseTypeParam(parser: Parser): TypeParam {
  const { start } = parser.token;
  const meta = parseMetadataList(parser);
  const name = parseTypeName(parser);
  const typeParams = parseTypeParams(parser);
  const constraints = parser.accept(":") ? parseConstraints(parser) : [];
  const defaultType = parser.accept("=") ? parseTypeHint(parser) : null;
  return { name, meta, typeParams, constraints, defaultType, span: parser.spanFrom(start) };
}

function parseConstraints(parser: Parser): TypeParam["constraints"] {
  const type = parseTypeHint(parser);
  return type.kind === "Intersection" ? type.types : [type];
}

/** From the type parameters on, `function` and the name being read. */
export function parseFunctionRest(
  parser: Parser,
  start: number,
  parseBody: (parser: Parser) => Expr | null,
): FunctionDecl {
  const typeParams = parseTypeParams(parser);
  const args = parseFunctionArgs(parser);
  const returnType = parseOptionalHint(parser);
  const body = parser.isPanicking ? null : parseBody(parser);
  return { typeParams, args, returnType, body, span: parser.spanFrom(start) };
}

export function parseFunctionArgs(parser: Parser): FunctionArg[] {
  const open = parser.token;
  if (!parser.expect("(")) return [];
  return parseList(parser, open, ")", "an argument name", parseFunctionArg);
}

/** `@:meta ?name:Type = value`, or `...name:Type`. */
export function parseFunctionArg(parser: Parser): FunctionArg {
  const { start } = parser.token;
  const meta = parseMetadataList(parser);
  const isOptional = parser.accept("?");
  const isRest = !isOptional && parser.accept("...");
  const name = parser.name("an argument name");
  const type = parseOptionalHint(parser);
  const value = parser.accept("=") ? parser.grammar.expr(parser) : null;
  return { name, meta, isOptional, isRest, type, value, span: parser.spanFrom(start) };
}
