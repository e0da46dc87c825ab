/** Values whose place is found when it is asked for: a good file needs none, and there are many. */
import type { Value } from "./schema/value_type.ts";
import type { Span } from "./text_lines.ts";
import type { XmlAttribute, XmlElement } from "./xml_element.ts";

/** What is between the quotes of an attribute. */
export class AttributeValue implements Value {
  readonly #attribute: XmlAttribute;

  constructor(attribute: XmlAttribute) {
    this.#attribute = attribute;
  }

  get text(): string {
    return this.#attribute.value;
  }

  get span(): Span {
    return this.#attribute.valueSpan;
  }
}

/** The text of an element. */
export class ContentValue implements Value {
  readonly text: string;
  readonly #element: XmlElement;

  constructor(element: XmlElement) {
    this.text = element.text;
    this.#element = element;
  }

  get span(): Span {
    return this.#element.textSpan;
  }
}
