/**
 * One-line programs over the types of snippets/prelude.hx, which Haxe 4.2.5 accepts or refuses: so do we. What stands
 * after ` ## ` is another member of the class.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import test from "ava";
import { severityOf, textOfDiagnostic } from "#compiler/diagnostics/diagnostic.ts";
import type { SourceFile } from "#compiler/source/source_file.ts";
import { checkSources, syntaxProblems } from "./checking.ts";

const folder = path.join(import.meta.dirname, "snippets");
const prelude = readFileSync(path.join(folder, "prelude.hx"), "utf8");

function errorsOf(snippet: string): string[] {
  const [body, member = ""] = snippet.split(" ## ");
  const text = `class Main {\n\tstatic function main() {\n\t\t${body}\n\t}\n\n\t${member}\n}\n\n${prelude}`;
  const source: SourceFile = { path: "Main.hx", text };
  return [...syntaxProblems([source]), ...checkSources([source]).diagnostics]
    .filter((problem) => severityOf(problem) === "error")
    .map(textOfDiagnostic);
}

function snippetsIn(file: string): string[] {
  return readFileSync(path.join(folder, file), "utf8").trimEnd().split("\n");
}

test("what Haxe accepts is accepted", (t) => {
  for (const snippet of snippetsIn("accepted.txt")) t.deepEqual(errorsOf(snippet), [], snippet);
});

test("what Haxe refuses is refused", (t) => {
  for (const snippet of snippetsIn("refused.txt")) t.true(errorsOf(snippet).length > 0, snippet);
});
