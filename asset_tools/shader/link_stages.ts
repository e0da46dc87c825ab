/** Joins the reflections of all variants' stages and checks them against each other and against the renderer. */
import { type ArgumentsOf, type Diagnostic, diagnostic } from "../document/diagnostic.ts";
import type { Code } from "../document/messages.ts";
import type { ShaderTypeName } from "../fpkg/format/shader.ts";
import type { Attribute, Sampler, ShaderReflection, UniformBlock } from "../fpkg/shader_blob.ts";
import { scalarCount } from "../material/pack_uniforms.ts";
import type { AnnotatedGlsl } from "./annotate_glsl.ts";
import { type Annotation, semanticOfName } from "./annotations.ts";
import type { Token } from "./glsl_tokens.ts";
import type { StageBlock, StageReflection, StageVariable } from "./reflect_spirv.ts";
import { contractAttributes, contractBindings, contractBlocks } from "./renderer_contract.ts";

/** Both stages of a variant. */
export interface StagePair {
  readonly vertex: StageReflection;
  readonly fragment: StageReflection;
}

/** GLSL ES 3.00 promises this many texture units. */
const MOST_SAMPLERS = 16;

/** What all variants declare together; only of use without errors. */
export function linkStages(
  variants: readonly StagePair[],
  glsl: Pick<AnnotatedGlsl, "tokens" | "annotations">,
  files: readonly string[],
): { readonly reflection: ShaderReflection; readonly diagnostics: readonly Diagnostic[] } {
  const { tokens, annotations } = glsl;
  const diagnostics: Diagnostic[] = [];
  const report = <C extends Code>(code: C, name: string, args: ArgumentsOf<C>): void => {
    diagnostics.push(diagnostic(code, placeOf(name, files, tokens), args));
  };
  const inputs = new Map(
    variants.flatMap(({ vertex }) => vertex.inputs).map((input) => [input.name, input]),
  );
  const attributes = [...inputs.values()]
    .flatMap((input) => linkAttribute(input, report) ?? [])
    .sort((a, b) => a.location - b.location);
  for (const { vertex, fragment } of variants) {
    for (const input of fragment.inputs) {
      const output = vertex.outputs.find(({ name }) => name === input.name);
      if (output?.type !== input.type) {
        report("AS3012", input.name, { name: input.name, type: input.type ?? "this type" });
      }
    }
  }
  const inSource = (a: { readonly name: string }, b: { readonly name: string }): number =>
    tokens.findIndex(({ text }) => text === a.name) -
    tokens.findIndex(({ text }) => text === b.name);
  // glslang lists by first use; the user's order is the one that edits of code leave alone.
  const stages = variants.flatMap(({ vertex, fragment }) => [vertex, fragment]);
  const declared = stages.flatMap(({ blocks }) => blocks).sort(inSource);
  const blocks = linkBlocks(declared, annotations, report);
  const sampled = stages.flatMap((stage) => stage.samplers).sort(inSource);
  const samplers = linkSamplers(sampled, annotations, report);
  const last = samplers[MOST_SAMPLERS];
  if (last) report("AS3021", last.name, { count: samplers.length, limit: MOST_SAMPLERS });
  return { reflection: { blocks, samplers, attributes }, diagnostics: unique(diagnostics) };
}

/** Variants repeat each other's problems. */
function unique(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...new Map(diagnostics.map((problem) => [JSON.stringify(problem), problem])).values()];
}

type Report = <C extends Code>(code: C, name: string, args: ArgumentsOf<C>) => void;

function placeOf(name: string, files: readonly string[], tokens: readonly Token[]) {
  const token = tokens.find((candidate) => candidate.text === name);
  const file = files[token?.source ?? 0] ?? "";
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

function linkBlocks(
  declared: readonly StageBlock[],
  annotations: ReadonlyMap<string, Annotation>,
  report: Report,
): UniformBlock[] {
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
      const said = annotations.get(member.name);
      const range = said?.range ?? null;
      const defaults = defaultsOf(member, said?.defaults ?? null, range, report);
      return { ...member, type: member.type as ShaderTypeName, range, defaults };
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

/** Defaults that the member can hold: as many numbers as it has, inside the range. */
function defaultsOf(
  member: StageBlock["members"][number],
  defaults: readonly number[] | null,
  range: readonly [number, number] | null,
  report: Report,
): readonly number[] | null {
  if (defaults === null || member.type === undefined) return null;
  const count = scalarCount({ ...member, type: member.type });
  if (defaults.length !== count) {
    const problem = `\`default\` has ${defaults.length} numbers, \`${member.name}\` has ${count}`;
    report("AS3020", member.name, { problem });
  }
  if (range && defaults.some((value) => value < range[0] || value > range[1])) {
    report("AS3020", member.name, { problem: "`default` is outside its `range`" });
  }
  return defaults;
}

function linkSamplers(
  variables: readonly StageVariable[],
  annotations: ReadonlyMap<string, Annotation>,
  report: Report,
): Sampler[] {
  const samplers = new Map<string, Sampler>();
  for (const { name, type } of variables) {
    if (type === undefined) report("AS3014", name, { name });
    else {
      const said = annotations.get(name)?.semantic ?? null;
      const semantic = said ?? semanticOfName(name);
      samplers.set(name, { name, type, semantic, isAnnotated: said !== null });
    }
  }
  return [...samplers.values()];
}
