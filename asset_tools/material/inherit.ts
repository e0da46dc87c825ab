import type { MaterialDefinition, MaterialProperty } from "../package_xml/material_definition.ts";

/** A material with all that its bases say. */
export interface WholeMaterial extends MaterialDefinition {
  /** Names of the properties that it says itself. */
  readonly own: ReadonlySet<string>;
}

/** Puts a material together; `bases` are nearest first. */
export function inherit(
  definition: MaterialDefinition,
  bases: readonly MaterialDefinition[],
): WholeMaterial {
  const chain = [definition, ...bases];
  const first = <K extends keyof MaterialDefinition>(key: K): MaterialDefinition[K] | null =>
    chain.find((material) => material[key] !== null)?.[key] ?? null;
  const properties = new Map<string, MaterialProperty>();
  for (const material of chain.toReversed()) {
    for (const property of material.properties) properties.set(property.name, property);
  }
  return {
    ...definition,
    shader: first("shader"),
    variant: first("variant"),
    cull: first("cull"),
    blend: first("blend"),
    depthTest: first("depthTest"),
    depthWrite: first("depthWrite"),
    properties: [...properties.values()],
    own: new Set(definition.properties.map(({ name }) => name)),
  };
}
