/** Source map, revision 3: one mapping a generated line, from the line's first column to a place in Haxe source. */
import type { Place } from "#compiler/emit/source_positions.ts";
import type { PrintedFunction } from "./print_function.ts";

/** The text of a source map while it is written, function by function. */
export class SourceMapWriter {
  readonly #sources = new Map<string, number>();
  readonly #mappings: string[] = [];
  #previous = { source: 0, line: 1, column: 1 };

  /** Lines without a place. */
  skip(count: number): void {
    if (count > 0) this.#mappings.push(";".repeat(count));
  }

  /** The lines of a function, whose mapped lines came from these places in the file. */
  add(fn: PrintedFunction, file: string, places: readonly Place[]): void {
    const [first] = places;
    const last = places.at(-1);
    if (first === undefined || last === undefined || first.line === 0) {
      this.skip(fn.lineCount);
      return;
    }
    const source = this.#numberOf(file);
    const { before, after } = innerMappings(fn, places);
    const { source: previous, line, column } = this.#previous;
    this.#mappings.push(
      before + segment(source - previous, first.line - line, first.column - column) + after,
    );
    this.#previous = { source, line: last.line, column: last.column };
  }

  finish(name: string): string {
    const head = JSON.stringify({
      version: 3,
      file: name,
      sources: [...this.#sources.keys()],
      names: [],
    });
    return `${head.slice(0, -1)},"mappings":"${this.#mappings.join("")}"}`;
  }

  #numberOf(file: string): number {
    let number = this.#sources.get(file);
    if (number === undefined) {
      number = this.#sources.size;
      this.#sources.set(file, number);
    }
    return number;
  }
}

/** A function's mappings but for the first, which depends on the function before. */
interface InnerMappings {
  readonly before: string;
  readonly after: string;
}

const known = new WeakMap<readonly Place[], InnerMappings>();

function innerMappings(fn: PrintedFunction, places: readonly Place[]): InnerMappings {
  let inner = known.get(places);
  if (inner === undefined) {
    inner = makeInnerMappings(fn, places);
    known.set(places, inner);
  }
  return inner;
}

function makeInnerMappings(
  { mapped, lineCount }: PrintedFunction,
  places: readonly Place[],
): InnerMappings {
  const [first = 0] = mapped;
  let text = "";
  let line = first;
  for (let index = 1; index < places.length; index++) {
    const [place, previous] = [places[index], places[index - 1]];
    const next = mapped[index] ?? line;
    if (place === undefined || previous === undefined) continue;
    text +=
      ";".repeat(next - line) +
      segment(0, place.line - previous.line, place.column - previous.column);
    line = next;
  }
  return { before: ";".repeat(first), after: text + ";".repeat(lineCount - line) };
}

function segment(source: number, line: number, column: number): string {
  return `A${base64Vlq(source)}${base64Vlq(line)}${base64Vlq(column)}`;
}

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Sign in the lowest bit, then five bits a digit, lowest first. */
function base64Vlq(value: number): string {
  let rest = value < 0 ? (-value << 1) | 1 : value << 1;
  let text = "";
  do {
    const digit = rest & 31;
    rest >>>= 5;
    text += digits[rest > 0 ? digit | 32 : digit];
  } while (rest > 0);
  return text;
}
