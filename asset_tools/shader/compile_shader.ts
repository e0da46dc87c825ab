/** ShaderCompile: one GLSL ES 3.00 source with both stages to a checked, reflected shader blob. */
import { type Diagnostic, diagnostic, hasErrors, type Outcome } from "../document/diagnostic.ts";
import { encodeShader } from "../fpkg/shader_blob.ts";
import { type AnnotatedGlsl, annotateGlsl } from "./annotate_glsl.ts";
import { runGlslang, type Stage } from "./glslang.ts";
import { linkStages } from "./link_stages.ts";
import { reflectSpirv, type StageReflection } from "./reflect_spirv.ts";
import { shaderErrors } from "./shader_errors.ts";

const DEFINES: Readonly<Record<Stage, string>> = { vertex: "VERTEX", fragment: "FRAGMENT" };

/** Fragment shaders have no default precision for these. */
const PRECISIONS = [
  "precision highp float;",
  "precision highp int;",
  "precision highp sampler2DArray;",
  "precision highp sampler2DShadow;",
];

/** Compiles one shader; `file` is the source's path in diagnostics. */
export async function compileShader(
  source: Uint8Array,
  file: string,
): Promise<Outcome<Uint8Array>> {
  const text = new TextDecoder().decode(source).replaceAll("\r\n", "\n");
  const glsl = annotateGlsl(text, file);
  const diagnostics: Diagnostic[] = [...glsl.diagnostics, ...missingStages(glsl, file)];
  if (hasErrors(diagnostics)) return { diagnostics };

  const vertex = await checkStage(glsl, "vertex", file);
  const fragment = await checkStage(glsl, "fragment", file);
  if (Array.isArray(vertex) || Array.isArray(fragment)) {
    return { diagnostics: withoutRepeats([vertex, fragment].filter(Array.isArray).flat()) };
  }
  const { reflection, diagnostics: problems } = linkStages(vertex, fragment, file, glsl.tokens);
  if (hasErrors(problems)) return { diagnostics: problems };
  const value = encodeShader({
    ...reflection,
    vertex: stageText(glsl.plain, glsl, "vertex", "300 es"),
    fragment: stageText(glsl.plain, glsl, "fragment", "300 es"),
  });
  return { value, diagnostics: problems };
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
  file: string,
): Promise<StageReflection | Diagnostic[]> {
  const result = await runGlslang(stageText(glsl.annotated, glsl, stage, "310 es"), stage);
  return "spirv" in result
    ? reflectSpirv(result.spirv)
    : shaderErrors(result.log, file, glsl.tokens);
}

/** A complete text for one stage; `#line` makes a driver's messages name the user's lines. */
function stageText(text: string, glsl: AnnotatedGlsl, stage: Stage, version: string): string {
  const head = [`#version ${version}`, ...glsl.extensions, `#define ${DEFINES[stage]} 1`];
  if (stage === "fragment") head.push(...PRECISIONS);
  return [...head, "#line 1", text].join("\n");
}

/** Code outside the `#ifdef`s is checked twice. */
function withoutRepeats(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [
    ...new Map(
      diagnostics.map((problem) => [`${problem.line}:${problem.message}`, problem]),
    ).values(),
  ];
}
