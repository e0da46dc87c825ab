/** Assets that nothing names. What only code asks for says so itself, with `keep`: no tool reads the code for names. */
import { type Diagnostic, diagnostic } from "../document/diagnostic.ts";
import { qualifiedName } from "./defined.ts";
import { locate } from "./locate.ts";
import { type Definition, indexOf } from "./model.ts";
import type { PackageSource } from "./order_packages.ts";
import { visibleAssets } from "./scene_references.ts";

/** A warning for each asset that no asset and no scene of all these packages names. Scenes are where games start, and
 * prefabs are what they add while they run. */
export function unusedAssets(packages: readonly PackageSource[]): Diagnostic[] {
  const used = new Set(
    packages.flatMap(({ uses }) => [...uses.values()].flat().map(({ name }) => name)),
  );
  const indexes = new Map(packages.map(({ model }) => [model.id, indexOf(model)]));
  for (const definition of packages.flatMap(({ model }) => model.definitions)) {
    if (definition.kind !== "scene" && definition.kind !== "prefab") continue;
    for (const name of Object.keys(visibleAssets(definition, indexes))) used.add(name);
  }
  return packages.flatMap((source) =>
    source.model.definitions
      .filter(
        (definition) =>
          definition.kind !== "scene" &&
          definition.kind !== "prefab" &&
          !source.kept.has(definition.id) &&
          !used.has(qualifiedName(definition)),
      )
      .map((definition) => unused(source, definition)),
  );
}

function unused({ file, root }: PackageSource, definition: Definition): Diagnostic {
  const { kind, id } = definition;
  const place = { file, ...locate(root, ["assets", `${kind}:${id}`, "@id"]) };
  const hint = 'Remove it, or write `keep="true"` on it if code asks for it by its name';
  return diagnostic("PK3010", place, { kind, name: qualifiedName(definition) }, hint);
}
