/**
 * Puts prefabs in the place of their instances. What an instance says is laid over what the prefab says, innermost first:
 * axes of the transform, fields of components and parameters one by one; a new behaviour starts without parameters.
 */
import { type Diagnostic, elementDiagnostic } from "../document/diagnostic.ts";
import { didYouMean } from "../document/suggest.ts";
import type { Part } from "../fpkg/scene_data.ts";
import type {
  EntityDefinition,
  EntityParts,
  PartialTriple,
  PrefabDefinition,
  Quadruple,
  SceneDefinition,
  Texts,
  Triple,
} from "../package_xml/scene_definition.ts";
import { elementOf, inside, type Layer, type Origin } from "./origin.ts";

/** Texts of `<params>`, or of one of `<components>`, in an element that says something of an entity. */
export interface WrittenTexts {
  readonly texts: Texts;
  readonly origin: Origin;
}

/** What was written for a component or a behaviour, the outermost last, which wins. */
export type Layers = readonly WrittenTexts[];

export interface WrittenComponent {
  /** As the element is called. */
  readonly name: string;
  layers: Layers;
}

export interface WrittenName {
  readonly text: string;
  readonly origin: Origin;
}

/** An entity with all that was said of it. */
export interface ExpandedEntity {
  readonly id: string;
  /** Ids from the scene, or from the root of the prefab that is being compiled, joined by `/`. */
  readonly path: string;
  readonly origin: Origin;
  /** Empty where the id is its name too. */
  name: string;
  codeBehind: WrittenName | null;
  position: Triple;
  rotation: Quadruple;
  scale: Triple;
  components: WrittenComponent[];
  params: Layers;
  children: ExpandedEntity[];
  /** Row of the parent, once entities have rows. */
  parent: number;
  /** Once they have been typed. */
  parts: readonly Part[];
}

/** Prefabs in prefabs can double and double again: what comes of a small file has an end. */
export const MAX_ENTITIES = 200_000;

/** The roots of the definition; `prefabs` has all that it needs, by qualified name, without circles. */
export function expand(
  definition: SceneDefinition | PrefabDefinition,
  prefabs: ReadonlyMap<string, PrefabDefinition>,
  file: string,
): { readonly entities: ExpandedEntity[]; readonly diagnostics: readonly Diagnostic[] } {
  const expander = new Expander(prefabs, file);
  const isScene = definition.kind === "scene";
  const layer: Layer = { package: definition.package, root: isScene ? null : "", shownAt: null };
  const origin: Origin = { layer, parent: null, name: definition.kind, id: definition.id };
  const entities = isScene
    ? definition.entities.map((entity) =>
        expander.entity(entity, entity.id, inside(origin, "entity", entity.id)),
      )
    : [expander.entity(definition.root, "", origin)];
  return { entities: expander.isTooMuch ? [] : entities, diagnostics: expander.diagnostics };
}

const ZERO: Triple = [0, 0, 0];
const ONE: Triple = [1, 1, 1];
const NO_TURN: Quadruple = [0, 0, 0, 1];
const NOTHING: Layers = [];

class Expander {
  readonly diagnostics: Diagnostic[] = [];
  readonly #prefabs: ReadonlyMap<string, PrefabDefinition>;
  readonly #file: string;
  #count = 0;

  constructor(prefabs: ReadonlyMap<string, PrefabDefinition>, file: string) {
    this.#prefabs = prefabs;
    this.#file = file;
  }

  get isTooMuch(): boolean {
    return this.#count > MAX_ENTITIES;
  }

  entity(definition: EntityDefinition, path: string, origin: Origin): ExpandedEntity {
    const { id, prefab: name, overrides = [], removed = [] } = definition;
    const prefab = name === undefined ? undefined : this.#prefabs.get(name);
    const entity = prefab
      ? this.#instance(prefab, id, path, origin)
      : this.#plain(id, path, origin);
    this.#apply(entity, definition, origin);
    for (const override of overrides) {
      const place = inside(origin, "override", override.path);
      const found = this.#find(entity, override.path, name ?? "", place);
      if (found) this.#apply(found, override, place);
    }
    for (const path of removed) {
      const at = path.lastIndexOf("/");
      const place = inside(origin, "remove", path);
      const above = at < 0 ? entity : this.#find(entity, path.slice(0, at), name ?? "", place);
      const found = above && this.#find(above, path.slice(at + 1), name ?? "", place);
      if (above && found) above.children = above.children.filter((child) => child !== found);
    }
    return entity;
  }

  #plain(id: string, path: string, origin: Origin): ExpandedEntity {
    this.#count++;
    if (this.#count === MAX_ENTITIES + 1) {
      const args = { count: `${this.#count} or more`, limit: MAX_ENTITIES };
      this.diagnostics.push(elementDiagnostic("PK5012", this.#file, elementOf(origin), args));
    }
    return {
      id,
      path,
      origin,
      name: "",
      codeBehind: null,
      position: ZERO,
      rotation: NO_TURN,
      scale: ONE,
      components: [],
      params: NOTHING,
      children: [],
      parent: -1,
      parts: [],
    };
  }

  /** The prefab's own tree under the instance's id. */
  #instance(prefab: PrefabDefinition, id: string, path: string, origin: Origin): ExpandedEntity {
    if (this.isTooMuch) return this.#plain(id, path, origin);
    const layer = { package: prefab.package, root: path, shownAt: origin };
    const root: Origin = { layer, parent: null, name: "prefab", id: prefab.id };
    return this.entity({ ...prefab.root, id }, path, root);
  }

  #apply(entity: ExpandedEntity, parts: EntityParts, origin: Origin): void {
    const { codeBehind, components, params, removedComponents = [] } = parts;
    entity.name = parts.name ?? entity.name;
    if (codeBehind !== undefined) {
      if (entity.codeBehind?.text !== codeBehind) entity.params = NOTHING;
      entity.codeBehind = { text: codeBehind, origin };
    }
    entity.position = over(entity.position, parts.position);
    entity.rotation = parts.rotation ?? entity.rotation;
    entity.scale = over(entity.scale, parts.scale);
    for (const name of removedComponents) this.#removeComponent(entity, name, origin);
    for (const name in components) {
      const layer = { texts: components[name] as Texts, origin };
      const known = entity.components.find((component) => component.name === name);
      if (known) known.layers = [...known.layers, layer];
      else entity.components.push({ name, layers: [layer] });
    }
    if (params) entity.params = [...entity.params, { texts: params, origin }];
    if (parts.children) this.#addChildren(entity, parts.children, origin);
  }

  #removeComponent(entity: ExpandedEntity, name: string, origin: Origin): void {
    const left = entity.components.filter((component) => component.name !== name);
    if (left.length === entity.components.length) {
      const element = elementOf(origin, "components", "remove", "@component");
      const hint = didYouMean(
        name,
        left.map((component) => component.name),
      );
      const args = { entity: entity.id, name };
      this.diagnostics.push(elementDiagnostic("PK5011", this.#file, element, args, hint));
    }
    entity.components = left;
  }

  #addChildren(
    entity: ExpandedEntity,
    children: readonly EntityDefinition[],
    origin: Origin,
  ): void {
    const used = new Set(entity.children.map(({ id }) => id));
    for (const child of children) {
      const place = inside(origin, "entity", child.id);
      if (used.has(child.id)) {
        const args = { id: child.id };
        const element = elementOf(place, "@id");
        const hint = `Write \`<override path="${child.id}">\` to change that one`;
        this.diagnostics.push(elementDiagnostic("PK2009", this.#file, element, args, hint));
      }
      entity.children.push(this.entity(child, joinPath(entity.path, child.id), place));
    }
  }

  #find(
    entity: ExpandedEntity,
    path: string,
    prefab: string,
    place: Origin,
  ): ExpandedEntity | undefined {
    let found: ExpandedEntity | undefined = entity;
    for (const id of path.split("/")) found = found?.children.find((child) => child.id === id);
    if (found) return found;
    const element = elementOf(place, "@path");
    const hint = didYouMean(path, pathsBelow(entity, ""));
    this.diagnostics.push(elementDiagnostic("PK5002", this.#file, element, { prefab, path }, hint));
    return undefined;
  }
}

/** Paths of the entities below, from it down. */
function pathsBelow(entity: ExpandedEntity, path: string): string[] {
  return entity.children.flatMap((child) => {
    const own = joinPath(path, child.id);
    return [own, ...pathsBelow(child, own)];
  });
}

/** The path of an entity below another. */
export function joinPath(above: string, below: string): string {
  return above === "" ? below : `${above}/${below}`;
}

function over(below: Triple, above: PartialTriple | undefined): Triple {
  if (above === undefined) return below;
  return [above[0] ?? below[0], above[1] ?? below[1], above[2] ?? below[2]];
}
