import type { ElementReader } from "./element_reader.ts";
import { assetAttributes } from "./schema/asset_attributes.ts";
import { defineName, defines, defineValues } from "./schema/define_types.ts";
import { child, element, list, needed, optional } from "./schema/element_schema.ts";
import { checkPath, definitionId, sourcePath } from "./schema/name_types.ts";
import type { ValueType } from "./schema/value_type.ts";
import type { ShaderDefinition, ShaderVariants } from "./shader_definition.ts";
import type { XmlElement } from "./xml_element.ts";

/** Every variant is two compilations, and a stage's text in the blob. */
const MOST_VARIANTS = 64;

/** Files that a shader can be made from. */
export const shaderExtensions = [".glsl"];

const glsl = sourcePath("shader", shaderExtensions);

/** A file of the package, or `package:path` for one of a package that it depends on. */
const includePath: ValueType<string> = {
  values: "path of a `.glsl`, of another package as `package:path`",
  xsd: {},
  fallback: "",
  parse(value, context) {
    const [, other, path] = /^(?:([a-z][a-z0-9_]*):)?(.*)$/s.exec(value.text) as unknown as [
      string,
      string | undefined,
      string,
    ];
    const owner = other ?? context.packageId;
    checkPath({ text: path, span: value.span }, "shader", shaderExtensions, context);
    context.useFile({ package: owner, path, value });
    return `${owner}:${path}`;
  },
  format: (name) => name,
};

export const includeElement = element({
  doc: "A file that the source, or a file that it includes, may name in `#include`.",
  text: includePath,
});

export const axisElement = element({
  doc: "A define of which each variant has one value; without values it is defined or not.",
  attributes: {
    define: needed(defineName, "its name"),
    values: optional(defineValues, null, "its values, the default first", "undefined, and 1"),
  },
});

export const setElement = element({
  doc: "Defines under a name, for materials to ask for.",
  attributes: {
    name: needed(definitionId, "how materials call it"),
    defines: needed(defines, "`NAME` or `NAME=VALUE`, separated by spaces"),
  },
});

export const shaderElement = element({
  doc: "A vertex and a fragment stage in one GLSL file.",
  attributes: assetAttributes,
  children: {
    source: needed(glsl, "the file with both stages"),
    includes: child(
      element({
        doc: "The files that may be included.",
        children: { include: list(() => includeElement) },
      }),
    ),
    variants: child(
      element({
        doc: "What is compiled besides the source as it is: each set, and none, with each choice of the axes.",
        children: { axis: list(() => axisElement), set: list(() => setElement) },
      }),
    ),
  },
});

/** Reads `<shader>`. */
export function readShader(xml: XmlElement, reader: ElementReader): ShaderDefinition {
  const { id, source, includes, variants } = reader.read(xml, shaderElement);
  const files = (includes?.elements ?? []).map(
    (include) => reader.read(include, includeElement).content,
  );
  return {
    kind: "shader",
    package: reader.packageId,
    id,
    source,
    includes: [...new Set(files)],
    variants: readVariants(variants?.elements ?? [], xml, reader),
  };
}

function readVariants(
  elements: readonly XmlElement[],
  shader: XmlElement,
  reader: ElementReader,
): ShaderVariants {
  const axes = elements
    .filter(({ name }) => name === "axis")
    .map((xml) => {
      const { define, values } = reader.read(xml, axisElement);
      return { define, values: values ?? [null, "1"] };
    });
  const sets = elements
    .filter(({ name }) => name === "set")
    .map((xml) => {
      const { name, defines } = reader.read(xml, setElement);
      return { name, defines };
    });
  reportRepeats(elements, reader);
  const count = axes.reduce((sum, { values }) => sum * values.length, sets.length + 1);
  if (count > MOST_VARIANTS) {
    const args = { expected: `at most ${MOST_VARIANTS} variants`, found: String(count) };
    reader.report("PK2006", shader.nameSpan, args, "Make fewer axes, or sets of what is used");
  }
  return { axes, sets };
}

/** Two axes of one define, or two sets of one name. */
function reportRepeats(elements: readonly XmlElement[], reader: ElementReader): void {
  const seen = new Map<string, XmlElement>();
  for (const xml of elements) {
    const key = xml.name === "axis" ? "define" : "name";
    const value = reader.value(xml, key);
    if (value === undefined) continue;
    const first = seen.get(`${key}:${value.text}`);
    const firstValue = first && reader.value(first, key);
    if (firstValue) reader.reportAgain("PK2009", value.span, { id: value.text }, firstValue.span);
    else seen.set(`${key}:${value.text}`, xml);
  }
}
