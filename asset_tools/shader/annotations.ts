/**
 * What a shader says of a property behind its declaration: `float roughness; //@ range 0 1, default 0.5` and
 * `uniform sampler2D bumps; //@ normal`. Comments of this form are no part of GLSL, so nothing else reads them.
 */
import { type Diagnostic, diagnostic } from "../document/diagnostic.ts";
import { didYouMean } from "../document/suggest.ts";
import { TextureSemantic, type TextureSemanticName } from "../fpkg/format/shader.ts";
import type { Token } from "./glsl_tokens.ts";

export interface Annotation {
  /** Least and greatest value of each number. */
  readonly range: readonly [number, number] | null;
  /** Numbers of a property that a material leaves out. */
  readonly defaults: readonly number[] | null;
  /** What a sampler's texture must be. */
  readonly semantic: TextureSemanticName | null;
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;
const SEMANTICS = Object.keys(TextureSemantic).filter((name) => name !== "any");

/** Annotations by the name that is declared before each on its line. */
export function readAnnotations(
  tokens: readonly Token[],
  fileOf: (token: Token) => string,
): { readonly annotations: ReadonlyMap<string, Annotation>; readonly diagnostics: Diagnostic[] } {
  const annotations = new Map<string, Annotation>();
  const diagnostics: Diagnostic[] = [];
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== "annotation") continue;
    const place = {
      file: fileOf(token),
      line: token.line,
      column: token.column,
      length: token.text.length,
    };
    const name = declaredBefore(tokens, at);
    if (name === undefined) {
      const problem = "no declaration stands before it on its line";
      diagnostics.push(diagnostic("AS3020", place, { problem }));
      continue;
    }
    const found = readAnnotation(token.text.slice(3));
    if ("problem" in found) diagnostics.push(diagnostic("AS3020", place, found, found.hint));
    else annotations.set(name, found);
  }
  return { annotations, diagnostics };
}

/** The name in `type name;` or `type name[3];` just before. */
function declaredBefore(tokens: readonly Token[], at: number): string | undefined {
  const { line } = tokens[at] as Token;
  let index = at - 1;
  if (tokens[index]?.text !== ";") return undefined;
  index--;
  if (tokens[index]?.text === "]") while (index >= 0 && tokens[index]?.text !== "[") index--;
  if (tokens[index]?.text === "[") index--;
  const token = tokens[index];
  return token?.kind === "word" && token.line === line ? token.text : undefined;
}

function readAnnotation(text: string): Annotation | { problem: string; hint?: string } {
  let annotation: Annotation = { range: null, defaults: null, semantic: null };
  for (const item of text.split(",")) {
    const [word = "", ...rest] = item.trim().split(/\s+/);
    const numbers = rest.map(Number);
    if ((word === "range" || word === "default") && !rest.every((part) => NUMBER.test(part))) {
      return { problem: `\`${word}\` is followed by \`${rest.join(" ")}\`, expected numbers` };
    }
    if (word === "range") {
      const [least, most] = numbers;
      if (least === undefined || most === undefined || rest.length > 2 || least > most) {
        return { problem: "`range` needs the least and the greatest value" };
      }
      annotation = { ...annotation, range: [least, most] };
    } else if (word === "default" && numbers.length > 0) {
      annotation = { ...annotation, defaults: numbers };
    } else if (SEMANTICS.includes(word) && rest.length === 0) {
      annotation = { ...annotation, semantic: word as TextureSemanticName };
    } else {
      const known = ["range", "default", ...SEMANTICS];
      const hint = didYouMean(word, known) ?? `Known words: ${known.join(", ")}`;
      return { problem: `\`${item.trim()}\` is not known`, hint };
    }
  }
  return annotation;
}

/** What a sampler's name promises where no annotation says it. */
export function semanticOfName(name: string): TextureSemanticName {
  if (/normal|bump/i.test(name)) return "normal";
  return /albedo|colou?r|diffuse|emissi/i.test(name) ? "color" : "any";
}
