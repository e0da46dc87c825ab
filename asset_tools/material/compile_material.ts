/** MaterialCompile: a definition and its compiled shader to a material blob. */
import {
  type ArgumentsOf,
  type Diagnostic,
  elementDiagnostic,
  type Outcome,
  outcome,
} from "../document/diagnostic.ts";
import type { Code } from "../document/messages.ts";
import { didYouMean } from "../document/suggest.ts";
import { encodeMaterial, type MaterialTexture } from "../fpkg/material_blob.ts";
import {
  type BlockMember,
  decodeShader,
  type Shader,
  shaderInterface,
} from "../fpkg/shader_blob.ts";
import type { MaterialDefinition, MaterialProperty } from "../package_xml/material_definition.ts";
import { packUniforms, scalarCount, shapeOf } from "./pack_uniforms.ts";

/** Compiles one material; `file` is the path of its package.xml in diagnostics. */
export function compileMaterial(
  definition: MaterialDefinition,
  shaderBlob: Uint8Array,
  file: string,
): Outcome<Uint8Array> {
  const shader = decodeShader(shaderBlob);
  const block = shader.blocks.find(({ name }) => name === "Material");
  const values = new Map<string, readonly number[]>();
  const textures: MaterialTexture[] = [];
  const diagnostics: Diagnostic[] = [];
  const report = <C extends Code>(
    code: C,
    property: string,
    args: ArgumentsOf<C>,
    hint?: string,
  ): void => {
    const element = ["assets", `material:${definition.id}`, "properties", property, "#text"];
    diagnostics.push(elementDiagnostic(code, file, element, args, hint));
  };

  for (const property of definition.properties) {
    const { name, value } = property;
    const member = block?.members.find((candidate) => candidate.name === name);
    const unit = shader.samplers.findIndex((sampler) => sampler.name === name);
    if (member !== undefined) {
      const numbers = numbersOf(property, member, report);
      if (numbers) values.set(name, numbers);
    } else if (unit < 0) {
      const known = listProperties(shader);
      const hint = didYouMean(name, known) ?? `Known properties: ${known.join(", ")}`;
      const element = ["assets", `material:${definition.id}`, "properties", name];
      const args = { shader: definition.shader, name };
      diagnostics.push(elementDiagnostic("AS4001", file, element, args, hint));
    } else if (value.kind === "texture") {
      textures.push({ sampler: name, unit, texture: value.texture });
    } else {
      report("AS4002", name, {
        name,
        type: shader.samplers[unit]?.type as string,
        expected: "a texture's id",
        found: printValue(property),
      });
    }
  }
  for (const { name } of shader.samplers) {
    if (definition.properties.some((property) => property.name === name)) continue;
    const element = ["assets", `material:${definition.id}`];
    diagnostics.push(elementDiagnostic("AS4004", file, element, { name }));
  }
  const { cull, blend, depthTest, depthWrite } = definition;
  return outcome(diagnostics, () =>
    encodeMaterial({
      shader: definition.shader,
      shaderInterface: shaderInterface(shader),
      uniforms: block ? packUniforms(block, values) : new Uint8Array(0),
      textures: textures.sort((a, b) => a.unit - b.unit),
      state: { cull, blend, depthTest, depthWrite },
    }),
  );
}

type Report = <C extends Code>(
  code: C,
  property: string,
  args: ArgumentsOf<C>,
  hint?: string,
) => void;

function listProperties(shader: Shader): string[] {
  const members = shader.blocks.find(({ name }) => name === "Material")?.members ?? [];
  return [...members, ...shader.samplers].map(({ name }) => name);
}

/** The property's value as the numbers that `member` takes. */
function numbersOf(
  property: MaterialProperty,
  member: BlockMember,
  report: Report,
): readonly number[] | undefined {
  const { name, value } = property;
  const type = member.arrayLength > 0 ? `${member.type}[${member.arrayLength}]` : member.type;
  const shape = shapeOf(member.type);
  if (shape === undefined) {
    report("AS4005", name, { name, type });
    return undefined;
  }
  const count = scalarCount(member);
  // In std140 a bool is a uint, and SPIR-V says so.
  const takesBool = (shape.scalar === "bool" || shape.scalar === "uint") && count === 1;
  if (value.kind === "bool" && takesBool) return [value.value ? 1 : 0];
  if (value.kind === "numbers" && value.values.length === count) {
    if (shape.scalar === "float" || value.values.every((number) => fits(number, shape.scalar))) {
      return value.values;
    }
  }
  const what = shape.scalar === "float" ? "number" : "whole number";
  const expected = `${count} ${what}${count === 1 ? "" : "s"}`;
  report("AS4002", name, { name, type, expected, found: printValue(property) });
  return undefined;
}

function fits(value: number, scalar: string): boolean {
  return (
    Number.isInteger(value) && (scalar === "int" ? (value | 0) === value : value >>> 0 === value)
  );
}

function printValue({ value }: MaterialProperty): string {
  switch (value.kind) {
    case "numbers":
      return value.values.join(" ");
    case "bool":
      return String(value.value);
    case "texture":
      return value.texture;
  }
}
