/** `haxe_game asset PACKAGE.xml --id ID` for what is made of other assets: materials, prefabs and scenes. */
import test from "ava";
import { runAssetAction } from "#asset_tools/actions/asset_action.ts";
import { runAssetCli } from "#asset_tools/cli/asset_cli.ts";
import type { CliResult } from "#asset_tools/cli/cli_result.ts";
import type { SceneCode } from "#asset_tools/cli/scene_code.ts";
import { SAMPLE_CODE } from "./sample_code.ts";
import { SAMPLE_SHADER } from "./sample_shader.ts";

const BASE = `<package id="base" version="1"><assets>
<shader id="Lit"><source>lit.glsl</source><includes><include>frame.glsl</include></includes></shader>
<texture id="Flat"><source>flat.png</source></texture>
<material id="Plain"><shader>Lit</shader><properties><albedo>1 1 1 1</albedo><weights>1 2 3</weights>
<albedoMap>Flat</albedoMap><detailMap>Flat</detailMap></properties></material>
</assets><prefabs>
<prefab id="Bulb"><components><light kind="point" color="1 0.5 0"/></components></prefab>
</prefabs></package>`;

const PROPS = `<package id="props" version="1"><dependencies><dependency id="base"/></dependencies><assets>
<material id="Wood" extends="base.Plain"><properties><roughness>0.7</roughness></properties></material>
<material id="OldWood" extends="Wood"><properties><albedo>0.5 0.4 0.3 1</albedo></properties></material>
</assets><prefabs>
<prefab id="Lamp" codeBehind="x.Spin"><params><speed>2</speed></params>
<entity id="bulb" prefab="base.Bulb"/></prefab>
</prefabs><scenes>
<scene id="Room" name="A room"><entity id="left" prefab="Lamp"><components><Health points="3"/></components></entity>
<entity id="right" prefab="Lamp"><remove path="bulb"/></entity></scene>
</scenes></package>`;

const FILES: Readonly<Record<string, string>> = {
  "packages/base/package.xml": BASE,
  "packages/base/lit.glsl": `#include "frame.glsl"\n${SAMPLE_SHADER}`,
  "packages/base/frame.glsl": "#define FRAME 1\n",
  "packages/props/package.xml": PROPS,
};

const CODE: SceneCode = { schema: SAMPLE_CODE, places: { classes: [] } };

/** Files in memory, and the folders that code was looked for in. */
function workspace(texts: Readonly<Record<string, string>> = FILES, code: SceneCode = CODE) {
  const all = new Map<string, Uint8Array>();
  const folders: (readonly string[])[] = [];
  const files = {
    read: (path: string) => all.get(path),
    write: (path: string, bytes: Uint8Array) => void all.set(path, bytes),
  };
  const write = (path: string, text: string) => files.write(path, new TextEncoder().encode(text));
  for (const [path, text] of Object.entries(texts)) write(path, text);
  const readCode = async (found: readonly string[]): Promise<SceneCode> => {
    folders.push(found);
    return code;
  };
  const run = (...argv: string[]): Promise<CliResult> =>
    runAssetCli(["asset", ...argv], files, { readCode });
  return { all, files, folders, write, run };
}

const PROPS_FILE = "packages/props/package.xml";
const DONE: CliResult = { exitCode: 0, stdout: "", stderr: "" };

/** The actions of a build, in its order. */
const ACTIONS = [
  "split --manifest packages/base/package.xml --out-index base.json --out Lit=Lit.json --out Plain=Plain.json --out Bulb=Bulb.json",
  `split --manifest ${PROPS_FILE} --index base.json --out-index props.json --out Wood=Wood.json --out OldWood=OldWood.json --out Lamp=Lamp.json --out Room=Room.json`,
  "shader --source packages/base/lit.glsl --include base:frame.glsl=packages/base/frame.glsl --definition Lit.json --out Lit.shader",
  "material --definition OldWood.json --shader Lit.shader --base Wood.json --base Plain.json --out OldWood.material",
  "prefab --definition Lamp.json --schema code.json --prefab Bulb.json --out Lamp.prefab",
  "scene --definition Room.json --schema code.json --prefab Bulb.json --prefab Lamp.json --out Room.scene",
];

test("what is made of others has the bytes of its action", async (t) => {
  const { all, files, folders, write, run } = workspace();
  write("code.json", JSON.stringify(SAMPLE_CODE));
  for (const action of ACTIONS)
    t.deepEqual(await runAssetAction(action.split(" "), files), { exitCode: 0, output: "" });
  for (const blob of ["OldWood.material", "Lamp.prefab", "Room.scene"]) {
    const [id = ""] = blob.split(".");
    t.deepEqual(await run(PROPS_FILE, "--id", id, "-o", "out"), DONE);
    t.deepEqual(all.get("out"), all.get(blob), blob);
    t.deepEqual(await run(PROPS_FILE, "--id", `props.${id}`, "-o", "again"), DONE);
    t.deepEqual(all.get("again"), all.get(blob), blob);
  }
  t.deepEqual(folders[0], ["packages/base/src", "packages/props/src"]);
});

test("packages are looked for beside, and where it is said", async (t) => {
  const moved = { ...FILES, "game/package.xml": PROPS };
  const { all, run } = workspace(moved);
  const alone = await run("game/package.xml", "--id", "Wood", "-o", "out");
  t.is(alone.exitCode, 1);
  t.regex(alone.stderr, /^game\/package\.xml:1:\d+: error PK3004: Package `base` does not exist/);
  t.regex(alone.stderr, /hint: .*--packages/);
  const told = await run("game/package.xml", "--id", "Wood", "-o", "out", "--packages", "packages");
  t.deepEqual(told, DONE);
  await run(PROPS_FILE, "--id", "Wood", "-o", "beside");
  t.deepEqual(all.get("out"), all.get("beside"));
});

test("a shader's includes of other packages are found too", async (t) => {
  const lit =
    '<shader id="Own"><source>own.glsl</source><includes><include>base:frame.glsl</include></includes></shader>';
  const files = {
    ...FILES,
    [PROPS_FILE]: PROPS.replace("<assets>", `<assets>${lit}`),
    "packages/props/own.glsl": `#include "base:frame.glsl"\n${SAMPLE_SHADER}`,
  };
  t.deepEqual(await workspace(files).run(PROPS_FILE, "--id", "Own", "-o", "out"), DONE);
});

test("folders of code can be given", async (t) => {
  const { folders, run } = workspace();
  const more = ["-cp", "a", "--class-path", "b/c"];
  t.deepEqual(await run(PROPS_FILE, "--id", "Room", "-o", "out", ...more), DONE);
  t.deepEqual(folders, [["a", "b/c"]]);
});

test("what is wrong is said where it is", async (t) => {
  const told = async (
    id: string,
    change: Readonly<Record<string, string>>,
    code: SceneCode = CODE,
  ): Promise<string> => {
    const { exitCode, stderr } = await workspace({ ...FILES, ...change }, code).run(
      PROPS_FILE,
      "--id",
      id,
      "-o",
      "out",
    );
    t.is(exitCode, 1);
    return stderr.split("\n")[0] ?? "";
  };
  const speed = PROPS.replace("<speed>2<", "<speed>12<");
  t.regex(
    await told("Lamp", { [PROPS_FILE]: speed }),
    /^packages\/props\/package\.xml:5:\d+: error/,
  );
  const roughness = PROPS.replace("roughness>0.7", "roughness>rough");
  t.regex(
    await told("OldWood", { [PROPS_FILE]: roughness }),
    /^packages\/props\/package\.xml:2:\d+: error/,
  );
  const broken = { "packages/base/lit.glsl": "void main( {}" };
  t.regex(await told("Wood", broken), /^packages\/base\/lit\.glsl:1:\d+: error AS3/);
  const base = { "packages/base/package.xml": BASE.replace("<prefabs>", "<prefab>") };
  t.regex(await told("Wood", base), /^packages\/base\/package\.xml:8:\d+: error PK1001/);
  t.is(await told("Room", {}, { problems: "Spin.hx:3: wrong\n" }), "Spin.hx:3: wrong");
});
