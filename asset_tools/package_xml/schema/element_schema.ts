/**
 * Elements of package.xml as data. The reader, docs/package.xsd and docs/package_xml_reference.md all come from these
 * descriptions, so what one knows the others know.
 */
import type { XmlElement } from "../xml_element.ts";
import type { ValueType } from "./value_type.ts";

/** An attribute, or a child element that holds only text. */
export interface ValueField<T = unknown> {
  readonly kind: "value";
  readonly type: ValueType<unknown>;
  readonly doc: string;
  readonly isNeeded: boolean;
  /** What is read when it is missing or wrong. */
  readonly otherwise: T;
  /** The same in words; empty when it is needed. */
  readonly without: string;
}

/** A child element that may be there once. */
export interface ChildElement<S extends ElementSchema = ElementSchema, Absent = unknown> {
  readonly kind: "child" | "group";
  readonly schema: S;
  /** Only there to be inferred. */
  readonly absent?: Absent;
}

/** Child elements of one name, any number of them; a function, because elements may hold their own kind. */
export interface ElementList {
  readonly kind: "list";
  readonly schema: () => ElementSchema;
}

export type Attributes = Readonly<Record<string, ValueField>>;
export type Children = Readonly<Record<string, ValueField | ChildElement | ElementList>>;

export interface ElementSchema<A = Attributes, C = Children, T = unknown> {
  /** One sentence for the reference and for editors. */
  readonly doc: string;
  readonly attributes: A;
  readonly children: C;
  /** What its own text is; null when it has none. */
  readonly text: ValueType<T> | null;
  /** Children of any other name, each once; null when there are none. */
  readonly others: ElementSchema | null;
  /** Whether it may have attributes of other names too, with any text. */
  readonly isOpen: boolean;
}

/** What the reader makes of an element. */
export type Reading<S> =
  S extends ElementSchema<infer A, infer C, infer T>
    ? { readonly [N in keyof A]: FieldReading<A[N]> } & {
        readonly [N in keyof C]: FieldReading<C[N]>;
      } & { readonly content: T; readonly elements: readonly XmlElement[] }
    : never;

type FieldReading<F> =
  F extends ValueField<infer T>
    ? T
    : F extends ChildElement<infer S, infer Absent>
      ? Reading<S> | Absent
      : readonly XmlElement[];

/** Describes an element. A reading has its attributes and children by name, its text as `content`, the rest as `elements`. */
export function element<
  const A extends Attributes = Readonly<Record<never, never>>,
  const C extends Children = Readonly<Record<never, never>>,
  T = undefined,
>(description: {
  readonly doc: string;
  readonly attributes?: A;
  readonly children?: C;
  readonly text?: ValueType<T>;
  readonly others?: ElementSchema;
  readonly isOpen?: boolean;
}): ElementSchema<A, C, T> {
  const { doc, attributes, children, text, others, isOpen = false } = description;
  return {
    doc,
    attributes: attributes ?? ({} as A),
    children: children ?? ({} as C),
    text: text ?? null,
    others: others ?? null,
    isOpen,
  };
}

/** A value that must be there. */
export function needed<T>(type: ValueType<T>, doc: string): ValueField<T> {
  return { kind: "value", type, doc, isNeeded: true, otherwise: type.fallback, without: "" };
}

/** A value that may be left out and is `otherwise` then; `without` says so when the value itself does not. */
export function optional<T, const Absent extends T | null | undefined>(
  type: ValueType<T>,
  otherwise: Absent,
  doc: string,
  without = wordsFor(otherwise),
): ValueField<T | Absent> {
  return { kind: "value", type, doc, isNeeded: false, otherwise, without };
}

/** An element that may be there once; null when it is not. */
export function child<S extends ElementSchema>(schema: S): ChildElement<S, null> {
  return { kind: "child", schema };
}

/** An element that may be there once; without it all is read that is so without its values. */
export function group<S extends ElementSchema>(schema: S): ChildElement<S, never> {
  return { kind: "group", schema };
}

/** Elements of one name. */
export function list(schema: () => ElementSchema): ElementList {
  return { kind: "list", schema };
}

function wordsFor(value: unknown): string {
  return Array.isArray(value) ? value.join(" ") : String(value ?? "");
}

interface Fields {
  readonly attributes: readonly (readonly [string, Attributes[string]])[];
  readonly children: readonly (readonly [string, Children[string]])[];
}

/** Large scenes hold one kind of element many thousand times. */
const known = new WeakMap<ElementSchema, Fields>();

/** Attributes and children of a schema in their order. */
export function fieldsOf(schema: ElementSchema): Fields {
  const found = known.get(schema);
  if (found) return found;
  const attributes = Object.entries(schema.attributes);
  const fields = { attributes, children: Object.entries(schema.children) };
  known.set(schema, fields);
  return fields;
}
