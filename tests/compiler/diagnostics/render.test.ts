import test from "ava";
import { diagnostic } from "#compiler/diagnostics/diagnostic.ts";
import { Problems } from "#compiler/diagnostics/problems.ts";
import { renderDiagnostics } from "#compiler/diagnostics/render.ts";

const source = {
  path: "src/Main.hx",
  text: 'class Main {\n\tvar é = "😀" + bad;\n\tvar b;\r\n}\n',
};
const lookup = (path: string) => (path === source.path ? source : null);
const start = source.text.indexOf("bad");
const problem = diagnostic(
  "HX3001",
  { file: source.path, span: { start, end: start + 3 } },
  { expected: "Int", found: "{String}" },
  {
    labels: [{ file: source.path, span: { start: 14, end: 17 }, text: "Declared here" }],
    hint: "Use `Std.int`",
  },
);

test("pretty shows the line, the marks, the labels and the hint", (t) => {
  t.is(
    renderDiagnostics([problem], "pretty", lookup),
    [
      "src/Main.hx:2:17: error HX3001: Expected `Int`, found `{String}`",
      " 1 | class Main {",
      ' 2 | \tvar é = "😀" + bad;',
      "   | \t               ^^^",
      " 1 | class Main {",
      ' 2 | \tvar é = "😀" + bad;',
      "   | \t--- Declared here",
      "  hint: Use `Std.int`",
      "",
      "",
    ].join("\n"),
  );
});

test("haxe counts columns in code points, as the Haxe compiler does", (t) => {
  t.is(
    renderDiagnostics([problem], "haxe", lookup),
    [
      "src/Main.hx:2: characters 16-19 : Expected `Int`, found `{String}`",
      "src/Main.hx:2: characters 2-5 : ... Declared here",
      "src/Main.hx:2: characters 16-19 : ... Use `Std.int`",
      "",
    ].join("\n"),
  );
});

test("haxe names a single place and a range of lines in its own words", (t) => {
  const at = (from: number, to: number) =>
    diagnostic("HX1102", { file: source.path, span: { start: from, end: to } }, {});
  t.is(
    renderDiagnostics([at(14, 14), at(0, 20)], "haxe", lookup),
    "src/Main.hx:2: character 2 : Missing `;`\nsrc/Main.hx:1: lines 1-2 : Missing `;`\n",
  );
});

test("json has one object a line", (t) => {
  const [line, ...rest] = renderDiagnostics([problem], "json", lookup).split("\n");
  t.deepEqual(rest, [""]);
  t.deepEqual(JSON.parse(line ?? ""), {
    severity: "error",
    code: "HX3001",
    message: "Expected `Int`, found `{String}`",
    file: "src/Main.hx",
    line: 2,
    column: 17,
    endLine: 2,
    endColumn: 20,
    offset: start,
    endOffset: start + 3,
    labels: [
      {
        message: "Declared here",
        file: "src/Main.hx",
        line: 2,
        column: 2,
        endLine: 2,
        endColumn: 5,
        offset: 14,
        endOffset: 17,
      },
    ],
    hint: "Use `Std.int`",
  });
});

test("a file that is not at hand is only named", (t) => {
  t.is(
    renderDiagnostics([problem], "pretty", () => null),
    "src/Main.hx: error HX3001: Expected `Int`, found `{String}`\n  = Declared here\n  hint: Use `Std.int`\n\n",
  );
});

test("a label without a place, as another library has it, only names the file", (t) => {
  const other = { path: "std/Array.hx", text: "class Array {}\n" };
  const label = { file: other.path, span: { start: 0, end: 0 }, text: "declared here" };
  const text = renderDiagnostics([{ ...problem, labels: [label], hint: null }], "pretty", (path) =>
    path === other.path ? other : lookup(path),
  );
  t.true(text.endsWith("^^^\n  --> std/Array.hx\n  = declared here\n\n"), text);
});

test("problems are sorted by place and never repeated", (t) => {
  const problems = new Problems();
  const at = (file: string, from: number) =>
    diagnostic("HX1102", { file, span: { start: from, end: from } }, {});
  for (const found of [at("b", 1), at("a", 5), at("a", 2), at("a", 5)]) problems.add(found);
  t.deepEqual(
    problems.sorted().map(({ file, span }) => [file, span.start]),
    [
      ["a", 2],
      ["a", 5],
      ["b", 1],
    ],
  );
  t.true(problems.hasErrors);
});
