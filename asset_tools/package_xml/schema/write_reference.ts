/** The descriptions as a Markdown reference. */
import type { ElementSchema, ValueField } from "./element_schema.ts";
import { listSchemas, type NamedSchema } from "./named_schemas.ts";

/** Every element below `root` with its attributes and children, in the order of the file. */
export function writeReference(root: string, schema: ElementSchema): string {
  const schemas = listSchemas(root, schema);
  return `# Elements of package.xml

Written from the descriptions that the reader uses, as is [package.xsd](package.xsd). [package_xml.md](package_xml.md) says what
it all is for.

${schemas.map((entry) => section(entry)).join("\n")}`;
}

function section({ element, parent, schema }: NamedSchema): string {
  const place = parent === undefined ? "" : ` in \`<${parent}>\``;
  const title = element === "*" ? `Any element${place}` : `\`<${element}>\`${place}`;
  const parts = [
    `## ${title}`,
    schema.doc,
    ...(schema.text ? [`Its text: ${schema.text.values}.`] : []),
    ...table("attribute", Object.entries(schema.attributes)),
    ...table("element", valueChildren(schema)),
    ...inside(schema),
  ];
  return `${parts.join("\n\n")}\n`;
}

function valueChildren(schema: ElementSchema): [string, ValueField][] {
  return Object.entries(schema.children).flatMap(([name, field]) =>
    field.kind === "value" ? [[name, field] as [string, ValueField]] : [],
  );
}

function table(what: string, fields: readonly (readonly [string, ValueField])[]): string[] {
  if (fields.length === 0) return [];
  const rows = fields.map(([name, { type, doc, isNeeded, without }]) => {
    const otherwise = isNeeded ? "needed" : without === "" ? "nothing" : without;
    return `| \`${name}\` | ${[type.values, otherwise, doc].map(cell).join(" | ")} |`;
  });
  return [
    `| ${what} | values | without it | what it is |\n| --- | --- | --- | --- |\n${rows.join("\n")}`,
  ];
}

/** What elements are inside, and how many. */
function inside({ children, others }: ElementSchema): string[] {
  const names = (wanted: "list" | "once"): string =>
    Object.entries(children)
      .filter(([, { kind }]) => kind !== "value" && (kind === "list") === (wanted === "list"))
      .map(([name]) => `\`<${name}>\``)
      .join(" ");
  const once = names("once");
  const many = names("list");
  return [
    ...(once === "" ? [] : [`Once each: ${once}.`]),
    ...(many === "" ? [] : [`Any number: ${many}.`]),
    ...(others ? [`Elements of any ${once === "" ? "" : "other "}name, each once.`] : []),
  ];
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}
