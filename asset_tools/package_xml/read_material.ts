import { BlendMode, CullMode, DepthTest } from "../fpkg/format.ts";
import type { ElementReader } from "./element_reader.ts";
import type { MaterialDefinition, MaterialProperty, PropertyValue } from "./material_definition.ts";
import { assetAttributes } from "./schema/asset_attributes.ts";
import { child, element, group, needed, optional } from "./schema/element_schema.ts";
import { isReference, reference } from "./schema/name_types.ts";
import { parseNumbers } from "./schema/number_types.ts";
import { bool, keyOf, type ValueType } from "./schema/value_type.ts";
import type { XmlElement } from "./xml_element.ts";

const texture = reference("texture");

/** Numbers, a bool or a texture, by the look of the text; which of them fits is known when the shader is. */
const propertyValue: ValueType<PropertyValue | undefined> = {
  values: "numbers separated by spaces, `true`, `false`, or a texture's id",
  xsd: {},
  fallback: undefined,
  parse(value, context) {
    const values = parseNumbers(value.text);
    if (values) return { kind: "numbers", values };
    if (value.text === "true" || value.text === "false")
      return { kind: "bool", value: value.text === "true" };
    if (isReference(value.text))
      return { kind: "texture", texture: texture.parse(value, context) ?? "" };
    const expected = "numbers, `true`, `false` or a texture's id";
    context.report("PK2006", value.span, { expected, found: value.text });
    return undefined;
  },
  format: (value) => (value ? formatProperty(value) : ""),
};

function formatProperty(value: PropertyValue): string {
  switch (value.kind) {
    case "numbers":
      return value.values.join(" ");
    case "bool":
      return bool.format(value.value);
    case "texture":
      return value.texture;
  }
}

export const propertyElement = element({
  doc: "The value of a member of the shader's block `Material`, or of a sampler.",
  text: propertyValue,
});

export const materialElement = element({
  doc: "A shader with values for its properties.",
  attributes: assetAttributes,
  children: {
    shader: needed(reference("shader"), "what draws with it"),
    properties: child(
      element({
        doc: "One element a member of the shader's block `Material` or a sampler; those left out are 0.",
        others: propertyElement,
      }),
    ),
    state: group(
      element({
        doc: "How the picture so far and the new pixels come together.",
        attributes: {
          cull: optional(keyOf(CullMode), "back", "the side of triangles that is not drawn"),
          blend: optional(keyOf(BlendMode), "opaque", "how pixels mix with what is there"),
          depthTest: optional(keyOf(DepthTest), "less", "which pixels are drawn"),
          depthWrite: optional(
            bool,
            undefined,
            "whether it hides what is behind it",
            "`true` for `opaque`",
          ),
        },
      }),
    ),
  },
});

/** Reads `<material>`. */
export function readMaterial(xml: XmlElement, reader: ElementReader): MaterialDefinition {
  const { id, shader, properties, state } = reader.read(xml, materialElement);
  const { cull, blend, depthTest, depthWrite } = state;
  return {
    kind: "material",
    package: reader.packageId,
    id,
    shader,
    properties: (properties?.elements ?? []).flatMap((property) => readProperty(property, reader)),
    cull,
    blend,
    depthTest,
    // What is seen through does not hide what is behind it.
    depthWrite: depthWrite ?? blend === "opaque",
  };
}

function readProperty(xml: XmlElement, reader: ElementReader): MaterialProperty[] {
  const value = reader.read(xml, propertyElement).content;
  return value ? [{ name: xml.name, value }] : [];
}
