/** The engine's classes by path: all that the compiler knows of it. */
import type { SceneRole, SceneType, SceneTypeName } from "#compiler/bytecode/scene_schema.ts";

/** What a class with the role extends. */
export const ROLE_BASES: Readonly<Record<SceneRole, string>> = {
  behavior: "core.Behavior",
  component: "core.Component",
};

/** Classes whose values are written as numbers, with how many their constructor takes. */
export const NUMBER_CLASSES: ReadonlyMap<
  string,
  { readonly kind: SceneTypeName; readonly count: number }
> = new Map([
  ["core.math.Vec2", { kind: "vec2", count: 2 }],
  ["core.math.Vec3", { kind: "vec3", count: 3 }],
  ["core.math.Vec4", { kind: "vec4", count: 4 }],
  ["core.math.Quat", { kind: "quat", count: 4 }],
  ["core.math.Color", { kind: "color", count: 4 }],
]);

/** Types of references, to assets by name and to entities by path. */
export const REFERENCE_TYPES: ReadonlyMap<string, SceneType> = new Map([
  ["core.Entity", { kind: "entity" }],
  ["core.assets.MeshAsset", { kind: "asset", asset: "mesh" }],
  ["core.assets.MaterialAsset", { kind: "asset", asset: "material" }],
  ["core.assets.TextureAsset", { kind: "asset", asset: "texture" }],
  ["core.assets.PrefabAsset", { kind: "asset", asset: "prefab" }],
]);

/** For a hint: what a parameter's type can be. */
export const PARAMETER_TYPES =
  "Bool, Int, Float, String, Vec2, Vec3, Vec4, Quat, Color, Entity, an enum abstract, MeshAsset, MaterialAsset, TextureAsset or PrefabAsset";
