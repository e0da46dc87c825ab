/**
 * Programs of one line, which Haxe 4.2.5 accepts or refuses: so do we. Statements are over the types of
 * snippets/prelude.hx; what stands after ` ## ` is another member of their class.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import test from "ava";
import { severityOf, textOfDiagnostic } from "#compiler/diagnostics/diagnostic.ts";
import type { SourceFile } from "#compiler/source/source_file.ts";
import { checkSources, syntaxProblems } from "./checking.ts";

const folder = path.join(import.meta.dirname, "snippets");
const prelude = readFileSync(path.join(folder, "prelude.hx"), "utf8");

function statement(snippet: string): string {
  const [body, member = ""] = snippet.split(" ## ");
  return `class Main {\n\tstatic function main() {\n\t\t${body}\n\t}\n\n\t${member}\n}\n\n${prelude}`;
}

function declaration(snippet: string): string {
  return snippet.includes("function main(") ? snippet : `${snippet}\n\nclass Main {}`;
}

function errorsOf(text: string): string[] {
  const source: SourceFile = { path: "Main.hx", text };
  return [...syntaxProblems([source]), ...checkSources([source]).diagnostics]
    .filter((problem) => severityOf(problem) === "error")
    .map(textOfDiagnostic);
}

function snippetsIn(file: string): string[] {
  return readFileSync(path.join(folder, file), "utf8").trimEnd().split("\n");
}

test("statements that Haxe accepts", (t) => {
  for (const snippet of snippetsIn("accepted_statements.txt"))
    t.deepEqual(errorsOf(statement(snippet)), [], snippet);
});

test("statements that Haxe refuses", (t) => {
  for (const snippet of snippetsIn("refused_statements.txt"))
    t.true(errorsOf(statement(snippet)).length > 0, snippet);
});

test("declarations that Haxe accepts", (t) => {
  for (const snippet of snippetsIn("accepted_declarations.txt")) {
    t.deepEqual(errorsOf(declaration(snippet)), [], snippet);
  }
});

test("declarations that Haxe refuses", (t) => {
  for (const snippet of snippetsIn("refused_declarations.txt")) {
    t.true(errorsOf(declaration(snippet)).length > 0, snippet);
  }
});
