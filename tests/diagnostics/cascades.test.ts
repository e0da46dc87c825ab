/** One cause, one diagnostic: programs with mistakes of which each has many consequences. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import test from "ava";
import { compileLibraries } from "#compiler/compile.ts";
import { Problems } from "#compiler/diagnostics/problems.ts";
import { renderDiagnostics } from "#compiler/diagnostics/render.ts";
import { lowerLibrary } from "#compiler/ir/lower_library.ts";
import { parseModule } from "#compiler/parser/parse_module.ts";
import { standardLibrary } from "#tests/compiler/checker/checking.ts";
import { checkGolden, listSamples } from "#tests/compiler/golden.ts";

const folder = path.join(import.meta.dirname, "cascades");
const standard = {
  interface: standardLibrary().interface,
  module: lowerLibrary(standardLibrary().typed),
};

for (const name of listSamples(folder)) {
  test(name, (t) => {
    const sources = readdirSync(path.join(folder, name))
      .filter((file) => file.endsWith(".hx"))
      .toSorted()
      .map((file) => ({ path: file, text: readFileSync(path.join(folder, name, file), "utf8") }))
      .map((source) => ({ source, parsed: parseModule(source, new Map()) }));
    const problems = new Problems();
    for (const problem of compileLibraries([{ name, sources }], [standard]).diagnostics)
      problems.add(problem);
    const text = renderDiagnostics(
      problems.sorted(),
      "pretty",
      (file) => sources.find(({ source }) => source.path === file)?.source ?? null,
    );
    checkGolden(t, path.join(folder, name, "expected.txt"), text);
  });
}
