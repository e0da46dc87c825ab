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
  type Sampler,
  type Shader,
  shaderInterface,
  type UniformBlock,
} from "../fpkg/shader_blob.ts";
import type { MaterialDefinition, MaterialProperty } from "../package_xml/material_definition.ts";
import { textureProblem } from "./check_texture.ts";
import { chooseVariant } from "./choose_variant.ts";
import { inherit, type WholeMaterial } from "./inherit.ts";
import { packUniforms, scalarCount, shapeOf } from "./pack_uniforms.ts";

/** Compiles one material; `file` is the path of its package.xml in diagnostics, `bases` are nearest first. */
export function compileMaterial(
  definition: MaterialDefinition,
  shaderBlob: Uint8Array,
  file: string,
  bases: readonly MaterialDefinition[] = [],
): Outcome<Uint8Array> {
  const material = inherit(definition, bases);
  const compilation = new MaterialCompilation(material, decodeShader(shaderBlob), file);
  compilation.compile();
  return outcome(compilation.diagnostics, () => compilation.encode());
}

class MaterialCompilation {
  readonly diagnostics: Diagnostic[] = [];
  readonly #material: WholeMaterial;
  readonly #shader: Shader;
  readonly #file: string;
  readonly #values = new Map<string, readonly number[]>();
  readonly #textures: MaterialTexture[] = [];
  #variant = 0;

  constructor(material: WholeMaterial, shader: Shader, file: string) {
    this.#material = material;
    this.#shader = shader;
    this.#file = file;
  }

  compile(): void {
    this.#chooseVariant();
    for (const member of this.#block?.members ?? []) {
      if (member.defaults) this.#values.set(member.name, member.defaults);
    }
    for (const property of this.#material.properties) this.#property(property);
    this.#missingTextures();
  }

  encode(): Uint8Array {
    const { cull, blend, depthTest, depthWrite } = this.#material;
    const mode = blend ?? "opaque";
    return encodeMaterial({
      shader: this.#shaderName,
      shaderInterface: shaderInterface(this.#shader),
      variant: this.#variant,
      uniforms: this.#block ? packUniforms(this.#block, this.#values) : new Uint8Array(0),
      textures: this.#textures.sort((a, b) => a.unit - b.unit),
      state: {
        cull: cull ?? "back",
        blend: mode,
        depthTest: depthTest ?? "less",
        // What is seen through does not hide what is behind it.
        depthWrite: depthWrite ?? mode === "opaque",
      },
    });
  }

  get #block(): UniformBlock | undefined {
    return this.#shader.blocks.find(({ name }) => name === "Material");
  }

  get #shaderName(): string {
    return this.#material.shader ?? "";
  }

  #chooseVariant(): void {
    const chosen = chooseVariant(this.#shader, this.#material.variant);
    if ("row" in chosen) this.#variant = chosen.row;
    else {
      const args = { shader: this.#shaderName, variant: chosen.missing };
      this.#report("AS4010", ["variant"], args, chosen.hint);
    }
  }

  #property(property: MaterialProperty): void {
    const { name } = property;
    const member = this.#block?.members.find((candidate) => candidate.name === name);
    const unit = this.#shader.samplers.findIndex((sampler) => sampler.name === name);
    if (member !== undefined) this.#number(property, member);
    else if (unit >= 0) this.#texture(property, unit);
    else {
      const known = listProperties(this.#shader);
      const hint = didYouMean(name, known) ?? `Known properties: ${known.join(", ")}`;
      this.#reportOf(property, "AS4001", { shader: this.#shaderName, name }, hint, false);
    }
  }

  #number(property: MaterialProperty, member: BlockMember): void {
    const numbers = numbersOf(property, member, (code, args) =>
      this.#reportOf(property, code, args),
    );
    if (numbers === undefined) return;
    this.#values.set(property.name, numbers);
    const [least, most] = member.range ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    const beyond = numbers.find((value) => value < least || value > most);
    if (beyond === undefined) return;
    const args = { name: property.name, found: beyond, least, most };
    this.#reportOf(property, "AS4006", args, `Use a value from ${least} to ${most}`);
  }

  #texture(property: MaterialProperty, unit: number): void {
    const { name, value } = property;
    const sampler = this.#shader.samplers[unit] as Sampler;
    if (value.kind !== "texture") {
      const found = printValue(property);
      const args = { name, type: sampler.type, expected: "a texture's id", found };
      this.#reportOf(property, "AS4002", args);
      return;
    }
    const { texture, facts } = value;
    const problem = facts ? textureProblem(sampler, facts) : null;
    if (problem?.kind === "shape") {
      const args = { name, type: sampler.type, texture, found: problem.found };
      this.#reportOf(property, "AS4009", args);
    } else if (problem) {
      const { expected, found } = problem;
      const hint = sampler.isAnnotated
        ? `Write \`<semantic>${expected}</semantic>\` on the texture, or take another`
        : `If it is right, write \`//@ ${found}\` behind the sampler in the shader`;
      const code = sampler.isAnnotated ? "AS4007" : "AS4008";
      this.#reportOf(property, code, { name, expected, texture, found }, hint);
    }
    if (this.#uses(unit)) this.#textures.push({ sampler: name, unit, texture });
    else this.#reportOf(property, "AS4013", { name }, undefined, false);
  }

  #missingTextures(): void {
    for (const [unit, { name }] of this.#shader.samplers.entries()) {
      if (!this.#uses(unit) || this.#material.properties.some((known) => known.name === name)) {
        continue;
      }
      this.#report("AS4004", [], { name });
    }
  }

  /** Whether the variant has the sampler. */
  #uses(unit: number): boolean {
    return (((this.#shader.variants[this.#variant]?.samplers ?? 0) >>> unit) & 1) === 1;
  }

  /** A property that a base gives is the base's problem. */
  #reportOf<C extends Code>(
    { name }: MaterialProperty,
    code: C,
    args: ArgumentsOf<C>,
    hint?: string,
    isValue = true,
  ): void {
    if (!this.#material.own.has(name)) return;
    this.#report(code, ["properties", name, ...(isValue ? ["#text"] : [])], args, hint);
  }

  #report<C extends Code>(
    code: C,
    steps: readonly string[],
    args: ArgumentsOf<C>,
    hint?: string,
  ): void {
    const element = ["assets", `material:${this.#material.id}`, ...steps];
    this.diagnostics.push(elementDiagnostic(code, this.#file, element, args, hint));
  }
}

type Report = <C extends Code>(code: C, args: ArgumentsOf<C>) => void;

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
  report("AS4002", { name, type, expected, found: printValue(property) });
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
