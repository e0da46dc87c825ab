import { LightKind } from "../fpkg/format.ts";
import type { EntityDefinition } from "./scene_definition.ts";
import { child, element, group, needed, optional, type Reading } from "./schema/element_schema.ts";
import { reference } from "./schema/name_types.ts";
import { number, numbers } from "./schema/number_types.ts";
import { bool, keyOf } from "./schema/value_type.ts";

export const componentsElement = element({
  doc: "What an entity is made of.",
  children: {
    mesh: child(
      element({
        doc: "Its shape.",
        attributes: { asset: needed(reference("mesh"), "the mesh") },
      }),
    ),
    material: child(
      element({
        doc: "Its surface.",
        attributes: { asset: needed(reference("material"), "the material") },
      }),
    ),
    renderable: group(
      element({
        doc: "Whether it is drawn.",
        attributes: {
          visible: optional(bool, true, "whether it is seen"),
          castShadows: optional(bool, true, "whether it throws shadows"),
        },
      }),
    ),
    camera: child(
      element({
        doc: "Looks along -z; one active camera a scene.",
        attributes: {
          fovDegrees: optional(number, 60, "vertical field of view"),
          near: optional(number, 0.1, "distance of the nearest that is seen"),
          far: optional(number, 1000, "distance of the farthest that is seen"),
          active: optional(bool, true, "whether the scene is seen through it"),
        },
      }),
    ),
    light: child(
      element({
        doc: "A directional light shines along -z, a point light to all sides.",
        attributes: {
          kind: needed(keyOf(LightKind), "how it shines"),
          color: optional(numbers(3), [1, 1, 1], "linear red, green and blue"),
          intensity: optional(number, 1, "factor of the color"),
          range: optional(number, undefined, "how far it reaches", "10 for a point light, else 0"),
        },
      }),
    ),
  },
});

type ComponentFields = Pick<
  EntityDefinition,
  "mesh" | "material" | "visible" | "castShadows" | "camera" | "light"
>;

/** Fields of an entity with these components. */
export function readComponents(components: Reading<typeof componentsElement>): ComponentFields {
  const { mesh, material, renderable, camera, light } = components;
  return {
    mesh: mesh?.asset ?? null,
    material: material?.asset ?? null,
    visible: renderable.visible,
    castShadows: renderable.castShadows,
    camera: camera && {
      fovDegrees: camera.fovDegrees,
      near: camera.near,
      far: camera.far,
      active: camera.active,
    },
    light: light && {
      kind: light.kind,
      color: light.color,
      intensity: light.intensity,
      range: light.range ?? (light.kind === "point" ? 10 : 0),
    },
  };
}
