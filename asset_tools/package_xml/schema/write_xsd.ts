/**
 * The descriptions as XML Schema 1.0 (https://www.w3.org/TR/xmlschema-1/), for editors. It says all of them but what it
 * cannot: that an element comes once where others come any number of times, the values of elements of any name, that ids
 * differ, and that what is named is there.
 */
import { type NewElement, newElement, writeXml } from "../write_xml.ts";
import type { ElementSchema, ValueField } from "./element_schema.ts";
import { listSchemas, type NamedSchema } from "./named_schemas.ts";
import type { XsdFacets } from "./value_type.ts";

/** The schema of files whose root is `root`. */
export function writeXsd(root: string, schema: ElementSchema): string {
  const schemas = listSchemas(root, schema).filter(({ element }) => element !== "*");
  const nameOf = new Map(schemas.map((entry) => [entry.schema, entry.name]));
  return writeXml(
    newElement(
      "xs:schema",
      { "xmlns:xs": "http://www.w3.org/2001/XMLSchema" },
      newElement("xs:element", { name: root, type: root }),
      ...schemas.flatMap((entry) => besideOthers(entry, nameOf)),
      ...schemas.flatMap((entry) => typesOf(entry, nameOf)),
    ),
  );
}

function typesOf(
  { name, schema }: NamedSchema,
  nameOf: ReadonlyMap<ElementSchema, string>,
): NewElement[] {
  const attributes = Object.entries(schema.attributes)
    // Those of XML Schema itself may stand anywhere and must not be declared.
    .filter(([attribute]) => !attribute.includes(":"))
    .map(([attribute, field]) => attributeOf(attribute, field));
  const documentation = annotation(schema.doc);
  if (schema.text === null) {
    const content = contentOf(schema, nameOf);
    return [newElement("xs:complexType", { name }, documentation, ...content, ...attributes)];
  }
  const text = simpleType(schema.text.xsd);
  const base = text ? `${name}.text` : "xs:string";
  const extension = newElement("xs:extension", { base }, ...attributes);
  return [
    ...(text ? [{ ...text, attributes: { name: base } }] : []),
    newElement(
      "xs:complexType",
      { name },
      documentation,
      newElement("xs:simpleContent", {}, extension),
    ),
  ];
}

/** Elements in any order: each once with `all`, which no list may be in; else any of them any number of times. */
function contentOf(
  schema: ElementSchema,
  nameOf: ReadonlyMap<ElementSchema, string>,
): NewElement[] {
  const fields = Object.entries(schema.children);
  const isOnceEach = schema.others === null && fields.every(([, field]) => field.kind !== "list");
  if (fields.length === 0 && schema.others === null) return [];
  const elements = fields.map(([name, field]) => {
    const occurrence: Record<string, string> =
      isOnceEach && !(field.kind === "value" && field.isNeeded) ? { minOccurs: "0" } : {};
    if (field.kind === "value") return valueElement(name, field, occurrence);
    const type = nameOf.get(field.kind === "list" ? field.schema() : field.schema) as string;
    return newElement("xs:element", { name, type, ...occurrence });
  });
  if (isOnceEach) return [newElement("xs:all", {}, ...elements)];
  const many = { minOccurs: "0", maxOccurs: "unbounded" };
  if (schema.others) {
    const wildcard = newElement("xs:any", { processContents: "lax", ...many });
    return [newElement("xs:sequence", {}, wildcard)];
  }
  return [newElement("xs:choice", many, ...elements)];
}

/**
 * A wildcard beside elements that it also fits is not allowed. One that is lax takes what is declared at the top as it is
 * declared there, so that is where children stand that have others of any name beside them.
 */
function besideOthers(
  { schema }: NamedSchema,
  nameOf: ReadonlyMap<ElementSchema, string>,
): NewElement[] {
  if (schema.others === null) return [];
  return Object.entries(schema.children).flatMap(([name, field]) => {
    if (field.kind === "value") return [];
    const type = nameOf.get(field.kind === "list" ? field.schema() : field.schema) as string;
    return newElement("xs:element", { name, type });
  });
}

function valueElement(
  name: string,
  field: ValueField,
  occurrence: Readonly<Record<string, string>>,
): NewElement {
  const type = simpleType(field.type.xsd);
  const attributes = { name, ...(type === undefined && { type: "xs:string" }), ...occurrence };
  return newElement("xs:element", attributes, fieldAnnotation(field), ...(type ? [type] : []));
}

function attributeOf(name: string, field: ValueField): NewElement {
  const type = simpleType(field.type.xsd);
  const attributes = {
    name,
    ...(type === undefined && { type: "xs:string" }),
    ...(field.isNeeded && { use: "required" }),
  };
  return newElement("xs:attribute", attributes, fieldAnnotation(field), ...(type ? [type] : []));
}

/** Undefined for any text. */
function simpleType({ words, pattern }: XsdFacets): NewElement | undefined {
  if (words === undefined && pattern === undefined) return undefined;
  const facets = [
    ...(words ?? []).map((value) => newElement("xs:enumeration", { value })),
    ...(pattern === undefined ? [] : [newElement("xs:pattern", { value: pattern })]),
  ];
  const restriction = newElement("xs:restriction", { base: "xs:token" }, ...facets);
  return newElement("xs:simpleType", {}, restriction);
}

function fieldAnnotation({ doc, without }: ValueField): NewElement {
  return annotation(without === "" ? doc : `${doc} (without it: ${without})`);
}

function annotation(text: string): NewElement {
  return newElement("xs:annotation", {}, newElement("xs:documentation", {}, text));
}
