/** Diagnostics as text: `file:line:column: error CODE: message`, the line with carets, the hint. */
import { type Diagnostic, type Related, sortDiagnostics } from "./diagnostic.ts";
import { Excerpts, type SourceText } from "./excerpt.ts";
import { renderSarif } from "./render_sarif.ts";

/** How diagnostics are written: for people, as JSON lines, or as one SARIF log. */
export const diagnosticFormats = ["pretty", "json", "sarif"] as const;
export type DiagnosticFormat = (typeof diagnosticFormats)[number];

/** All of `diagnostics` in a format. */
export function renderAs(
  format: DiagnosticFormat,
  diagnostics: readonly Diagnostic[],
  source: SourceText,
): string {
  switch (format) {
    case "pretty":
      return renderDiagnostics(diagnostics, source);
    case "json":
      return renderJson(diagnostics);
    case "sarif":
      return renderSarif(sortDiagnostics(diagnostics));
  }
}

/** More are counted only: who has so many reads the first. */
const MOST = 500;

/** All of `diagnostics` in file order, each followed by an empty line. */
export function renderDiagnostics(diagnostics: readonly Diagnostic[], source: SourceText): string {
  const excerpts = new Excerpts(source);
  const shown = sortDiagnostics(diagnostics).slice(0, MOST);
  const rest = diagnostics.length - shown.length;
  return [
    ...shown.map((problem) => `${renderOne(problem, excerpts)}\n`),
    ...(rest > 0 ? [`... and ${rest} more\n`] : []),
  ].join("");
}

/** The same as JSON lines for tools. */
export function renderJson(diagnostics: readonly Diagnostic[]): string {
  return sortDiagnostics(diagnostics)
    .map((problem) => `${JSON.stringify(problem)}\n`)
    .join("");
}

function renderOne(problem: Diagnostic, excerpts: Excerpts): string {
  const { severity, code, message, hint, related = [] } = problem;
  const lines = [
    `${location(problem)}: ${severity} ${code}: ${message}`,
    ...excerpts.at(problem),
    ...related.flatMap((place) => [
      `  ${location(place)}: ${place.message}`,
      ...excerpts.at(place).map((line) => `  ${line}`),
    ]),
  ];
  if (hint !== undefined) lines.push(`  hint: ${hint}`);
  return `${lines.join("\n")}\n`;
}

function location({ file, line, column, element }: Diagnostic | Related): string {
  if (line > 0) return `${file}:${line}:${column}`;
  return element ? `${file} (${element.join("/")})` : file;
}
