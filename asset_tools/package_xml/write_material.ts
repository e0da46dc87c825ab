/** A material as an element. */
import type { MaterialDefinition } from "./material_definition.ts";
import { materialElement, propertyElement } from "./read_material.ts";
import { writeElement } from "./schema/write_element.ts";
import type { NewElement } from "./write_xml.ts";

/** As `readMaterial` reads it. */
export function writeMaterial(definition: MaterialDefinition): NewElement {
  const { id, shader, properties, cull, blend, depthTest, depthWrite } = definition;
  const elements = properties.map(({ name, value }) =>
    writeElement(name, propertyElement, { content: value }),
  );
  const isUsual = depthWrite === (blend === "opaque");
  return writeElement("material", materialElement, {
    id,
    shader,
    properties: elements.length > 0 ? { elements } : null,
    state: { cull, blend, depthTest, ...(!isUsual && { depthWrite }) },
  });
}
