import test from "ava";
import { checkLibrary } from "#compiler/checker/check_library.ts";
import { CheckSession } from "#compiler/checker/session.ts";
import { textOfDiagnostic } from "#compiler/diagnostics/diagnostic.ts";
import type { SourceFile } from "#compiler/source/source_file.ts";
import type { TypedLibrary } from "#compiler/types/typed_ast.ts";
import { moduleSource, standardLibrary } from "./checking.ts";

const tools: SourceFile = {
  path: "Tools.hx",
  text: `class Tools {
	public static function twice(n:Int):Int {
		return n * 2;
	}

	public static function half(n:Float) {
		return n / 2;
	}
}
`,
};

const main: SourceFile = {
  path: "Main.hx",
  text: `class Main {
	var count:Int = 1;

	public function new() {}

	function first():Int {
		return Tools.twice(count);
	}

	function second():Int {
		var total = 0;
		for (i in 0...3) total += i;
		return total;
	}

	static function main():Void {
		trace(new Main().first());
	}
}
`,
};

function openSession(): CheckSession {
  const session = new CheckSession("test", [standardLibrary().interface]);
  session.update({ changed: [tools, main].map(moduleSource), removed: [] });
  return session;
}

function edit(source: SourceFile, from: string, to: string): SourceFile {
  if (!source.text.includes(from)) throw new Error(`No ${from}`);
  return { path: source.path, text: source.text.replace(from, to) };
}

const typeKinds = new Set([
  "Mono",
  "Inst",
  "Abstract",
  "Fun",
  "Anon",
  "Dynamic",
  "TypeParam",
  "Class",
]);

/** Everything but declarations, types and the numbers of variables. */
function outline(typed: TypedLibrary): string {
  return JSON.stringify(typed.classes, (key, value: unknown) => {
    const isObject = typeof value === "object" && value !== null;
    const isType = isObject && "kind" in value && typeKinds.has(String(value.kind));
    return key === "id" || key === "field" || key === "fields" || isType ? undefined : value;
  });
}

function checkFromScratch(sources: readonly SourceFile[]): string {
  const { typed } = checkLibrary({
    library: "test",
    modules: sources.map(moduleSource),
    dependencies: [standardLibrary().interface],
  });
  return outline(typed);
}

test("an edited body is the only thing typed again", (t) => {
  const session = openSession();
  const edited = edit(main, "total += i", "total += i * 2");
  const result = session.update({ changed: [moduleSource(edited)], removed: [] });
  t.deepEqual(result.retyped, ["Main.second", "Main.main"]);
  t.deepEqual(result.diagnostics, []);
  t.is(outline(result.typed), checkFromScratch([tools, edited]));
});

test("functions that only moved keep their typing and know their new place", (t) => {
  const session = openSession();
  const moved = edit(tools, "class Tools", "// a comment\n\nclass Tools");
  const result = session.update({ changed: [moduleSource(moved)], removed: [] });
  t.deepEqual(result.retyped, []);
  t.is(outline(result.typed), checkFromScratch([moved, main]));
});

test("a body that decides a type makes everything be typed again", (t) => {
  const session = openSession();
  const edited = edit(tools, "return n / 2", "return 'half $n'");
  const result = session.update({ changed: [moduleSource(edited)], removed: [] });
  t.true(result.retyped.includes("Main.first"));
  t.is(outline(result.typed), checkFromScratch([edited, main]));
});

test("a signature makes everything be typed again", (t) => {
  const session = openSession();
  const edited = edit(tools, "twice(n:Int):Int", "twice(n:Int, ?m:Int):Float");
  const result = session.update({ changed: [moduleSource(edited)], removed: [] });
  t.deepEqual(result.diagnostics.map(textOfDiagnostic), ["Expected `Int`, found `Float`"]);
});

test("a problem stays until it is mended", (t) => {
  const session = openSession();
  const broken = edit(main, "return total", "return missing");
  const first = session.update({ changed: [moduleSource(broken)], removed: [] });
  t.deepEqual(first.diagnostics.map(textOfDiagnostic), ["Unknown name `missing`"]);
  const second = session.update({ changed: [moduleSource(tools)], removed: [] });
  t.deepEqual(second.diagnostics.map(textOfDiagnostic), ["Unknown name `missing`"]);
  const third = session.update({ changed: [moduleSource(main)], removed: [] });
  t.deepEqual(third.diagnostics, []);
  t.is(outline(third.typed), checkFromScratch([tools, main]));
});

test("a removed file takes its types with it", (t) => {
  const session = openSession();
  const result = session.update({ changed: [], removed: ["Tools.hx"] });
  t.deepEqual(result.diagnostics.map(textOfDiagnostic), ["Type not found: `Tools`"]);
});
