/**
 * Changes to a package.xml that a person wrote, for tools: a slider changes one value, an inspector adds an element. An edit
 * is one stretch of the text; every other byte stays, comments, line ends and byte order mark with it.
 */
import {
  type Diagnostic,
  type ElementPath,
  elementDiagnostic,
  type Outcome,
} from "../document/diagnostic.ts";
import { escapeAttribute, escapeText, isXmlText } from "./escape_xml.ts";
import { printElement } from "./print_element.ts";
import { readXml } from "./read_xml.ts";
import { lineEndOf, TextLayout } from "./text_layout.ts";
import { trimSpace, trimSpaceEnd, trimSpaceStart } from "./white_space.ts";
import type { NewElement } from "./write_xml.ts";
import { attribute, type XmlElement } from "./xml_element.ts";

/** What to change; elements are named by their path from the root, such as `scenes`, `scene:Main`, `entity:cube`. */
export type XmlEdit =
  /** Gives an attribute a value, or takes the attribute away with null. */
  | {
      readonly kind: "attribute";
      readonly element: ElementPath;
      readonly name: string;
      readonly value: string | null;
    }
  /** Gives an element without children another text. */
  | { readonly kind: "text"; readonly element: ElementPath; readonly text: string }
  /** Puts a new element behind all that is in `element`, or before the child number `before`. */
  | {
      readonly kind: "insert";
      readonly element: ElementPath;
      readonly child: NewElement;
      readonly before?: number;
    }
  | { readonly kind: "remove"; readonly element: ElementPath };

/** Units `start` to before `end` become `text`. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The change that makes `edit` in the text of `file`. */
export function editXml(text: string, file: string, edit: XmlEdit): Outcome<TextChange> {
  const xml = readXml(text, file);
  if ("problem" in xml) return { diagnostics: [xml.problem] };
  const problem = (code: "PK4001" | "PK4002" | "PK4003"): Outcome<never> => ({
    diagnostics: [problemOf(code, file, edit.element)],
  });
  const element = findElement(xml.root, edit.element);
  if (element === undefined) return problem("PK4001");
  switch (edit.kind) {
    case "attribute":
      if (!isXmlText(edit.value ?? "") || !isName(edit.name)) return problem("PK4003");
      return done(changeAttribute(text, element, edit.name, edit.value));
    case "text":
      if (!isXmlText(edit.text)) return problem("PK4003");
      if (element.children.length > 0) return problem("PK4002");
      return done(changeText(text, element, edit.text));
    case "insert":
      if (!isWritable(edit.child)) return problem("PK4003");
      return done(insertChild(text, element, edit.child, edit.before));
    case "remove":
      if (element === xml.root) return problem("PK4001");
      return done(removeElement(text, element));
  }
}

/** The text with a change made. */
export function applyChange(text: string, { start, end, text: inserted }: TextChange): string {
  return text.slice(0, start) + inserted + text.slice(end);
}

function done(value: TextChange): Outcome<TextChange> {
  return { value, diagnostics: [] };
}

function problemOf(
  code: "PK4001" | "PK4002" | "PK4003",
  file: string,
  element: ElementPath,
): Diagnostic {
  return elementDiagnostic(code, file, element, { path: element.join("/") });
}

/** The element at the end of a path: `name` is the first child of that name, `name:id` the one with that id. */
function findElement(root: XmlElement, path: ElementPath): XmlElement | undefined {
  let element: XmlElement | undefined = root;
  for (const step of path) {
    const [name, id] = step.split(":") as [string, string | undefined];
    element = element?.children.find(
      (child) => child.name === name && (id === undefined || attribute(child, "id")?.value === id),
    );
  }
  return element;
}

function changeAttribute(
  text: string,
  element: XmlElement,
  name: string,
  value: string | null,
): TextChange {
  const found = attribute(element, name);
  if (found && value !== null) {
    const quote = text[found.valueEnd] as string;
    return { start: found.valueStart, end: found.valueEnd, text: escapeAttribute(value, quote) };
  }
  if (found) {
    const before = trimSpaceEnd(text.slice(0, found.nameStart)).length;
    return { start: before, end: found.valueEnd + 1, text: "" };
  }
  const at = endOfAttributes(element);
  return { start: at, end: at, text: value === null ? "" : ` ${name}="${escapeAttribute(value)}"` };
}

/** Behind the name and all attributes of the start tag. */
function endOfAttributes(element: XmlElement): number {
  const last = element.attributes.at(-1);
  return last ? last.valueEnd + 1 : element.start + 1 + element.name.length;
}

function changeText(source: string, element: XmlElement, text: string): TextChange {
  const content = escapeText(text).replaceAll("\n", lineEndOf(source));
  if (isSelfClosed(element)) return openUp(element, content);
  const { start, end } = textStretch(source, element);
  return { start, end, text: content };
}

/** From the first to the last letter of an element's text; comments around them stay. */
function textStretch(source: string, element: XmlElement): { start: number; end: number } {
  const pieces = source
    .slice(element.contentStart, element.contentEnd)
    .matchAll(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>|[^<]+/g);
  const texts = [...pieces]
    .filter(([piece]) => !/^<[!?](?!\[CDATA)/.test(piece) && trimSpace(piece) !== "")
    .map(({ index, 0: piece }) => ({
      start: element.contentStart + index + piece.length - trimSpaceStart(piece).length,
      end: element.contentStart + index + trimSpaceEnd(piece).length,
    }));
  const start = texts[0]?.start ?? element.contentStart;
  return { start, end: texts.at(-1)?.end ?? start };
}

function insertChild(
  text: string,
  parent: XmlElement,
  child: NewElement,
  before: number | undefined,
): TextChange {
  const layout = new TextLayout(text);
  const next = before === undefined ? undefined : parent.children[before];
  if (next) {
    const indent = layout.indentOf(next.start);
    const isOwnLine = layout.isFirstOnLine(next.start);
    const printed = printElement(child, layout, isOwnLine ? indent : null);
    const gap = isOwnLine ? layout.lineEnd + indent : "";
    return { start: next.start, end: next.start, text: printed + gap };
  }
  const outer = layout.indentOf(parent.start);
  const first = parent.children[0];
  const isInline = first !== undefined && !layout.isFirstOnLine(first.start);
  const indent = isInline ? null : first ? layout.indentOf(first.start) : outer + layout.unit;
  const printed = printElement(child, layout, indent);
  const lead = indent === null ? "" : layout.lineEnd + indent;
  if (isSelfClosed(parent)) return openUp(parent, `${lead}${printed}${layout.lineEnd}${outer}`);
  const end =
    parent.contentStart + trimSpaceEnd(text.slice(parent.contentStart, parent.contentEnd)).length;
  const isEmpty = end === parent.contentStart && parent.contentEnd === end;
  return { start: end, end, text: lead + printed + (isEmpty ? layout.lineEnd + outer : "") };
}

/** With the line that it has for itself, if it has one. */
function removeElement(text: string, { start, end }: XmlElement): TextChange {
  const layout = new TextLayout(text);
  if (!layout.isFirstOnLine(start) || !layout.isLastOnLine(end)) return { start, end, text: "" };
  return { start: layout.endOfLineBefore(start), end: layout.endOfLine(end), text: "" };
}

function isSelfClosed(element: XmlElement): boolean {
  return element.contentStart === element.end;
}

/** `<a b="c" />` to `<a b="c">content</a>`. */
function openUp(element: XmlElement, content: string): TextChange {
  const text = `>${content}</${element.name}>`;
  return { start: endOfAttributes(element), end: element.end, text };
}

function isWritable({ name, attributes, children }: NewElement): boolean {
  return (
    isName(name) &&
    Object.entries(attributes).every(([key, value]) => isName(key) && isXmlText(value)) &&
    children.every((child) => (typeof child === "string" ? isXmlText(child) : isWritable(child)))
  );
}

/** Names of package.xml are of these letters alone. */
function isName(name: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_.-]*$/.test(name);
}
