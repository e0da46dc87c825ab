import path from "node:path";
import test from "ava";
import { textOfDiagnostic } from "#compiler/diagnostics/diagnostic.ts";
import { encodeModule } from "#compiler/syntax/ast_binary.ts";
import { printModule } from "#compiler/syntax/print/print.ts";
import { checkGolden } from "#tests/compiler/golden.ts";
import { checkSources } from "./checking.ts";

const library = `package lib;
enum Kind { Plain; Sized(size:Int); }
class Box<T> {
	public static inline var LIMIT = 3 * 4;
	public var items = [];
	var count = 1;
	public function new(first:T) { items.push(first); }
	public function size() { return items.length + count; }
	public function each(f) { for (item in items) f(item); }
	private static function helper() return {x: 1.5, kind: Sized(2)};
}
class Sub extends Box<Int> { var extra = "e"; }
enum abstract Level(Int) { var Low; var High = 5; var Top; }
class Levels { public static inline final FIRST = Level.Low; }
`;

function bytesOf(text: string): string {
  const { interface: made } = checkSources([{ path: "lib/Box.hx", text }]);
  return made.modules.map(({ module }) => Buffer.from(encodeModule(module)).toString("hex")).join();
}

test("inferred types are written, bodies left out", (t) => {
  const { interface: made, diagnostics } = checkSources([{ path: "lib/Box.hx", text: library }]);
  t.deepEqual(diagnostics.map(textOfDiagnostic), []);
  const text = made.modules.map(({ module }) => printModule(module)).join("\n");
  checkGolden(t, path.join(import.meta.dirname, "interface_expected.txt"), text);
});

test("an edit inside a function leaves the interface equal", (t) => {
  const edited = library.replace("items.length + count", "items.length * 2 - /* changed */ count");
  t.not(edited, library);
  t.is(bytesOf(edited), bytesOf(library));
});

test("an edit of a signature changes the interface", (t) => {
  t.not(bytesOf(library.replace("return items.length + count", "return 2.5")), bytesOf(library));
  t.not(bytesOf(library.replace("3 * 4", "3 * 5")), bytesOf(library));
});

test("dependants are checked against the interface alone", (t) => {
  const { interface: made } = checkSources([{ path: "lib/Box.hx", text: library }]);
  const user = `import lib.Box;
class Main {
	static function main() {
		var sub = new Sub(3);
		$type(sub.size());
		$type(sub.items);
		$type(Box.LIMIT);
		var level = Level.Top;
		level = Levels.FIRST;
		switch (level) { case Low: case High: }
	}
}`;
  const { diagnostics } = checkSources([{ path: "Main.hx", text: user }], [made]);
  t.deepEqual(diagnostics.map(textOfDiagnostic), [
    "The type is `Int`",
    "The type is `Array<Int>`",
    "The type is `Int`",
    "Unmatched patterns: `Top`",
  ]);
});
