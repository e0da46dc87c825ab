import { escapeAttribute, escapeText } from "./escape_xml.ts";
import type { TextLayout } from "./text_layout.ts";
import type { NewElement } from "./write_xml.ts";

/** An element in the layout of the text that it is put into: at `indent`, or all on one line with null. */
export function printElement(
  { name, attributes, children }: NewElement,
  layout: TextLayout,
  indent: string | null,
): string {
  const tag = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${escapeAttribute(value)}"`,
  );
  const start = `<${name}${tag.join("")}`;
  if (children.length === 0) return `${start} />`;
  const hasText = children.some((child) => typeof child === "string");
  const inner = indent === null || hasText ? null : indent + layout.unit;
  const content = children.map((child) => {
    if (typeof child === "string") return escapeText(child).replaceAll("\n", layout.lineEnd);
    const printed = printElement(child, layout, inner);
    return inner === null ? printed : layout.lineEnd + inner + printed;
  });
  const end = inner === null ? "" : `${layout.lineEnd}${indent}`;
  return `${start}>${content.join("")}${end}</${name}>`;
}
