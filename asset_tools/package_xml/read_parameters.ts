import { ParameterType, type ParameterTypeName } from "../fpkg/format.ts";
import type { ElementReader } from "./element_reader.ts";
import type { ParameterDefinition } from "./scene_definition.ts";
import { element, optional } from "./schema/element_schema.ts";
import { integerBetween, number, numbers, parseNumbers } from "./schema/number_types.ts";
import { bool, keyOf, text, type ValueType } from "./schema/value_type.ts";
import type { XmlElement } from "./xml_element.ts";

export const parameterElement = element({
  doc: "The value of a field of the behaviour.",
  attributes: {
    type: optional(keyOf(ParameterType), null, "what the text is", "what it looks like"),
  },
  text,
});

export const paramsElement = element({
  doc: "Values of the behaviour's fields, one element a field.",
  others: parameterElement,
});

/** How the text of each type is read. */
export const parameterTypes: Readonly<
  Record<ParameterTypeName, ValueType<ParameterDefinition["value"]>>
> = {
  bool,
  int: integerBetween(-(2 ** 31), 2 ** 31 - 1),
  float: number,
  string: text,
  vec2: numbers(2),
  vec3: numbers(3),
  vec4: numbers(4),
};

/** Reads the children of `<params>`. */
export function readParameters(
  elements: readonly XmlElement[],
  reader: ElementReader,
): ParameterDefinition[] {
  return elements.map((xml) => {
    const { type: asked, content } = reader.read(xml, parameterElement);
    const type = asked ?? inferType(content);
    const value = parameterTypes[type].parse({ text: content, span: xml.textSpan }, reader);
    return { name: xml.name, type, value: value ?? parameterTypes[type].fallback };
  });
}

/** What a value looks like: `true`, `2`, `1.5`, `0 1 0`, or else text. */
function inferType(content: string): ParameterTypeName {
  if (content === "true" || content === "false") return "bool";
  const values = parseNumbers(content);
  switch (values?.length) {
    case 1:
      return isInt(content) ? "int" : "float";
    case 2:
      return "vec2";
    case 3:
      return "vec3";
    case 4:
      return "vec4";
    default:
      return "string";
  }
}

function isInt(content: string): boolean {
  return /^[+-]?\d+$/.test(content) && (Number(content) | 0) === Number(content);
}
