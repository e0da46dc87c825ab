/** Lines of JavaScript with indentation, each with the place in Haxe source that it came from. */
export interface MappedLine {
  readonly text: string;
  readonly file: string;
  /** One-based; 0 where there is no source. */
  readonly line: number;
  readonly column: number;
}

export class LineWriter {
  readonly lines: MappedLine[] = [];
  #indent = 0;
  #place = { file: "", line: 0, column: 0 };

  /** Lines from here on came from this place. */
  at(file: string, line: number, column: number): void {
    this.#place = { file, line, column };
  }

  write(text: string): void {
    this.lines.push({ text: "  ".repeat(this.#indent) + text, ...this.#place });
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
