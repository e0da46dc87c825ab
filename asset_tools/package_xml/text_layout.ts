/** How a text is laid out in lines, so that what is put into it looks like what is there. */

const BLANK = /^[ \t]*$/;

/** The line end that a text uses first; a line feed in a text of one line. */
export function lineEndOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? "\n";
}

export class TextLayout {
  readonly text: string;
  readonly lineEnd: string;
  /** One step of indentation: that of the first line that has one. */
  readonly unit: string;

  constructor(text: string) {
    this.text = text;
    this.lineEnd = lineEndOf(text);
    this.unit = /[\r\n]([ \t]+)</.exec(text)?.[1] ?? "    ";
  }

  /** White space at the start of the line that holds `offset`. */
  indentOf(offset: number): string {
    return /^[ \t]*/.exec(this.text.slice(this.#lineStart(offset)))?.[0] ?? "";
  }

  /** Whether only white space is before `offset` on its line. */
  isFirstOnLine(offset: number): boolean {
    return BLANK.test(this.text.slice(this.#lineStart(offset), offset));
  }

  /** Whether only white space is behind `offset` on its line. */
  isLastOnLine(offset: number): boolean {
    return BLANK.test(this.text.slice(offset, this.endOfLine(offset)));
  }

  /** Of the line that holds `offset`, before its line end. */
  endOfLine(offset: number): number {
    const length = this.text.slice(offset).search(/[\r\n]/);
    return length < 0 ? this.text.length : offset + length;
  }

  /** Where the line before that of `offset` ends; the start of the text when there is none. */
  endOfLineBefore(offset: number): number {
    const start = this.#lineStart(offset);
    return this.text.slice(0, start).endsWith("\r\n") ? start - 2 : Math.max(0, start - 1);
  }

  #lineStart(offset: number): number {
    if (offset === 0) return 0;
    return (
      Math.max(this.text.lastIndexOf("\n", offset - 1), this.text.lastIndexOf("\r", offset - 1)) + 1
    );
  }
}
