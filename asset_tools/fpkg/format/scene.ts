/** Scene blobs `SCNE` and prefab blobs `PREF`. */
import type { Struct } from "../struct.ts";
import { blobStart } from "./blob.ts";

/** A light's shape. */
export const LightKind = { directional: 0, point: 1 } as const;

/** What an entity can have besides a transform; a class of the code is named by its path. */
export const SceneRole = { builtin: 0, behavior: 1, component: 2 } as const;

/**
 * Type of a column. Cells are i32 (`bool` as 0 and 1; `string` an offset, `asset` a row in references, `entity` a row of
 * the scene, each -1 for none) or f64 (one, or as many as the vector has).
 */
export const ParameterType = {
  bool: 1,
  int: 2,
  float: 3,
  string: 4,
  vec2: 5,
  vec3: 6,
  vec4: 7,
  quat: 8,
  color: 9,
  asset: 10,
  entity: 11,
} as const;

export const SceneHeader = {
  name: "SceneHeader",
  doc: "Scene blob `SCNE` and prefab blob `PREF`: columns over entities, then columns over the entities of each archetype, which have the same classes; parents come before their children, and a prefab's root first.",
  fields: [
    ...blobStart,
    { name: "name", type: "u32", doc: "string: the scene's `name`" },
    { name: "entityCount", type: "u32", doc: "entities" },
    {
      name: "entityIds",
      type: "u32",
      doc: "column of 8 bytes: hash of `scene/path` (`entityId` in asset_id.ts), as two i32 (low first)",
    },
    {
      name: "entityPaths",
      type: "u32",
      doc: "column of i32: string, XML `id`s from the scene down, joined by `/`; empty for a prefab's root",
    },
    { name: "entityNames", type: "u32", doc: "column of i32: string, the XML `name`" },
    { name: "parents", type: "u32", doc: "column of i32: row of the parent, -1 for none" },
    { name: "positions", type: "u32", doc: "column of 3 f64: x y z" },
    { name: "rotations", type: "u32", doc: "column of 4 f64: quaternion x y z w" },
    { name: "scales", type: "u32", doc: "column of 3 f64: x y z" },
    { name: "classes", type: "u32", doc: "offset of the first `SceneClass`" },
    { name: "classCount", type: "u32", doc: "rows there" },
    { name: "fields", type: "u32", doc: "offset of the first `SceneField`" },
    { name: "fieldCount", type: "u32", doc: "rows there" },
    { name: "archetypes", type: "u32", doc: "offset of the first `SceneArchetype`" },
    { name: "archetypeCount", type: "u32", doc: "rows there" },
    { name: "parts", type: "u32", doc: "offset of the first `ScenePart`" },
    { name: "partCount", type: "u32", doc: "rows there" },
    { name: "columns", type: "u32", doc: "column of i32: offset of each column of values" },
    { name: "columnCount", type: "u32", doc: "rows there" },
    { name: "reserved2", type: "u32", doc: "0" },
  ],
} as const satisfies Struct;

export const SceneClass = {
  name: "SceneClass",
  doc: "A behaviour, a component of the code, or a built-in one, with the fields that scenes set.",
  fields: [
    { name: "name", type: "i32", doc: "string: element name of a built-in one, else class path" },
    { name: "role", type: "i32", doc: "`SceneRole`" },
    { name: "firstField", type: "i32", doc: "first row in fields" },
    { name: "fieldCount", type: "i32", doc: "rows there" },
  ],
} as const satisfies Struct;

export const SceneField = {
  name: "SceneField",
  doc: "A field of a class; every entity that has the class has a value for it.",
  fields: [
    { name: "name", type: "i32", doc: "string: the field's name in Haxe" },
    { name: "type", type: "i32", doc: "`ParameterType`" },
  ],
} as const satisfies Struct;

export const SceneArchetype = {
  name: "SceneArchetype",
  doc: "The entities that have the same classes. Every entity with a class is in exactly one.",
  fields: [
    { name: "entities", type: "i32", doc: "column of i32: rows of its entities, ascending" },
    { name: "entityCount", type: "i32", doc: "rows of that and of every column of the archetype" },
    { name: "firstPart", type: "i32", doc: "first row in parts" },
    { name: "partCount", type: "i32", doc: "rows there: the classes" },
  ],
} as const satisfies Struct;

export const ScenePart = {
  name: "ScenePart",
  doc: "A class in an archetype.",
  fields: [
    { name: "class", type: "i32", doc: "row in classes" },
    {
      name: "firstColumn",
      type: "i32",
      doc: "row in columns for the class's first field; the others follow",
    },
  ],
} as const satisfies Struct;

export type LightKindName = keyof typeof LightKind;
export type SceneRoleName = keyof typeof SceneRole;
export type ParameterTypeName = keyof typeof ParameterType;
