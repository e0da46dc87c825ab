/** The classes that scenes may name, read from folders of Haxe files. */
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "ava";
import { readSceneCode } from "#compiler/cli/read_scene_code.ts";

const STD = "runtime/std";

const CORE = `package core;
class Behavior { public function new() {} }
`;

const SPIN = `package game;
/** Turns. **/
@:behavior class Spin extends core.Behavior {
	@:param(min = 0) public var speed:Float = 2.5;
}
`;

/** Folders of files by their names; gives the folders' paths. */
function folders(...contents: readonly Readonly<Record<string, string>>[]): string[] {
  const root = mkdtempSync(join(tmpdir(), "scene_code_"));
  return contents.map((files, at) => {
    for (const [path, text] of Object.entries(files)) {
      const file = join(root, String(at), path);
      mkdirSync(join(file, ".."), { recursive: true });
      writeFileSync(file, text);
    }
    return join(root, String(at));
  });
}

test("classes of several folders are known, and where they are declared", (t) => {
  const [core = "", game = ""] = folders(
    { "core/Behavior.hx": CORE },
    { "game/Spin.hx": SPIN, "game/Other.hx": "package game;\nclass Other {}\n" },
  );
  const code = readSceneCode(STD, [core, `${core}/missing`, game], "pretty");
  if ("problems" in code) return t.fail(code.problems);
  const speed = {
    name: "speed",
    type: { kind: "float" },
    isRequired: false,
    initial: 2.5,
    min: 0,
    max: null,
  };
  t.deepEqual(code.schema, {
    classes: [
      { path: "game.Spin", role: "behavior", ancestors: ["core.Behavior"], params: [speed] },
    ],
  });
  t.like(code.places.classes[0], { path: "game.Spin", file: `${game}/game/Spin.hx`, line: 3 });
});

test("mistakes in the code are told as the compiler tells them", (t) => {
  const [wrong = ""] = folders({
    "core/Behavior.hx": CORE,
    "game/Spin.hx": SPIN.replace("2.5", '"fast"'),
  });
  const code = readSceneCode(STD, [wrong], "pretty");
  t.regex("problems" in code ? code.problems : "", /game\/Spin\.hx:4:\d+: error HX3\d+/);
  const [cut = ""] = folders({ "game/Spin.hx": "class {" });
  const syntax = readSceneCode(STD, [cut], "json");
  const [line = ""] = "problems" in syntax ? syntax.problems.split("\n") : [];
  t.regex(JSON.parse(line).code, /^HX1/);
});
