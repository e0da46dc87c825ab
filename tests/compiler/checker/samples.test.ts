/** Programs that are accepted; `$type(e); // T` says which type an expression must be found to have. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import test from "ava";
import { textOfDiagnostic } from "#compiler/diagnostics/diagnostic.ts";
import { positionAt, type SourceFile } from "#compiler/source/source_file.ts";
import { checkSources, standardLibrary, syntaxProblems } from "./checking.ts";

const folder = path.join(import.meta.dirname, "samples");

test("the standard library has no problems", (t) => {
  t.deepEqual(standardLibrary().diagnostics.map(textOfDiagnostic), []);
});

for (const name of readdirSync(folder).toSorted()) {
  test(name, (t) => {
    const source: SourceFile = {
      path: moduleFile(name),
      text: readFileSync(path.join(folder, name), "utf8"),
    };
    t.deepEqual(syntaxProblems([source]).map(textOfDiagnostic), []);
    const { diagnostics } = checkSources([source]);
    const others = diagnostics.filter((problem) => problem.code !== "HX3900");
    t.deepEqual(
      others.map(
        (problem) =>
          `${positionAt(source, problem.span.start).line + 1}: ${textOfDiagnostic(problem)}`,
      ),
      [],
    );
    const found = diagnostics
      .filter((problem) => problem.code === "HX3900")
      .map(
        (problem) => `${positionAt(source, problem.span.start).line + 1}: ${problem.args["type"]}`,
      );
    t.deepEqual(found, expectedTypes(source.text));
  });
}

/** `null_operators.hx` is the module `NullOperators`. */
function moduleFile(name: string): string {
  return name.replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function expectedTypes(text: string): string[] {
  return text.split("\n").flatMap((line, index) => {
    const match = /\$type\(.*\/\/ (.*)$/.exec(line);
    return match === null ? [] : [`${index + 1}: ${match[1]}`];
  });
}
