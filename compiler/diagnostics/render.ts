/** Diagnostics as text: the one place where offsets become lines and columns. */
import { lineText, positionAt, type SourceFile } from "#compiler/source/source_file.ts";
import type { Span } from "#compiler/source/span.ts";
import { type Diagnostic, type Location, severityOf, textOfDiagnostic } from "./diagnostic.ts";

/** How much of a line is shown, and how much of it before what is marked. */
const FRAME_WIDTH = 160;
const LEFT_MARGIN = 60;

export type DiagnosticFormat = "pretty" | "json" | "haxe";

/** Finds the text of a file that a diagnostic names; null when it is not at hand. */
export type SourceLookup = (path: string) => SourceFile | null;

/** Every diagnostic in the given format; empty for none, else it ends with a line end. */
export function renderDiagnostics(
  problems: readonly Diagnostic[],
  format: DiagnosticFormat,
  lookup: SourceLookup,
): string {
  return problems.map((problem) => `${renderOne(problem, format, lookup)}\n`).join("");
}

function renderOne(problem: Diagnostic, format: DiagnosticFormat, lookup: SourceLookup): string {
  switch (format) {
    case "pretty":
      return renderPretty(problem, lookup);
    case "json":
      return renderJson(problem, lookup);
    case "haxe":
      return renderHaxe(problem, lookup);
  }
}

/** `path:line:column: error HX1102: text`, then the line with its neighbour, carets, labels and the hint. */
function renderPretty(problem: Diagnostic, lookup: SourceLookup): string {
  const title = `${severityOf(problem)} ${problem.code}: ${textOfDiagnostic(problem)}`;
  const lines = [
    `${renderPlace(problem, lookup)}: ${title}`,
    ...renderFrame(problem, "^", "", lookup),
  ];
  for (const label of problem.labels) {
    const isFar = label.file !== problem.file;
    // Of another library's declarations only the file is known.
    const isPlaced = !isFar || label.span.end > 0;
    const lookupLabel = isPlaced ? lookup : () => null;
    if (isFar) lines.push(`  --> ${renderPlace(label, lookupLabel)}`);
    lines.push(...renderFrame(label, "-", label.text, lookupLabel));
  }
  if (problem.hint !== null) lines.push(`  hint: ${problem.hint}`);
  return `${lines.join("\n")}\n`;
}

function renderPlace(location: Location, lookup: SourceLookup): string {
  const source = lookup(location.file);
  if (source === null) return location.file;
  const { line, column } = positionAt(source, location.span.start);
  return `${location.file}:${line + 1}:${column + 1}`;
}

/** The line before, the line, and a row of marks below it. */
function renderFrame(
  location: Location,
  mark: string,
  text: string,
  lookup: SourceLookup,
): string[] {
  const source = lookup(location.file);
  if (source === null) return text === "" ? [] : [`  = ${text}`];
  const { line, column } = positionAt(source, location.span.start);
  const whole = lineText(source, line);
  const length = markLength(source, location.span, whole.length - column);
  const left = Math.max(0, Math.min(column - LEFT_MARGIN, whole.length - FRAME_WIDTH));
  const content = cut(whole, left);
  const indent = blankOut(content.slice(0, column - left));
  const marks = mark.repeat(Math.max(1, Math.min(length, FRAME_WIDTH - (column - left))));
  const width = String(line + 1).length;
  const rows =
    line > 0 ? [frameRow(String(line), width, cut(lineText(source, line - 1), left))] : [];
  rows.push(frameRow(String(line + 1), width, content));
  rows.push(frameRow("", width, `${indent}${marks}${text === "" ? "" : ` ${text}`}`));
  return rows;
}

/** A long line is shown around what is marked. */
function cut(line: string, left: number): string {
  return line.slice(left, left + FRAME_WIDTH);
}

function frameRow(number: string, width: number, content: string): string {
  return ` ${number.padStart(width)} | ${content}`.trimEnd();
}

/** Marks cover the span up to the end of its first line, and at least one column. */
function markLength(source: SourceFile, span: Span, restOfLine: number): number {
  const length = Math.min(span.end, source.text.length) - span.start;
  return Math.max(1, Math.min(length, restOfLine));
}

/** Keeps tabs, so that marks stay below what they mark whatever the tab width. */
function blankOut(text: string): string {
  return text.replace(/[^\t]/g, " ");
}

/** One JSON object a line; lines and columns count from 1, columns in UTF-16 units. */
function renderJson(problem: Diagnostic, lookup: SourceLookup): string {
  return JSON.stringify({
    severity: severityOf(problem),
    code: problem.code,
    message: textOfDiagnostic(problem),
    ...jsonPlace(problem, lookup),
    labels: problem.labels.map((label) => ({ message: label.text, ...jsonPlace(label, lookup) })),
    hint: problem.hint,
  });
}

function jsonPlace(location: Location, lookup: SourceLookup): object {
  const { file, span } = location;
  const source = lookup(file);
  if (source === null) return { file };
  const start = positionAt(source, span.start);
  const end = positionAt(source, span.end);
  return {
    file,
    line: start.line + 1,
    column: start.column + 1,
    endLine: end.line + 1,
    endColumn: end.column + 1,
    offset: span.start,
    endOffset: span.end,
  };
}

/** `File.hx:3: characters 5-10 : text`, as Haxe prints and editors parse it. */
function renderHaxe(problem: Diagnostic, lookup: SourceLookup): string {
  const severity = severityOf(problem) === "warning" ? "Warning : " : "";
  const lines = [`${haxePlace(problem, lookup)} : ${severity}${textOfDiagnostic(problem)}`];
  for (const label of problem.labels) lines.push(`${haxePlace(label, lookup)} : ... ${label.text}`);
  if (problem.hint !== null) lines.push(`${haxePlace(problem, lookup)} : ... ${problem.hint}`);
  return lines.join("\n");
}

/** Haxe counts columns from 1 in code points; the end is exclusive and a single place is `character`. */
function haxePlace(location: Location, lookup: SourceLookup): string {
  const source = lookup(location.file);
  if (source === null) return `${location.file}:1: character 1`;
  const start = positionAt(source, location.span.start);
  const end = positionAt(source, location.span.end);
  const line = start.line + 1;
  if (end.line !== start.line) return `${location.file}:${line}: lines ${line}-${end.line + 1}`;
  const content = lineText(source, start.line);
  const first = codePoints(content, start.column) + 1;
  const last = codePoints(content, end.column) + 1;
  const place = first === last ? `character ${first}` : `characters ${first}-${last}`;
  return `${location.file}:${line}: ${place}`;
}

function codePoints(text: string, end: number): number {
  return Array.from(text.slice(0, end)).length;
}
