/**
 * What other programs read. `haxe_format/*.haxe` is what Haxe 4.2.5 prints for the file beside it (`haxe -cp . --main NAME
 * --interp`): ours names the same place in the same form. The fields of the JSON form are those of docs/diagnostics.md.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import test, { type ExecutionContext } from "ava";
import { compileLibraries } from "#compiler/compile.ts";
import { type DiagnosticFormat, renderDiagnostics } from "#compiler/diagnostics/render.ts";
import { lowerLibrary } from "#compiler/ir/lower_library.ts";
import { parseModule } from "#compiler/parser/parse_module.ts";
import { standardLibrary } from "#tests/compiler/checker/checking.ts";

const folder = path.join(import.meta.dirname, "haxe_format");
const names = readdirSync(folder)
  .filter((file) => file.endsWith(".hx"))
  .map((file) => file.slice(0, -3));
const standard = {
  interface: standardLibrary().interface,
  module: lowerLibrary(standardLibrary().typed),
};

function linesOf(file: string, text: string, format: DiagnosticFormat): string[] {
  const source = { path: file, text };
  const sources = [{ source, parsed: parseModule(source, new Map()) }];
  const { diagnostics } = compileLibraries([{ name: "sample", sources }], [standard]);
  return renderDiagnostics(diagnostics, format, () => source)
    .trimEnd()
    .split("\n");
}

/** What Haxe's editors take a line apart into: file, line, place, an optional `Warning`, the message. */
const haxeLine =
  /^(\w+\.hx):(\d+): (character \d+|characters \d+-\d+|lines \d+-\d+) : (Warning : )?\S.*$/u;

for (const name of names) {
  test(`${name} has Haxe's place`, (t) => {
    const text = readFileSync(path.join(folder, `${name}.hx`), "utf8");
    const recorded = readFileSync(path.join(folder, `${name}.haxe`), "utf8")
      .trimEnd()
      .split("\n");
    const lines = linesOf(`${name}.hx`, text, "haxe");
    for (const line of lines) t.regex(line, haxeLine);
    for (const line of recorded.filter((one) => !one.includes(" : ... "))) {
      const [place = "", isWarning] = [line.split(" : ")[0], line.includes(" : Warning : ")];
      const own = lines.find((one) => one.startsWith(`${place} : `));
      t.is(own?.includes(" : Warning : "), isWarning, `${place} of ${lines.join("\n")}`);
    }
  });
}

const placeFields = ["file", "line", "column", "endLine", "endColumn", "offset", "endOffset"];

function checkPlace(t: ExecutionContext, place: Record<string, unknown>) {
  t.is(typeof place["file"], "string");
  for (const field of placeFields.slice(1)) t.true(Number.isInteger(place[field]), field);
}

test("JSON has the fields that the reference lists, and no others", (t) => {
  for (const name of names) {
    const text = readFileSync(path.join(folder, `${name}.hx`), "utf8");
    for (const line of linesOf(`${name}.hx`, text, "json")) {
      const problem = JSON.parse(line) as Record<string, unknown>;
      const fields = ["severity", "code", "message", ...placeFields, "labels", "hint"];
      t.deepEqual(Object.keys(problem), fields);
      t.true(problem["severity"] === "error" || problem["severity"] === "warning");
      t.regex(String(problem["code"]), /^HX\d{4}$/);
      t.is(typeof problem["message"], "string");
      t.true(problem["hint"] === null || typeof problem["hint"] === "string");
      checkPlace(t, problem);
      for (const label of problem["labels"] as Record<string, unknown>[]) {
        t.deepEqual(Object.keys(label), ["message", ...placeFields]);
        checkPlace(t, label);
      }
    }
  }
});
