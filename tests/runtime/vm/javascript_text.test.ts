import { SourceMap } from "node:module";
import test from "ava";
import { printModule, withInlineSourceMap } from "#compiler/emit/javascript/print_module.ts";
import { SourcePlaces } from "#runtime/vm/source_places.ts";
import { expectFile } from "./golden_file.ts";
import { moduleOf, sources } from "./run_ir.ts";
import { sampleProgram } from "./sample_program.ts";

const module = moduleOf(sampleProgram());
const printed = printModule(module, { sources });

test("printed JavaScript reads like the program", (t) => {
  expectFile(t, "tests/runtime/vm/samples/sample_program.js.txt", () => printed.text);
});

test("a patch has only its functions, under a name of its own", (t) => {
  const patch = printModule(module, { sources, only: new Set(["game.Unit.hurt"]) });
  t.deepEqual(
    patch.manifest.functions.map((fn) => fn.id),
    ["game.Unit.hurt"],
  );
  t.is([...patch.text.matchAll(/\$runtime\.define\(/g)].length, 1);
  t.regex(patch.text, /^\/\/# sourceURL=haxe_game\/test@[0-9a-f]+\.js$/m);
});

test("the source map leads from a line of JavaScript to the line of Haxe", (t) => {
  const lines = printed.text.split("\n");
  const line = lines.findIndex((text) => text.includes("$this.health = $this.health - 1.5"));
  const entry = new SourceMap(JSON.parse(printed.sourceMap)).findEntry(line, 4);
  t.is((entry as { originalSource: string }).originalSource, "Main.hx");
  t.is((entry as { originalLine: number }).originalLine, 10);
  const places = new SourcePlaces();
  places.add(withInlineSourceMap(printed), undefined);
  t.deepEqual(places.find("haxe_game/test.js", line + 1), { file: "Main.hx", line: 11 });
  t.is(places.find("haxe_game/test.js", 1), null);
  t.is(places.find("other.js", line + 1), null);
});
