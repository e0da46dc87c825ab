import type { Diagnostic } from "../document/diagnostic.ts";

/** Thrown for a command line or an input file that cannot be used. */
export class ActionError extends Error {
  readonly problem: Diagnostic | undefined;

  constructor(message: string, problem?: Diagnostic) {
    super(message);
    this.problem = problem;
  }
}
