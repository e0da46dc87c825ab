/** Diagnostics as text: `file:line:column: error CODE: message`, the line with carets, the hint. */
import { type Diagnostic, type Place, type Related, sortDiagnostics } from "./diagnostic.ts";
import { renderSarif } from "./render_sarif.ts";

/** How diagnostics are written: for people, as JSON lines, or as one SARIF log. */
export const diagnosticFormats = ["pretty", "json", "sarif"] as const;
export type DiagnosticFormat = (typeof diagnosticFormats)[number];

/** Text of a file for the excerpt; undefined when it is not at hand. */
export type SourceText = (file: string) => string | undefined;

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

/** All of `diagnostics` in file order, each followed by an empty line. */
export function renderDiagnostics(diagnostics: readonly Diagnostic[], source: SourceText): string {
  return sortDiagnostics(diagnostics)
    .map((problem) => `${renderOne(problem, source)}\n`)
    .join("");
}

/** The same as JSON lines for tools. */
export function renderJson(diagnostics: readonly Diagnostic[]): string {
  return sortDiagnostics(diagnostics)
    .map((problem) => `${JSON.stringify(problem)}\n`)
    .join("");
}

function renderOne(problem: Diagnostic, source: SourceText): string {
  const { severity, code, message, hint, related = [] } = problem;
  const lines = [
    `${location(problem)}: ${severity} ${code}: ${message}`,
    ...frame(problem, source),
    ...related.flatMap((place) => [
      `  ${location(place)}: ${place.message}`,
      ...frame(place, source).map((line) => `  ${line}`),
    ]),
  ];
  if (hint !== undefined) lines.push(`  hint: ${hint}`);
  return `${lines.join("\n")}\n`;
}

function location({ file, line, column, element }: Diagnostic | Related): string {
  if (line > 0) return `${file}:${line}:${column}`;
  return element ? `${file} (${element.join("/")})` : file;
}

function frame(problem: Place, source: SourceText): string[] {
  if (problem.line === 0) return [];
  const lines = source(problem.file)?.split(/\r\n|\n|\r/);
  const text = lines?.[problem.line - 1];
  if (lines === undefined || text === undefined) return [];
  const width = String(problem.line).length;
  const row = (number: number, content: string): string =>
    ` ${String(number).padStart(width)} | ${content}`.trimEnd();
  const before = lines[problem.line - 2];
  // Tabs stay tabs, so that the carets stand below the text whatever the tab width.
  const indent = text.slice(0, problem.column - 1).replaceAll(/[^\t]/g, " ");
  const carets = "^".repeat(
    Math.max(1, Math.min(problem.length, text.length - problem.column + 1)),
  );
  return [
    ...(before === undefined ? [] : [row(problem.line - 1, before)]),
    row(problem.line, text),
    ` ${" ".repeat(width)} | ${indent}${carets}`,
  ];
}
