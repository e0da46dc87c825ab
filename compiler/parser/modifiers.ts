/** Modifiers before fields and declarations. */
import type { DeclarationModifier, FieldModifier } from "#compiler/syntax/ast.ts";
import { spanOfToken, type Token, type TokenKind } from "#compiler/syntax/token.ts";
import type { Parser } from "./parser.ts";

const fieldModifiers: ReadonlySet<TokenKind> = new Set<FieldModifier>([
  "public",
  "private",
  "static",
  "override",
  "dynamic",
  "inline",
  "macro",
  "final",
  "extern",
  "abstract",
  "overload",
]);

export interface Modifiers {
  readonly words: readonly FieldModifier[];
  readonly tokens: readonly Token[];
  readonly final: Token | null;
  /** The first modifier after `final`. */
  readonly afterFinal: Token | null;
}

/** Reads every modifier that stands here; which ones fit is for the caller to say. */
export function parseFieldModifiers(parser: Parser): Modifiers {
  const words: FieldModifier[] = [];
  const tokens: Token[] = [];
  while (fieldModifiers.has(parser.token.kind)) {
    const token = parser.advance();
    const word = token.kind as FieldModifier;
    if (checkModifier(parser, token, words)) words.push(word);
    tokens.push(token);
  }
  const finalAt = tokens.findIndex((token) => token.kind === "final");
  return {
    words,
    tokens,
    final: tokens[finalAt] ?? null,
    afterFinal: finalAt === -1 ? null : (tokens[finalAt + 1] ?? null),
  };
}

function checkModifier(parser: Parser, token: Token, words: readonly FieldModifier[]): boolean {
  const span = spanOfToken(token);
  if (words.some((word) => word === token.kind)) {
    parser.report("HX1111", span, { modifier: token.text });
    return false;
  }
  const opposite = token.kind === "public" ? "private" : token.kind === "private" ? "public" : null;
  if (opposite !== null && words.includes(opposite)) {
    parser.report("HX1112", span, { modifier: token.text, other: opposite });
    return false;
  }
  return true;
}

/** Keeps the modifiers that a declaration can have and reports the others. */
export function declarationModifiers(
  parser: Parser,
  modifiers: Modifiers,
  allowed: readonly DeclarationModifier[],
  declaration: string,
): DeclarationModifier[] {
  reportUnsupported(parser, modifiers, allowed, declaration);
  return allowed.filter((word) => modifiers.words.includes(word));
}

/** Reports every modifier that is not allowed. */
export function reportUnsupported(
  parser: Parser,
  modifiers: Modifiers,
  allowed: readonly FieldModifier[],
  declaration: string,
): void {
  for (const token of modifiers.tokens) {
    if (allowed.some((word) => word === token.kind)) continue;
    parser.report("HX1110", spanOfToken(token), { modifier: token.text, declaration });
  }
}
