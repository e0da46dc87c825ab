import { BlendMode, CullMode, DepthTest } from "../fpkg/format/material.ts";
import type { ElementReader } from "./element_reader.ts";
import type { MaterialDefinition, MaterialProperty, PropertyValue } from "./material_definition.ts";
import { assetAttributes } from "./schema/asset_attributes.ts";
import { defineName, defines } from "./schema/define_types.ts";
import { child, element, group, optional } from "./schema/element_schema.ts";
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
  attributes: {
    ...assetAttributes,
    extends: optional(
      reference("material"),
      null,
      "a material from which all is taken that this one does not say",
    ),
  },
  children: {
    shader: optional(reference("shader"), null, "what draws with it", "the base's"),
    variant: child(
      element({
        doc: "Which of the shader's variants draws.",
        attributes: {
          name: optional(defineName, "", "a set of defines of the shader", "none of the sets"),
          defines: optional(defines, [], "values of axes, as `NAME`, `NAME=VALUE` or `NAME=0`"),
        },
      }),
    ),
    properties: child(
      element({
        doc: "One element a member of the shader's block `Material` or a sampler; those left out are the base's, or the shader's defaults.",
        others: propertyElement,
      }),
    ),
    state: group(
      element({
        doc: "How the picture so far and the new pixels come together.",
        attributes: {
          cull: optional(
            keyOf(CullMode),
            null,
            "the side of triangles that is not drawn",
            "the base's, or `back`",
          ),
          blend: optional(
            keyOf(BlendMode),
            null,
            "how pixels mix with what is there",
            "the base's, or `opaque`",
          ),
          depthTest: optional(
            keyOf(DepthTest),
            null,
            "which pixels are drawn",
            "the base's, or `less`",
          ),
          depthWrite: optional(
            bool,
            null,
            "whether it hides what is behind it",
            "the base's, or `true` for `opaque`",
          ),
        },
      }),
    ),
  },
});

/** Reads `<material>`. */
export function readMaterial(xml: XmlElement, reader: ElementReader): MaterialDefinition {
  const material = reader.read(xml, materialElement);
  const { id, shader, variant, properties, state } = material;
  const { cull, blend, depthTest, depthWrite } = state;
  const base = material.extends;
  if (base === null && shader === null && xml.children.every(({ name }) => name !== "shader")) {
    reader.report("PK2004", xml.nameSpan, { element: "material", name: "shader" });
  }
  const own = xml.children.find(({ name }) => name === "shader");
  if (base !== null && own) reader.report("AS4012", own.nameSpan, { base });
  return {
    kind: "material",
    package: reader.packageId,
    id,
    extends: base,
    shader,
    variant: variant && { name: variant.name, defines: variant.defines },
    properties: (properties?.elements ?? []).flatMap((property) => readProperty(property, reader)),
    cull,
    blend,
    depthTest,
    depthWrite,
  };
}

function readProperty(xml: XmlElement, reader: ElementReader): MaterialProperty[] {
  const value = reader.read(xml, propertyElement).content;
  return value ? [{ name: xml.name, value }] : [];
}
