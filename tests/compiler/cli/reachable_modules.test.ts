import { join } from "node:path";
import test from "ava";
import { loadProgram } from "#compiler/cli/load_program.ts";
import { reachableModules } from "#compiler/cli/reachable_modules.ts";
import { compileProgram } from "#compiler/compile.ts";
import { definesWith } from "#compiler/lexer/built_in_defines.ts";
import { listSamples } from "#tests/conformance/sample.ts";

const library = new Map([
  ["std/EReg.hx", "class EReg { var matcher:haxe.internal.Matcher; }"],
  ["std/Map.hx", "typedef Map<K, V> = haxe.ds.Map<K, V>;"],
  ["std/haxe/Template.hx", "/** Unlike an Xml. **/ class Template { var words = ~/a+/; }"],
  ["std/haxe/ds/List.hx", "class List {}"],
  ["std/haxe/ds/Map.hx", "class Map {}"],
  ["std/haxe/internal/Matcher.hx", "class Matcher { var found:List; }"],
  ["std/Xml.hx", "class Xml {}"],
]);

/** In any order. */
function reached(text: string): readonly string[] {
  return [...reachableModules(library, [text])].sort();
}

const maps = ["std/Map.hx", "std/haxe/ds/Map.hx"];
const regular = [
  "std/EReg.hx",
  ...maps,
  "std/haxe/ds/List.hx",
  "std/haxe/internal/Matcher.hx",
].sort();

test("a name in code, an import or a text reaches a module", (t) => {
  t.deepEqual(reached("class A {}"), maps);
  t.deepEqual(reached("import haxe.ds.List;"), [
    "std/Map.hx",
    "std/haxe/ds/List.hx",
    "std/haxe/ds/Map.hx",
  ]);
  t.deepEqual(reached(`Type.resolveClass("Xml")`), [
    "std/Map.hx",
    "std/Xml.hx",
    "std/haxe/ds/Map.hx",
  ]);
});

test("a literal reaches what it stands for, a module what it needs", (t) => {
  t.deepEqual(reached("var a = ~/a/;"), regular);
  t.deepEqual(reached("new haxe.Template()"), [...regular, "std/haxe/Template.hx"].sort());
});

const std = join(import.meta.dirname, "../../../runtime/std");

// One a feature: each takes half a second.
const samples = Map.groupBy(listSamples(), ({ name }) => name.split("/")[0]);
for (const [sample] of samples.values()) {
  if (sample === undefined) continue;
  test(`${sample.name} compiles with what it reaches`, (t) => {
    const places = { std, classPath: [sample.folder], main: sample.main };
    const { libraries } = loadProgram(places, definesWith(new Map()), "reached");
    const { program, diagnostics } = compileProgram(libraries, sample.main);
    t.not(program, null, JSON.stringify(diagnostics));
  });
}
