/** What an attribute or the text of an element may hold: read, told to a person and said in XSD from one value. */
import type { ArgumentsOf } from "../../document/diagnostic.ts";
import type { Code } from "../../document/messages.ts";
import { didYouMean } from "../../document/suggest.ts";
import type { DefinitionKind } from "../defined.ts";
import type { Span } from "../text_lines.ts";

/** A text with its place: an attribute's value or an element's content. */
export interface Value {
  readonly text: string;
  readonly span: Span;
}

/** An asset that a value names. */
export interface Use {
  readonly kind: DefinitionKind;
  /** `package.Name`. */
  readonly name: string;
  /** Where it stands. */
  readonly value: Value;
}

/** A file that a value names. */
export interface FileUse {
  readonly package: string;
  /** Below the package's folder. */
  readonly path: string;
  /** Where it stands. */
  readonly value: Value;
}

/** What reading a value may need to know, and where it says what it found. */
export interface ValueContext {
  /** Short names of assets are of this package. */
  readonly packageId: string;
  report<C extends Code>(code: C, span: Span, args: ArgumentsOf<C>, hint?: string): void;
  use(use: Use): void;
  useFile(use: FileUse): void;
}

/** A simple type of XML Schema: white space is collapsed, and one of the words or the pattern fits. */
export interface XsdFacets {
  readonly words?: readonly string[];
  /** In the part of regular expressions that JavaScript and XML Schema share. */
  readonly pattern?: string;
}

export interface ValueType<T> {
  /** What may be written, as Markdown for the reference. */
  readonly values: string;
  readonly xsd: XsdFacets;
  /** Stands in for what is missing or wrong, so that reading goes on. */
  readonly fallback: T;
  /** The value, or undefined once it has been reported what is wrong. */
  readonly parse: (value: Value, context: ValueContext) => T | undefined;
  /** The text that is read as `value`. */
  format(value: T): string;
}

/** Any text. */
export const text: ValueType<string> = {
  values: "text",
  xsd: {},
  fallback: "",
  parse: (value) => value.text,
  format: (value) => value,
};

/** `true` or `false`. */
export const bool: ValueType<boolean> = mapped(
  oneOf(["false", "true"]),
  (name) => name === "true",
  (value) => (value ? "true" : "false"),
);

/** A name of `table`. */
export function keyOf<T extends object>(table: T): ValueType<keyof T & string> {
  return oneOf(Object.keys(table) as (keyof T & string)[]);
}

/** One of `names`; the first stands in for a wrong one. */
export function oneOf<T extends string>(names: readonly T[]): ValueType<T> {
  const expected = `one of ${quoted(names).join(", ")}`;
  return {
    values: quoted(names).join(" "),
    xsd: { words: names },
    fallback: names[0] as T,
    parse(value, context) {
      const known = names.find((name) => name === value.text);
      if (known === undefined) {
        const args = { expected, found: value.text };
        context.report("PK2006", value.span, args, didYouMean(value.text, names));
      }
      return known;
    },
    format: (name) => name,
  };
}

/** What `pattern` fits whole; `expected` completes "Expected ...". */
export function pattern<T>(
  source: string,
  expected: string,
  fallback: T,
  convert: (text: string) => T | undefined,
): ValueType<T> {
  const whole = new RegExp(`^(?:${source})$`);
  return {
    values: expected,
    xsd: { pattern: source },
    fallback,
    parse(value, context) {
      const found = whole.test(value.text) ? convert(value.text) : undefined;
      if (found === undefined)
        context.report("PK2006", value.span, { expected, found: value.text });
      return found;
    },
    format: (found) => String(found),
  };
}

/** The same texts with other words for the reference. */
export function described<T>(type: ValueType<T>, values: string): ValueType<T> {
  return { ...type, values };
}

function mapped<From, To>(
  type: ValueType<From>,
  convert: (from: From) => To,
  back: (to: To) => From,
): ValueType<To> {
  return {
    ...type,
    fallback: convert(type.fallback),
    parse(value, context) {
      const found = type.parse(value, context);
      return found === undefined ? undefined : convert(found);
    },
    format: (value) => type.format(back(value)),
  };
}

function quoted(names: readonly string[]): string[] {
  return names.map((name) => `\`${name}\``);
}
