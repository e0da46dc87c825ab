/**
 * A package as data. Nothing here has a position: a definition is also the canonical fragment that an asset's action
 * reads, and moving a line in package.xml must not change it. Problems found later are placed by element path.
 */
import type { AnimationDefinition } from "./animation_definition.ts";
import type { AudioDefinition } from "./audio_definition.ts";
import type { BehaviorDefinition } from "./behavior_definition.ts";
import type { DataDefinition } from "./data_definition.ts";
import type { DefinitionKind } from "./defined.ts";
import type { MaterialDefinition, TextureFacts } from "./material_definition.ts";
import type { MeshDefinition } from "./mesh_definition.ts";
import type { PrefabDefinition, SceneDefinition } from "./scene_definition.ts";
import type { ShaderDefinition } from "./shader_definition.ts";
import type { TextureDefinition } from "./texture_definition.ts";

export type AssetDefinition =
  | TextureDefinition
  | MeshDefinition
  | ShaderDefinition
  | MaterialDefinition
  | AudioDefinition
  | AnimationDefinition
  | DataDefinition;

export type Definition = AssetDefinition | PrefabDefinition | SceneDefinition;

export interface PackageDependency {
  readonly id: string;
  readonly version: string;
}

export interface PackageModel {
  readonly id: string;
  readonly version: string;
  readonly dependencies: readonly PackageDependency[];
  readonly definitions: readonly Definition[];
  readonly behaviors: readonly BehaviorDefinition[];
}

/** What other packages may know of a package: it changes only when an id, a dependency or a behaviour does. */
export interface PackageIndex {
  readonly id: string;
  readonly version: string;
  readonly dependencies: readonly PackageDependency[];
  readonly ids: readonly IndexedDefinition[];
  /** Left out where there are none. */
  readonly behaviors?: readonly BehaviorDefinition[];
}

export interface IndexedDefinition {
  readonly id: string;
  readonly kind: DefinitionKind;
  /** Of a texture: what materials check. */
  readonly facts?: TextureFacts;
}

/** The index of a package. */
export function indexOf(model: PackageModel): PackageIndex {
  const { id, version, dependencies, definitions, behaviors } = model;
  const ids = definitions.map(indexed);
  return { id, version, dependencies, ids, ...(behaviors.length > 0 && { behaviors }) };
}

function indexed(definition: Definition): IndexedDefinition {
  const { id, kind } = definition;
  if (definition.kind !== "texture") return { id, kind };
  const { semantic, parts } = definition;
  return { id, kind, facts: { semantic, shape: parts.kind } };
}
