/** A diagnostic is data; text, line and column appear only when it is rendered. */
import type { Span } from "#compiler/source/span.ts";
import { type DiagnosticCode, type MessageArgs, messageOf } from "./catalog.ts";
import { fillSlots, type Severity } from "./message.ts";

/** A place in a file, which is named by its path as diagnostics show it. */
export interface Location {
  readonly file: string;
  readonly span: Span;
}

/** A second place that explains the first. */
export interface Label extends Location {
  readonly text: string;
}

export interface Diagnostic extends Location {
  readonly code: DiagnosticCode;
  readonly args: Readonly<Record<string, string | number>>;
  readonly labels: readonly Label[];
  /** A sentence that starts with a verb and says what to do. */
  readonly hint: string | null;
}

export interface Explanation {
  readonly labels?: readonly Label[];
  readonly hint?: string | null;
}

/** Makes a diagnostic; the arguments are checked against the slots of the catalogue's text. */
export function diagnostic<Code extends DiagnosticCode>(
  code: Code,
  location: Location,
  args: MessageArgs<Code>,
  explanation: Explanation = {},
): Diagnostic {
  return {
    code,
    args,
    file: location.file,
    span: location.span,
    labels: explanation.labels ?? [],
    hint: explanation.hint ?? null,
  };
}

/** The message with its arguments filled in. */
export function textOfDiagnostic(problem: Diagnostic): string {
  return fillSlots(messageOf(problem.code).text, problem.args);
}

export function severityOf(problem: Diagnostic): Severity {
  return messageOf(problem.code).severity;
}
