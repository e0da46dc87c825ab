/** Source map, revision 3: one mapping a generated line, from the line's first column to a place in Haxe source. */
import type { MappedLine } from "./line_writer.ts";

export function sourceMap(name: string, lines: readonly MappedLine[]): string {
  const sources = [...new Set(lines.filter((line) => line.line > 0).map((line) => line.file))];
  const indexes = new Map(sources.map((source, index) => [source, index]));
  let previous = { source: 0, line: 0, column: 0 };
  const mappings = lines.map((entry) => {
    if (entry.line === 0) return "";
    const place = {
      source: indexes.get(entry.file) as number,
      line: entry.line - 1,
      column: Math.max(0, entry.column - 1),
    };
    const segment = [
      0,
      place.source - previous.source,
      place.line - previous.line,
      place.column - previous.column,
    ];
    previous = place;
    return segment.map(base64Vlq).join("");
  });
  return JSON.stringify({
    version: 3,
    file: name,
    sources,
    names: [],
    mappings: mappings.join(";"),
  });
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
