import { BlendMode, CullMode, DepthTest } from "../fpkg/format.ts";
import { type ElementReader, parseNumbers, type Value } from "./element_reader.ts";
import type { MaterialDefinition, MaterialProperty, PropertyValue } from "./material_definition.ts";
import { qualify, REFERENCE, readReference } from "./reference.ts";
import type { XmlElement } from "./xml_element.ts";

/** Reads `<material>`. */
export function readMaterial(
  element: XmlElement,
  packageId: string,
  id: string,
  reader: ElementReader,
): MaterialDefinition {
  const fields = reader.fields(element, ["shader", "properties", "state"]);
  const shader = reader.content(fields.get("shader"));
  if (shader === undefined)
    reader.report("PK2004", element.nameSpan, { element: "material", name: "shader" });
  const properties = fields.get("properties");
  const stateElement = fields.get("state");
  const state = (name: string): Value | undefined =>
    stateElement && reader.optional(stateElement, name);
  if (stateElement) {
    reader.attributes(stateElement, ["cull", "blend", "depthTest", "depthWrite"]);
    reader.children(stateElement, []);
  }
  const blend = reader.oneOf(state("blend"), keys(BlendMode), "opaque");
  return {
    kind: "material",
    package: packageId,
    id,
    shader: shader ? readReference(shader, packageId, "a shader's id", reader) : "",
    properties: properties ? readProperties(properties, packageId, reader) : [],
    cull: reader.oneOf(state("cull"), keys(CullMode), "back"),
    blend,
    depthTest: reader.oneOf(state("depthTest"), keys(DepthTest), "less"),
    // What is seen through does not hide what is behind it.
    depthWrite: reader.bool(state("depthWrite"), blend === "opaque"),
  };
}

function readProperties(
  parent: XmlElement,
  packageId: string,
  reader: ElementReader,
): MaterialProperty[] {
  const properties: MaterialProperty[] = [];
  for (const element of parent.children) {
    const { name } = element;
    if (properties.some((other) => other.name === name))
      reader.report("PK2005", element.nameSpan, { name });
    const value = readProperty(reader.text(element), packageId, reader);
    if (value) properties.push({ name, value });
  }
  return properties;
}

function readProperty(
  value: Value,
  packageId: string,
  reader: ElementReader,
): PropertyValue | undefined {
  const values = parseNumbers(value.text);
  if (values) return { kind: "numbers", values };
  if (value.text === "true" || value.text === "false")
    return { kind: "bool", value: value.text === "true" };
  if (REFERENCE.test(value.text))
    return { kind: "texture", texture: qualify(value.text, packageId) };
  reader.report("PK2006", value.span, {
    expected: "numbers, `true`, `false` or a texture's id",
    found: value.text,
  });
  return undefined;
}

function keys<T extends object>(table: T): (keyof T & string)[] {
  return Object.keys(table) as (keyof T & string)[];
}
