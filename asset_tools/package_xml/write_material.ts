/** A material as an element. */
import type { MaterialDefinition } from "./material_definition.ts";
import { materialElement, propertyElement } from "./read_material.ts";
import { writeElement } from "./schema/write_element.ts";
import type { NewElement } from "./write_xml.ts";

/** As `readMaterial` reads it. */
export function writeMaterial(definition: MaterialDefinition): NewElement {
  const { id, shader, variant, properties, cull, blend, depthTest, depthWrite } = definition;
  const elements = properties.map(({ name, value }) =>
    writeElement(name, propertyElement, { content: value }),
  );
  return writeElement("material", materialElement, {
    id,
    extends: definition.extends,
    shader,
    variant: variant && { name: variant.name, defines: variant.defines },
    properties: elements.length > 0 ? { elements } : null,
    state: { cull, blend, depthTest, depthWrite },
  });
}
