/** Local variables. */
import type { VarDecl, VarsExpr } from "#compiler/syntax/ast.ts";
import { spanOfToken } from "#compiler/syntax/token.ts";
import { parseMetadataList } from "./metadata.ts";
import type { Parser } from "./parser.ts";
import { parseOptionalHint } from "./type_hints.ts";

/** `var a = 1` and `final a = 1`; only a statement may declare more, after commas. */
export function parseVars(parser: Parser, isStatic: boolean, mayBeMany: boolean): VarsExpr {
  const word = parser.advance();
  const isFinal = word.kind === "final";
  if (isFinal && parser.at("var")) parser.report("HX1113", spanOfToken(parser.advance()), {});
  const vars = [parseVar(parser)];
  while (mayBeMany && !parser.isPanicking && parser.accept(",")) vars.push(parseVar(parser));
  return { kind: "Vars", isFinal, isStatic, vars, span: parser.spanFrom(word.start) };
}

function parseVar(parser: Parser): VarDecl {
  const { start } = parser.token;
  const meta = parseMetadataList(parser);
  const name = parser.name("a variable name");
  if (parser.at("(")) skipAccessors(parser);
  const type = parseOptionalHint(parser);
  const value = parser.accept("=") ? parser.grammar.expr(parser) : null;
  return { name, meta, type, value, span: parser.spanFrom(start) };
}

/** `var x(get, set)` looks like a property. */
function skipAccessors(parser: Parser): void {
  const { start } = parser.advance();
  while (!parser.at(")") && !parser.at("Eof") && !parser.at(";")) parser.advance();
  parser.expect(")");
  parser.report("HX1119", parser.spanFrom(start), {});
}
