/** Objects and what connects them, in one form for all versions. */
import type { FbxNode } from "./fbx_node.ts";
import type { FbxProperties } from "./properties.ts";

/** A number since version 7000, class and name before. */
export type FbxId = number | bigint | string;

export interface FbxObject {
  readonly id: FbxId;
  /** Name of its record: `Model`, `Geometry`, `Deformer`, ... */
  readonly kind: string;
  readonly name: string;
  /** `Mesh`, `LimbNode`, `Cluster`, ... */
  readonly subtype: string;
  readonly node: FbxNode;
  readonly properties: FbxProperties;
}

/** One end of a connection; `property` is empty when objects as a whole are connected. */
export interface Link {
  readonly object: FbxObject;
  readonly property: string;
}

/** All objects of a file. */
export class ObjectGraph {
  readonly #objects = new Map<FbxId, FbxObject>();
  readonly #below = new Map<FbxId, Link[]>();
  readonly #above = new Map<FbxId, Link[]>();

  add(object: FbxObject): void {
    if (!this.#objects.has(object.id)) this.#objects.set(object.id, object);
  }

  get(id: FbxId): FbxObject | undefined {
    return this.#objects.get(id);
  }

  /** What is connected to nothing known, such as the scene's root, is left out. */
  connect(child: FbxId, parent: FbxId, property: string): void {
    const [lower, upper] = [this.#objects.get(child), this.#objects.get(parent)];
    if (lower === undefined || upper === undefined) return;
    append(this.#below, parent, { object: lower, property });
    append(this.#above, child, { object: upper, property });
  }

  /** In the file's order. */
  ofKind(kind: string): FbxObject[] {
    return [...this.#objects.values()].filter((object) => object.kind === kind);
  }

  /** What is connected below `object`, in the file's order. */
  below(object: FbxObject, kind?: string): Link[] {
    return ofKind(this.#below.get(object.id), kind);
  }

  /** What `object` is connected to. */
  above(object: FbxObject, kind?: string): Link[] {
    return ofKind(this.#above.get(object.id), kind);
  }
}

function append(links: Map<FbxId, Link[]>, id: FbxId, link: Link): void {
  const list = links.get(id);
  if (list) list.push(link);
  else links.set(id, [link]);
}

function ofKind(links: readonly Link[] | undefined, kind: string | undefined): Link[] {
  if (links === undefined) return [];
  return links.filter(({ object }) => kind === undefined || object.kind === kind);
}
