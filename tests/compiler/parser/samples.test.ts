/** Every sample's tree, and that printing it and encoding it loses nothing. */
import { readFileSync } from "node:fs";
import path from "node:path";
import test from "ava";
import { renderDiagnostics } from "#compiler/diagnostics/render.ts";
import { parseModule } from "#compiler/parser/parse_module.ts";
import { decodeModule, encodeModule } from "#compiler/syntax/ast_binary.ts";
import { dumpNode } from "#compiler/syntax/dump.ts";
import { hashNode } from "#compiler/syntax/hash.ts";
import { printModule } from "#compiler/syntax/print/print.ts";
import { checkGolden, listSamples } from "#tests/compiler/golden.ts";

const folder = path.join(import.meta.dirname, "samples");
const defines = new Map([
  ["haxe", "4.3.0"],
  ["target.sys", "1"],
]);

for (const name of listSamples(folder)) {
  const text = readFileSync(path.join(folder, name, "input.hx"), "utf8");
  const source = { path: "input.hx", text };

  test(`${name}: tree`, (t) => {
    const { module, diagnostics } = parseModule(source, defines);
    t.is(
      renderDiagnostics(diagnostics, "pretty", () => source),
      "",
    );
    checkGolden(t, path.join(folder, name, "expected.ast"), dumpNode("Module", module));
  });

  test(`${name}: printing and parsing again gives the same tree`, (t) => {
    const { module } = parseModule(source, defines);
    const printed = { path: "printed.hx", text: printModule(module) };
    const again = parseModule(printed, defines);
    t.is(
      renderDiagnostics(again.diagnostics, "pretty", () => printed),
      "",
    );
    t.is(dumpNode("Module", again.module), dumpNode("Module", module));
    t.is(hashNode("Module", again.module), hashNode("Module", module));
  });

  test(`${name}: encoding and decoding gives the same tree`, (t) => {
    const { module } = parseModule(source, defines);
    t.deepEqual(decodeModule(encodeModule(module)), { isValid: true, node: module });
  });
}
