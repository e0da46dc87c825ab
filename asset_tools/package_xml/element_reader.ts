/** Reads elements by a schema: what is unknown, missing, doubled or ill-typed becomes a diagnostic at its place. */
import { type ArgumentsOf, type Diagnostic, diagnostic } from "../document/diagnostic.ts";
import type { Code } from "../document/messages.ts";
import { didYouMean } from "../document/suggest.ts";
import { attribute, type Span, type XmlElement } from "./xml_element.ts";

/** A text with its place: an attribute's value or an element's content. */
export interface Value {
  readonly text: string;
  readonly span: Span;
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

export class ElementReader {
  readonly file: string;
  readonly diagnostics: Diagnostic[] = [];

  constructor(file: string) {
    this.file = file;
  }

  report<C extends Code>(code: C, span: Span, args: ArgumentsOf<C>, hint?: string): void {
    this.diagnostics.push(diagnostic(code, { file: this.file, ...span }, args, hint));
  }

  /** Reports attributes that are not in `allowed`. */
  attributes(element: XmlElement, allowed: readonly string[]): void {
    for (const { name, nameSpan } of element.attributes) {
      if (allowed.includes(name)) continue;
      const hint = didYouMean(name, allowed) ?? listHint("attributes", allowed);
      this.report("PK2002", nameSpan, { name, element: element.name }, hint);
    }
  }

  /** Children by name; those not in `allowed` are reported, and text between them. */
  children(element: XmlElement, allowed: readonly string[]): XmlElement[] {
    if (element.text !== "") this.report("PK2007", element.textSpan, { element: element.name });
    return element.children.filter((child) => {
      if (allowed.includes(child.name)) return true;
      const hint = didYouMean(child.name, allowed) ?? listHint("elements", allowed);
      this.report("PK2001", child.nameSpan, { name: child.name, parent: element.name }, hint);
      return false;
    });
  }

  /** Children of which each may be there once. */
  fields(element: XmlElement, allowed: readonly string[]): Map<string, XmlElement> {
    const fields = new Map<string, XmlElement>();
    for (const child of this.children(element, allowed)) {
      if (fields.has(child.name)) this.report("PK2005", child.nameSpan, { name: child.name });
      else fields.set(child.name, child);
    }
    return fields;
  }

  /** Content of an element that has only text. */
  text(element: XmlElement): Value {
    this.attributes(element, []);
    this.children({ ...element, text: "" }, []);
    return { text: element.text, span: element.textSpan };
  }

  /** As `text`, of a child that need not be there. */
  content(element: XmlElement | undefined): Value | undefined {
    return element && this.text(element);
  }

  /** An attribute's value, or undefined. */
  optional(element: XmlElement, name: string): Value | undefined {
    const found = attribute(element, name);
    return found && { text: found.value, span: found.valueSpan };
  }

  /** An attribute's value; reports a missing one. */
  required(element: XmlElement, name: string): Value | undefined {
    const value = this.optional(element, name);
    if (!value) this.report("PK2003", element.nameSpan, { element: element.name, name });
    return value;
  }

  /** One of `names`. */
  oneOf<T extends string>(value: Value | undefined, names: readonly T[], otherwise: T): T {
    if (value === undefined) return otherwise;
    const known = names.find((name) => name === value.text);
    if (known !== undefined) return known;
    const expected = `one of ${names.map((name) => `\`${name}\``).join(", ")}`;
    this.report(
      "PK2006",
      value.span,
      { expected, found: value.text },
      didYouMean(value.text, names),
    );
    return otherwise;
  }

  bool(value: Value | undefined, otherwise: boolean): boolean {
    return this.oneOf(value, ["true", "false"], otherwise ? "true" : "false") === "true";
  }

  number(value: Value | undefined, otherwise: number): number {
    if (value === undefined) return otherwise;
    const parsed = parseNumbers(value.text);
    if (parsed?.length === 1) return parsed[0] as number;
    this.report("PK2006", value.span, { expected: "a number", found: value.text });
    return otherwise;
  }

  /** `count` numbers separated by spaces. */
  numbers(value: Value, count: number): number[] | undefined {
    const parsed = parseNumbers(value.text);
    if (parsed?.length === count) return parsed;
    this.report("PK2006", value.span, { expected: `${count} numbers`, found: value.text });
    return undefined;
  }
}

/** Numbers separated by white space, or undefined when any word is not a finite decimal number. */
export function parseNumbers(text: string): number[] | undefined {
  const words = text.split(/\s+/);
  if (!words.every((word) => NUMBER.test(word) && Number.isFinite(Number(word)))) return undefined;
  // `+ 0` turns -0, which JSON cannot hold, into 0.
  return words.map((word) => Number(word) + 0);
}

function listHint(what: string, names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  return `Known ${what}: ${names.map((name) => `\`${name}\``).join(", ")}`;
}
