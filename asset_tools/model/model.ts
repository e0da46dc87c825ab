/**
 * An imported model: what the readers of glTF, FBX and OBJ fill and what meshes, skeletons and clips are compiled from.
 * Its space is the engine's and glTF's: metres, right-handed, y up, a front face counter-clockwise; readers of other
 * formats convert. Nothing here is shared, welded or quantised yet: that is the mesh compiler's work.
 */
import type { AnimationClip, Skin } from "./animation.ts";
import type { ModelImage, ModelMaterial } from "./material.ts";
import type { ModelMesh } from "./mesh.ts";
import type { Transform } from "./transform.ts";

export interface Model {
  /** A node comes after its parent; otherwise in the file's order. */
  readonly nodes: readonly ModelNode[];
  readonly meshes: readonly ModelMesh[];
  readonly materials: readonly ModelMaterial[];
  readonly images: readonly ModelImage[];
  readonly skins: readonly Skin[];
  readonly animations: readonly AnimationClip[];
}

/** A place in the hierarchy. All indices count the model's own arrays; -1 means none. */
export interface ModelNode {
  /** As in the file: may be empty, and need not be unique. */
  readonly name: string;
  readonly parent: number;
  /** Relative to the parent. */
  readonly transform: Transform;
  readonly mesh: number;
  /** The skin that bends `mesh`; -1 for a rigid mesh. */
  readonly skin: number;
  /** Weights of the mesh's morph targets here; missing means the mesh's own. */
  readonly weights?: readonly number[];
  /** Not among what the file shows, such as a node of a second scene; still to be had by name. */
  readonly isHidden?: true;
}

/** A model without anything, to be filled or spread over. */
export const emptyModel: Model = {
  nodes: [],
  meshes: [],
  materials: [],
  images: [],
  skins: [],
  animations: [],
};
