/** package.xml as a tree in which everything knows where it stands. */

/** A stretch of the text; line and column count from 1, all in UTF-16 units. */
export interface Span {
  readonly offset: number;
  readonly length: number;
  readonly line: number;
  readonly column: number;
}

export interface XmlAttribute {
  readonly name: string;
  readonly value: string;
  readonly nameSpan: Span;
  /** Between the quotes, as written: entities count with all their letters. */
  readonly valueSpan: Span;
}

export interface XmlElement {
  readonly name: string;
  readonly nameSpan: Span;
  /** From `<` of the start tag to `>` of the end tag. */
  readonly span: Span;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlElement[];
  /** Own text without that of children, trimmed. */
  readonly text: string;
  /** Content without surrounding white space; empty at the end of the start tag when there is none. */
  readonly textSpan: Span;
}

/** Value of an attribute, or undefined. */
export function attribute(element: XmlElement, name: string): XmlAttribute | undefined {
  return element.attributes.find((candidate) => candidate.name === name);
}
