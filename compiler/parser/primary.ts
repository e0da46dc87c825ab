/** What operators work on: literals, names, and everything that begins with a keyword. */
import type { Declaration, Expr, TypeHint } from "#compiler/syntax/ast.ts";
import { spanOfToken } from "#compiler/syntax/token.ts";
import { parseParenthesis } from "./arrows.ts";
import { parseDo, parseFor, parseIf, parseSwitch, parseTry, parseWhile } from "./control_flow.ts";
import { errorExpr } from "./error_expr.ts";
import { parseFunctionRest } from "./functions.ts";
import { parseList } from "./lists.ts";
import { parseArrayDecl, parseBraces } from "./literals.ts";
import type { Parser } from "./parser.ts";
import { parseTemplate } from "./templates.ts";
import { parseTypeHint } from "./type_hints.ts";
import { intSuffix, parseTypePath } from "./type_paths.ts";
import { parseVars } from "./variables.ts";

/** Leaves `isClosed` set when the expression cannot be followed by an operator. */
export function parsePrimary(parser: Parser): Expr {
  parser.isClosed = false;
  const token = parser.token;
  switch (token.kind) {
    case "Ident":
    case "this":
    case "true":
    case "false":
    case "null":
    case "abstract":
      parser.advance();
      return { kind: "Ident", name: token.text, span: spanOfToken(token) };
    case "Int": {
      parser.advance();
      const suffix = intSuffix(token.extra);
      return { kind: "Int", text: token.text, suffix, span: spanOfToken(token) };
    }
    case "Float": {
      parser.advance();
      const suffix = token.extra === "f64" ? "f64" : null;
      return { kind: "Float", text: token.text, suffix, span: spanOfToken(token) };
    }
    case "String": {
      parser.advance();
      const quote = token.extra === "'" ? "'" : '"';
      return { kind: "String", value: token.text, quote, span: spanOfToken(token) };
    }
    case "Template":
      return parseTemplate(parser);
    case "Regexp":
      parser.advance();
      return { kind: "Regexp", pattern: token.text, flags: token.extra, span: spanOfToken(token) };
    case "Dollar":
      return parseDollar(parser);
    case "(":
      return parseParenthesis(parser);
    case "[":
      return parseArrayDecl(parser);
    case "{":
      return parseBraces(parser);
    case "<":
      return parseMarkup(parser);
    case "new":
      return parseNew(parser);
    case "cast":
      return parseCast(parser);
    case "macro":
      return parseMacro(parser);
    default:
      return parseClosed(parser);
  }
}

/** Expressions that end by themselves. */
function parseClosed(parser: Parser): Expr {
  const expr = parseKeyword(parser);
  parser.isClosed = true;
  return expr;
}

function parseKeyword(parser: Parser): Expr {
  const token = parser.token;
  const { start } = token;
  switch (token.kind) {
    case "var":
    case "final":
      return parseVars(parser, false, false);
    case "function":
      return parseLocalFunction(parser, start, false);
    case "if":
      return parseIf(parser);
    case "for":
      return parseFor(parser);
    case "while":
      return parseWhile(parser);
    case "do":
      return parseDo(parser);
    case "switch":
      return parseSwitch(parser);
    case "try":
      return parseTry(parser);
    case "break":
      parser.advance();
      return { kind: "Break", span: spanOfToken(token) };
    case "continue":
      parser.advance();
      return { kind: "Continue", span: spanOfToken(token) };
    case "return": {
      parser.advance();
      const value = endsReturn(parser) ? null : parser.grammar.expr(parser);
      return { kind: "Return", value, span: parser.spanFrom(start) };
    }
    case "throw": {
      parser.advance();
      const value = parser.grammar.expr(parser);
      return { kind: "Throw", value, span: parser.spanFrom(start) };
    }
    case "untyped": {
      parser.advance();
      const expr = parser.grammar.expr(parser);
      return { kind: "Untyped", expr, span: parser.spanFrom(start) };
    }
    default:
      parser.fail("an expression");
      return errorExpr(parser);
  }
}

/** `return` without a value; `else` follows it in `if (a) return else b`. */
function endsReturn(parser: Parser): boolean {
  switch (parser.token.kind) {
    case ";":
    case "}":
    case ")":
    case "]":
    case ",":
    case ":":
    case "else":
    case "case":
    case "default":
    case "catch":
    case "Eof":
      return true;
    default:
      return false;
  }
}

export function parseLocalFunction(parser: Parser, start: number, isInline: boolean): Expr {
  parser.advance();
  const name = parser.at("Ident") || parser.at("Dollar") ? parser.name("a name") : null;
  const body = parseFunctionRest(parser, start, parser.grammar.expr);
  parser.isClosed = true;
  const span = parser.spanFrom(start);
  return { kind: "Function", name, isArrow: false, isInline, function: body, span };
}

function parseNew(parser: Parser): Expr {
  const { start } = parser.advance();
  const type = parseTypePath(parser);
  const open = parser.token;
  const args = parser.expect("(")
    ? parseList(parser, open, ")", "an expression", parser.grammar.expr)
    : [];
  return { kind: "New", type, args, span: parser.spanFrom(start) };
}

/** `cast(e, T)`, `cast (e : T)`; `cast e` takes all that follows, `cast (e) + 1` too, as in Haxe. */
function parseCast(parser: Parser): Expr {
  const { start } = parser.advance();
  const expr = parser.at("(") ? parseCastParenthesis(parser) : parser.grammar.expr(parser);
  parser.isClosed = false;
  if (expr.kind === "Cast") return { ...expr, span: parser.spanFrom(start) };
  return { kind: "Cast", expr, type: null, span: parser.spanFrom(start) };
}

/** A "Cast" when it is the form with a type. */
function parseCastParenthesis(parser: Parser): Expr {
  const open = parser.advance();
  const expr = parser.grammar.expr(parser);
  parser.isClosed = false;
  const type = parser.accept(",") || parser.at(":") ? parseCastType(parser) : null;
  if (parser.at("Eof")) parser.unclosed(open);
  else parser.expect(")");
  const span = parser.spanFrom(open.start);
  if (type === null) {
    return parser.grammar.continueExpr(parser, { kind: "Parenthesis", expr, span });
  }
  return type.isChecked
    ? { kind: "CheckType", expr, type: type.hint, span }
    : { kind: "Cast", expr, type: type.hint, span };
}

function parseCastType(parser: Parser): { readonly hint: TypeHint; readonly isChecked: boolean } {
  const isChecked = parser.accept(":");
  return { hint: parseTypeHint(parser), isChecked };
}

/** `macro e`, `macro : T`, `macro class {}`; `macro.name` is a path. */
function parseMacro(parser: Parser): Expr {
  const token = parser.advance();
  if (parser.at(".")) return { kind: "Ident", name: "macro", span: spanOfToken(token) };
  let expr: Expr | null = null;
  let type: TypeHint | null = null;
  let declaration: Declaration | null = null;
  if (parser.accept(":")) type = parseTypeHint(parser);
  else if (parser.at("class") || parser.at("interface")) {
    declaration = parser.grammar.macroClass(parser);
  } else if (parser.at("var") || parser.at("final")) expr = parseVars(parser, false, true);
  else expr = parser.grammar.expr(parser);
  parser.isClosed = true;
  return { kind: "Macro", expr, type, declaration, span: parser.spanFrom(token.start) };
}

/** `$name`, or `$name{e}` in a macro. */
function parseDollar(parser: Parser): Expr {
  const token = parser.advance();
  let expr: Expr | null = null;
  if (parser.at("{")) {
    const open = parser.advance();
    expr = parser.grammar.expr(parser);
    parser.isClosed = false;
    if (parser.at("Eof")) parser.unclosed(open);
    else parser.expect("}");
  }
  return { kind: "Dollar", name: token.text, expr, span: parser.spanFrom(token.start) };
}

/** Markup stands for its text, marked for macros. */
function parseMarkup(parser: Parser): Expr {
  const token = parser.markup();
  const span = spanOfToken(token);
  const meta = { name: ":markup", params: [], span: { start: span.start, end: span.start } };
  parser.isClosed = true;
  return {
    kind: "Meta",
    meta,
    expr: { kind: "String", value: token.text, quote: '"', span },
    span,
  };
}
