import type { AnimationDefinition } from "./animation_definition.ts";
import type { ElementReader } from "./element_reader.ts";
import { dataElement } from "./read_mesh.ts";
import { assetAttributes } from "./schema/asset_attributes.ts";
import { element, list, needed, optional } from "./schema/element_schema.ts";
import { sourcePath } from "./schema/name_types.ts";
import { numberBetween } from "./schema/number_types.ts";
import { text } from "./schema/value_type.ts";
import type { XmlElement } from "./xml_element.ts";

export const clipElement = element({ doc: "Name of a clip in the file.", text });

export const animationElement = element({
  doc: "A skeleton and the clips that move it; all clips of the file where no `clip` is named.",
  attributes: assetAttributes,
  children: {
    source: needed(sourcePath("animation", [".fbx", ".gltf", ".glb"]), "the file"),
    data: list(() => dataElement),
    clip: list(() => clipElement),
    error: optional(
      numberBetween(0, 1000),
      0.001,
      "how far a point of the skeleton may be from where the file has it, metres",
    ),
  },
});

/** Reads `<animation>`. */
export function readAnimation(xml: XmlElement, reader: ElementReader): AnimationDefinition {
  const { id, source, error, elements } = reader.read(xml, animationElement);
  const named = (name: string): XmlElement[] => elements.filter((child) => child.name === name);
  return {
    kind: "animation",
    package: reader.packageId,
    id,
    source,
    data: named("data").map((data) => reader.read(data, dataElement).content),
    clips: named("clip").map((clip) => reader.read(clip, clipElement).content),
    error,
  };
}
