/**
 * Scenes and prefabs as they are written. Values of components and parameters are still text: what type they must have
 * is known to the schema of the code, which the split does not see.
 */
import type { NamedBehaviors } from "./behavior_definition.ts";
import type { Defined, DefinitionKind } from "./defined.ts";

export type Triple = readonly [number, number, number];
export type Quadruple = readonly [number, number, number, number];

/** An axis that is null keeps the prefab's value, or the default where there is no prefab. */
export type PartialTriple = readonly [number | null, number | null, number | null];

/** What is written for each name. No XML name is a number, so the order is that of the file. */
export type Texts = Readonly<Record<string, string>>;

/** What can be said of an entity, whether it is new or a prefab's. What is left out is not in the object. */
export interface EntityParts {
  readonly name?: string;
  /** Class path of the behaviour, or its id in `<behaviors>` of this package, or `package.Id`. */
  readonly codeBehind?: string;
  readonly position?: PartialTriple;
  readonly rotation?: Quadruple;
  readonly scale?: PartialTriple;
  /** Fields by the element's name: `mesh`, `Health`, `game.Health`. */
  readonly components?: Readonly<Record<string, Texts>>;
  readonly removedComponents?: readonly string[];
  readonly params?: Texts;
  readonly children?: readonly EntityDefinition[];
}

/** An entity; with `prefab` an instance of that. */
export interface EntityDefinition extends EntityParts {
  readonly id: string;
  /** Qualified name. */
  readonly prefab?: string;
  readonly overrides?: readonly OverrideDefinition[];
  /** Paths of the prefab's entities that the instance does without. */
  readonly removed?: readonly string[];
}

/** What an instance says of an entity inside its prefab. */
export interface OverrideDefinition extends EntityParts {
  /** Ids from the instance down: `arm/rotor`. */
  readonly path: string;
}

/** Kinds of the assets that values may mean, by qualified name; filled by the split, which knows all packages. */
export type VisibleAssets = Readonly<Record<string, DefinitionKind>>;

interface SceneParts extends Defined {
  readonly assets: VisibleAssets;
  /** The behaviours that it names by an id; filled by the split too, and left out where there are none. */
  readonly behaviors?: NamedBehaviors;
}

export interface SceneDefinition extends SceneParts {
  readonly kind: "scene";
  readonly name: string;
  readonly entities: readonly EntityDefinition[];
}

/** An entity with all below it, to be put into scenes and into other prefabs. */
export interface PrefabDefinition extends SceneParts {
  readonly kind: "prefab";
  readonly root: EntityDefinition;
}
