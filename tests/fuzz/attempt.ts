/** Tries a text, and shows the smallest that one finds by taking lines away if the compiler throws. */
import type { ExecutionContext } from "ava";
import { exercise } from "./exercise.ts";

/** Fails the test with the text where the compiler throws. */
export function attempt(t: ExecutionContext, text: string, path = "Main.hx"): void {
  if (failure(text, path) === null) return;
  const smallest = shrink(text, (smaller) => failure(smaller, path) !== null);
  t.fail(`${failure(smallest, path)}\nfor ${path}:\n${JSON.stringify(smallest)}`);
}

function failure(text: string, path: string): string | null {
  try {
    exercise(text, path);
    return null;
  } catch (error) {
    const { message, stack = "" } = error as Error;
    return `${message}\n${stack.split("\n").slice(1, 5).join("\n")}`;
  }
}

/** Takes ever smaller runs of lines away as long as the text still fails. */
function shrink(text: string, fails: (smaller: string) => boolean): string {
  let lines = text.split("\n");
  for (let size = lines.length >> 1; size >= 1; size >>= 1) {
    for (let start = 0; start < lines.length; ) {
      const rest = lines.toSpliced(start, size);
      if (fails(rest.join("\n"))) lines = rest;
      else start += size;
    }
  }
  return lines.join("\n");
}
