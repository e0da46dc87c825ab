/** Lexing for tests. */
import { Problems } from "#compiler/diagnostics/problems.ts";
import { TokenStream } from "#compiler/lexer/token_stream.ts";

export interface Lexed {
  /** `kind`, or `kind text` where they differ, with the suffix, flags or quote after it. */
  readonly tokens: readonly string[];
  readonly codes: readonly string[];
}

/** Every token that conditional compilation leaves. */
export function lex(text: string, defines: Readonly<Record<string, string>> = {}): Lexed {
  const problems = new Problems();
  const span = { start: 0, end: text.length };
  const map = new Map(Object.entries(defines));
  const stream = new TokenStream({ path: "Main.hx", text }, span, map, problems);
  const tokens: string[] = [];
  for (let token = stream.next(); token.kind !== "Eof"; token = stream.next()) {
    const shown = token.text === token.kind ? token.kind : `${token.kind} ${token.text}`;
    tokens.push(token.extra === "" ? shown : `${shown} ${token.extra}`);
  }
  return { tokens, codes: problems.sorted().map(({ code }) => code) };
}
