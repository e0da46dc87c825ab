import type { Definition } from "./model.ts";
import { textureSources } from "./texture_definition.ts";

/** The files that a definition's action reads, below the package's folder, in the order in which it is given them. */
export function definitionSources(definition: Definition): string[] {
  if (definition.kind === "texture") return textureSources(definition.parts);
  if (!("source" in definition)) return [];
  return [definition.source, ...("data" in definition ? definition.data : [])];
}
