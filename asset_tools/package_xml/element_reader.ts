/** Reads elements by their descriptions: what is unknown, missing, doubled or ill-typed becomes a diagnostic at its place. */
import {
  type ArgumentsOf,
  type Diagnostic,
  diagnostic,
  relatedPlace,
  withRelated,
} from "../document/diagnostic.ts";
import type { Code } from "../document/messages.ts";
import { didYouMean } from "../document/suggest.ts";
import { AttributeValue, ContentValue } from "./placed_value.ts";
import {
  type ElementSchema,
  fieldsOf,
  type Reading,
  type ValueField,
} from "./schema/element_schema.ts";
import type { FileUse, Use, Value, ValueContext } from "./schema/value_type.ts";
import type { Span } from "./text_lines.ts";
import { isSpace } from "./white_space.ts";
import { attribute, type XmlElement } from "./xml_element.ts";

export class ElementReader implements ValueContext {
  readonly file: string;
  readonly diagnostics: Diagnostic[] = [];
  /** Every asset that was named, in the order of the file. */
  readonly uses: Use[] = [];
  /** Every file that was named, likewise. */
  readonly files: FileUse[] = [];
  /** Known once the root's id is read. */
  packageId = "";

  constructor(file: string) {
    this.file = file;
  }

  report<C extends Code>(code: C, span: Span, args: ArgumentsOf<C>, hint?: string): void {
    this.diagnostics.push(diagnostic(code, { file: this.file, ...placeOf(span) }, args, hint));
  }

  /** As `report`, of what was there before at `first`. */
  reportAgain<C extends Code>(code: C, span: Span, args: ArgumentsOf<C>, first: Span): void {
    const problem = diagnostic(code, { file: this.file, ...placeOf(span) }, args);
    const other = relatedPlace("the first is here", { file: this.file, ...placeOf(first) });
    this.diagnostics.push(withRelated(problem, [other]));
  }

  use(use: Use): void {
    this.uses.push(use);
  }

  useFile(use: FileUse): void {
    this.files.push(use);
  }

  /** Reads `element` by its schema; without one, everything is as if it were empty and nothing is missed. */
  read<S extends ElementSchema>(element: XmlElement | undefined, schema: S): Reading<S> {
    const reading: Record<string, unknown> = {};
    if (element) this.#checkNames(element, schema);
    const { attributes, children } = fieldsOf(schema);
    for (const [name, field] of attributes) {
      reading[name] = this.#attribute(element, name, field);
    }
    const elements = element ? this.#children(element, schema) : [];
    for (const [name, field] of children) {
      if (field.kind === "list") continue;
      const found = elements.find((candidate) => candidate.name === name);
      if (field.kind === "value") reading[name] = this.#textChild(element, found, name, field);
      else if (field.kind === "group") reading[name] = this.read(found, field.schema);
      else reading[name] = found ? this.read(found, field.schema) : null;
    }
    reading["content"] = element && schema.text ? this.#content(element, schema.text) : undefined;
    reading["elements"] = elements.filter(({ name }) => {
      const isKnown = Object.hasOwn(schema.children, name);
      return !isKnown || schema.children[name]?.kind === "list";
    });
    return reading as Reading<S>;
  }

  /** Text of an attribute with its place. */
  value(element: XmlElement, name: string): Value | undefined {
    const found = attribute(element, name);
    return found && new AttributeValue(found);
  }

  /** Reports attributes that the schema does not have, and text where none may be. */
  #checkNames(element: XmlElement, schema: ElementSchema): void {
    for (const { name, nameSpan } of element.attributes) {
      if (schema.isOpen || Object.hasOwn(schema.attributes, name)) continue;
      const known = Object.keys(schema.attributes);
      const hint = didYouMean(name, known) ?? listHint("attributes", known);
      this.report("PK2002", nameSpan, { name, element: element.name }, hint);
    }
    if (schema.text === null && !isSpace(element.rawText))
      this.report("PK2007", element.textSpan, { element: element.name });
  }

  #attribute(element: XmlElement | undefined, name: string, field: ValueField): unknown {
    if (element === undefined) return field.otherwise;
    const value = this.value(element, name);
    if (value) return field.type.parse(value, this) ?? field.otherwise;
    if (field.isNeeded) this.report("PK2003", element.nameSpan, { element: element.name, name });
    return field.otherwise;
  }

  #textChild(
    parent: XmlElement | undefined,
    element: XmlElement | undefined,
    name: string,
    field: ValueField,
  ): unknown {
    if (element) return this.#textOnly(element, field);
    if (parent && field.isNeeded)
      this.report("PK2004", parent.nameSpan, { element: parent.name, name });
    return field.otherwise;
  }

  #textOnly(element: XmlElement, field: ValueField): unknown {
    const schema = {
      doc: "",
      attributes: {},
      children: {},
      text: field.type,
      others: null,
      isOpen: false,
    };
    this.#checkNames(element, schema);
    this.#children(element, schema);
    const value = field.type.parse(new ContentValue(element), this);
    return value ?? field.otherwise;
  }

  #content(element: XmlElement, type: ValueField["type"]): unknown {
    const value = type.parse(new ContentValue(element), this);
    return value ?? type.fallback;
  }

  /** Children that the schema knows, those that may be there once only once; the others are reported. */
  #children(element: XmlElement, schema: ElementSchema): XmlElement[] {
    const seen = new Map<string, XmlElement>();
    return element.children.filter((child) => {
      const { name } = child;
      const isKnown = Object.hasOwn(schema.children, name);
      if (isKnown && schema.children[name]?.kind === "list") return true;
      if (!isKnown && schema.others === null) {
        const known = Object.keys(schema.children);
        const hint = didYouMean(name, known) ?? listHint("elements", known);
        this.report("PK2001", child.nameSpan, { name, parent: element.name }, hint);
        return false;
      }
      const first = seen.get(name);
      if (first) this.reportAgain("PK2005", child.nameSpan, { name }, first.nameSpan);
      else seen.set(name, child);
      return first === undefined;
    });
  }
}

function placeOf({ line, column, length }: Span): Omit<Span, "offset"> {
  return { line, column, length };
}

function listHint(what: string, names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  return `Known ${what}: ${names.map((name) => `\`${name}\``).join(", ")}`;
}
