/** A shader as an element. */
import { axisElement, includeElement, setElement, shaderElement } from "./read_shader.ts";
import { writeElement } from "./schema/write_element.ts";
import type { ShaderAxis, ShaderDefinition } from "./shader_definition.ts";
import type { NewElement } from "./write_xml.ts";

/** As `readShader` reads it. */
export function writeShader({ includes, variants, ...fields }: ShaderDefinition): NewElement {
  const own = `${fields.package}:`;
  const files = includes.map((name) => (name.startsWith(own) ? name.slice(own.length) : name));
  const elements = [
    ...variants.axes.map(writeAxis),
    ...variants.sets.map((set) => writeElement("set", setElement, set)),
  ];
  return writeElement("shader", shaderElement, {
    id: fields.id,
    source: fields.source,
    includes:
      files.length === 0
        ? null
        : {
            elements: files.map((content) => writeElement("include", includeElement, { content })),
          },
    variants: elements.length === 0 ? null : { elements },
  });
}

function writeAxis({ define, values }: ShaderAxis): NewElement {
  const given = values.filter((value) => value !== null);
  const isSwitch = given.length < values.length;
  return writeElement("axis", axisElement, { define, values: isSwitch ? null : given });
}
