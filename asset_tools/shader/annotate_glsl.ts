/**
 * Turns GLSL ES 3.00 into what glslang checks, Vulkan's ES 3.10: every block, sampler, input and output gets a
 * binding or location, on its own line, so that lines stay the user's. What only ES 3.00 forbids, or only our engine,
 * is reported here, where the token is at hand.
 */
import { type ArgumentsOf, type Diagnostic, diagnostic } from "../document/diagnostic.ts";
import type { Code } from "../document/messages.ts";
import { type Annotation, readAnnotations } from "./annotations.ts";
import type { ExpandedGlsl } from "./expand_includes.ts";
import { type Token, tokenize } from "./glsl_tokens.ts";

export interface AnnotatedGlsl {
  /** Text for glslang, without the `#version` line. */
  readonly annotated: string;
  /** Text for the driver: as written, but for `#extension` lines. */
  readonly plain: string;
  /** `#extension` lines, which must stand before all else. */
  readonly extensions: readonly string[];
  readonly tokens: readonly Token[];
  /** What is said of properties, by name. */
  readonly annotations: ReadonlyMap<string, Annotation>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Vulkan calls these differently. */
const RENAMED: Readonly<Record<string, string>> = {
  gl_VertexID: "gl_VertexIndex",
  gl_InstanceID: "gl_InstanceIndex",
};

/** Locations that an attribute or varying takes at most, as a mat4; a fragment output takes one. */
const LOCATION_STEP = 4;

/** Prepares a text whose includes are in it. */
export function annotateGlsl({ text, files }: ExpandedGlsl): AnnotatedGlsl {
  const all = tokenize(text);
  const fileOf = (token: Token): string => files[token.source] ?? "";
  const { annotations, diagnostics } = readAnnotations(all, fileOf);
  const tokens = all.filter(({ kind }) => kind !== "annotation");
  const report = <C extends Code>(
    code: C,
    token: Token,
    args: ArgumentsOf<C>,
    hint?: string,
  ): void => {
    const { line, column } = token;
    diagnostics.push(
      diagnostic(
        code,
        { file: fileOf(token), line, column, length: token.text.length },
        args,
        hint,
      ),
    );
  };
  const extensions: string[] = [];
  let annotated = "";
  let plain = "";
  let copied = 0;
  let binding = 0;
  let location = 0;
  let output = 0;
  const regions = new StageRegions();
  const emit = (token: Token, replacement: string, plainReplacement: string): void => {
    const between = text.slice(copied, token.offset);
    annotated += between + replacement;
    plain += between + plainReplacement;
    copied = token.offset + token.text.length;
  };
  const hasStd140Default = /layout\s*\(\s*std140\s*\)\s*uniform\s*;/.test(text);

  for (const [at, token] of tokens.entries()) {
    const { text: word } = token;
    if (token.kind === "directive") {
      regions.directive(word);
      if (/^#\s*version\b/.test(word)) report("AS3003", token, {});
      if (!/^#\s*extension\b/.test(word)) continue;
      extensions.push(word);
      emit(token, "", "");
    } else if (RENAMED[word] !== undefined) {
      emit(token, RENAMED[word], word);
    } else if (word === "uniform" && token.depth === 0) {
      const layout = layoutBefore(tokens, at);
      const declared = declaredAfter(tokens, at);
      if (layout.includes("binding")) report("AS3013", token, { name: "binding" });
      if (declared.kind === "block" && !hasStd140Default && !layout.includes("std140")) {
        report("AS3005", declared.name, { name: declared.name.text });
      }
      if (declared.kind === "value") report("AS3004", declared.name, { name: declared.name.text });
      if (declared.kind !== "nothing") emit(token, `layout(binding = ${binding++}) uniform`, word);
    } else if ((word === "in" || word === "out") && token.depth === 0) {
      if (layoutBefore(tokens, at).includes("location")) continue;
      if (word === "out" && regions.isFragment()) {
        emit(token, `layout(location = ${output++}) out`, word);
        continue;
      }
      emit(token, `layout(location = ${location}) ${word}`, word);
      location += LOCATION_STEP;
    }
  }
  const rest = text.slice(copied);
  return {
    annotated: annotated + rest,
    plain: plain + rest,
    extensions,
    tokens,
    annotations,
    diagnostics,
  };
}

/** Follows conditionals to know whether text belongs to the fragment stage. */
class StageRegions {
  /** One entry an open `#if`; undefined for conditions that do not name a stage. */
  readonly #open: (boolean | undefined)[] = [];

  directive(text: string): void {
    if (/^#\s*if/.test(text)) this.#open.push(fragmentCondition(text));
    else if (/^#\s*endif\b/.test(text)) this.#open.pop();
    else if (/^#\s*elif\b/.test(text)) this.#open.splice(-1, 1, fragmentCondition(text));
    else if (/^#\s*else\b/.test(text)) {
      const condition = this.#open.pop();
      this.#open.push(condition === undefined ? undefined : !condition);
    }
  }

  isFragment(): boolean {
    return this.#open.findLast((condition) => condition !== undefined) ?? false;
  }
}

function fragmentCondition(directive: string): boolean | undefined {
  const isNegative = /^#\s*ifndef\b|!\s*defined/.test(directive);
  if (/\bFRAGMENT\b/.test(directive)) return !isNegative;
  return /\bVERTEX\b/.test(directive) ? isNegative : undefined;
}

/** Words inside the `layout(...)` that ends just before token `at`, past other qualifiers. */
function layoutBefore(tokens: readonly Token[], at: number): string[] {
  const words: string[] = [];
  for (let index = at - 1; index >= 0; index--) {
    const { text, kind } = tokens[index] as Token;
    if (text === ";" || text === "}" || kind === "directive") break;
    words.push(text);
  }
  return words;
}

const QUALIFIERS = new Set(["lowp", "mediump", "highp", "const", "flat", "smooth", "centroid"]);

type Declared =
  | { readonly kind: "block" | "sampler" | "value"; readonly name: Token }
  | { readonly kind: "nothing" };

/** What the `uniform` at `at` declares. */
function declaredAfter(tokens: readonly Token[], at: number): Declared {
  let index = at + 1;
  while (QUALIFIERS.has(tokens[index]?.text ?? "")) index++;
  const type = tokens[index];
  const next = tokens[index + 1];
  if (type?.kind !== "word" || next === undefined) return { kind: "nothing" };
  if (next.text === "{") return { kind: "block", name: type };
  return { kind: /^[iu]?sampler/.test(type.text) ? "sampler" : "value", name: next };
}
