/**
 * Where things are in a JSON text. `JSON.parse` gives the values, at its speed; this walk follows only when a message
 * needs a place, and finds the first mistake itself, as engines word and place it differently.
 */

/** A stretch of the text in UTF-16 units. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

export interface JsonMistake {
  readonly at: number;
  readonly problem: string;
}

/** Deeper than any glTF file, and shallow enough for every reader's stack. */
export const MAX_JSON_DEPTH = 200;

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})/y;
const WORD = /true|false|null/y;
const BLANKS = /[ \t\r\n]*/y;

/** The first place where `text` is no JSON value; undefined when it is one. */
export function findJsonMistake(text: string): JsonMistake | undefined {
  const walk = new Walk(text);
  try {
    walk.value([], 0);
    walk.end();
    return undefined;
  } catch (error) {
    if (error instanceof Mistake) return { at: error.at, problem: error.message };
    throw error;
  }
}

/** The value that a JSON pointer (RFC 6901) names, or the nearest one around it; `text` is valid JSON. */
export function locatePointer(text: string, pointer: string): TextRange {
  const steps = pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  const walk = new Walk(text);
  walk.value(steps, 0);
  return walk.found;
}

class Mistake extends Error {
  readonly at: number;

  constructor(at: number, problem: string) {
    super(problem);
    this.at = at;
  }
}

class Walk {
  readonly #text: string;
  #at = 0;
  #depth = 0;
  #foundDepth = -1;
  found: TextRange = { start: 0, end: 0 };

  constructor(text: string) {
    this.#text = text;
  }

  /** Walks over a value; `depth` steps of the pointer led here, or -1 for a value beside its way. */
  value(steps: readonly string[], depth: number): void {
    this.#skip(BLANKS);
    const start = this.#at;
    if (++this.#depth > MAX_JSON_DEPTH)
      throw new Mistake(start, `nested deeper than ${MAX_JSON_DEPTH}`);
    const first = this.#text[start];
    if (first === "{") this.#object(steps, depth);
    else if (first === "[") this.#array(steps, depth);
    else if (first === '"') this.#string();
    else if (!this.#skip(NUMBER) && !this.#skip(WORD)) this.#expected("a value");
    this.#depth--;
    if (depth <= this.#foundDepth) return;
    this.#foundDepth = depth;
    this.found = { start, end: this.#at };
  }

  end(): void {
    this.#skip(BLANKS);
    if (this.#at < this.#text.length) this.#expected("the end of the file");
  }

  #object(steps: readonly string[], depth: number): void {
    this.#at++;
    if (this.#takes("}")) return;
    do {
      this.#skip(BLANKS);
      const name = this.#string();
      if (!this.#takes(":")) this.#expected("`:`");
      this.value(steps, this.#next(steps, depth, name));
    } while (this.#takes(","));
    if (!this.#takes("}")) this.#expected("`,` or `}`");
  }

  #array(steps: readonly string[], depth: number): void {
    this.#at++;
    if (this.#takes("]")) return;
    let index = 0;
    do this.value(steps, this.#next(steps, depth, String(index++)));
    while (this.#takes(","));
    if (!this.#takes("]")) this.#expected("`,` or `]`");
  }

  #next(steps: readonly string[], depth: number, name: string): number {
    return depth >= 0 && steps[depth] === name ? depth + 1 : -1;
  }

  #string(): string {
    const start = this.#at;
    if (this.#text[start] !== '"') this.#expected("a name in double quotes");
    this.#at++;
    // Not by one pattern: a data URI may be longer than a pattern's stack.
    for (let code = this.#code(); code !== 0x22; code = this.#code()) {
      if (Number.isNaN(code)) throw new Mistake(start, "string is not closed");
      if (code < 0x20) throw new Mistake(this.#at, "control character in a string");
      if (code !== 0x5c) this.#at++;
      else if (!this.#skip(ESCAPE)) throw new Mistake(this.#at, "escape is not known");
    }
    this.#at++;
    return JSON.parse(this.#text.slice(start, this.#at)) as string;
  }

  #code(): number {
    return this.#text.charCodeAt(this.#at);
  }

  #takes(character: string): boolean {
    this.#skip(BLANKS);
    if (this.#text[this.#at] !== character) return false;
    this.#at++;
    return true;
  }

  #skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    if (!pattern.test(this.#text)) return false;
    this.#at = pattern.lastIndex;
    return true;
  }

  #expected(what: string): never {
    this.#skip(BLANKS);
    const found = this.#text.codePointAt(this.#at);
    const shown =
      found === undefined ? "the end of the file" : `\`${String.fromCodePoint(found)}\``;
    throw new Mistake(this.#at, `expected ${what}, found ${shown}`);
  }
}
