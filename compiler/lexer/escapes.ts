/** Escape sequences of strings. */

import { diagnostic } from "#compiler/diagnostics/diagnostic.ts";
import type { Problems } from "#compiler/diagnostics/problems.ts";

const simpleEscapes: Readonly<Record<string, string>> = {
  n: "\n",
  r: "\r",
  t: "\t",
  '"': '"',
  "'": "'",
  "\\": "\\",
};

interface Escape {
  /** Null when it is not a known sequence, undefined when its value is out of range. */
  readonly value: string | null | undefined;
  readonly end: number;
}

/** The text between two offsets with its escapes replaced; a wrong one is reported and left as it is. */
export function unescapeText(
  text: string,
  start: number,
  end: number,
  file: string,
  problems: Problems,
): string {
  let next = backslash(text, start, end);
  if (next === end) return text.slice(start, end);
  let value = "";
  let copied = start;
  while (next < end) {
    const read = readEscape(text, next, end);
    value += text.slice(copied, next);
    if (typeof read.value === "string") {
      value += read.value;
    } else {
      const sequence = text.slice(next, read.end);
      const span = { start: next, end: read.end };
      const code = read.value === null ? "HX1003" : "HX1004";
      problems.add(diagnostic(code, { file, span }, { sequence }));
      value += sequence;
    }
    copied = read.end;
    next = backslash(text, copied, end);
  }
  return value + text.slice(copied, end);
}

/** The next `\`, or the end: a search of the rest of the file would make long files slow. */
function backslash(text: string, start: number, end: number): number {
  let offset = start;
  while (offset < end && text.charCodeAt(offset) !== 92) offset++;
  return Math.min(offset, end);
}

/** `\n`, `\x41`, `\101`, `\u0041`, `\u{1F600}`; octal and `\x` reach to 127 only, as in Haxe. */
function readEscape(text: string, start: number, limit: number): Escape {
  const letter = text[start + 1] ?? "";
  const simple = simpleEscapes[letter];
  if (simple !== undefined) return { value: simple, end: start + 2 };
  const rest = text.slice(start + 1, Math.min(limit, start + 11));
  const octal = /^[0-3][0-7]{2}/.exec(rest);
  if (octal !== null) return codePoint(octal[0], 8, 127, start + 4);
  const hex = /^x([\da-fA-F]{2})/.exec(rest);
  if (hex !== null) return codePoint(hex[1] ?? "", 16, 127, start + 4);
  const unicode = /^u([\da-fA-F]{4})/.exec(rest);
  if (unicode !== null) return codePoint(unicode[1] ?? "", 16, 0xffff, start + 6);
  const braced = /^u\{([\da-fA-F]{1,6})\}/.exec(rest);
  if (braced !== null)
    return codePoint(braced[1] ?? "", 16, 0x10ffff, start + 1 + braced[0].length);
  const shown = text.codePointAt(start + 1) ?? 0;
  return { value: null, end: Math.min(limit, start + (shown > 0xffff ? 3 : 2)) };
}

function codePoint(digits: string, radix: number, limit: number, end: number): Escape {
  const value = Number.parseInt(digits, radix);
  return { value: value > limit ? undefined : String.fromCodePoint(value), end };
}
