import type { BehaviorDefinition } from "./behavior_definition.ts";
import { behaviorElement, behaviorParamElement } from "./read_behavior.ts";
import { writeElement } from "./schema/write_element.ts";
import type { NewElement } from "./write_xml.ts";

/** As `readBehavior` reads it. */
export function writeBehavior({ id, class: path, params }: BehaviorDefinition): NewElement {
  const elements = params.map((param) => writeElement("param", behaviorParamElement, param));
  return writeElement("behavior", behaviorElement, { id, class: path, elements });
}
