/** Deep code is refused with one clear error; what is just allowed can be walked by everything that follows. */
import test from "ava";
import { parseModule } from "#compiler/parser/parse_module.ts";
import { NESTING_LIMIT } from "#compiler/parser/parser.ts";
import { decodeModule, encodeModule } from "#compiler/syntax/ast_binary.ts";
import { hashNode } from "#compiler/syntax/hash.ts";
import { printModule } from "#compiler/syntax/print/print.ts";

/** Each makes one level of nesting, or more, of each repetition. */
const forms: Readonly<Record<string, (count: number) => string>> = {
  parentheses: (count) => `var x = ${"(".repeat(count)}1${")".repeat(count)};`,
  arrays: (count) => `var x = ${"[".repeat(count)}1${"]".repeat(count)};`,
  objects: (count) => `var x = ${"{a: ".repeat(count)}1${"}".repeat(count)};`,
  blocks: (count) => `function f() ${"{".repeat(count)}${"}".repeat(count)}`,
  conditions: (count) => `function f() { ${"if (a) b; else ".repeat(count)} c; }`,
  calls: (count) => `var x = ${"f(".repeat(count)}1${")".repeat(count)};`,
  "call chains": (count) => `var x = f${"().g".repeat(count)};`,
  sums: (count) => `var x = 1${" + 1".repeat(count)};`,
  assignments: (count) => `function f() { ${"a = ".repeat(count)} 1; }`,
  negations: (count) => `var x = ${"!".repeat(count)}a;`,
  arrows: (count) => `var x = ${"a -> ".repeat(count)} 1;`,
  ternaries: (count) => `var x = ${"a ? b : ".repeat(count)} c;`,
  switches: (count) => `function f() ${"switch a { case 1: ".repeat(count)} ${"}".repeat(count)}`,
  functions: (count) => `var x = ${"function() { return ".repeat(count)} 1; ${"}".repeat(count)};`,
  metadata: (count) => `var x = ${"@:m(".repeat(count)} 1 ${") a".repeat(count)};`,
  templates: (count) => `var x = ${"'${".repeat(count)}1${"}'".repeat(count)};`,
  types: (count) => `var x:${"Array<".repeat(count)}Int${">".repeat(count)};`,
  structures: (count) => `var x:${"{a:".repeat(count)}Int${"}".repeat(count)};`,
  "function types": (count) => `var x:${"Int->".repeat(count)}Void;`,
  "type parentheses": (count) => `var x:${"(".repeat(count)}Int${")".repeat(count)};`,
  "type parameters": (count) => `class A${"<T".repeat(count)}${">".repeat(count)} {}`,
  macros: (count) => `var x = ${"macro ".repeat(count)} 1;`,
  casts: (count) => `var x = ${"cast(".repeat(count)} 1 ${", Int)".repeat(count)};`,
};

for (const [name, make] of Object.entries(forms)) {
  test(`${name} that nest too deep are one error`, (t) => {
    for (const count of [NESTING_LIMIT + 1, 20_000]) {
      const { diagnostics } = parseModule({ path: "Deep.hx", text: make(count) }, new Map());
      t.deepEqual(
        diagnostics.map(({ code }) => code),
        ["HX1104"],
      );
    }
  });

  test(`${name} just below the limit`, (t) => {
    let count = NESTING_LIMIT;
    let parsed = parseModule({ path: "Deep.hx", text: make(count) }, new Map());
    while (parsed.diagnostics.length > 0 && count > 50) {
      count -= 10;
      parsed = parseModule({ path: "Deep.hx", text: make(count) }, new Map());
    }
    t.deepEqual(parsed.diagnostics, []);
    t.true(count >= 80);
    const { module } = parsed;
    t.true(decodeModule(encodeModule(module)).isValid);
    t.is(hashNode("Module", module).length, 32);
    t.true(printModule(module).length > 10);
  });
}

test("conditions of #if nest to a limit too", (t) => {
  const text = `#if ${"(".repeat(5000)}a${")".repeat(5000)}\n#end\nclass A {}`;
  const { diagnostics } = parseModule({ path: "Deep.hx", text }, new Map());
  t.deepEqual(
    diagnostics.map(({ code }) => code),
    ["HX1025"],
  );
});
