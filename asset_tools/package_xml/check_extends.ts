/** Circles of materials that extend each other. Packages have none, so a circle is inside one. */
import {
  type Diagnostic,
  type ElementPath,
  elementDiagnostic,
  wholeFile,
  withRelated,
} from "../document/diagnostic.ts";
import { qualifiedName } from "./defined.ts";
import type { MaterialDefinition } from "./material_definition.ts";
import type { Definition } from "./model.ts";

/** One problem a circle, at the first of its materials. */
export function checkExtends(definitions: readonly Definition[], file: string): Diagnostic[] {
  const materials = new Map(
    definitions.flatMap((definition) =>
      definition.kind === "material" ? [[qualifiedName(definition), definition] as const] : [],
    ),
  );
  const seen = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  for (const start of materials.keys()) {
    const path: MaterialDefinition[] = [];
    let name: string | null = start;
    while (name !== null && !seen.has(name)) {
      seen.add(name);
      const material = materials.get(name);
      if (material === undefined) break;
      path.push(material);
      name = material.extends;
    }
    const from = path.findIndex((material) => qualifiedName(material) === name);
    if (from >= 0) diagnostics.push(circleOf(path.slice(from), file));
  }
  return diagnostics;
}

function circleOf(path: readonly MaterialDefinition[], file: string): Diagnostic {
  const [first] = path as [MaterialDefinition];
  const circle = [...path, first].map(({ id }) => id).join(" -> ");
  const problem = elementDiagnostic("AS4011", file, placeOf(first), { circle });
  const related = path.slice(1).map((material) => ({
    ...wholeFile(file),
    message: `\`${material.id}\` extends \`${material.extends}\``,
    element: placeOf(material),
  }));
  return withRelated(problem, related);
}

function placeOf({ id }: MaterialDefinition): ElementPath {
  return ["assets", `material:${id}`, "@extends"];
}
