/**
 * Where something in an expanded scene was written, and what names mean there. Steps are put together only when there is a
 * problem to place: a large scene has as many origins as entities.
 */
import type { ElementPath } from "../document/diagnostic.ts";

/** One definition, put at one place: a scene, or an instance of a prefab. */
export interface Layer {
  /** Short names of assets are of this package. */
  readonly package: string;
  /** Path of the entity that paths of entities start from; null for the scene itself. */
  readonly root: string | null;
  /** For a prefab: the instance, whose attribute `prefab` shows problems with the prefab's content. */
  readonly shownAt: Origin | null;
}

/** An element of a definition that says something of an entity. */
export interface Origin {
  readonly layer: Layer;
  /** The element around it; null for the definition itself. */
  readonly parent: Origin | null;
  /** Name of the element, such as `entity` or `override`. */
  readonly name: string;
  /** Its id or path. */
  readonly id: string;
}

/** The element inside another. */
export function inside(parent: Origin, name: string, id: string): Origin {
  return { layer: parent.layer, parent, name, id };
}

/** Steps from the root of the package.xml that is being compiled to something in the element. */
export function elementOf({ layer, parent, name, id }: Origin, ...steps: string[]): ElementPath {
  if (layer.shownAt !== null) return elementOf(layer.shownAt, "@prefab");
  const above = parent === null ? [`${name}s`] : elementOf(parent);
  return [...above, `${name}:${id}`, ...steps];
}
