/** GLSL as tokens with their places: enough to find declarations, not to understand expressions. */

export interface Token {
  readonly kind: "word" | "number" | "symbol" | "directive" | "annotation";
  readonly text: string;
  readonly offset: number;
  /** Which file it is from: the second number of the last `#line`, at first 0. */
  readonly source: number;
  /** From 1, in that file. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  /** Braces and parentheses that are open around it. */
  readonly depth: number;
}

const PATTERN =
  /(?<space>[ \t\r\f\v]+)|(?<newline>\n)|(?<annotation>\/\/@[^\n]*)|(?<comment>\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$))|(?<word>[A-Za-z_]\w*)|(?<number>\.?\d[\w.]*)|(?<directive>#(?:[^\n\\]|\\\r?\n|\\)*)|(?<symbol>[\s\S])/gy;

const LINE = /^#line (\d+) (\d+)$/;

/** Tokens of `text` without comments, but for those that start with `//@`; a preprocessor line is one token. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let source = 0;
  let line = 1;
  let lineStart = 0;
  let depth = 0;
  for (const match of text.matchAll(PATTERN)) {
    const offset = match.index;
    const [found] = match;
    const kind = kindOf(match.groups as Readonly<Record<string, string | undefined>>);
    if (kind !== undefined) {
      if (found === "}" || found === ")") depth = Math.max(0, depth - 1);
      tokens.push({
        kind,
        text: found,
        offset,
        source,
        line,
        column: offset - lineStart + 1,
        depth,
      });
      if (found === "{" || found === "(") depth++;
    }
    for (let at = found.indexOf("\n"); at >= 0; at = found.indexOf("\n", at + 1)) {
      line++;
      lineStart = offset + at + 1;
    }
    const moved = kind === "directive" ? LINE.exec(found) : null;
    if (moved !== null) {
      // The line break behind it counts once more.
      line = Number(moved[1]) - 1;
      source = Number(moved[2]);
    }
  }
  return tokens;
}

function kindOf(groups: Readonly<Record<string, string | undefined>>): Token["kind"] | undefined {
  if (groups["word"] !== undefined) return "word";
  if (groups["number"] !== undefined) return "number";
  if (groups["symbol"] !== undefined) return "symbol";
  if (groups["directive"] !== undefined) return "directive";
  if (groups["annotation"] !== undefined) return "annotation";
  return undefined;
}
