import test from "ava";
import { textOfDiagnostic } from "#compiler/diagnostics/diagnostic.ts";
import type { IrModule } from "#compiler/ir/ir.ts";
import { linkProgram } from "#compiler/ir/link_program.ts";
import { type IrProgram, mayThrow } from "#compiler/ir/program.ts";
import {
  call,
  fn,
  getStatic,
  int,
  local,
  method,
  module,
  run,
  setStatic,
  type,
} from "./sample_ir.ts";

function link(modules: readonly IrModule[], entry = "Main"): IrProgram {
  const { program, problems } = linkProgram(modules, entry);
  if (program === null) throw new Error(problems.map(textOfDiagnostic).join("\n"));
  return program;
}

function problemOf(modules: readonly IrModule[], entry = "Main"): string {
  const { program, problems } = linkProgram(modules, entry);
  if (program !== null) throw new Error("It links");
  return problems.map((problem) => `${textOfDiagnostic(problem)} (${problem.hint})`).join("\n");
}

test("a missing main class is reported with the nearest name", (t) => {
  const modules = [module([type("game.Main")], [fn("game.Main.main", [])])];
  t.is(
    problemOf(modules, "game.Mian"),
    "Main class not found: `game.Mian` (Did you mean `game.Main`?)",
  );
});

test("a main class needs a static main without arguments", (t) => {
  t.regex(problemOf([module([type("Main")], [])]), /has no static function `main`/);
  const withParameter = fn("Main.main", [], {
    locals: [{ name: "a", type: "i32" }],
    paramCount: 1,
  });
  t.regex(problemOf([module([type("Main")], [withParameter])]), /must take no arguments/);
});

test("a class in two libraries is reported", (t) => {
  const modules = ["one", "two"].map((name) => module([type("Main")], [fn("Main.main", [])], name));
  t.is(problemOf(modules), "`Main` is defined by both `one` and `two` (null)");
});

test("a function that no library has is reported with its user", (t) => {
  const modules = [module([type("Main")], [fn("Main.main", [call("other.Lost.f")])])];
  t.is(problemOf(modules), "`other.Lost.f` is used by `Main.main` but is in no library (null)");
});

test("functions that nothing reaches are dropped", (t) => {
  const functions = [
    fn("Main.main", [call("Main.used")]),
    fn("Main.used", []),
    fn("Main.unused", [call("Other.alsoUnused")]),
    fn("Other.alsoUnused", []),
  ];
  const program = link([module([type("Main"), type("Other")], functions)]);
  t.deepEqual([...program.functions.keys()], ["Main.main", "Main.used"]);
  t.deepEqual([...program.classes.keys()], ["Main"]);
});

test("a method counts when its name is called and its class has instances", (t) => {
  const classes = [
    type("Main"),
    type("A", { methods: [method("f", "A.f"), method("g", "A.g")] }),
    type("B", { superclass: "A", methods: [method("f", "B.f", true)] }),
    type("C", { superclass: "A", methods: [method("f", "C.f", true)] }),
  ];
  const callF = run({
    kind: "CallMethod",
    receiver: local(0),
    owner: "A",
    method: "f",
    args: [],
    type: "void",
  });
  const functions = [
    fn("Main.main", [{ kind: "Do", local: 0, effect: { kind: "New", path: "B" }, at: 0 }, callF], {
      locals: [{ name: "o", type: "ref" }],
    }),
    ...["A.f", "A.g", "B.f", "C.f"].map((id) =>
      fn(id, [], { form: "method", locals: [{ name: "this", type: "ref" }], paramCount: 1 }),
    ),
  ];
  const program = link([module(classes, functions)]);
  t.deepEqual([...program.functions.keys()], ["Main.main", "A.f", "B.f"]);
  t.deepEqual(
    program.classes.get("B")?.slots.map(({ name, owner, target }) => [name, owner, target]),
    [
      ["f", "A", "B.f"],
      ["g", "A", null],
    ],
  );
  t.true(program.classes.get("B")?.isInstantiated);
  t.false(program.classes.get("A")?.isInstantiated);
  t.false(program.classes.has("C"));
});

test("@:keep protects a class that nothing uses", (t) => {
  const kept = type("Kept", { metadata: [{ name: ":keep", args: [] }] }, "Kept.new");
  const functions = [fn("Main.main", []), fn("Kept.new", []), fn("Kept.f", [])];
  const program = link([module([type("Main"), kept], functions)]);
  t.deepEqual([...program.functions.keys()], ["Main.main", "Kept.new", "Kept.f"]);
});

test("a superclass comes before its subclasses, whatever the order of declaration", (t) => {
  const classes = [
    type("C", { superclass: "B" }),
    type("B", { superclass: "A" }),
    type("A"),
    type("Main"),
  ];
  const main = fn("Main.main", [run({ kind: "New", path: "C" })]);
  const program = link([module(classes, [main])]);
  t.deepEqual([...program.classes.keys()], ["A", "B", "C", "Main"]);
  t.deepEqual(
    [...program.classes.values()].map((linked) => linked.index),
    [0, 1, 2, 3],
  );
});

test("an initialiser runs after those it reads through functions, else in order of declaration", (t) => {
  const classes = ["Main", "First", "Late", "Unused"].map((path) =>
    type(path, { staticInit: `${path}.static$init` }),
  );
  const functions = [
    fn("Main.main", []),
    fn("Main.static$init", [setStatic("Main", getStatic("First"))]),
    fn("First.static$init", [call("First.make")]),
    fn("First.make", [setStatic("First", getStatic("Late"))]),
    fn("Late.static$init", [setStatic("Late", int(1))]),
    fn("Unused.static$init", []),
  ];
  const program = link([module(classes, functions)]);
  t.deepEqual(program.staticInits, ["Late.static$init", "First.static$init", "Main.static$init"]);
});

test("initialisers that need each other still have an order", (t) => {
  const classes = ["Main", "A", "B"].map((path) =>
    type(path, { staticInit: `${path}.static$init` }),
  );
  const functions = [
    fn("Main.main", []),
    fn("Main.static$init", [setStatic("Main", getStatic("A"))]),
    fn("A.static$init", [setStatic("A", getStatic("B"))]),
    fn("B.static$init", [setStatic("B", getStatic("A"))]),
  ];
  t.deepEqual(link([module(classes, functions)]).staticInits, [
    "B.static$init",
    "A.static$init",
    "Main.static$init",
  ]);
});

test("throwing spreads through calls and stops at a try", (t) => {
  const thrown = fn("Main.throws", [
    { kind: "Throw", value: { kind: "ConstNull", as: "dyn" }, at: 0 },
  ]);
  const caught = fn(
    "Main.caught",
    [{ kind: "Try", body: [call("Main.throws")], caught: 0, handler: [] }],
    { locals: [{ name: "e", type: "dyn" }] },
  );
  const functions = [
    fn("Main.main", [call("Main.caught"), call("Main.calls"), call("Main.pure")]),
    thrown,
    caught,
    fn("Main.calls", [call("Main.throws")]),
    fn("Main.pure", []),
  ];
  const program = link([module([type("Main")], functions)]);
  const throwing = [...program.functions.keys()].filter((id) => mayThrow(program, id));
  t.deepEqual(throwing, ["Main.main", "Main.throws", "Main.calls"]);
});
