/** What scenes and prefabs name that only their compilation can tell from other text. */
import type { BehaviorDefinition, NamedBehaviors } from "./behavior_definition.ts";
import type { DefinitionKind } from "./defined.ts";
import type { PackageIndex } from "./model.ts";
import type {
  EntityDefinition,
  EntityParts,
  PrefabDefinition,
  SceneDefinition,
  VisibleAssets,
} from "./scene_definition.ts";
import { isReference, qualify } from "./schema/name_types.ts";

/** Calls `visit` with everything in the definition that says something of an entity. */
export function visitEntities(
  definition: SceneDefinition | PrefabDefinition,
  visit: (parts: EntityParts) => void,
): void {
  const visitParts = (parts: EntityParts): void => {
    visit(parts);
    for (const child of parts.children ?? []) visitEntity(child);
  };
  const visitEntity = (entity: EntityDefinition): void => {
    visitParts(entity);
    for (const override of entity.overrides ?? []) visitParts(override);
  };
  const entities = definition.kind === "prefab" ? [definition.root] : definition.entities;
  for (const entity of entities) visitEntity(entity);
}

/**
 * Every text that names an asset, with the asset's kind. A fragment that carries it can be compiled without the packages'
 * indexes, and stays equal when an asset is added that it does not name.
 */
export function visibleAssets(
  definition: SceneDefinition | PrefabDefinition,
  packages: ReadonlyMap<string, PackageIndex>,
): VisibleAssets {
  const kinds = new Map<string, DefinitionKind>();
  for (const { id, ids } of packages.values())
    for (const asset of ids) kinds.set(`${id}.${asset.id}`, asset.kind);
  const found = new Set<string>();
  const look = (text: string, owner = definition.package): void => {
    const name = isReference(text) ? qualify(text, owner) : text;
    if (kinds.has(name)) found.add(name);
  };
  visitEntities(definition, ({ components = {}, params = {} }) => {
    for (const fields of [...Object.values(components), params])
      for (const text of Object.values(fields)) look(text);
  });
  for (const [name, { params }] of Object.entries(namedBehaviors(definition, packages)))
    for (const { default: text } of params) if (text !== null) look(text, packageOf(name));
  const entries = [...found].toSorted().map((name) => [name, kinds.get(name)] as const);
  return Object.fromEntries(entries) as VisibleAssets;
}

/** The behaviours that the definition names by an id. A class path that is none is left to the code. */
export function namedBehaviors(
  definition: SceneDefinition | PrefabDefinition,
  packages: ReadonlyMap<string, PackageIndex>,
): NamedBehaviors {
  const found: Record<string, BehaviorDefinition> = {};
  visitEntities(definition, ({ codeBehind }) => {
    if (codeBehind === undefined) return;
    const name = qualify(codeBehind, definition.package);
    const behavior = packages
      .get(packageOf(name))
      ?.behaviors?.find(({ id }) => name === `${packageOf(name)}.${id}`);
    if (behavior) found[name] = behavior;
  });
  const names = Object.keys(found).toSorted();
  return Object.fromEntries(names.map((name) => [name, found[name] as BehaviorDefinition]));
}

function packageOf(name: string): string {
  return name.slice(0, name.indexOf("."));
}
