/** Sequences of statements. */
import type { Expr } from "#compiler/syntax/ast.ts";
import type { Token } from "#compiler/syntax/token.ts";
import type { Parser } from "./parser.ts";
import { recoverStatement, startsDeclaration, startsField } from "./recovery.ts";

/** The statements after an open `{`, up to and with its `}`. */
export function parseBlockRest(parser: Parser, open: Token): Expr[] {
  const exprs = parseStatements(parser);
  if (!parser.accept("}")) parser.unclosed(open);
  return exprs;
}

/** Statements up to what can be none: `}`, `case`, `default`, a field, a declaration, the end. */
export function parseStatements(parser: Parser): Expr[] {
  const exprs: Expr[] = [];
  while (!endsStatements(parser)) {
    const { position } = parser;
    parser.begin();
    exprs.push(parser.grammar.statement(parser));
    const isStuck = parser.position === position && !endsStatements(parser);
    if (isStuck) parser.advance();
    if (parser.isPanicking) recoverStatement(parser);
  }
  return exprs;
}

function endsStatements(parser: Parser): boolean {
  switch (parser.token.kind) {
    case "}":
    case "Eof":
      return true;
    case "case":
    case "default":
      return parser.switches > 0;
    default:
      return startsField(parser) || startsDeclaration(parser);
  }
}
