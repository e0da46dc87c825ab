/**
 * Strict XML with positions. saxes refuses what is not well-formed and expands no entities of its own; document
 * types are refused here, and depth and size are capped, so that no input can cost more than its length.
 */
import { SaxesParser } from "saxes";
import { type Diagnostic, diagnostic, wholeFile } from "../document/diagnostic.ts";
import type { Code } from "../document/messages.ts";
import type { Span, XmlAttribute, XmlElement } from "./xml_element.ts";

export const MAX_XML_BYTES = 16 * 1024 * 1024;
export const MAX_XML_DEPTH = 64;

/** The root element, or the one problem that stopped the reading. */
export type XmlResult = { readonly root: XmlElement } | { readonly problem: Diagnostic };

/** An element that is being read. */
interface OpenElement {
  readonly name: string;
  readonly start: number;
  readonly attributes: XmlAttribute[];
  readonly children: XmlElement[];
  text: string;
  contentStart: number;
}

/** Thrown inside the parser's callbacks to stop at the first error. */
class Stop extends Error {
  readonly problem: Diagnostic;

  constructor(problem: Diagnostic) {
    super(problem.message);
    this.problem = problem;
  }
}

/** Decodes `bytes` as UTF-8 and reads them. */
export function readXmlBytes(bytes: Uint8Array, file: string): XmlResult {
  if (bytes.length > MAX_XML_BYTES) {
    const limits = { size: bytes.length, limit: MAX_XML_BYTES };
    return { problem: diagnostic("PK1004", wholeFile(file), limits) };
  }
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return { problem: diagnostic("PK1005", wholeFile(file), {}) };
  }
  return readXml(text, file);
}

/** The parser's message without its position, and with the tag that it has taken as closed by another's end. */
function problemOf(error: Error, closed: string | undefined): string {
  const text = error.message.replace(/^\d+:\d+: /, "").replace(/\.$/, "");
  if (text !== "unexpected close tag" || closed === undefined) return text;
  return `unexpected close tag, expected \`</${closed}>\``;
}

/** Reads `text` as one XML document. */
export function readXml(text: string, file: string): XmlResult {
  if (text.length > MAX_XML_BYTES) {
    const limits = { size: text.length, limit: MAX_XML_BYTES };
    return { problem: diagnostic("PK1004", wholeFile(file), limits) };
  }
  const lines = lineStarts(text);
  const parser = new SaxesParser({ position: true });
  const open: OpenElement[] = [];
  let root: XmlElement | undefined;

  const span = (start: number, end: number): Span => spanAt(lines, start, end);
  const stop = (
    code: "PK1002" | Code,
    at: Span,
    args: Readonly<Record<string, string | number>>,
  ): never => {
    throw new Stop(diagnostic(code, { file, ...at }, args as never));
  };

  parser.on("error", (error) => {
    const at = Math.max(0, Math.min(parser.position, text.length) - 1);
    stop("PK1001", span(at, at + 1), {
      problem: problemOf(error, open.at(-1)?.children.at(-1)?.name),
    });
  });
  parser.on("doctype", () => {
    const start = text.lastIndexOf("<!DOCTYPE", parser.position);
    stop("PK1002", span(start, start + "<!DOCTYPE".length), {});
  });
  parser.on("opentagstart", (tag) => {
    const start = text.lastIndexOf(`<${tag.name}`, parser.position);
    if (open.length >= MAX_XML_DEPTH) {
      stop("PK1003", span(start, start + tag.name.length + 1), { limit: MAX_XML_DEPTH });
    }
    open.push({ name: tag.name, start, attributes: [], children: [], text: "", contentStart: 0 });
  });
  parser.on("attribute", ({ name, value }) => {
    const end = parser.position - 1;
    const start = text.lastIndexOf(text[end] as string, end - 1) + 1;
    const nameStart = text.lastIndexOf(name, start - 2);
    open.at(-1)?.attributes.push({
      name,
      value,
      nameSpan: span(nameStart, nameStart + name.length),
      valueSpan: span(start, end),
    });
  });
  parser.on("opentag", () => {
    (open.at(-1) as OpenElement).contentStart = parser.position;
  });
  const addText = (added: string): void => {
    const element = open.at(-1);
    if (element) element.text += added;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", (tag) => {
    const element = open.pop() as OpenElement;
    const end = parser.position;
    const contentEnd = tag.isSelfClosing ? element.contentStart : text.lastIndexOf("</", end - 1);
    const done = closeElement(element, text, span, contentEnd, end);
    const parent = open.at(-1);
    if (parent) parent.children.push(done);
    else root = done;
  });

  try {
    parser.write(text).close();
  } catch (error) {
    if (error instanceof Stop) return { problem: error.problem };
    throw error;
  }
  return { root: root as XmlElement };
}

function closeElement(
  element: OpenElement,
  text: string,
  span: (start: number, end: number) => Span,
  contentEnd: number,
  end: number,
): XmlElement {
  const { name, start, attributes, children, contentStart } = element;
  const content = text.slice(contentStart, contentEnd);
  const textStart =
    contentStart + (content.trim() === "" ? 0 : content.length - content.trimStart().length);
  return {
    name,
    nameSpan: span(start + 1, start + 1 + name.length),
    span: span(start, end),
    attributes,
    children,
    text: element.text.trim(),
    textSpan: span(textStart, textStart + content.trim().length),
  };
}

/** Offset of every line's first unit. */
function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

function spanAt(lines: readonly number[], start: number, end: number): Span {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle] as number) <= start) low = middle;
    else high = middle - 1;
  }
  return {
    offset: start,
    length: end - start,
    line: low + 1,
    column: start - (lines[low] as number) + 1,
  };
}
