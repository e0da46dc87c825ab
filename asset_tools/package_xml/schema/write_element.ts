/** The way back: from what the reader would give to the element that it would read. */
import { type NewElement, newElement } from "../write_xml.ts";
import type { ChildElement, ElementSchema, ValueField } from "./element_schema.ts";

/** What an element is made of: a reading, of which all that is as without it may be left out. */
export type Writing<S> =
  S extends ElementSchema<infer A, infer C, infer T>
    ? { readonly [N in keyof A]?: FieldWriting<A[N]> } & {
        readonly [N in keyof C]?: FieldWriting<C[N]>;
      } & { readonly content?: T; readonly elements?: readonly NewElement[] }
    : never;

type FieldWriting<F> =
  F extends ValueField<infer T> ? T : F extends ChildElement<infer S> ? Writing<S> | null : never;

/** An element of that name. Values that are as without them are not written. */
export function writeElement<S extends ElementSchema>(
  name: string,
  schema: S,
  writing: Writing<S>,
): NewElement {
  const values = writing as Readonly<Record<string, unknown>>;
  const attributes: Record<string, string> = {};
  for (const [key, field] of Object.entries(schema.attributes)) {
    const value = textOf(field, values[key]);
    if (value !== undefined) attributes[key] = value;
  }
  const children: (NewElement | string)[] = [];
  for (const [key, field] of Object.entries(schema.children)) {
    if (field.kind === "list") continue;
    const child =
      field.kind === "value"
        ? valueChild(key, field, values[key])
        : childOf(key, field, values[key]);
    if (child) children.push(child);
  }
  children.push(...((values["elements"] ?? []) as readonly NewElement[]));
  const text = schema.text?.format(values["content"]) ?? "";
  return newElement(name, attributes, ...children, ...(text === "" ? [] : [text]));
}

function valueChild(name: string, field: ValueField, value: unknown): NewElement | undefined {
  const text = textOf(field, value);
  return text === undefined ? undefined : newElement(name, {}, ...(text === "" ? [] : [text]));
}

/** A group with nothing in it is as none at all; a child says something by being there. */
function childOf(name: string, field: ChildElement, value: unknown): NewElement | undefined {
  if (value === null || value === undefined) return undefined;
  const child = writeElement(name, field.schema, value);
  const isEmpty = child.children.length === 0 && Object.keys(child.attributes).length === 0;
  return field.kind === "group" && isEmpty ? undefined : child;
}

function textOf({ type, isNeeded, otherwise }: ValueField, value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  const text = type.format(value);
  const isAsWithout =
    !isNeeded && otherwise !== null && otherwise !== undefined && text === type.format(otherwise);
  return isAsWithout ? undefined : text;
}
