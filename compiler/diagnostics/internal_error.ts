/** Faults of the compiler itself, never of the program that is compiled. */
import { type Diagnostic, diagnostic } from "./diagnostic.ts";

/** A broken invariant. */
export class InternalError extends Error {
  override readonly name = "InternalError";
}

const HINT = "Report it together with the smallest program that shows it";

/** What is shown where the compiler throws: the error, and where in the compiler it happened. */
export function internalError(error: unknown, file: string): Diagnostic {
  const location = { file, span: { start: 0, end: 0 } };
  const detail = error instanceof Error ? error.message : String(error);
  const labels = placesOf(error).map((text) => ({ ...location, text }));
  return diagnostic("HX9001", location, { detail }, { labels, hint: HINT });
}

/** The innermost functions of the stack, by name and file, without the folder that this machine has them in. */
function placesOf(error: unknown): string[] {
  const stack = error instanceof Error ? (error.stack ?? "") : "";
  return [...stack.matchAll(/^ +at (\S+) \(.*?(?:\/|\\)([\w.]+:\d+):\d+\)$/gm)]
    .slice(0, 3)
    .map(([, name, place]) => `in ${name}, ${place}`);
}
