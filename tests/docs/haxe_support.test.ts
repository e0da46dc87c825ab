/** What docs/haxe_support.md says is not supported is reported as it says, and the folders that it names exist. */
import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import test from "ava";
import { checkLibrary } from "#compiler/checker/check_library.ts";
import type { Interface } from "#compiler/checker/program/interface.ts";
import type { ModuleSource } from "#compiler/checker/program/program.ts";
import type { Diagnostic } from "#compiler/diagnostics/diagnostic.ts";
import { parseModule } from "#compiler/parser/parse_module.ts";
import { lineStarts } from "#compiler/source/source_file.ts";

const document = readFileSync("docs/haxe_support.md", "utf8");
const standardLibrary = checkStandardLibrary();

for (const [what = "", example = "", code] of tableBelow("## Not supported")) {
  test(`not supported: ${what}`, (t) => {
    t.is(diagnose(example.replaceAll("`", ""))[0]?.code, code as Diagnostic["code"]);
  });
}

test("the folders of supported areas exist", (t) => {
  const folders = tableBelow("## Supported").flatMap(([, , cell = ""]) =>
    [...cell.matchAll(/`(\w+)`/g)].map(([, folder]) => folder as string),
  );
  t.true(folders.length > 0);
  t.deepEqual(
    folders.filter((folder) => !existsSync(join("tests/conformance", folder))),
    [],
  );
});

/** The cells of the first table below a heading, row by row, without its head. */
function tableBelow(heading: string): string[][] {
  const [, section = ""] = document.split(`${heading}\n`);
  const rows = (section.split("\n## ")[0] as string)
    .split("\n")
    .filter((line) => line.startsWith("| "));
  return rows.slice(2).map((row) =>
    row
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

function diagnose(statement: string): readonly Diagnostic[] {
  const text = `class Main {\n\tpublic static function main() {\n\t\t${statement};\n\t}\n}\n`;
  const { module, diagnostics } = parse("Main.hx", text);
  if (diagnostics.length > 0) return diagnostics;
  const library = { library: "example", modules: [module], dependencies: [standardLibrary] };
  return checkLibrary(library).diagnostics;
}

function checkStandardLibrary(): Interface {
  const folder = "runtime/std";
  const modules = globSync("**/*.hx", { cwd: folder })
    .toSorted()
    .map((file) => parse(file, readFileSync(join(folder, file), "utf8")).module);
  return checkLibrary({ library: "std", modules, dependencies: [] }).interface;
}

function parse(
  path: string,
  text: string,
): { readonly module: ModuleSource; readonly diagnostics: readonly Diagnostic[] } {
  const source = { path, text };
  const { module, diagnostics } = parseModule(source, new Map());
  return { module: { file: path, lineStarts: lineStarts(source), module }, diagnostics };
}
