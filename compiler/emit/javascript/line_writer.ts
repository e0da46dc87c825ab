/** Lines of JavaScript with indentation, and which of them came from which position in Haxe source. */
import type { Position } from "#compiler/ir/statement.ts";

export class LineWriter {
  readonly lines: string[] = [];
  /** Numbers, from 0, of the lines that came from Haxe source, and where each came from. */
  readonly mapped: number[] = [];
  readonly positions: Position[] = [];
  #indent = 0;
  #position: Position | null = null;

  /** Lines from here on came from this position. */
  at(position: Position): void {
    this.#position = position;
  }

  write(text: string): void {
    if (this.#position !== null) {
      this.mapped.push(this.lines.length);
      this.positions.push(this.#position);
    }
    this.lines.push(indentation(this.#indent) + text);
  }

  /** Writes `opening`, what `body` writes indented, and `closing`. */
  block(opening: string, body: () => void, closing = "}"): void {
    this.write(opening);
    this.#indent++;
    body();
    this.#indent--;
    this.write(closing);
  }
}

function indentation(depth: number): string {
  let text = indentations[depth];
  if (text === undefined) {
    text = "  ".repeat(depth);
    indentations[depth] = text;
  }
  return text;
}

const indentations: string[] = [];
