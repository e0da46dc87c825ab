/** The lines of a file that a problem is shown in. */
import type { Place } from "./diagnostic.ts";

/** Text of a file for the excerpt; undefined when it is not at hand. */
export type SourceText = (file: string) => string | undefined;

/** Longer lines are shown around the place alone. */
const WIDEST = 160;

/** A place that may bring its lines along, for a file that is not at hand. */
type ShownPlace = Place & { readonly excerpt?: readonly string[] };

export class Excerpts {
  readonly #source: SourceText;
  readonly #lines = new Map<string, readonly string[] | undefined>();

  constructor(source: SourceText) {
    this.#source = source;
  }

  /** The line of a place with marks below it, after the line before; nothing where the text is not at hand. */
  at({ file, line, column, length, excerpt }: ShownPlace): string[] {
    if (line === 0) return [];
    const lines = this.#linesOf(file);
    const text = lines?.[line - 1] ?? excerpt?.at(-1);
    if (text === undefined) return [];
    const width = String(line).length;
    const row = (number: number, content: string): string =>
      ` ${String(number).padStart(width)} | ${content}`.trimEnd();
    const before = lines ? lines[line - 2] : excerpt?.at(-2);
    const first = text.length <= WIDEST ? 0 : Math.max(0, column - 1 - WIDEST / 2);
    const shown = clipped(text, first);
    // Tabs stay tabs, so that the carets stand below the text whatever the tab width.
    const indent = shown.slice(0, column - 1 - first).replaceAll(/[^\t]/g, " ");
    const room = shown.length - indent.length;
    const carets = "^".repeat(Math.max(1, Math.min(length, room)));
    return [
      ...(before === undefined ? [] : [row(line - 1, clipped(before, 0))]),
      row(line, shown),
      ` ${" ".repeat(width)} | ${indent}${carets}`,
    ];
  }

  #linesOf(file: string): readonly string[] | undefined {
    if (!this.#lines.has(file)) this.#lines.set(file, this.#source(file)?.split(/\r\n|\n|\r/));
    return this.#lines.get(file);
  }
}

function clipped(text: string, first: number): string {
  return text.slice(first, first + WIDEST);
}
