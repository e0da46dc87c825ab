/** Lines and columns of a text, found when they are asked for. */

/** A stretch of the text; line and column count from 1, all in UTF-16 units. */
export interface Span {
  readonly offset: number;
  readonly length: number;
  readonly line: number;
  readonly column: number;
}

export class TextLines {
  readonly text: string;
  #starts: readonly number[] | undefined;

  constructor(text: string) {
    this.text = text;
  }

  /** The stretch from `start` to before `end`. */
  span(start: number, end: number): Span {
    this.#starts ??= lineStarts(this.text);
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] as number) <= start) low = middle;
      else high = middle - 1;
    }
    const column = start - (this.#starts[low] as number) + 1;
    return { offset: start, length: end - start, line: low + 1, column };
  }
}

/** Offset of every line's first unit; a line ends at a line feed, a carriage return, or both as one. */
function lineStarts(text: string): number[] {
  const starts = [0];
  for (const { index, 0: ending } of text.matchAll(/\r\n|\n|\r/g))
    starts.push(index + ending.length);
  return starts;
}
