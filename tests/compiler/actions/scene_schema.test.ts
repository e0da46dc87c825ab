/** What scenes may say of classes: read off two libraries, and what the game's entry makes of it. */
import test from "ava";
import { runCompilerAction } from "#compiler/actions/run_action.ts";
import { sceneSchema } from "#compiler/schema/scene_schema.ts";
import { checkSources } from "#tests/compiler/checker/checking.ts";

/** What of the engine the schema knows by its paths. */
const ENGINE = {
  "core/Behavior.hx": "package core; class Behavior { public function new() {} }",
  "core/Component.hx": "package core; class Component { public function new() {} }",
  "core/Entity.hx": "package core; class Entity {}",
  "core/assets/MeshAsset.hx":
    "package core.assets; abstract MeshAsset(String) from String to String {}",
  "core/math/Vec3.hx":
    "package core.math; class Vec3 { public function new(x:Float = 0.0, y:Float = 0.0, z:Float = 0.0) {} }",
  "core/math/Color.hx":
    "package core.math; class Color { public function new(r:Float = 0.0, g:Float = 0.0, b:Float = 0.0, a:Float = 1.0) {} }",
  "core/Mover.hx": `package core;
abstract class Mover extends Behavior {
	static inline final FAST = 2.5;
	@:param(min = 0, max = 10) public var speed:Float = FAST * 2;
	public var moved:Float = 0.0;
}
enum abstract Mode(Int) { var Calm; var Wild = 7; }
enum abstract Side(String) { var Left; var Right = "r"; }`,
};

const GAME = {
  "Drone.hx": `import core.Mover;
import core.math.Color;
import core.math.Vec3;
@:behavior class Drone extends Mover {
	@:param public var mode:Mode = Wild;
	@:param public var side:Side = Right;
	@:param(min = -1) public var axis:Vec3 = new Vec3(0.0, 1.0);
	@:param public var tint:Color = new Color(1.0);
	@:param public var body:core.assets.MeshAsset = "";
	@:param public var leader:Null<core.Entity>;
	@:param public var title:String;
	@:param public var count:Int = -3;
	@:param public var on:Bool = !false;
}`,
  "Health.hx":
    "@:component class Health extends core.Component { @:param(max = 100) public var points:Int = 100; }",
  "Other.hx": "class Other extends core.Behavior { public var x:Int = 0; }",
};

function schemaOf(sources: Readonly<Record<string, string>>, before = ENGINE) {
  const files = (all: Readonly<Record<string, string>>) =>
    Object.entries(all).map(([path, text]) => ({ path, text }));
  const engine = checkSources(files(before));
  const checked = checkSources(files(sources), [engine.interface]);
  const [problem] = [...engine.diagnostics, ...checked.diagnostics];
  if (problem) throw new Error(JSON.stringify(problem));
  const game = sceneSchema(checked.typed, checked.constants);
  return { engine: sceneSchema(engine.typed, engine.constants).schema, ...game };
}

const free = { isRequired: false, min: null, max: null };

test("types, initial values and ranges, across libraries", (t) => {
  const { engine, schema, problems } = schemaOf(GAME);
  t.deepEqual(problems, []);
  t.deepEqual(engine.classes, [
    {
      path: "core.Mover",
      role: null,
      ancestors: ["core.Behavior"],
      params: [
        { name: "speed", type: { kind: "float" }, isRequired: false, initial: 5, min: 0, max: 10 },
      ],
    },
  ]);
  const mode = {
    kind: "enum",
    path: "core.Mode",
    values: [
      { name: "Calm", value: 0 },
      { name: "Wild", value: 7 },
    ],
  } as const;
  const [drone, health, ...others] = schema.classes;
  t.deepEqual(others, [], "what is not marked is not told of");
  t.deepEqual(drone?.ancestors, ["core.Mover", "core.Behavior"]);
  t.is(drone?.role, "behavior");
  const params = drone?.params ?? [];
  t.deepEqual(params[0]?.type, mode);
  t.deepEqual(
    params.map(({ name, type, initial, isRequired }) => [name, type.kind, initial, isRequired]),
    [
      ["mode", "enum", 7, false],
      ["side", "enum", "r", false],
      ["axis", "vec3", [0, 1, 0], false],
      ["tint", "color", [1, 0, 0, 1], false],
      ["body", "asset", "", false],
      ["leader", "entity", null, false],
      ["title", "string", null, true],
      ["count", "int", -3, false],
      ["on", "bool", true, false],
    ],
  );
  t.is(params[2]?.min, -1);
  t.deepEqual(health, {
    path: "Health",
    role: "component",
    ancestors: ["core.Component"],
    params: [{ name: "points", type: { kind: "int" }, ...free, initial: 100, max: 100 }],
  });
});

test("moving code and writing comments leaves the schema equal", (t) => {
  const moved = {
    ...GAME,
    "Drone.hx": `\n\n${GAME["Drone.hx"].replace("@:param public var on", "/** On? **/\n\n@:param public var on")}`,
  };
  t.deepEqual(schemaOf(moved).schema, schemaOf(GAME).schema);
});

/** The type or annotation of a parameter, and the code of what is wrong with it. */
const mistakes: Readonly<Record<string, string>> = {
  "@:param var a:Array<Int> = [];": "HX4010",
  "@:param var a:Null<Float>;": "HX4010",
  "@:param var a:Dynamic = 1;": "HX4010",
  "@:param(step = 1) var a:Int = 1;": "HX4011",
  "@:param(min = speed) var a:Int = 1;": "HX4011",
  "@:param(min = 0) var a:String = '';": "HX4011",
  "@:param var a:core.math.Vec3 = make();": "HX4012",
  "@:param var a:core.assets.MeshAsset = 'core.Cube';": "HX4012",
  "@:param(max = 0) var a:core.math.Vec3 = new core.math.Vec3(0.0, 1.0);": "HX4013",
};

for (const [field, code] of Object.entries(mistakes)) {
  test(`mistake: ${field}`, (t) => {
    const text = `@:behavior class A extends core.Behavior { ${field} static function make() return new core.math.Vec3(); }`;
    t.deepEqual(
      schemaOf({ "A.hx": text }).problems.map((problem) => problem.code),
      [code],
    );
  });
}

test("the entry makes what scenes and prefabs name, wherever they name it", async (t) => {
  const files = new Map<string, Uint8Array>();
  const put = (path: string, content: unknown): void =>
    void files.set(path, new TextEncoder().encode(JSON.stringify(content)));
  const { schema } = schemaOf({
    ...GAME,
    "Unused.hx": "@:component class Unused extends core.Component {}",
  });
  put("code.json", schema);
  put("scene.json", {
    entities: [
      { id: "a", components: { camera: {} }, children: [{ id: "b", codeBehind: "Drone" }] },
      { id: "c", prefab: "p.P", overrides: [{ path: "x", codeBehind: "x.Y" }] },
      { id: "d", codeBehind: "Spin" },
    ],
    package: "game",
    behaviors: { "game.Spin": { id: "Spin", class: "y.Spinner", params: [] } },
  });
  put("registry.json", { behaviors: [{ name: "game.Never", class: "z.Never" }] });
  put("prefab.json", { root: { id: "", children: [{ id: "d", components: { Health: {} } }] } });
  const line =
    "entry --scene scene.json --scene prefab.json --behaviors registry.json --schema code.json --main Main --name GameEntry --out Entry.hx";
  const { exitCode } = await runCompilerAction(line.split(" "), {
    read: (path) => files.get(path),
    write: (path, bytes) => void files.set(path, bytes),
  });
  t.is(exitCode, 0);
  const text = new TextDecoder().decode(files.get("Entry.hx"));
  t.deepEqual(
    [...text.matchAll(/case "(.*)": new (.*)\(\);/g)].map(([, path]) => path),
    ["Drone", "x.Y", "y.Spinner", "z.Never", "Health"],
  );
});
