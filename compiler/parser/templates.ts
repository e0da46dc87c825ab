/** Interpolated strings: `'a $name ${code} $$'`. */
import { identifierEnd, isIdentifierStart } from "#compiler/lexer/characters.ts";
import { unescapeText } from "#compiler/lexer/escapes.ts";
import { codeEnd } from "#compiler/lexer/strings.ts";
import type { Expr, InterpolationPart } from "#compiler/syntax/ast.ts";
import type { Parser } from "./parser.ts";

/** A string without any part to compute is a plain one. */
export function parseTemplate(parser: Parser): Expr {
  const { start, end } = parser.advance();
  const parts = parseParts(parser, start + 1, end - 1);
  const span = { start, end };
  const [only] = parts;
  if (parts.length > 1 || only?.kind === "Expr") return { kind: "Interpolation", parts, span };
  return { kind: "String", value: only?.value ?? "", quote: "'", span };
}

function parseParts(parser: Parser, start: number, end: number): InterpolationPart[] {
  const { text } = parser.source;
  const parts: InterpolationPart[] = [];
  let value = "";
  let valueStart = start;
  let offset = start;
  const closeText = (until: number) => {
    if (value !== "") parts.push({ kind: "Text", value, span: { start: valueStart, end: until } });
    value = "";
  };
  while (offset < end) {
    const dollar = nextDollar(text, offset, end);
    value += unescapeText(text, offset, dollar, parser.source.path, parser.problems);
    if (dollar === end) break;
    const after = dollar + 1;
    const part = parsePart(parser, after, end);
    if (part === null) {
      value += "$";
      offset = text[after] === "$" && after < end ? after + 1 : after;
    } else {
      closeText(dollar);
      parts.push({ kind: "Expr", expr: part.expr, span: { start: dollar, end: part.end } });
      offset = part.end;
      valueStart = offset;
    }
  }
  closeText(end);
  return parts;
}

/** The next `$` that no `\` hides. */
function nextDollar(text: string, start: number, end: number): number {
  let offset = start;
  while (offset < end) {
    const unit = text.charCodeAt(offset);
    if (unit === 36) return offset;
    offset += unit === 92 ? 2 : 1;
  }
  return end;
}

/** What follows a `$`: a name, code in braces, or nothing, when the `$` is text. */
function parsePart(
  parser: Parser,
  start: number,
  limit: number,
): { readonly expr: Expr; readonly end: number } | null {
  const { text } = parser.source;
  if (text[start] === "{" && start < limit) {
    const end = codeEnd(text, start + 1, limit) ?? limit;
    return { expr: parseCode(parser, start + 1, end - 1), end };
  }
  if (!isIdentifierStart(text.charCodeAt(start)) || start >= limit) return null;
  const end = identifierEnd(text, start);
  return { expr: { kind: "Ident", name: text.slice(start, end), span: { start, end } }, end };
}

function parseCode(parser: Parser, start: number, end: number): Expr {
  const inside = parser.inside({ start, end });
  const expr = inside.grammar.expr(inside);
  if (!inside.at("Eof")) inside.fail("`}`");
  return expr;
}
