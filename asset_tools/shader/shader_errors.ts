/** glslang's log as diagnostics in GLSL's own words. */
import { type Diagnostic, diagnostic, wholeFile } from "../document/diagnostic.ts";
import { didYouMean } from "../document/suggest.ts";
import type { Token } from "./glsl_tokens.ts";

const LINE = /^ERROR: (\d+):(\d+): '(.*?)' : (.*)$/;

/** One diagnostic a line, since what follows an error on its line is mostly its echo; at least one. */
export function shaderErrors(
  log: readonly string[],
  files: readonly string[],
  tokens: readonly Token[],
): Diagnostic[] {
  const byLine = new Map<string, Diagnostic>();
  for (const entry of log) {
    const match = LINE.exec(entry.trim());
    if (match === null) continue;
    const [, sourceText, lineText, subject, rest] = match as unknown as string[] as [
      string,
      string,
      string,
      string,
      string,
    ];
    const place = `${sourceText}:${lineText}`;
    if (byLine.has(place) || rest.startsWith("compilation terminated")) continue;
    const [source, line] = [Number(sourceText), Number(lineText)];
    const file = files[source] ?? "";
    byLine.set(place, shaderError({ file, source, line }, subject, readable(rest), tokens));
  }
  return byLine.size > 0 ? [...byLine.values()] : [unplacedError(log, files)];
}

/** What glslang says without a line, or nothing where it broke down. */
function unplacedError(log: readonly string[], [file = ""]: readonly string[]): Diagnostic {
  const said = log.map((line) => line.trim()).find((line) => /^ERROR: (?!\d+ comp)/.test(line));
  const problem = said?.replace(/^ERROR: /, "") ?? "The compiler cannot make sense of it";
  return diagnostic("AS3001", wholeFile(file), { problem });
}

function shaderError(
  { file, source, line }: { file: string; source: number; line: number },
  subject: string,
  text: string,
  tokens: readonly Token[],
): Diagnostic {
  const onLine = tokens.filter((token) => token.line === line && token.source === source);
  const token = onLine.find((candidate) => candidate.text === subject) ?? onLine[0];
  const place = { file, line, column: token?.column ?? 1, length: token?.text.length ?? 1 };
  const problem = subject === "" ? capital(text) : `\`${subject}\`: ${text}`;
  const hint =
    text === "undeclared identifier" ? didYouMean(subject, words(tokens, subject)) : undefined;
  return diagnostic("AS3001", place, { problem }, hint);
}

function words(tokens: readonly Token[], except: string): Set<string> {
  const found = tokens.filter(({ kind, text }) => kind === "word" && text !== except);
  return new Set(found.map(({ text }) => text));
}

const VECTORS: Readonly<Record<string, string>> = {
  float: "vec",
  int: "ivec",
  uint: "uvec",
  bool: "bvec",
};

/** Types as they are written in GLSL, and nothing of the layout that was added for the check. */
function readable(text: string): string {
  return text
    .replaceAll(/layout\([^)]*\) ?/g, "")
    .replaceAll(
      /(\d)-component vector of (float|int|uint|bool)/g,
      (_, size, of: string) => `${VECTORS[of]}${size}`,
    )
    .replaceAll(/(\d)X\1 matrix of float/g, "mat$1")
    .replaceAll(/\b(temp|const|uniform|global|in|out|highp|mediump|lowp|smooth) (?=[^']*')/g, "")
    .replaceAll(/'([^']+)'/g, (_, quoted: string) => `\`${quoted.trim()}\``)
    .replaceAll(/ +/g, " ")
    .trim();
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
