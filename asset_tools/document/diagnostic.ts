/** What an asset tool has to say about its input, as data. */
import { type Code, messages } from "./messages.ts";

/** A stretch of a text file; line and column count from 1, column and length in UTF-16 units. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

/**
 * Steps from the root of package.xml to an element or attribute: `scenes`, `scene:Main`, `entity:cube`, `@codeBehind`.
 * Fragments hold no positions, so what is found in them is first placed by such a path.
 */
export type ElementPath = readonly string[];

/** Another place that explains a problem: the first of two, an edge of a circle. */
export interface Related extends Place {
  readonly message: string;
  /** As in a diagnostic. */
  readonly element?: ElementPath;
  /** The line, after the one before if there is one, of a file that the tool does not read. */
  readonly excerpt?: readonly string[];
}

/** One problem. */
export interface Diagnostic extends Place {
  readonly code: Code;
  readonly severity: "error" | "warning";
  readonly message: string;
  readonly hint?: string;
  readonly related?: readonly Related[];
  /** Set while the line is not known yet; `line` is 0 then. */
  readonly element?: ElementPath;
}

/** What a compile function gives back: a value unless there are errors. */
export interface Outcome<T> {
  readonly value?: T;
  readonly diagnostics: readonly Diagnostic[];
}

type Slots<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Slots<Rest>
  : never;

/** The arguments that the text of `C` demands. */
export type ArgumentsOf<C extends Code> = Readonly<
  Record<Slots<(typeof messages)[C]["text"]>, string | number>
>;

/** A problem at a place in a file. */
export function diagnostic<C extends Code>(
  code: C,
  place: Place,
  args: ArgumentsOf<C>,
  hint?: string,
): Diagnostic {
  const { severity, text } = messages[code];
  const message = text.replaceAll(/\{(\w+)\}/g, (_, slot: string) =>
    String((args as Readonly<Record<string, string | number>>)[slot]),
  );
  const { file, line, column, length } = place;
  return {
    code,
    severity,
    file,
    line,
    column,
    length,
    message,
    ...(hint !== undefined && { hint }),
  };
}

/** A problem in an element of package.xml whose line is not known here. */
export function elementDiagnostic<C extends Code>(
  code: C,
  file: string,
  element: ElementPath,
  args: ArgumentsOf<C>,
  hint?: string,
): Diagnostic {
  return { ...diagnostic(code, wholeFile(file), args, hint), element };
}

/** The same problem with places that explain it. */
export function withRelated(problem: Diagnostic, related: readonly Related[]): Diagnostic {
  return related.length === 0 ? problem : { ...problem, related };
}

/** A place that explains a problem. */
export function relatedPlace(message: string, place: Place): Related {
  const { file, line, column, length } = place;
  return { message, file, line, column, length };
}

/** Place of a problem that concerns a file as a whole. */
export function wholeFile(file: string): Place {
  return { file, line: 0, column: 0, length: 0 };
}

/** By file, line and column. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.toSorted(
    (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column,
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Whether any of them is an error. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((problem) => problem.severity === "error");
}

/** A finished value, or only what is wrong. */
export function outcome<T>(diagnostics: readonly Diagnostic[], value: () => T): Outcome<T> {
  return hasErrors(diagnostics) ? { diagnostics } : { value: value(), diagnostics };
}
