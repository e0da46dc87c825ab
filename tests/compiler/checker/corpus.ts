/**
 * Programs that Haxe accepts or refuses, many to a file:
 *
 *     == title | refused 2
 *     var a:Int =
 *       "text";
 *
 * The number is the line of the first error, `2-4` where Haxe marks several. Lines without a declaration are the body of
 * `main`, whose class has the file's section `metadata`; its section `prelude` declares what they use. `-- pack/Other.hx` starts another file of the program. The
 * verdict is that of Haxe 4.2.5; `4.3: accepted` or `4.3: refused 1` after it says that 4.3 decides otherwise, and
 * `here: refused 3` that we point elsewhere: to where a bracket opens, to what lacks its semicolon, to the member rather
 * than its class.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { SourceFile } from "#compiler/source/source_file.ts";

export const CORPUS_FOLDER = path.join(import.meta.dirname, "verdicts");

/** The lines that the first error marks; null where the program is accepted. */
export type Verdict = { readonly first: number; readonly last: number } | null;

export interface VerdictProgram {
  readonly title: string;
  /** Of Haxe 4.2.5. */
  readonly recorded: Verdict;
  /** What is demanded of us. */
  readonly expected: Verdict;
  /** `Main.hx` comes first. */
  readonly files: readonly SourceFile[];
}

/** One section as it is written. */
export interface Section {
  readonly title: string;
  /** What stands after the title: the verdicts. */
  readonly verdicts: readonly string[];
  readonly body: string;
}

export function corpusFiles(): string[] {
  return readdirSync(CORPUS_FOLDER)
    .filter((name) => name.endsWith(".txt"))
    .toSorted();
}

export function readCorpus(name: string): string {
  return readFileSync(path.join(CORPUS_FOLDER, name), "utf8");
}

export function sectionsOf(text: string): Section[] {
  return text
    .split(/^== /m)
    .slice(1)
    .map((section) => {
      const end = section.indexOf("\n");
      const [title = "", ...verdicts] = section.slice(0, end).split(" | ");
      return { title, verdicts, body: section.slice(end + 1).trimEnd() };
    });
}

/** A file's programs. */
export function programsOf(text: string): VerdictProgram[] {
  const sections = sectionsOf(text);
  const bodyOf = (title: string): string =>
    sections.find((section) => section.title === title)?.body ?? "";
  const surroundings = { metadata: bodyOf("metadata"), prelude: bodyOf("prelude") };
  return sections
    .filter((section) => section.title !== "prelude" && section.title !== "metadata")
    .map(({ title, verdicts, body }) => {
      const [recorded = "", ...others] = verdicts;
      const last = others.at(-1)?.replace(/^[\w.]+: /, "") ?? recorded;
      return {
        title,
        recorded: verdictOf(recorded),
        expected: verdictOf(last),
        files: filesOf(body, surroundings),
      };
    });
}

function verdictOf(text: string): Verdict {
  const lines = /^refused (\d+)(?:-(\d+))?$/.exec(text);
  if (lines === null) return null;
  return { first: Number(lines[1]), last: Number(lines[2] ?? lines[1]) };
}

export function textOfVerdict(verdict: Verdict): string {
  if (verdict === null) return "accepted";
  const { first, last } = verdict;
  return first === last ? `refused ${first}` : `refused ${first}-${last}`;
}

interface Surroundings {
  readonly metadata: string;
  readonly prelude: string;
}

function filesOf(body: string, surroundings: Surroundings): SourceFile[] {
  const [main = "", ...others] = body.split(/^-- /m);
  const rest = others.map((text) => {
    const end = text.indexOf("\n");
    return { path: text.slice(0, end), text: text.slice(end + 1) };
  });
  return [{ path: "Main.hx", text: mainText(main, surroundings) }, ...rest];
}

/** How a line starts that is no statement. */
const DECLARATION =
  /^(@|package\b|import\b|using\b|private\b|extern\b|class\b|interface\b|enum\b|abstract\b|typedef\b|final class\b)/m;

/** Lines keep their numbers: what is added stands before the first and after the last. */
function mainText(body: string, { metadata, prelude }: Surroundings): string {
  if (/\bclass Main\b/.test(body)) return body;
  if (DECLARATION.test(body)) return `${body}\nclass Main { static function main() {} }\n`;
  return `${metadata} class Main { static function main() { ${body}\n} }\n${prelude}\n`;
}
