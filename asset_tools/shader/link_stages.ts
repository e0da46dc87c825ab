/** Joins the reflections of both stages and checks them against each other and against the renderer. */
import { type ArgumentsOf, type Diagnostic, diagnostic } from "../document/diagnostic.ts";
import type { Code } from "../document/messages.ts";
import type { ShaderTypeName } from "../fpkg/format.ts";
import type { Attribute, Sampler, ShaderReflection, UniformBlock } from "../fpkg/shader_blob.ts";
import type { Token } from "./glsl_tokens.ts";
import type { StageBlock, StageReflection, StageVariable } from "./reflect_spirv.ts";
import { contractAttributes, contractBindings, contractBlocks } from "./renderer_contract.ts";

/** The shader's interface; only of use without errors. */
export function linkStages(
  vertex: StageReflection,
  fragment: StageReflection,
  file: string,
  tokens: readonly Token[],
): { readonly reflection: ShaderReflection; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const report = <C extends Code>(code: C, name: string, args: ArgumentsOf<C>): void => {
    diagnostics.push(diagnostic(code, placeOf(name, file, tokens), args));
  };
  const attributes = vertex.inputs
    .flatMap((input) => linkAttribute(input, report) ?? [])
    .sort((a, b) => a.location - b.location);
  for (const input of fragment.inputs) {
    const output = vertex.outputs.find(({ name }) => name === input.name);
    if (output?.type !== input.type) {
      report("AS3012", input.name, { name: input.name, type: input.type ?? "this type" });
    }
  }
  const inSource = (a: { readonly name: string }, b: { readonly name: string }): number =>
    tokens.findIndex(({ text }) => text === a.name) -
    tokens.findIndex(({ text }) => text === b.name);
  // glslang lists by first use; the user's order is the one that edits of code leave alone.
  const blocks = linkBlocks([...vertex.blocks, ...fragment.blocks].sort(inSource), report);
  const samplers = linkSamplers([...vertex.samplers, ...fragment.samplers].sort(inSource), report);
  return { reflection: { blocks, samplers, attributes }, diagnostics };
}

type Report = <C extends Code>(code: C, name: string, args: ArgumentsOf<C>) => void;

function placeOf(name: string, file: string, tokens: readonly Token[]) {
  const token = tokens.find((candidate) => candidate.text === name);
  return { file, line: token?.line ?? 1, column: token?.column ?? 1, length: name.length };
}

function linkAttribute(input: StageVariable, report: Report): Attribute | undefined {
  const { name } = input;
  const location = contractAttributes.findIndex((attribute) => attribute.name === name);
  const known = contractAttributes[location];
  if (known === undefined) {
    report("AS3007", name, { name });
    return undefined;
  }
  if (known.type !== input.type) {
    report("AS3008", name, { name, found: input.type ?? "another type", expected: known.type });
  }
  return { ...known, location };
}

function linkBlocks(declared: readonly StageBlock[], report: Report): UniformBlock[] {
  const blocks = new Map<string, StageBlock>();
  for (const block of declared) {
    const other = blocks.get(block.name);
    if (other && JSON.stringify(other) !== JSON.stringify(block))
      report("AS3009", block.name, { name: block.name });
    blocks.set(block.name, other ?? block);
  }
  const named = contractBindings.flatMap((name) => blocks.get(name) ?? []);
  const own = [...blocks.values()].filter(({ name }) => !contractBindings.includes(name));
  return [...named, ...own].map((block) => {
    checkContract(block, report);
    const known = contractBindings.indexOf(block.name);
    const binding = known >= 0 ? known : contractBindings.length + own.indexOf(block);
    const members = block.members.map((member) => {
      if (member.type === undefined) report("AS3006", member.name, { type: member.name });
      return { ...member, type: member.type as ShaderTypeName };
    });
    return { name: block.name, binding, size: block.size, members };
  });
}

function checkContract(block: StageBlock, report: Report): void {
  const expected = contractBlocks[block.name];
  if (expected === undefined) return;
  for (const [index, member] of block.members.entries()) {
    const known = expected[index];
    if (known?.name === member.name && known.type === member.type && member.arrayLength === 0)
      continue;
    const wanted = known ? `${known.type} ${known.name}` : "nothing more";
    report("AS3010", member.name, { name: member.name, block: block.name, expected: wanted });
  }
}

function linkSamplers(variables: readonly StageVariable[], report: Report): Sampler[] {
  const samplers = new Map<string, Sampler>();
  for (const { name, type } of variables) {
    if (type === undefined) report("AS3014", name, { name });
    else samplers.set(name, { name, type });
  }
  return [...samplers.values()];
}
