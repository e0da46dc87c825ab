/** The descriptions below a root, each once, under a name of its own. */
import type { ElementSchema } from "./element_schema.ts";

export interface NamedSchema {
  /** Its element's name, after that of the element around it where several have that name. */
  readonly name: string;
  readonly element: string;
  /** Name of the element around it; undefined for the root. */
  readonly parent: string | undefined;
  readonly schema: ElementSchema;
}

/** In the order of the file: every element, then those inside it. Children of any name are `*`. */
export function listSchemas(root: string, schema: ElementSchema): readonly NamedSchema[] {
  const found = new Map<ElementSchema, Omit<NamedSchema, "name">>();
  visit(root, undefined, schema, found);
  const all = [...found.values()];
  return all.map((entry) => {
    const isAlone = all.filter(({ element }) => element === entry.element).length === 1;
    return { ...entry, name: isAlone ? entry.element : `${entry.parent}.${entry.element}` };
  });
}

function visit(
  element: string,
  parent: string | undefined,
  schema: ElementSchema,
  found: Map<ElementSchema, Omit<NamedSchema, "name">>,
): void {
  if (found.has(schema)) return;
  found.set(schema, { element, parent, schema });
  for (const [name, child] of Object.entries(schema.children)) {
    if (child.kind === "list") visit(name, element, child.schema(), found);
    else if (child.kind !== "value") visit(name, element, child.schema, found);
  }
  if (schema.others) visit("*", element, schema.others, found);
}
