import type { ElementReader } from "./element_reader.ts";
import type { Texts } from "./scene_definition.ts";
import { element } from "./schema/element_schema.ts";
import { text } from "./schema/value_type.ts";
import type { XmlElement } from "./xml_element.ts";

export const parameterElement = element({
  doc: "The value of a field of the behaviour, of the field's type in Haxe.",
  text,
});

export const paramsElement = element({
  doc: "Values of the behaviour's fields, one element a field.",
  others: parameterElement,
});

/** Reads the children of `<params>`; the code's schema says later what they must be. */
export function readParameters(elements: readonly XmlElement[], reader: ElementReader): Texts {
  return Object.fromEntries(
    elements.map((xml) => [xml.name, reader.read(xml, parameterElement).content]),
  );
}
