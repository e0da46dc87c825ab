/** ShaderCompile: one GLSL ES 3.00 source with both stages to a checked, reflected shader blob. */
import {
  type Diagnostic,
  diagnostic,
  hasErrors,
  type Outcome,
  wholeFile,
  withRelated,
} from "../document/diagnostic.ts";
import { encodeShader, type Sampler } from "../fpkg/shader_blob.ts";
import { NO_VARIANTS, type ShaderVariants } from "../package_xml/shader_definition.ts";
import { type AnnotatedGlsl, annotateGlsl } from "./annotate_glsl.ts";
import { type ExpandedGlsl, expandIncludes, type ShaderFile } from "./expand_includes.ts";
import { runGlslang, type Stage } from "./glslang.ts";
import { linkStages, type StagePair } from "./link_stages.ts";
import { reflectSpirv, type StageReflection } from "./reflect_spirv.ts";
import { shaderErrors } from "./shader_errors.ts";
import { listVariants, type VariantDefines, variantTitle } from "./variants.ts";

const DEFINES: Readonly<Record<Stage, string>> = { vertex: "VERTEX", fragment: "FRAGMENT" };

/** Fragment shaders have no default precision for these. */
const PRECISIONS = [
  "precision highp float;",
  "precision highp int;",
  "precision highp sampler2DArray;",
  "precision highp sampler2DShadow;",
  "precision highp samplerCubeShadow;",
  "precision highp sampler2DArrayShadow;",
];

/** What a shader is made of besides its source. */
export interface ShaderOptions {
  /** The source as `package:path`, which includes are relative to. */
  readonly name: string;
  /** Files that it may include, by `package:path`. */
  readonly includes: ReadonlyMap<string, ShaderFile>;
  readonly variants: ShaderVariants;
}

/** Compiles one shader, every variant of it; `file` is the source's path in diagnostics. */
export async function compileShader(
  source: Uint8Array,
  file: string,
  options: ShaderOptions = { name: `:${file}`, includes: new Map(), variants: NO_VARIANTS },
): Promise<Outcome<Uint8Array>> {
  const expanded = expandIncludes({ file, bytes: source }, options.name, options.includes);
  const around = (problems: readonly Diagnostic[]): Diagnostic[] =>
    problems.map((problem) => withChain(problem, expanded));
  if (hasErrors(expanded.diagnostics)) return { diagnostics: expanded.diagnostics };
  const glsl = annotateGlsl(expanded);
  const early = [...glsl.diagnostics, ...missingStages(glsl, file)];
  if (hasErrors(early)) return { diagnostics: around(early) };

  const variants = listVariants(options.variants);
  const pairs: StagePair[] = [];
  const problems: Diagnostic[] = [];
  for (const variant of variants) {
    const vertex = await checkStage(glsl, "vertex", variant, expanded.files);
    const fragment = await checkStage(glsl, "fragment", variant, expanded.files);
    if (Array.isArray(vertex) || Array.isArray(fragment)) {
      const found = [vertex, fragment].filter(Array.isArray).flat();
      problems.push(...found.map((problem) => inVariant(problem, variant)));
    } else pairs.push({ vertex, fragment });
  }
  if (problems.length > 0) return { diagnostics: around(withoutRepeats(problems)) };
  const linked = linkStages(pairs, glsl, expanded.files);
  const late = [...linked.diagnostics, ...unusedDefines(options.variants, glsl, file)];
  if (hasErrors(late)) return { diagnostics: around(late) };
  const { samplers } = linked.reflection;
  const value = encodeShader({
    ...linked.reflection,
    variants: variants.map((variant, row) => ({
      name: variant.name,
      choice: variant.choice,
      vertex: stageText(glsl.plain, glsl, "vertex", variant, "300 es"),
      fragment: stageText(glsl.plain, glsl, "fragment", variant, "300 es"),
      samplers: samplerBits(samplers, pairs[row] as StagePair),
    })),
  });
  return { value, diagnostics: around(late) };
}

function samplerBits(samplers: readonly Sampler[], { vertex, fragment }: StagePair): number {
  const names = new Set([...vertex.samplers, ...fragment.samplers].map(({ name }) => name));
  return samplers.reduce((bits, { name }, row) => (names.has(name) ? bits | (1 << row) : bits), 0);
}

/** Adds how the file of a problem came to be included. */
function withChain(problem: Diagnostic, { files, chains }: ExpandedGlsl): Diagnostic {
  const chain = chains[files.indexOf(problem.file)] ?? [];
  return withRelated(problem, [...(problem.related ?? []), ...chain]);
}

/** The plain variant, which most problems are in, goes without saying. */
function inVariant(problem: Diagnostic, variant: VariantDefines): Diagnostic {
  if (variant.name === "" && variant.choice === "") return problem;
  const hint = `It is so in variant \`${variantTitle(variant)}\``;
  return { ...problem, hint: problem.hint === undefined ? hint : `${problem.hint} ${hint}` };
}

function unusedDefines(
  { axes, sets }: ShaderVariants,
  glsl: AnnotatedGlsl,
  file: string,
): Diagnostic[] {
  const names = new Set([
    ...axes.map(({ define }) => define),
    ...sets.flatMap(({ defines }) => defines.map(([name]) => name)),
  ]);
  return [...names]
    .filter((name) => {
      const whole = new RegExp(`\\b${name}\\b`);
      return !glsl.tokens.some(({ text }) => whole.test(text));
    })
    .map((name) => diagnostic("AS3022", wholeFile(file), { name }));
}

function missingStages(glsl: AnnotatedGlsl, file: string): Diagnostic[] {
  return (["vertex", "fragment"] as const)
    .filter((stage) => {
      const define = new RegExp(`\\b${DEFINES[stage]}\\b`);
      return !glsl.tokens.some(({ kind, text }) => kind === "directive" && define.test(text));
    })
    .map((stage) => {
      const hint = `Put the ${stage} stage between \`#ifdef ${DEFINES[stage]}\` and \`#endif\``;
      const place = { file, line: 1, column: 1, length: 1 };
      return diagnostic("AS3002", place, { define: DEFINES[stage], stage }, hint);
    });
}

async function checkStage(
  glsl: AnnotatedGlsl,
  stage: Stage,
  variant: VariantDefines,
  files: readonly string[],
): Promise<StageReflection | Diagnostic[]> {
  const text = stageText(glsl.annotated, glsl, stage, variant, "310 es");
  const result = await runGlslang(text, stage);
  return "spirv" in result
    ? reflectSpirv(result.spirv)
    : shaderErrors(result.log, files, glsl.tokens);
}

/** A complete text for one stage; `#line` makes a driver's messages name the user's lines. */
function stageText(
  text: string,
  glsl: AnnotatedGlsl,
  stage: Stage,
  variant: VariantDefines,
  version: string,
): string {
  const head = [`#version ${version}`, ...glsl.extensions, `#define ${DEFINES[stage]} 1`];
  head.push(...variant.defines.map(([name, value]) => `#define ${name} ${value}`));
  if (stage === "fragment") head.push(...PRECISIONS);
  return [...head, "#line 1", text].join("\n");
}

/** Code outside the `#ifdef`s is checked twice, and in every variant. */
function withoutRepeats(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const found = new Map<string, Diagnostic>();
  for (const problem of diagnostics) {
    const key = `${problem.file}:${problem.line}:${problem.message}`;
    if (!found.has(key)) found.set(key, problem);
  }
  return [...found.values()];
}
