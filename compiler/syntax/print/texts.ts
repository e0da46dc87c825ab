/** Literals as Haxe source. */
import type { InterpolationExpr } from "../ast.ts";

/** A string literal whose value is the text; a single-quoted one doubles its `$`. */
export function quoteText(text: string, quote: '"' | "'"): string {
  const escaped = text.replace(quote === '"' ? /["\\\p{C}]/gu : /['\\\p{C}]/gu, escapeCharacter);
  return `${quote}${quote === "'" ? escaped.replaceAll("$", "$$$$") : escaped}${quote}`;
}

export function quoteInterpolation(
  parts: InterpolationExpr["parts"],
  printExpr: (
    expr: Extract<InterpolationExpr["parts"][number], { kind: "Expr" }>["expr"],
  ) => string,
): string {
  const texts = parts.map((part) =>
    part.kind === "Text" ? quoteText(part.value, "'").slice(1, -1) : `\${${printExpr(part.expr)}}`,
  );
  return `'${texts.join("")}'`;
}

/** A pattern holds control characters as they are and `/` without its escape. */
export function printRegexp(pattern: string, flags: string): string {
  const escaped = pattern.replace(/[/\n\r\t]/g, (found) =>
    found === "/" ? "\\/" : escapeCharacter(found),
  );
  return `~/${escaped}/${flags}`;
}

const shortEscapes: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

function escapeCharacter(character: string): string {
  if (character === '"' || character === "'" || character === "\\") return `\\${character}`;
  const short = shortEscapes[character];
  if (short !== undefined) return short;
  const number = character.codePointAt(0) ?? 0;
  const digits = number.toString(16).padStart(4, "0");
  return number > 0xffff ? `\\u{${digits}}` : `\\u${digits}`;
}
