import test from "ava";
import { findModule } from "#compiler/cli/class_path.ts";
import { loadModules } from "#compiler/cli/load_modules.ts";

function reader(files: Readonly<Record<string, string>>): (path: string) => string | null {
  return (path) => files[path] ?? null;
}

test("later folders win", (t) => {
  const read = reader({ "a/p/M.hx": "first", "b/p/M.hx": "second" });
  t.is(findModule(["a", "b"], "p.M", read)?.source.text, "second");
  t.is(findModule(["b", "a"], "p.M", read)?.source.text, "first");
  t.is(findModule(["a"], "p.N", read), null);
});

test("a file is named with a relative folder and without an absolute one", (t) => {
  const read = reader({ "src/p/M.hx": "", "/home/src/p/M.hx": "" });
  t.is(findModule(["src"], "p.M", read)?.source.path, "src/p/M.hx");
  t.is(findModule(["/home/src"], "p.M", read)?.source.path, "p/M.hx");
  t.is(findModule(["/home/src"], "p.M", read)?.path, "/home/src/p/M.hx");
});

function loaded(files: Readonly<Record<string, string>>): string[] {
  return loadModules(["."], "game.Main", new Map(), reader(files))
    .map(({ source }) => source.path)
    .sort();
}

test("modules are found by imports, full names and the packages around", (t) => {
  const files = {
    "game/Main.hx":
      "package game; import a.Imported; import w.*; class Main extends Near { var x:Far; var y = q.r.Full.z; var m = Wild.f(); }",
    "game/Near.hx": "package game; class Near { var o = new Top(); }",
    "game/Far.hx": "package game; typedef Far = Int;",
    "game/Unused.hx": "package game; class Unused {}",
    "a/Imported.hx": "package a; class Imported {}",
    "w/Wild.hx": "package w; class Wild {}",
    "q/r/Full.hx": "package q.r; class Full {}",
    "Top.hx": "class Top {}",
  };
  t.deepEqual(loaded(files), [
    "Top.hx",
    "a/Imported.hx",
    "game/Far.hx",
    "game/Main.hx",
    "game/Near.hx",
    "q/r/Full.hx",
    "w/Wild.hx",
  ]);
});

test("types of the module and of those it imports hide modules of their names", (t) => {
  const files = {
    "game/Main.hx":
      "package game; import game.Kinds; class Main { var a:Own; var b:Imported; var c:Other; } enum Own {}",
    "game/Own.hx": "package game; enum Own {}",
    "game/Kinds.hx": "package game; enum Imported {}",
    "game/Imported.hx": "package game; enum Imported {}",
    "game/Other.hx": "package game; class Other {}",
  };
  t.deepEqual(loaded(files), ["game/Kinds.hx", "game/Main.hx", "game/Other.hx"]);
});

test("import.hx of each package on the way is read", (t) => {
  const files = {
    "game/Main.hx": "package game; class Main {}",
    "game/import.hx": "import tools.Tool;",
    "import.hx": "",
    "tools/Tool.hx": "package tools; class Tool {}",
  };
  t.deepEqual(loaded(files), ["game/Main.hx", "game/import.hx", "import.hx", "tools/Tool.hx"]);
});

test("a main module without a file loads nothing", (t) => {
  t.deepEqual(loaded({}), []);
});
