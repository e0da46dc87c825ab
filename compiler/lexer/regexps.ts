/** Regular expression literals `~/pattern/flags`. */
import { diagnostic } from "#compiler/diagnostics/diagnostic.ts";
import type { Problems } from "#compiler/diagnostics/problems.ts";
import { identifierEnd } from "./characters.ts";
import { regexpProblem } from "./regexp_syntax.ts";

export interface ScannedRegexp {
  readonly pattern: string;
  readonly flags: string;
  readonly end: number;
}

const controlEscapes: Readonly<Record<string, string>> = { "/": "/", n: "\n", r: "\r", t: "\t" };
const keptEscape = /[\\$.*+^|{}[\]()?\-0-9wWbBsSdDx]/;

/** Reads the literal that opens here with `~/`; it cannot span lines. */
export function scanRegexp(
  text: string,
  start: number,
  limit: number,
  file: string,
  problems: Problems,
): ScannedRegexp {
  let pattern = "";
  /** Where each unit of the pattern comes from. */
  const origins: number[] = [];
  const countBefore = problems.count;
  let offset = start + 2;
  while (offset < limit) {
    const character = text[offset] ?? "";
    if (character === "\n" || character === "\r") break;
    if (character === "/") {
      if (problems.count === countBefore)
        checkSyntax(pattern, [...origins, offset], file, problems);
      return withFlags(text, pattern, offset + 1, file, problems);
    }
    const part = character === "\\" ? escaped(text, offset, limit, file, problems) : character;
    const size = character === "\\" ? 2 : 1;
    for (let unit = 0; unit < part.length; unit++) origins.push(offset + Math.min(unit, size - 1));
    pattern += part;
    offset += size;
  }
  const span = { start, end: Math.min(offset, limit) };
  problems.add(diagnostic("HX1005", { file, span }, {}));
  return { pattern, flags: "", end: span.end };
}

function checkSyntax(
  pattern: string,
  origins: readonly number[],
  file: string,
  problems: Problems,
): void {
  const problem = regexpProblem(pattern);
  if (problem === null) return;
  const start = origins[problem.position] ?? 0;
  const span = { start, end: start + 1 };
  problems.add(diagnostic("HX1012", { file, span }, { reason: problem.reason }));
}

/** What the escape leaves in the pattern. */
function escaped(
  text: string,
  offset: number,
  limit: number,
  file: string,
  problems: Problems,
): string {
  const sequence = text.slice(offset, Math.min(offset + 2, limit));
  const value = escapeValue(text, offset);
  if (value === null) {
    const span = { start: offset, end: offset + sequence.length };
    problems.add(diagnostic("HX1007", { file, span }, { sequence }));
  }
  return value ?? sequence;
}

/** What stays in the pattern: control characters are replaced, other escapes belong to the expression. */
function escapeValue(text: string, offset: number): string | null {
  const letter = text[offset + 1] ?? "";
  const control = controlEscapes[letter];
  if (control !== undefined) return control;
  const isUnicode = /^\\[uU][\da-fA-F]{4}/.test(text.slice(offset, offset + 6));
  return keptEscape.test(letter) || isUnicode ? `\\${letter}` : null;
}

function withFlags(
  text: string,
  pattern: string,
  start: number,
  file: string,
  problems: Problems,
): ScannedRegexp {
  const end = identifierEnd(text, start);
  const flags = text.slice(start, end);
  const unknown = /[^gimsu]/.exec(flags);
  if (unknown !== null) {
    const span = { start: start + unknown.index, end: start + unknown.index + 1 };
    problems.add(diagnostic("HX1006", { file, span }, { flag: unknown[0] }));
  }
  return { pattern, flags: flags.replace(/[^gimsu]/g, ""), end };
}
