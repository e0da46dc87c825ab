/** Parentheses: a grouped expression, a checked type, or the arguments of an arrow function. */
import type { Expr, FunctionArg, FunctionExpr, Name, TypeHint } from "#compiler/syntax/ast.ts";
import type { Token } from "#compiler/syntax/token.ts";
import { parseFunctionArg } from "./functions.ts";
import { parseList } from "./lists.ts";
import type { Parser } from "./parser.ts";
import { parseTypeHint } from "./type_hints.ts";

/** After `(`, which only what follows tells apart. */
export function parseParenthesis(parser: Parser): Expr {
  const open = parser.advance();
  if (parser.at(")") || parser.at("?")) return parseArrowArgs(parser, open, []);
  const expr = parser.grammar.expr(parser);
  parser.isClosed = false;
  if (parser.at(",")) return parseMoreArgs(parser, open, argOf(parser, expr));
  if (parser.at(":")) return parseChecked(parser, open, expr);
  close(parser, open, "`)`, `,` or `:`");
  return { kind: "Parenthesis", expr, span: parser.spanFrom(open.start) };
}

/** `(e : T)`, `(a : T, b) -> e` or `(a : T = value) -> e`. */
function parseChecked(parser: Parser, open: Token, expr: Expr): Expr {
  parser.advance();
  const type = parseTypeHint(parser);
  if (parser.accept("=")) {
    const value = parser.grammar.expr(parser);
    return parseMoreArgs(parser, open, typedArg(parser, expr, type, value));
  }
  if (parser.at(",")) return parseMoreArgs(parser, open, typedArg(parser, expr, type, null));
  close(parser, open, "`)` or `,`");
  return { kind: "CheckType", expr, type, span: parser.spanFrom(open.start) };
}

function close(parser: Parser, open: Token, expected: string): void {
  if (parser.accept(")")) return;
  if (parser.at("Eof")) parser.unclosed(open);
  else parser.fail(expected);
}

function parseMoreArgs(parser: Parser, open: Token, first: FunctionArg): Expr {
  parser.accept(",");
  return parseArrowArgs(parser, open, [first]);
}

function parseArrowArgs(parser: Parser, open: Token, first: readonly FunctionArg[]): Expr {
  const rest = parseList(parser, open, ")", "an argument name", parseFunctionArg);
  for (const arg of rest) {
    const [meta] = arg.meta;
    if (meta !== undefined) parser.report("HX1124", meta.span, {});
  }
  if (!parser.at("->")) {
    parser.fail("`->`");
    return { kind: "Error", span: parser.spanFrom(open.start) };
  }
  return parseArrow(parser, open.start, [...first, ...rest]);
}

/** `a -> e`, `(a) -> e`, `(a : T) -> e` and `(a = value) -> e`, whose argument was read as an expression. */
export function parseArrowAfterName(parser: Parser, expr: Expr): Expr {
  return parseArrow(parser, expr.span.start, [argOf(parser, expr)]);
}

function parseArrow(parser: Parser, start: number, args: readonly FunctionArg[]): FunctionExpr {
  parser.advance();
  const body = parser.grammar.expr(parser);
  parser.isClosed = true;
  const span = parser.spanFrom(start);
  return {
    kind: "Function",
    name: null,
    isArrow: true,
    isInline: false,
    function: { typeParams: [], args, returnType: null, body, span },
    span,
  };
}

/** The argument that an expression before `->` or `,` stands for. */
function argOf(parser: Parser, expr: Expr): FunctionArg {
  const inner = expr.kind === "Parenthesis" ? expr.expr : expr;
  if (inner.kind === "Binop" && inner.op === "=") {
    const target = inner.left;
    const [name, type] = target.kind === "CheckType" ? [target.expr, target.type] : [target, null];
    return typedArg(parser, name, type, inner.right);
  }
  if (inner.kind === "CheckType") return typedArg(parser, inner.expr, inner.type, null);
  return typedArg(parser, inner, null, null);
}

function typedArg(
  parser: Parser,
  expr: Expr,
  type: TypeHint | null,
  value: Expr | null,
): FunctionArg {
  const end = value?.span.end ?? type?.span.end ?? expr.span.end;
  const span = { start: expr.span.start, end };
  return {
    name: nameOf(parser, expr),
    meta: [],
    isOptional: false,
    isRest: false,
    type,
    value,
    span,
  };
}

const reservedNames: ReadonlySet<string> = new Set(["true", "false", "null", "this", "super"]);

function nameOf(parser: Parser, expr: Expr): Name {
  if (expr.kind === "Ident" && !reservedNames.has(expr.name)) {
    return { name: expr.name, span: expr.span };
  }
  if (expr.kind === "Dollar" && expr.expr === null)
    return { name: `$${expr.name}`, span: expr.span };
  parser.report("HX1123", expr.span, {});
  return { name: "", span: expr.span };
}
