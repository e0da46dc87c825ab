import test from "ava";
import { checkLibrary } from "#compiler/checker/check_library.ts";
import type { ModuleSource } from "#compiler/checker/program/program.ts";
import { CheckSession } from "#compiler/checker/session.ts";
import { textOfDiagnostic } from "#compiler/diagnostics/diagnostic.ts";
import { encodeIrModule } from "#compiler/ir/ir_binary.ts";
import { lowerLibrary } from "#compiler/ir/lower_library.ts";
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
  session.check(modulesOf([tools, main]));
  return session;
}

const parsed = new Map<SourceFile, ModuleSource>();

/** Equal objects for equal sources: what has not changed is not parsed again either. */
function modulesOf(sources: readonly SourceFile[]): ModuleSource[] {
  return sources.map((source) => {
    const made = parsed.get(source) ?? moduleSource(source);
    parsed.set(source, made);
    return made;
  });
}

function edit(source: SourceFile, from: string, to: string): SourceFile {
  if (!source.text.includes(from)) throw new Error(`No ${from}`);
  return { path: source.path, text: source.text.replace(from, to) };
}

/** What comes of it, to the byte. */
function outline(typed: TypedLibrary): string {
  return Buffer.from(encodeIrModule(lowerLibrary(typed))).toString("latin1");
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
  const result = session.check(modulesOf([tools, edited]));
  t.deepEqual(result.retyped, ["Main.second", "Main.main"]);
  t.deepEqual(result.diagnostics, []);
  t.true(outline(result.typed) === checkFromScratch([tools, edited]));
});

test("functions that only moved keep their typing and know their new place", (t) => {
  const session = openSession();
  const moved = edit(tools, "class Tools", "// a comment\n\nclass Tools");
  const result = session.check(modulesOf([moved, main]));
  t.deepEqual(result.retyped, []);
  t.true(outline(result.typed) === checkFromScratch([moved, main]));
});

test("a body that decides a type makes everything be typed again", (t) => {
  const session = openSession();
  const edited = edit(tools, "return n / 2", "return 'half $n'");
  const result = session.check(modulesOf([edited, main]));
  t.true(result.retyped.includes("Main.first"));
  t.true(outline(result.typed) === checkFromScratch([edited, main]));
});

test("a signature makes those be typed again that can see it", (t) => {
  const session = openSession();
  const apart: SourceFile = {
    path: "Apart.hx",
    text: `class Apart {
	public static function one():Int {
		return 1;
	}
}
`,
  };
  const middle: SourceFile = {
    path: "Middle.hx",
    text: `class Middle {
	public static function use():Int {
		return '\${Tools.twice(2)}'.length + Apart.one();
	}
}
`,
  };
  const edited = edit(tools, "twice(n:Int):Int", "twice(n:Int, more = 1):Int");
  session.check(modulesOf([tools, main, apart, middle]));
  const result = session.check(modulesOf([edited, main, apart, middle]));
  const { retyped } = result;
  t.true(retyped.includes("Main.first") && retyped.includes("Middle.use"), "by its name in a text");
  t.false(retyped.includes("Apart.one"));
  t.true(outline(result.typed) === checkFromScratch([edited, main, apart, middle]));
  const back = session.check(modulesOf([tools, main, apart, middle]));
  t.false(back.retyped.includes("Apart.one"));
  t.true(outline(back.typed) === checkFromScratch([tools, main, apart, middle]));
});

test("a signature that others break on is a problem of theirs", (t) => {
  const session = openSession();
  const edited = edit(tools, "twice(n:Int):Int", "twice(n:Int, ?m:Int):Float");
  const result = session.check(modulesOf([edited, main]));
  t.deepEqual(result.diagnostics.map(textOfDiagnostic), ["Expected `Int`, found `Float`"]);
});

test("a problem stays until it is mended", (t) => {
  const session = openSession();
  const broken = edit(main, "return total", "return missing");
  const first = session.check(modulesOf([tools, broken]));
  t.deepEqual(first.diagnostics.map(textOfDiagnostic), ["Unknown name `missing`"]);
  const second = session.check(modulesOf([tools, broken]));
  t.deepEqual(second.diagnostics.map(textOfDiagnostic), ["Unknown name `missing`"]);
  const third = session.check(modulesOf([tools, main]));
  t.deepEqual(third.diagnostics, []);
  t.true(outline(third.typed) === checkFromScratch([tools, main]));
});

test("a removed file takes its types with it", (t) => {
  const session = openSession();
  const result = session.check(modulesOf([main]));
  t.deepEqual(result.diagnostics.map(textOfDiagnostic), ["Type not found: `Tools`"]);
});
