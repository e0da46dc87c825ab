import type { ElementReader } from "./element_reader.ts";
import { locate } from "./locate.ts";
import type { EntityDefinition } from "./scene_definition.ts";
import { element, group, optional, type Reading } from "./schema/element_schema.ts";
import { number } from "./schema/number_types.ts";
import type { XmlElement } from "./xml_element.ts";

export const transformElement = element({
  doc: "Where an entity is, relative to the entity around it.",
  children: {
    position: group(element({ doc: "Metres.", attributes: axes(0) })),
    rotation: group(
      element({
        doc: "A quaternion.",
        attributes: { ...axes(0), w: optional(number, 1, "the real part") },
      }),
    ),
    scale: group(element({ doc: "Factors.", attributes: axes(1) })),
  },
});

/** Fields of the entity that `xml` is. */
export function readTransform(
  xml: XmlElement,
  { position, rotation, scale }: Reading<typeof transformElement>,
  reader: ElementReader,
): Pick<EntityDefinition, "position" | "rotation" | "scale"> {
  const { x, y, z, w } = rotation;
  if (x === 0 && y === 0 && z === 0 && w === 0) {
    reader.report("PK2006", locate(xml, ["transform", "rotation"]), {
      expected: "a quaternion of length 1",
      found: "0 0 0 0",
    });
  }
  return {
    position: [position.x, position.y, position.z],
    rotation: [x, y, z, w],
    scale: [scale.x, scale.y, scale.z],
  };
}

function axes(otherwise: number) {
  return {
    x: optional(number, otherwise, "to the right"),
    y: optional(number, otherwise, "up"),
    z: optional(number, otherwise, "towards the viewer"),
  };
}
