/** Scenes and prefabs as tools see them: what scene blobs are made of and read into. */
import type { AssetTypeName } from "./format/blob.ts";
import type { ParameterTypeName, SceneRoleName } from "./format/scene.ts";
import type { Triple } from "./mesh_data.ts";

export type Quadruple = readonly [number, number, number, number];

export interface FieldType {
  readonly name: string;
  readonly type: ParameterTypeName;
}

/** A class that entities have. */
export interface ClassType {
  /** Element name of a built-in one, else class path. */
  readonly name: string;
  readonly role: SceneRoleName;
  readonly fields: readonly FieldType[];
}

/** An asset by qualified name. */
export interface AssetValue {
  readonly asset: AssetTypeName;
  readonly name: string;
}

/** The value of a field; an entity is its row. Null is no string, asset or entity. */
export type CellValue = boolean | number | string | readonly number[] | AssetValue | null;

/** A class of an entity, with a value for each of the class's fields. */
export interface Part {
  /** Position in the scene's classes. */
  readonly class: number;
  readonly values: readonly CellValue[];
}

export interface Entity {
  /** Ids from the scene down, joined by `/`: unique in the scene. */
  readonly path: string;
  readonly name: string;
  /** Row of the parent, before this one; -1 for none. */
  readonly parent: number;
  readonly position: Triple;
  readonly rotation: Quadruple;
  readonly scale: Triple;
  /** By class, ascending. */
  readonly parts: readonly Part[];
}

/** A scene or prefab; `id` is the qualified name that entity ids are hashed with. */
export interface Scene {
  readonly kind: "scene" | "prefab";
  readonly id: string;
  readonly name: string;
  readonly classes: readonly ClassType[];
  readonly entities: readonly Entity[];
}

/** First bytes of the blobs. */
export const SCENE_MAGICS = { scene: "SCNE", prefab: "PREF" } as const;

/** How many f64 a cell of the type takes; a type that is not here takes an i32. */
export const CELL_WIDTHS: Readonly<Partial<Record<ParameterTypeName, number>>> = {
  float: 1,
  vec2: 2,
  vec3: 3,
  vec4: 4,
  quat: 4,
  color: 4,
};
