/** Lines of JavaScript modules back to Haxe source, for stack traces. */

export interface SourcePlace {
  readonly file: string;
  readonly line: number;
}

/** Places by script name and one-based line. Maps are decoded when the first trace asks for them. */
export class SourcePlaces {
  readonly #maps = new Map<string, string>();
  readonly #decoded = new Map<string, readonly (SourcePlace | null)[]>();

  /** Remembers the map of a module's text: the one given, else the one inside the text. */
  add(text: string, sourceMap: string | undefined): void {
    const name = /^\/\/# sourceURL=(.*)$/m.exec(text)?.[1];
    const map = sourceMap ?? inlineMap(text);
    if (name === undefined || map === null) return;
    this.#maps.set(name, map);
    this.#decoded.delete(name);
  }

  find(script: string, line: number): SourcePlace | null {
    const map = this.#maps.get(script);
    if (map === undefined) return null;
    let lines = this.#decoded.get(script);
    if (lines === undefined) {
      lines = decodeLines(map);
      this.#decoded.set(script, lines);
    }
    return lines[line - 1] ?? null;
  }
}

function inlineMap(text: string): string | null {
  const encoded = /^\/\/# sourceMappingURL=data:application\/json;base64,(.*)$/m.exec(text)?.[1];
  if (encoded === undefined) return null;
  return new TextDecoder().decode(Uint8Array.from(atob(encoded), (unit) => unit.charCodeAt(0)));
}

/** The place of each generated line's first mapping; numbers in a map are relative to those before. */
function decodeLines(sourceMap: string): (SourcePlace | null)[] {
  const { sources, mappings } = JSON.parse(sourceMap) as { sources: string[]; mappings: string };
  let source = 0;
  let line = 0;
  return mappings.split(";").map((segments) => {
    if (segments === "") return null;
    const [, sourceStep = 0, lineStep = 0] = decodeVlq(segments.split(",")[0] as string);
    source += sourceStep;
    line += lineStep;
    return { file: sources[source] as string, line: line + 1 };
  });
}

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

function decodeVlq(segment: string): number[] {
  const numbers: number[] = [];
  let value = 0;
  let shift = 0;
  for (const character of segment) {
    const digit = digits.indexOf(character);
    value |= (digit & 31) << shift;
    shift += 5;
    if (digit >= 32) continue;
    numbers.push(value & 1 ? -(value >> 1) : value >> 1);
    value = 0;
    shift = 0;
  }
  return numbers;
}
