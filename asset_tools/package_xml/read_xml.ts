/**
 * Strict XML 1.0 with namespaces and positions. saxes refuses what is not well-formed and expands no entities of its
 * own; document types, other versions and other encodings are refused here, and depth and size are capped, so that no
 * input can cost more than its length. docs/decisions/0012_xml_reader.md says why saxes.
 */
import { SaxesParser } from "saxes";
import {
  type ArgumentsOf,
  type Diagnostic,
  diagnostic,
  wholeFile,
} from "../document/diagnostic.ts";
import type { Code } from "../document/messages.ts";
import { TextLines } from "./text_lines.ts";
import { XmlAttribute, XmlElement } from "./xml_element.ts";

export const MAX_XML_BYTES = 16 * 1024 * 1024;
export const MAX_XML_DEPTH = 64;

const DOCTYPE = "<!DOCTYPE";
/** What may stand before a document type: white space, comments and instructions, the declaration among them. */
const PROLOG = /^\uFEFF?(?:[ \t\r\n]|<!--[\s\S]*?-->|<\?[\s\S]*?\?>)*/;

/** The root element, or the one problem that stopped the reading. */
export type XmlResult = { readonly root: XmlElement } | { readonly problem: Diagnostic };

/** Decodes `bytes` as UTF-8 and reads them. */
export function readXmlBytes(bytes: Uint8Array, file: string): XmlResult {
  if (bytes.length > MAX_XML_BYTES) return tooLarge(bytes.length, file);
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return { problem: diagnostic("PK1005", wholeFile(file), {}) };
  }
  return readXml(text, file);
}

/** Reads `text` as one XML document; a byte order mark may come first. */
export function readXml(text: string, file: string): XmlResult {
  if (text.length > MAX_XML_BYTES) return tooLarge(text.length, file);
  try {
    return { root: new TreeBuilder(text, file).read() };
  } catch (error) {
    if (error instanceof Stop) return { problem: error.problem };
    throw error;
  }
}

function tooLarge(size: number, file: string): XmlResult {
  return { problem: diagnostic("PK1004", wholeFile(file), { size, limit: MAX_XML_BYTES }) };
}

/** Thrown inside the parser's callbacks to stop at the first error. */
class Stop extends Error {
  readonly problem: Diagnostic;

  constructor(problem: Diagnostic) {
    super(problem.message);
    this.problem = problem;
  }
}

/** An element that is being read. */
interface OpenElement {
  readonly name: string;
  readonly start: number;
  readonly contentStart: number;
  readonly attributes: readonly XmlAttribute[];
  readonly children: XmlElement[];
  text: string;
}

/** Makes a tree of the parser's events, which come when the parser stands behind what they are about. */
class TreeBuilder {
  readonly #text: string;
  readonly #file: string;
  readonly #lines: TextLines;
  readonly #parser = new SaxesParser({ position: true, xmlns: true });
  readonly #open: OpenElement[] = [];
  /** Of the start tag that is being read. */
  #attributes: XmlAttribute[] = [];
  #root: XmlElement | undefined;

  constructor(text: string, file: string) {
    this.#text = text;
    this.#file = file;
    this.#lines = new TextLines(text);
  }

  /** Six handlers, no more: V8 keeps a parser with seven as a dictionary, in which everything takes three times as long. */
  read(): XmlElement {
    const parser = this.#parser;
    this.#refuseDocumentType();
    const addText = (added: string): void => {
      const element = this.#open.at(-1);
      if (element) element.text += added;
    };
    parser.on("error", (error) => this.#fail(error));
    parser.on("attribute", ({ name, value }) => this.#attribute(name, value));
    parser.on("opentag", ({ name }) => this.#startTag(name));
    parser.on("text", addText);
    parser.on("cdata", addText);
    parser.on("closetag", ({ isSelfClosing }) => this.#endTag(isSelfClosing));
    parser.write(this.#text).close();
    return this.#root as XmlElement;
  }

  #stop<C extends Code>(code: C, start: number, end: number, args: ArgumentsOf<C>): never {
    const place = { file: this.#file, ...this.#lines.span(start, end) };
    throw new Stop(diagnostic(code, place, args));
  }

  #fail(error: Error): never {
    const at = Math.max(0, Math.min(this.#parser.position, this.#text.length) - 1);
    const problem = problemOf(error, this.#open.at(-1)?.children.at(-1)?.name);
    this.#stop("PK1001", at, at + 1, { problem });
  }

  /** A file is decoded as UTF-8 before its declaration is read, so another encoding would be a lie. */
  #checkDeclaration(): void {
    const { version, encoding } = this.#parser.xmlDecl;
    const start = this.#text.indexOf("<?xml");
    const end = this.#text.indexOf("?>") + 2;
    if (version !== undefined && version !== "1.0") {
      this.#stop("PK1006", start, end, { found: version });
    }
    if (encoding !== undefined && encoding.toLowerCase() !== "utf-8") {
      this.#stop("PK1007", start, end, { found: encoding });
    }
  }

  /** Nothing of a document type is read, not even to find its end. */
  #refuseDocumentType(): void {
    const start = PROLOG.exec(this.#text)?.[0].length ?? 0;
    if (this.#text.startsWith(DOCTYPE, start))
      this.#stop("PK1002", start, start + DOCTYPE.length, {});
  }

  #startTag(name: string): void {
    if (this.#open.length === 0) this.#checkDeclaration();
    const contentStart = this.#parser.position;
    // No attribute holds a `<`.
    const start = this.#text.lastIndexOf("<", contentStart - 1);
    if (this.#open.length >= MAX_XML_DEPTH) {
      this.#stop("PK1003", start, start + name.length + 1, { limit: MAX_XML_DEPTH });
    }
    const attributes = this.#attributes;
    this.#attributes = [];
    this.#open.push({ name, start, contentStart, attributes, children: [], text: "" });
  }

  #attribute(name: string, value: string): void {
    const text = this.#text;
    const end = this.#parser.position - 1;
    const start = text.lastIndexOf(text[end] as string, end - 1) + 1;
    const nameStart = text.lastIndexOf(name, start - 2);
    this.#attributes.push(new XmlAttribute(name, value, nameStart, start, end, this.#lines));
  }

  #endTag(isSelfClosing: boolean): void {
    const open = this.#open.pop() as OpenElement;
    const { start, contentStart } = open;
    const end = this.#parser.position;
    const contentEnd = isSelfClosing ? contentStart : this.#text.lastIndexOf("</", end - 1);
    const offsets = { start, contentStart, contentEnd, end };
    const { name, attributes, children, text } = open;
    const element = new XmlElement(name, attributes, children, text, offsets, this.#lines);
    const parent = this.#open.at(-1);
    if (parent) parent.children.push(element);
    else this.#root = element;
  }
}

/** The parser's message without its position, and with the tag that it has taken as closed by another's end. */
function problemOf(error: Error, closed: string | undefined): string {
  const text = error.message.replace(/^\d+:\d+: /, "").replace(/\.$/, "");
  if (text !== "unexpected close tag" || closed === undefined) return text;
  return `unexpected close tag, expected \`</${closed}>\``;
}
