/** What Haxe accepts we accept; what it refuses we refuse, with the first error on a line that Haxe's marks. */
import test from "ava";
import { severityOf } from "#compiler/diagnostics/diagnostic.ts";
import { positionAt, type SourceFile } from "#compiler/source/source_file.ts";
import { checkSources, syntaxProblems } from "./checking.ts";
import {
  corpusFiles,
  programsOf,
  readCorpus,
  textOfVerdict,
  type Verdict,
  type VerdictProgram,
} from "./corpus.ts";

/** The line of the first error; a program with errors of syntax is not checked. */
function ourVerdict(files: readonly SourceFile[]): Verdict {
  const syntax = syntaxProblems(files).filter(isError);
  const found = syntax.length > 0 ? syntax : checkSources(files).diagnostics.filter(isError);
  const [first] = found;
  if (first === undefined) return null;
  const file = files.find(({ path }) => path === first.file);
  const line = file === undefined ? 0 : positionAt(file, first.span.start).line + 1;
  return { first: line, last: line };
}

function isError(problem: Parameters<typeof severityOf>[0]): boolean {
  return severityOf(problem) === "error";
}

function disagreement({ title, expected, files }: VerdictProgram): string[] {
  const found = ourVerdict(files);
  if (agrees(found, expected)) return [];
  return [`${title}: expected ${textOfVerdict(expected)}, found ${textOfVerdict(found)}`];
}

function agrees(found: Verdict, expected: Verdict): boolean {
  if (found === null || expected === null) return found === expected;
  return expected.first <= found.first && found.first <= expected.last;
}

for (const name of corpusFiles()) {
  test(name, (t) => {
    t.deepEqual(programsOf(readCorpus(name)).flatMap(disagreement), []);
  });
}
