/** What a material's textures are, from the indexes, so that its action need not read their packages. */
import type { MaterialProperty } from "./material_definition.ts";
import type { Definition, PackageIndex } from "./model.ts";

/** A material with facts beside the textures it names; any other definition as it is. */
export function withTextureFacts(
  definition: Definition,
  packages: ReadonlyMap<string, PackageIndex>,
): Definition {
  if (definition.kind !== "material") return definition;
  const properties = definition.properties.map((property) => withFacts(property, packages));
  return { ...definition, properties };
}

function withFacts(
  property: MaterialProperty,
  packages: ReadonlyMap<string, PackageIndex>,
): MaterialProperty {
  const { name, value } = property;
  if (value.kind !== "texture") return property;
  const [packageId, id] = value.texture.split(".") as [string, string];
  const facts = packages.get(packageId)?.ids.find((candidate) => candidate.id === id)?.facts;
  return facts === undefined ? property : { name, value: { ...value, facts } };
}
