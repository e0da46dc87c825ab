/** Writes new XML files; files that a person wrote are changed by edit_xml.ts, which keeps their form. */
import { XMLBuilder } from "fast-xml-parser";
import { escapeAttribute, escapeText } from "./escape_xml.ts";

/** An element to be written. */
export interface NewElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (NewElement | string)[];
}

/** An element with `attributes` in their order, and with elements or one text in it. */
export function newElement(
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly (NewElement | string)[]
): NewElement {
  return { name, attributes, children };
}

const ATTRIBUTES = ":@";
const TEXT = "#text";

/** Entities are written here: the builder knows none for line ends in attributes. */
const builder = new XMLBuilder({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  processEntities: false,
  suppressBooleanAttributes: false,
  suppressEmptyNode: true,
  format: true,
  indentBy: "    ",
});

/** The file with `root` in it, each element on its own line. */
export function writeXml(root: NewElement): string {
  const text: string = builder.build([nodeOf(root)]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${text.trim()}\n`;
}

function nodeOf({ name, attributes, children }: NewElement): Record<string, unknown> {
  const escaped = Object.entries(attributes).map(([key, value]) => [key, escapeAttribute(value)]);
  return {
    [name]: children.map((child) =>
      typeof child === "string" ? { [TEXT]: escapeText(child) } : nodeOf(child),
    ),
    [ATTRIBUTES]: Object.fromEntries(escaped),
  };
}
