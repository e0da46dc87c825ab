/** Every diagnostic of the lexer and the parser has a sample with its full message. */
import { readFileSync } from "node:fs";
import path from "node:path";
import test from "ava";
import { renderDiagnostics } from "#compiler/diagnostics/render.ts";
import { syntaxMessages } from "#compiler/diagnostics/syntax_messages.ts";
import { parseModule } from "#compiler/parser/parse_module.ts";
import { checkGolden, listSamples } from "#tests/compiler/golden.ts";

const folder = import.meta.dirname;
const samples = listSamples(folder).filter((name) => name.startsWith("HX1"));
const defines = new Map([["haxe", "4.3.0-rc"]]);

for (const name of samples) {
  test(name, (t) => {
    const text = readFileSync(path.join(folder, name, "input.hx"), "utf8");
    const source = { path: "input.hx", text };
    const { diagnostics } = parseModule(source, defines);
    const code = name.slice(0, name.indexOf("_"));
    t.true(diagnostics.some((problem) => problem.code === code));
    const rendered = renderDiagnostics(diagnostics, "pretty", () => source);
    checkGolden(t, path.join(folder, name, "expected.txt"), rendered);
  });
}

test("every syntax diagnostic has a sample", (t) => {
  const shown = new Set(samples.map((name) => name.slice(0, name.indexOf("_"))));
  t.deepEqual(
    Object.keys(syntaxMessages).filter((code) => !shown.has(code)),
    [],
  );
});
