import type { ErrorExpr } from "#compiler/syntax/ast.ts";
import type { Parser } from "./parser.ts";

/** What stands where an expression was expected. */
export function errorExpr(parser: Parser): ErrorExpr {
  return { kind: "Error", span: { start: parser.token.start, end: parser.token.start } };
}
