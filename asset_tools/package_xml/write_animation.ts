/** An animation as an element. */
import type { AnimationDefinition } from "./animation_definition.ts";
import { animationElement, clipElement } from "./read_animation.ts";
import { dataElement } from "./read_mesh.ts";
import { writeElement } from "./schema/write_element.ts";
import type { NewElement } from "./write_xml.ts";

/** As `readAnimation` reads it. */
export function writeAnimation({ data, clips, ...fields }: AnimationDefinition): NewElement {
  const elements = [
    ...data.map((content) => writeElement("data", dataElement, { content })),
    ...clips.map((content) => writeElement("clip", clipElement, { content })),
  ];
  return writeElement("animation", animationElement, { ...fields, elements });
}
