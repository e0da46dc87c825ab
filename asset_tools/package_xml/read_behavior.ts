/** `<behavior>`: a class of the code under an id, with what the package says of its parameters. */
import type { BehaviorDefinition, DeclaredParam } from "./behavior_definition.ts";
import type { ElementReader } from "./element_reader.ts";
import { element, list, needed, optional } from "./schema/element_schema.ts";
import { behaviorId, classPath, paramName, paramType, reference } from "./schema/name_types.ts";
import { number } from "./schema/number_types.ts";
import { text, type Value } from "./schema/value_type.ts";
import type { XmlElement } from "./xml_element.ts";

export const behaviorParamElement = element({
  doc: "What the package says of a parameter of the class. Parameters that are not named are as the code has them.",
  attributes: {
    name: needed(paramName, "the parameter"),
    type: optional(paramType, null, "its type, which the code must have too", "that of the code"),
    min: optional(number, null, "its least value, not below the code's", "that of the code"),
    max: optional(number, null, "its greatest value, not above the code's", "that of the code"),
    default: optional(text, null, "its value where a scene gives none", "that of the code"),
  },
});

export const behaviorElement = element({
  doc: "A class of the code under an id that scenes can name. The class and its parameters are checked where the code is compiled.",
  attributes: {
    id: needed(behaviorId, "its name for scenes"),
    class: needed(classPath, "path of the class, which is marked `@:behavior`"),
  },
  children: { param: list(() => behaviorParamElement) },
});

/** Reads `<behavior>`. */
export function readBehavior(xml: XmlElement, reader: ElementReader): BehaviorDefinition {
  const { id, class: path, elements } = reader.read(xml, behaviorElement);
  const names = new Map<string, Value>();
  return { id, class: path, params: elements.map((param) => readParam(param, names, reader)) };
}

function readParam(
  xml: XmlElement,
  names: Map<string, Value>,
  reader: ElementReader,
): DeclaredParam {
  const { name, type, min, max, default: initial } = reader.read(xml, behaviorParamElement);
  reportRepeat(xml, names, reader);
  const most = reader.value(xml, "max");
  if (most && min !== null && max !== null && min > max) {
    const args = { expected: `a number not below ${min}`, found: most.text };
    reader.report("PK2006", most.span, args);
  }
  const value = reader.value(xml, "default");
  const kind = ASSETS.find((asset) => asset === type);
  if (value && kind) reference(kind).parse(value, reader);
  return { name, type, min, max, default: initial };
}

/** Types whose values name an asset, which is then checked to be there. */
const ASSETS = ["mesh", "material", "texture", "prefab"] as const;

/** Reports a name that an element before has. */
function reportRepeat(xml: XmlElement, names: Map<string, Value>, reader: ElementReader): void {
  const value = reader.value(xml, "name");
  if (value === undefined) return;
  const first = names.get(value.text);
  if (first) reader.reportAgain("PK2009", value.span, { id: value.text }, first.span);
  else names.set(value.text, value);
}
