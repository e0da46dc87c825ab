/** Collects diagnostics while work goes on. */
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
    return sorted.filter((problem, index) => !isSame(problem, sorted[index - 1]));
  }
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

/** By code unit, so that the order is the same in every locale. */
function compareText(first: string, second: string): number {
  if (first === second) return 0;
  return first < second ? -1 : 1;
}
