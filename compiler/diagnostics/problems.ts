/** Collects diagnostics while work goes on. */
import type { DiagnosticCode } from "./catalog.ts";
import { type Diagnostic, severityOf } from "./diagnostic.ts";

export class Problems {
  readonly #found: Diagnostic[] = [];

  add(problem: Diagnostic): void {
    this.#found.push(problem);
  }

  get hasErrors(): boolean {
    return this.#found.some((problem) => severityOf(problem) === "error");
  }

  get count(): number {
    return this.#found.length;
  }

  /** By file and position; what was reported twice appears once. */
  sorted(): Diagnostic[] {
    const sorted = this.#found.toSorted(
      (first, second) =>
        compareText(first.file, second.file) ||
        first.span.start - second.span.start ||
        first.span.end - second.span.end ||
        compareText(first.code, second.code),
    );
    return foldRepeated(sorted.filter((problem, index) => !isSame(problem, sorted[index - 1])));
  }
}

/** A name that a file does not know is one problem, however often the file uses it. */
const foldedCodes: ReadonlySet<DiagnosticCode> = new Set(["HX2001", "HX2004"]);

/** Keeps the first of those about the same name, and says where the next is and how many more there are. */
function foldRepeated(problems: readonly Diagnostic[]): Diagnostic[] {
  const groups = Map.groupBy(problems, (problem) =>
    foldedCodes.has(problem.code) ? JSON.stringify([problem.file, causeOf(problem)]) : problem,
  );
  return [...groups.values()].flatMap(([first, ...others]) => {
    const [second] = others;
    if (first === undefined || second === undefined) return first ?? [];
    const more = others.length === 1 ? "" : `, and ${others.length - 1} more times in this file`;
    const label = { file: second.file, span: second.span, text: `also here${more}` };
    return { ...first, labels: [...first.labels, label] };
  });
}

function isSame(problem: Diagnostic, previous: Diagnostic | undefined): boolean {
  return (
    previous !== undefined &&
    problem.code === previous.code &&
    problem.file === previous.file &&
    problem.span.start === previous.span.start &&
    problem.span.end === previous.span.end &&
    JSON.stringify(problem.args) === JSON.stringify(previous.args)
  );
}

/** An import that is missing is the cause for all that it would bring: a type and its constructors. */
function causeOf({ code, args, hint }: Diagnostic): unknown {
  return hint?.startsWith("Add `import ") ? hint : [code, args];
}

/** By code unit, so that the order is the same in every locale. */
function compareText(first: string, second: string): number {
  if (first === second) return 0;
  return first < second ? -1 : 1;
}
