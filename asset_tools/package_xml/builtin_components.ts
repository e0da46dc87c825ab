/** The components that every entity can have without code of the game's; the runtime keeps them in `core.Entity`. */
import type { SceneParam, SceneType, SceneValue } from "#compiler/bytecode/scene_schema.ts";
import { LightKind } from "../fpkg/format/scene.ts";

/** A component as scenes see it. */
export interface ComponentType {
  /** Element name of a built-in one, class path of another. */
  readonly name: string;
  readonly params: readonly SceneParam[];
}

function param(
  name: string,
  type: SceneType,
  initial: SceneValue | null,
  range: { readonly min?: number; readonly max?: number } = {},
): SceneParam {
  const { min = null, max = null } = range;
  return { name, type, isRequired: initial === null, initial, min, max };
}

const lightKinds: SceneType = {
  kind: "enum",
  path: "LightKind",
  values: Object.entries(LightKind).map(([name, value]) => ({ name, value })),
};

export const builtinComponents: readonly ComponentType[] = [
  { name: "mesh", params: [param("asset", { kind: "asset", asset: "mesh" }, null)] },
  { name: "material", params: [param("asset", { kind: "asset", asset: "material" }, null)] },
  {
    name: "renderable",
    params: [
      param("visible", { kind: "bool" }, true),
      param("castShadows", { kind: "bool" }, true),
    ],
  },
  {
    name: "camera",
    params: [
      param("fovDegrees", { kind: "float" }, 60, { min: 1, max: 179 }),
      param("near", { kind: "float" }, 0.1, { min: 0 }),
      param("far", { kind: "float" }, 1000, { min: 0 }),
      param("active", { kind: "bool" }, true),
    ],
  },
  {
    name: "light",
    params: [
      param("kind", lightKinds, null),
      param("color", { kind: "vec3" }, [1, 1, 1]),
      param("intensity", { kind: "float" }, 1),
      param("range", { kind: "float" }, 10, { min: 0 }),
    ],
  },
];

const byName = new Map(builtinComponents.map((component) => [component.name, component]));

/** The built-in component of the element name, or undefined. */
export function builtinComponent(name: string): ComponentType | undefined {
  return byName.get(name);
}
