/** What is wrong with an FBX file. Readers throw it; the edge turns it into a diagnostic with a place. */
import {
  type ArgumentsOf,
  type Diagnostic,
  diagnostic,
  type Place,
} from "../document/diagnostic.ts";
import type { Code } from "../document/messages.ts";

/** Messages of the FBX reader. */
export type FbxCode = Extract<Code, `AS26${string}`>;

export class FbxProblem extends Error {
  readonly diagnose: (locate: Locate) => Diagnostic;

  constructor(diagnose: (locate: Locate) => Diagnostic) {
    super("FBX file cannot be read");
    this.diagnose = diagnose;
  }
}

/** From a byte offset to a place, and to the words for it where there are no lines. */
export type Locate = (offset: number) => { readonly place: Place; readonly at: string };

/** `args` without `at`, which follows from the offset. */
type ArgumentsBeside<C extends FbxCode> = Omit<ArgumentsOf<C>, "at">;

/** A problem at a byte offset, yet without a place. */
export function problemAt<C extends FbxCode>(
  code: C,
  offset: number,
  args: ArgumentsBeside<C>,
  hint?: string,
): (locate: Locate) => Diagnostic {
  return (locate) => {
    const { place, at } = locate(offset);
    return diagnostic(code, place, { ...args, at } as unknown as ArgumentsOf<C>, hint);
  };
}

/** Stops reading. */
export function fail<C extends FbxCode>(
  code: C,
  offset: number,
  args: ArgumentsBeside<C>,
  hint?: string,
): never {
  throw new FbxProblem(problemAt(code, offset, args, hint));
}

/** Places in a binary file are byte offsets. */
export function locateInBinary(file: string): Locate {
  const place = { file, line: 0, column: 0, length: 0 };
  return (offset) => ({ place, at: ` at byte ${offset}` });
}

/** Places in a text are lines and columns. */
export function locateInText(file: string, bytes: Uint8Array): Locate {
  return (offset) => {
    let line = 1;
    let start = 0;
    for (
      let feed = bytes.indexOf(0x0a);
      feed >= 0 && feed < offset;
      feed = bytes.indexOf(0x0a, start)
    ) {
      line++;
      start = feed + 1;
    }
    const before = new TextDecoder().decode(bytes.subarray(start, offset));
    return { place: { file, line, column: before.length + 1, length: 1 }, at: "" };
  };
}
