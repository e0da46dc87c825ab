/** A file's text with its path and a lazily built index of line starts. */
import type { Span } from "./span.ts";

/** Zero-based line and UTF-16 column. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface SourceFile {
  /** As diagnostics show it: relative to the workspace or the class path, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

const lineStartsOf = new WeakMap<SourceFile, readonly number[]>();

/** Offsets of the first unit of each line; `\n`, `\r\n` and a lone `\r` end a line. */
export function lineStarts(file: SourceFile): readonly number[] {
  let starts = lineStartsOf.get(file);
  if (starts === undefined) {
    starts = findLineStarts(file.text);
    lineStartsOf.set(file, starts);
  }
  return starts;
}

/** The line and column of an offset; offsets past the end give the end. */
export function positionAt(file: SourceFile, offset: number): Position {
  const starts = lineStarts(file);
  const line = lineAt(starts, offset);
  return { line, column: Math.min(offset, file.text.length) - (starts[line] ?? 0) };
}

/** The zero-based line that holds an offset, by where lines start. */
export function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The text of a zero-based line without its line end. */
export function lineText(file: SourceFile, line: number): string {
  const starts = lineStarts(file);
  const start = starts[line] ?? file.text.length;
  const end = starts[line + 1] ?? file.text.length;
  return file.text.slice(start, end).replace(/[\r\n]+$/, "");
}

/** The text a span covers. */
export function textOf(file: SourceFile, span: Span): string {
  return file.text.slice(span.start, span.end);
}

function findLineStarts(text: string): number[] {
  const starts = [0];
  for (let offset = 0; offset < text.length; offset++) {
    const unit = text.charCodeAt(offset);
    if (unit === 10 || (unit === 13 && text.charCodeAt(offset + 1) !== 10)) starts.push(offset + 1);
  }
  return starts;
}
