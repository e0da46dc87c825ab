/** Operators: everything between a whole expression and a primary one. */
import { mergeSpans } from "#compiler/source/span.ts";
import type { BinaryOperator, Expr, FieldExpr, UnaryOperator } from "#compiler/syntax/ast.ts";
import { spanOfToken } from "#compiler/syntax/token.ts";
import { parseArrowAfterName } from "./arrows.ts";
import { errorExpr } from "./error_expr.ts";
import { parseList } from "./lists.ts";
import { parseMetadata } from "./metadata.ts";
import {
  ASSIGN_LEVEL,
  isAssign,
  type Precedence,
  precedenceOf,
  prefixOperator,
  TERNARY_LEVEL,
} from "./operators.ts";
import type { Parser } from "./parser.ts";
import { parsePrimary } from "./primary.ts";
import { parseTypeHint } from "./type_hints.ts";

/** A whole expression. */
export function parseExpr(parser: Parser): Expr {
  return parseBinary(parser, ASSIGN_LEVEL);
}

/** The rest of an expression whose first part is a primary one already read. */
export function continueExpr(parser: Parser, primary: Expr): Expr {
  return parseOperators(parser, parseIs(parser, parsePostfix(parser, primary)), ASSIGN_LEVEL, true);
}

/** An expression whose operators bind at the given level or tighter; a `?` may be left to what stands around it. */
function parseBinary(parser: Parser, level: number, takesTernary = level >= TERNARY_LEVEL): Expr {
  if (!parser.enter()) {
    parser.leave();
    return errorExpr(parser);
  }
  const expr = parseOperators(parser, parseOperand(parser), level, takesTernary);
  parser.leave();
  return expr;
}

function parseOperators(parser: Parser, first: Expr, level: number, takesTernary: boolean): Expr {
  let left = first;
  for (let links = 0; !parser.isClosed && !parser.isPanicking; links++) {
    if (parser.at("?")) return takesTernary ? parseTernary(parser, left) : left;
    const op = binaryOperator(parser);
    const precedence = precedenceOf(op);
    if (precedence === null || precedence.level > level) return left;
    takeOperator(parser, op);
    const right = parseRight(parser, op, precedence);
    const span = mergeSpans(left.span, right.span);
    left = { kind: "Binop", op: op as BinaryOperator, left, right, span };
    if (!parser.enter(links)) links = 0;
    parser.leave();
  }
  return left;
}

/**
 * A right-associative operator takes all that follows, whatever it is: Haxe reads `a => b = c` as `a => (b = c)`. Only
 * `in`, though right-associative too, stops before what is looser than the ternary, and `=>` leaves that to what stands
 * around it: `a => b ? c : d` is `(a => b) ? c : d`.
 */
function parseRight(parser: Parser, op: string, { level, isRight }: Precedence): Expr {
  if (!isRight) return parseBinary(parser, level - 1);
  if (level < TERNARY_LEVEL) return parseBinary(parser, TERNARY_LEVEL - 1);
  return parseBinary(parser, ASSIGN_LEVEL, op !== "=>");
}

function parseTernary(parser: Parser, cond: Expr): Expr {
  parser.advance();
  const then = parseBinary(parser, ASSIGN_LEVEL);
  if (!parser.expect(":")) return then;
  const otherwise = parseBinary(parser, ASSIGN_LEVEL);
  const span = mergeSpans(cond.span, otherwise.span);
  return { kind: "Ternary", cond, then, else: otherwise, span };
}

/** The operator that stands here; those that begin with `>` are joined from neighbouring tokens. */
function binaryOperator(parser: Parser): string {
  if (!parser.at(">")) return parser.token.kind;
  let op = ">";
  let end = parser.token.end;
  for (let ahead = 1; op.length < 4; ahead++) {
    const next = parser.peek(ahead);
    const isJoined =
      next.start === end && (next.kind === "=" || (next.kind === ">" && op.length < 3));
    if (!isJoined) break;
    op += next.kind;
    end = next.end;
    if (next.kind === "=") break;
  }
  return op;
}

function takeOperator(parser: Parser, op: string): void {
  const parts = op.startsWith(">") ? op.length : 1;
  for (let part = 0; part < parts; part++) parser.advance();
}

/** A prefix expression and every `is Type` after it: `!a is B` is `(!a) is B`. */
function parseOperand(parser: Parser): Expr {
  return parseIs(parser, parsePrefix(parser));
}

function parseIs(parser: Parser, first: Expr): Expr {
  let expr = first;
  while (!parser.isClosed && !parser.isPanicking && parser.atWord("is")) {
    parser.advance();
    const type = parseTypeHint(parser);
    expr = { kind: "Is", expr, type, span: parser.spanFrom(expr.span.start) };
  }
  return expr;
}

function parsePrefix(parser: Parser): Expr {
  const { kind, start } = parser.token;
  const op = prefixOperator(kind);
  if (op === null && kind !== "@" && kind !== "inline") {
    return parsePostfix(parser, parsePrimary(parser));
  }
  if (!parser.enter()) {
    parser.leave();
    return errorExpr(parser);
  }
  const expr = op === null ? parseMeta(parser, start) : parseUnop(parser, op);
  parser.leave();
  return expr;
}

function parseUnop(parser: Parser, op: UnaryOperator): Expr {
  const { start } = parser.advance();
  const operand = parsePrefix(parser);
  return { kind: "Unop", op, isPostfix: false, operand, span: parser.spanFrom(start) };
}

/** `@meta e`; `inline e` is the metadata `:inline`. */
function parseMeta(parser: Parser, start: number): Expr {
  const meta = parser.at("@")
    ? parseMetadata(parser)
    : { name: ":inline", params: [], span: spanOfToken(parser.advance()) };
  const expr = parseMarked(parser);
  return { kind: "Meta", meta, expr, span: parser.spanFrom(start) };
}

/** What metadata marks: an operand, or the whole assignment to it: `@:m a + b` is `(@:m a) + b`. */
function parseMarked(parser: Parser): Expr {
  const target = parseOperand(parser);
  if (parser.isClosed || parser.isPanicking) return target;
  const op = binaryOperator(parser) as BinaryOperator;
  if (!isAssign(op)) return target;
  takeOperator(parser, op);
  const value = parseBinary(parser, ASSIGN_LEVEL);
  return {
    kind: "Binop",
    op,
    left: target,
    right: value,
    span: mergeSpans(target.span, value.span),
  };
}

/** Fields, calls, indexes, `++` and `--`, and the arrow of a function with one argument. */
function parsePostfix(parser: Parser, primary: Expr): Expr {
  let expr = primary;
  for (let links = 0; !parser.isClosed && !parser.isPanicking; links++) {
    const { start } = expr.span;
    const token = parser.token;
    switch (token.kind) {
      case ".":
      case "?.":
        expr = parseField(parser, expr);
        break;
      case "(": {
        const args = parseList(parser, parser.advance(), ")", "an expression", parseExpr);
        expr = { kind: "Call", callee: expr, args, span: parser.spanFrom(start) };
        break;
      }
      case "[":
        expr = parseIndex(parser, expr);
        break;
      case "++":
      case "--":
        parser.advance();
        expr = {
          kind: "Unop",
          op: token.kind,
          isPostfix: true,
          operand: expr,
          span: parser.spanFrom(start),
        };
        break;
      case "->":
        return parseArrowAfterName(parser, expr);
      default:
        return expr;
    }
    if (!parser.enter(links)) links = 0;
    parser.leave();
  }
  return expr;
}

/** A field's name follows its dot directly, as in Haxe. */
function parseField(parser: Parser, object: Expr): FieldExpr {
  const isSafe = parser.advance().kind === "?.";
  const { token } = parser;
  const isWord = token.kind === "new" || token.kind === "macro" || token.kind === "extern";
  if (isWord || token.kind === "function" || token.kind === "Ident" || token.kind === "Dollar") {
    const span = { start: parser.previousEnd, end: token.start };
    if (span.start !== span.end) parser.report("HX1122", span, {});
    parser.advance();
    const text = token.kind === "Dollar" ? `$${token.text}` : token.text;
    const name = { name: text, span: spanOfToken(token) };
    return { kind: "Field", object, name, isSafe, span: parser.spanFrom(object.span.start) };
  }
  const name = parser.name("a field name");
  return { kind: "Field", object, name, isSafe, span: parser.spanFrom(object.span.start) };
}

function parseIndex(parser: Parser, array: Expr): Expr {
  const open = parser.advance();
  const index = parseExpr(parser);
  if (parser.at("Eof")) parser.unclosed(open);
  else parser.expect("]");
  parser.isClosed = false;
  return { kind: "ArrayAccess", array, index, span: parser.spanFrom(array.span.start) };
}
