/** package.xml as a tree in which everything knows where it stands. */
import type { Span, TextLines } from "./text_lines.ts";
import { trimSpace } from "./white_space.ts";

/** An attribute; offsets are of the text as written. */
export class XmlAttribute {
  readonly name: string;
  readonly value: string;
  readonly nameStart: number;
  readonly valueStart: number;
  readonly valueEnd: number;
  readonly lines: TextLines;

  constructor(
    name: string,
    value: string,
    nameStart: number,
    valueStart: number,
    valueEnd: number,
    lines: TextLines,
  ) {
    this.name = name;
    this.value = value;
    this.nameStart = nameStart;
    this.valueStart = valueStart;
    this.valueEnd = valueEnd;
    this.lines = lines;
  }

  get nameSpan(): Span {
    return this.lines.span(this.nameStart, this.nameStart + this.name.length);
  }

  /** Between the quotes, as written: entities count with all their letters. */
  get valueSpan(): Span {
    return this.lines.span(this.valueStart, this.valueEnd);
  }
}

/** An element. Lines and columns are found when they are asked for: a good file needs none. */
export class XmlElement {
  readonly name: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlElement[];
  /** Own text without that of children, with the white space around it. */
  readonly rawText: string;
  /** Of `<` of the start tag. */
  readonly start: number;
  /** Behind `>` of the start tag. */
  readonly contentStart: number;
  /** Of `</` of the end tag; that of `contentStart` when the element is `<closed/>` in itself. */
  readonly contentEnd: number;
  /** Behind `>` of the end tag. */
  readonly end: number;
  readonly lines: TextLines;

  constructor(
    name: string,
    attributes: readonly XmlAttribute[],
    children: readonly XmlElement[],
    rawText: string,
    offsets: {
      readonly start: number;
      readonly contentStart: number;
      readonly contentEnd: number;
      readonly end: number;
    },
    lines: TextLines,
  ) {
    this.name = name;
    this.attributes = attributes;
    this.children = children;
    this.rawText = rawText;
    this.start = offsets.start;
    this.contentStart = offsets.contentStart;
    this.contentEnd = offsets.contentEnd;
    this.end = offsets.end;
    this.lines = lines;
  }

  /** Own text, without white space around it. */
  get text(): string {
    return trimSpace(this.rawText);
  }

  get nameSpan(): Span {
    return this.lines.span(this.start + 1, this.start + 1 + this.name.length);
  }

  /** From `<` of the start tag to `>` of the end tag. */
  get span(): Span {
    return this.lines.span(this.start, this.end);
  }

  /** Content without surrounding white space; empty at the end of the start tag when there is none. */
  get textSpan(): Span {
    const content = this.lines.text.slice(this.contentStart, this.contentEnd);
    const trimmed = trimSpace(content);
    const start = this.contentStart + (trimmed === "" ? 0 : content.indexOf(trimmed));
    return this.lines.span(start, start + trimmed.length);
  }
}

/** Value of an attribute, or undefined. */
export function attribute(element: XmlElement, name: string): XmlAttribute | undefined {
  return element.attributes.find((candidate) => candidate.name === name);
}
