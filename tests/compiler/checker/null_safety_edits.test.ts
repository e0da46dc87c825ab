/**
 * Null safety of a member hangs on other members. After an edit of those a session finds what a new check finds, and
 * where it stands now.
 */
import test from "ava";
import { type CheckedLibrary, checkLibrary } from "#compiler/checker/check_library.ts";
import { CheckSession } from "#compiler/checker/session.ts";
import { textOfDiagnostic } from "#compiler/diagnostics/diagnostic.ts";
import { moduleSource, standardLibrary } from "./checking.ts";

const SAFE = `@:nullSafety(Strict)
class Main {
	public function new(name:String) {
		this.name = name;
		if (name.length > LIMIT) count++;
	}

	static inline var LIMIT = 3;
	var weight = 1.5;
	var count:Int = 1;
	var name:String;
	var other:Null<String> = null;

	function length():Int return label().length;

	function label() return name;
}

@:nullSafety(Strict)
class Child extends Main {
	var children:Array<Child> = [];
}
`;

/** One edit of the program, and the codes of what it causes. */
interface Edit {
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly codes: readonly string[];
}

const EDITS: readonly Edit[] = [
  {
    title: "no initial value",
    from: "count:Int = 1",
    to: "count:Int",
    codes: ["HX3203", "HX3202"],
  },
  {
    title: "no initial value, no constructor",
    from: "<Child> = []",
    to: "<Child>",
    codes: ["HX3202"],
  },
  { title: "an initial null", from: "name:String;", to: "name:String = null;", codes: ["HX3200"] },
  { title: "another initial value", from: "= null", to: "= 'other'", codes: [] },
  { title: "no assignment", from: "this.name = name;", to: "", codes: ["HX3202"] },
  {
    title: "an assignment of null",
    from: "this.name = name",
    to: "this.name = null",
    codes: ["HX3200"],
  },
  { title: "an initial value instead", from: "name:String;", to: "name:String = '';", codes: [] },
  {
    title: "a field that may be null",
    from: "name:String;",
    to: "name:Null<String>;",
    codes: ["HX3201"],
  },
  { title: "a constant that may be null", from: "LIMIT = 3", to: "LIMIT:Null<Int> = 3", codes: [] },
  { title: "an inferred result", from: "return name;", to: "return other;", codes: ["HX3201"] },
  {
    title: "a result",
    from: "label() return",
    to: "label():Null<String> return",
    codes: ["HX3201"],
  },
  { title: "a class without null safety", from: "@:nullSafety(Strict)", to: "@:keep", codes: [] },
  { title: "a class with less null safety", from: "(Strict)", to: "(Loose)", codes: [] },
  {
    title: "a field without null safety",
    from: "var name",
    to: "@:nullSafety(Off) var name",
    codes: [],
  },
];

function codesOf({ diagnostics }: CheckedLibrary): string[] {
  return diagnostics.map(({ code }) => code);
}

/** Where and what, as an editor shows it. */
function problemsOf({ diagnostics }: CheckedLibrary): string[] {
  return diagnostics.map(
    (one) => `${one.span.start}-${one.span.end} ${one.code} ${textOfDiagnostic(one)}`,
  );
}

function freshCheck(text: string): CheckedLibrary {
  return checkLibrary({
    library: "test",
    modules: [moduleSource({ path: "Main.hx", text })],
    dependencies: [standardLibrary().interface],
  });
}

function apply(text: string, { from, to }: Edit): string {
  if (!text.includes(from)) throw new Error(`No ${from}`);
  return text.replace(from, to);
}

/** The same as a new check after the edit, a longer value before what it causes, a shorter one, and back. */
for (const edit of EDITS) {
  test(edit.title, (t) => {
    const session = new CheckSession("test", [standardLibrary().interface]);
    const edited = apply(SAFE, edit);
    const moved = edited.replace("weight = 1.5", "weight = 1.5 + 22.25");
    for (const text of [SAFE, edited, moved, edited, SAFE]) {
      const fresh = freshCheck(text);
      const found = session.check([moduleSource({ path: "Main.hx", text })]);
      t.deepEqual(problemsOf(found), problemsOf(fresh), text);
      t.deepEqual(codesOf(found), text === SAFE ? [] : [...edit.codes]);
    }
  });
}
