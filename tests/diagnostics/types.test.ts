/** Every diagnostic of the checker has a sample with its full message. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import test from "ava";
import { moduleMessages } from "#compiler/diagnostics/module_messages.ts";
import { renderDiagnostics } from "#compiler/diagnostics/render.ts";
import { typeMessages } from "#compiler/diagnostics/type_messages.ts";
import type { SourceFile } from "#compiler/source/source_file.ts";
import { checkAlone, checkSources, syntaxProblems } from "#tests/compiler/checker/checking.ts";
import { checkGolden, listSamples } from "#tests/compiler/golden.ts";

const folder = import.meta.dirname;
const samples = listSamples(folder).filter((name) => /^HX[23]/.test(name));

for (const name of samples) {
  test(name, (t) => {
    const sources = readSources(path.join(folder, name));
    t.deepEqual(syntaxProblems(sources), []);
    const check = codeOf(name) === "HX2005" ? checkAlone : checkSources;
    const { diagnostics } = check(sources);
    t.true(diagnostics.some((problem) => problem.code === codeOf(name)));
    const lookup = (file: string) => sources.find((source) => source.path === file) ?? null;
    const rendered = renderDiagnostics(diagnostics, "pretty", lookup);
    checkGolden(t, path.join(folder, name, "expected.txt"), rendered);
  });
}

test("every module and type diagnostic has a sample", (t) => {
  const shown = new Set(samples.map(codeOf));
  const codes = [...Object.keys(moduleMessages), ...Object.keys(typeMessages)];
  t.deepEqual(
    codes.filter((code) => !shown.has(code)),
    [],
  );
});

function codeOf(name: string): string {
  return name.slice(0, name.indexOf("_"));
}

function readSources(sample: string): SourceFile[] {
  return readdirSync(sample, { recursive: true, encoding: "utf8" })
    .toSorted()
    .filter((file) => file.endsWith(".hx"))
    .map((file) => ({ path: file, text: readFileSync(path.join(sample, file), "utf8") }));
}
