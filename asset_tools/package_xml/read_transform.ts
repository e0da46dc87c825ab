import type { ElementReader } from "./element_reader.ts";
import { quaternionFromDegrees } from "./euler.ts";
import { locate } from "./locate.ts";
import type { EntityParts, PartialTriple, Quadruple } from "./scene_definition.ts";
import { child, element, optional, type Reading } from "./schema/element_schema.ts";
import { number } from "./schema/number_types.ts";
import type { XmlElement } from "./xml_element.ts";

/** Where there is no prefab an axis that is left out is the identity's. */
function axes(otherwise: number) {
  const without = `that of the prefab, else ${otherwise}`;
  return {
    x: optional(number, null, "to the right", without),
    y: optional(number, null, "up", without),
    z: optional(number, null, "towards the viewer", without),
  };
}

export const transformElement = element({
  doc: "Where an entity is, relative to the entity around it.",
  children: {
    position: child(element({ doc: "Metres.", attributes: axes(0) })),
    rotation: child(
      element({
        doc: "A quaternion.",
        attributes: {
          x: optional(number, 0, "of the imaginary part"),
          y: optional(number, 0, "of the imaginary part"),
          z: optional(number, 0, "of the imaginary part"),
          w: optional(number, 1, "the real part"),
        },
      }),
    ),
    euler: child(
      element({
        doc: "A rotation in degrees instead: first around z, then x, then y.",
        attributes: {
          x: optional(number, 0, "pitch"),
          y: optional(number, 0, "yaw"),
          z: optional(number, 0, "roll"),
        },
      }),
    ),
    scale: child(element({ doc: "Factors.", attributes: axes(1) })),
  },
});

type TransformParts = Pick<EntityParts, "position" | "rotation" | "scale">;

/** What is given of the transform of the entity that `xml` is. */
export function readTransform(
  xml: XmlElement,
  { position, rotation, euler, scale }: Reading<typeof transformElement>,
  reader: ElementReader,
): TransformParts {
  if (rotation && euler)
    reader.report("PK2005", locate(xml, ["transform", "euler"]), { name: "rotation" });
  const turn = rotation
    ? quaternion(xml, rotation, reader)
    : euler && quaternionFromDegrees(euler.x, euler.y, euler.z);
  return {
    ...(position && { position: triple(position) }),
    ...(turn && { rotation: turn }),
    ...(scale && { scale: triple(scale) }),
  };
}

interface Axes {
  readonly x: number | null;
  readonly y: number | null;
  readonly z: number | null;
}

function triple({ x, y, z }: Axes): PartialTriple {
  return [x, y, z];
}

function quaternion(
  xml: XmlElement,
  {
    x,
    y,
    z,
    w,
  }: { readonly x: number; readonly y: number; readonly z: number; readonly w: number },
  reader: ElementReader,
): Quadruple {
  if (x === 0 && y === 0 && z === 0 && w === 0) {
    reader.report("PK2006", locate(xml, ["transform", "rotation"]), {
      expected: "a quaternion of length 1",
      found: "0 0 0 0",
    });
  }
  return [x, y, z, w];
}
