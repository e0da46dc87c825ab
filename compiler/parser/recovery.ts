/** Where the parser starts again after an error. */
import type { Token, TokenKind } from "#compiler/syntax/token.ts";
import type { Parser } from "./parser.ts";

/** Tokens that begin nothing but a declaration of a module. */
const declarationWords: ReadonlySet<TokenKind> = new Set<TokenKind>([
  "class",
  "interface",
  "enum",
  "typedef",
  "import",
  "using",
  "package",
]);

const fieldWords: ReadonlySet<TokenKind> = new Set<TokenKind>([
  "var",
  "final",
  "function",
  "public",
  "private",
  "static",
  "override",
  "inline",
  "dynamic",
  "macro",
  "extern",
  "abstract",
  "overload",
  "@",
]);

const statementWords: ReadonlySet<TokenKind> = new Set<TokenKind>([
  "var",
  "final",
  "if",
  "for",
  "while",
  "do",
  "switch",
  "case",
  "default",
  "try",
  "return",
  "break",
  "continue",
  "throw",
  "function",
]);

const declarationStarts: ReadonlySet<TokenKind> = new Set<TokenKind>([
  ...declarationWords,
  "abstract",
  "private",
  "extern",
  "final",
  "function",
  "var",
  "@",
]);

/** A declaration of the module stands here, so that an open `{` before it is missing its `}`. */
export function startsDeclaration(parser: Parser): boolean {
  return declarationWords.has(parser.token.kind) && isFirstOnLine(parser, parser.token);
}

/** A class field stands here that can be no statement. */
export function startsField(parser: Parser): boolean {
  const { kind } = parser.token;
  if (kind === "public" || kind === "private" || kind === "override") return true;
  if (kind !== "static") return false;
  const next = parser.peek(1).kind;
  return next !== "var" && next !== "final";
}

/** After an error in a statement: past its `;`, or before the next statement or the end of the block. */
export function recoverStatement(parser: Parser): void {
  skip(
    parser,
    (token) =>
      startsField(parser) || (statementWords.has(token.kind) && isFirstOnLine(parser, token)),
  );
}

/** After an error in a field: past its `;`, or before the next field or the end of the class. */
export function recoverField(parser: Parser): void {
  skip(
    parser,
    (token) =>
      // After a block another field begins, whatever word it begins with.
      (fieldWords.has(token.kind) || parser.previousKind === "}") && isFirstOnLine(parser, token),
  );
}

/** After an error between declarations. */
export function recoverDeclaration(parser: Parser): void {
  do {
    skip(parser, (token) => declarationStarts.has(token.kind) && isFirstOnLine(parser, token));
  } while (parser.accept("}"));
  parser.recovered();
}

/** After an error in parentheses: past their `)`, if it stands on the same line. */
export function recoverParenthesis(parser: Parser): boolean {
  let depth = 0;
  for (let ahead = 0; ; ahead++) {
    const token = ahead === 0 ? parser.token : parser.peek(ahead);
    if (token.kind === "Eof" || (ahead > 0 && isFirstOnLine(parser, token))) return false;
    if (token.kind === ")" && depth === 0) {
      for (let taken = 0; taken <= ahead; taken++) parser.advance();
      parser.recovered();
      return true;
    }
    if (token.kind === "(") depth++;
    if (token.kind === ")") depth--;
    if (token.kind === "{" && depth === 0) return false;
  }
}

/** A class without `{` that goes on with its fields. */
export function startsFields(parser: Parser): boolean {
  return parser.at("{") || fieldWords.has(parser.token.kind);
}

/** Skips bracketed parts as a whole, but never past a declaration at the start of a line. */
function skip(parser: Parser, isBorder: (token: Token) => boolean): void {
  let depth = 0;
  while (!parser.at("Eof") && !startsDeclaration(parser)) {
    const { kind } = parser.token;
    if (depth === 0) {
      if (kind === "}" || isBorder(parser.token)) break;
      if (parser.accept(";")) break;
    }
    if (kind === "{" || kind === "(" || kind === "[") depth++;
    // A stray `)` or `]` must not count: what it belongs to was skipped.
    if ((kind === "}" || kind === ")" || kind === "]") && depth > 0) depth--;
    parser.advance();
  }
  parser.recovered();
}

function isFirstOnLine(parser: Parser, token: Token): boolean {
  const { text } = parser.source;
  let offset = token.start - 1;
  while (offset >= 0) {
    const unit = text.charCodeAt(offset);
    if (unit === 10 || unit === 13) return true;
    if (unit !== 32 && unit !== 9) return false;
    offset--;
  }
  return true;
}
