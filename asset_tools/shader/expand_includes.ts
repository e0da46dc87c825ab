/**
 * `#include "file"` before anything else is done: one text, in which `#line LINE SOURCE` says before each part where it
 * is from. Conditions are the preprocessor's business, so a file counts as included wherever the line stands.
 */
import {
  type Diagnostic,
  diagnostic,
  type Place,
  type Related,
  relatedPlace,
  withRelated,
} from "../document/diagnostic.ts";
import { didYouMean } from "../document/suggest.ts";
import { type Token, tokenize } from "./glsl_tokens.ts";

/** A file that a shader may include, by the name `package:path`. */
export interface ShaderFile {
  /** Path in diagnostics. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

export interface ExpandedGlsl {
  readonly text: string;
  /** Path in diagnostics of each source, by the number that `#line` gives it. */
  readonly files: readonly string[];
  /** Where each source was first included from, outermost last; for the places around a problem. */
  readonly chains: readonly (readonly Related[])[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Most letters that includes may grow a shader to. */
const MAX_LENGTH = 1 << 22;

/** Expands the file called `name`; `known` are all files that it may include. */
export function expandIncludes(
  source: ShaderFile,
  name: string,
  known: ReadonlyMap<string, ShaderFile>,
): ExpandedGlsl {
  const expander = new Expander(known);
  const text = expander.expand(source, name, []);
  const { files, chains, diagnostics } = expander;
  return { text, files, chains, diagnostics };
}

/** A file that is being expanded, and the place of the line that goes on from it. */
interface Step {
  readonly name: string;
  readonly place: Place;
}

class Expander {
  readonly files: string[] = [];
  readonly chains: (readonly Related[])[] = [];
  readonly diagnostics: Diagnostic[] = [];
  readonly #known: ReadonlyMap<string, ShaderFile>;
  readonly #numbers = new Map<string, number>();
  #length = 0;
  #isTooLong = false;

  constructor(known: ReadonlyMap<string, ShaderFile>) {
    this.#known = known;
  }

  expand(source: ShaderFile, name: string, above: readonly Step[]): string {
    const number = this.#number(source, name, above);
    const text = new TextDecoder().decode(source.bytes).replaceAll("\r\n", "\n");
    this.#length += text.length;
    const parts: string[] = [];
    let copied = 0;
    let isOnce = false;
    for (const token of tokenize(text)) {
      if (token.kind !== "directive") continue;
      const place = placeOf(token, source.file);
      if (/^#\s*pragma\s+once\b/.test(token.text)) isOnce = true;
      else if (/^#\s*line\b/.test(token.text)) {
        this.diagnostics.push(diagnostic("AS3019", place, {}));
      } else if (/^#\s*include\b/.test(token.text)) {
        const included = this.#include(token.text, { name, place }, above);
        parts.push(text.slice(copied, token.offset));
        if (included !== undefined) parts.push(`${included}\n#line ${token.line} ${number}\n`);
        copied = token.offset + token.text.length;
      }
    }
    parts.push(text.slice(copied));
    const whole = above.length === 0 ? parts.join("") : `#line 1 ${number}\n${parts.join("")}`;
    if (!isOnce) return whole;
    const guard = `INCLUDED_ONCE_${number}`;
    return `#ifndef ${guard}\n#define ${guard}\n${whole}\n#endif`;
  }

  #number(source: ShaderFile, name: string, above: readonly Step[]): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    const number = this.files.push(source.file) - 1;
    this.#numbers.set(name, number);
    this.chains.push(
      above.map(({ place }) => relatedPlace("it is included from here", place)).reverse(),
    );
    return number;
  }

  /** The text of the file that a directive names; undefined once its problem is reported. */
  #include(directive: string, from: Step, above: readonly Step[]): string | undefined {
    const written = /^#\s*include\s+"([^"]+)"\s*(?:\/\/.*)?$/.exec(directive)?.[1];
    if (written === undefined) {
      this.diagnostics.push(diagnostic("AS3015", from.place, {}));
      return undefined;
    }
    const name = resolve(written, from.name);
    const found = this.#known.get(name);
    const steps = [...above, from];
    const start = steps.findIndex((step) => step.name === name);
    if (start >= 0) return this.#circle(name, steps.slice(start));
    if (found === undefined) return this.#missing(written, name, from);
    if (this.#length > MAX_LENGTH) {
      if (!this.#isTooLong) {
        this.diagnostics.push(diagnostic("AS3018", from.place, { limit: MAX_LENGTH }));
      }
      this.#isTooLong = true;
      return undefined;
    }
    return this.expand(found, name, steps);
  }

  #missing(written: string, name: string, from: Step): undefined {
    const own = from.name.slice(0, from.name.indexOf(":") + 1);
    const shown = name.startsWith(own) ? name.slice(own.length) : name;
    const hint =
      this.#near(name) ??
      `Add \`<include>${shown}</include>\` to \`<includes>\` of the shader in package.xml`;
    this.diagnostics.push(diagnostic("AS3016", from.place, { name: written }, hint));
  }

  /** A file whose last step is nearly that of `name`; the steps before it say too little. */
  #near(name: string): string | undefined {
    const fileName = (path: string): string =>
      path.slice(path.lastIndexOf("/") + 1).replace(/\.glsl$/, "");
    const near = [...this.#known.keys()].sort();
    const best = near.find((known) => didYouMean(fileName(name), [fileName(known)]) !== undefined);
    return best && `Did you mean \`${best}\`?`;
  }

  #circle(name: string, steps: readonly Step[]): undefined {
    const circle = [...steps.map((step) => step.name), name].join(" -> ");
    const last = steps.at(-1) as Step;
    const edges = steps
      .slice(0, -1)
      .map((step) => relatedPlace(`\`${step.name}\` includes the next`, step.place));
    this.diagnostics.push(withRelated(diagnostic("AS3017", last.place, { circle }), edges));
  }
}

/** `package:path` of what is written in the file called `from`: with a package, or beside that file. */
function resolve(written: string, from: string): string {
  if (written.includes(":")) return written;
  const colon = from.indexOf(":");
  const steps = from
    .slice(colon + 1)
    .split("/")
    .slice(0, -1);
  for (const step of written.split("/")) {
    if (step === "..") {
      // A path that leaves the package keeps its dots, and no file is called so.
      if (steps.length === 0 || steps.at(-1) === "..") steps.push("..");
      else steps.pop();
    } else if (step !== ".") steps.push(step);
  }
  return `${from.slice(0, colon + 1)}${steps.join("/")}`;
}

function placeOf(token: Token, file: string): Place {
  const { line, column } = token;
  return { file, line, column, length: token.text.length };
}
