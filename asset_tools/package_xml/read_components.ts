import { LightKind } from "../fpkg/format/scene.ts";
import type { ElementReader } from "./element_reader.ts";
import type { EntityParts, Texts } from "./scene_definition.ts";
import { child, element, list, needed, optional } from "./schema/element_schema.ts";
import { reference } from "./schema/name_types.ts";
import { number, numberBetween, numbers } from "./schema/number_types.ts";
import { bool, keyOf, text } from "./schema/value_type.ts";
import type { XmlElement } from "./xml_element.ts";

const removeElement = element({
  doc: "Takes a component of the prefab away.",
  attributes: { component: needed(text, "the component's name") },
});

const codeComponentElement = element({
  doc: "A component of the code, called as its class; attributes are values of the class's parameters.",
  isOpen: true,
});

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
    renderable: child(
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
          fovDegrees: optional(numberBetween(1, 179), 60, "vertical field of view"),
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
          kind: optional(keyOf(LightKind), null, "how it shines", "that of the prefab"),
          color: optional(numbers(3), [1, 1, 1], "linear red, green and blue"),
          intensity: optional(number, 1, "factor of the color"),
          range: optional(number, 10, "how far a point light reaches"),
        },
      }),
    ),
    remove: list(() => removeElement),
  },
  others: codeComponentElement,
});

type ComponentParts = Pick<EntityParts, "components" | "removedComponents">;

/**
 * The components of the entity that `xml` is. Those that are built in have been checked by their descriptions; what those
 * of the code may hold is known when the scene is compiled.
 */
export function readComponents(xml: XmlElement, reader: ElementReader): ComponentParts {
  const elements = xml.children.find(({ name }) => name === "components")?.children ?? [];
  const components = new Map<string, Texts>();
  const removedComponents: string[] = [];
  for (const child of elements) {
    const { name } = child;
    if (name === "remove") removedComponents.push(reader.read(child, removeElement).component);
    else if (!components.has(name)) components.set(name, readOne(child, reader));
  }
  return {
    ...(components.size > 0 && { components: Object.fromEntries(components) }),
    ...(removedComponents.length > 0 && { removedComponents }),
  };
}

function readOne(xml: XmlElement, reader: ElementReader): Texts {
  const isBuiltin = Object.hasOwn(componentsElement.children, xml.name);
  if (!isBuiltin) reader.read(xml, codeComponentElement);
  return Object.fromEntries(xml.attributes.map(({ name, value }) => [name, value]));
}
