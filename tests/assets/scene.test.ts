import test from "ava";
import { entityId } from "#asset_tools/fpkg/asset_id.ts";
import { decodeScene } from "#asset_tools/fpkg/scene_blob.ts";
import { readPackage } from "#asset_tools/package_xml/read_package.ts";
import type { SceneDefinition } from "#asset_tools/package_xml/scene_definition.ts";
import { compileScene } from "#asset_tools/scene/compile_scene.ts";

const TEXT = `<package id="p" version="1"><scenes><scene id="S" name="A scene">
  <entity id="root" name="Root &amp; all" codeBehind="behaviors.Spin">
    <transform><position x="1" y="2.5" z="-3"/></transform>
    <components>
      <mesh asset="core.Cube"/><material asset="Red"/><renderable castShadows="false"/>
      <light kind="point" color="1 0.5 0" intensity="2" range="8"/>
    </components>
    <params><speed>1.5</speed><axis>0 1 0</axis><name>été</name><on>false</on><count>-7</count></params>
    <entity id="eye"><components><camera fovDegrees="50" near="0.5" far="90"/></components></entity>
  </entity>
</scene></scenes></package>`;

function definition(): SceneDefinition {
  const found = readPackage(TEXT, "p.xml").model?.definitions[0];
  if (found?.kind !== "scene") throw new Error("no scene");
  return found;
}

const blob = compileScene(definition(), "p.xml", {}).value as Uint8Array;

test("a scene comes back as it was written", (t) => {
  const scene = decodeScene(blob, "p.S");
  t.is(scene.name, "A scene");
  t.deepEqual(scene.entities, [
    {
      key: "root",
      name: "Root & all",
      parent: -1,
      position: [1, 2.5, -3],
      rotation: [0, 0, 0, 1],
      scale: [1, 1, 1],
      mesh: "core.Cube",
      material: "p.Red",
      visible: true,
      castShadows: false,
      light: { kind: "point", color: [1, 0.5, 0], intensity: 2, range: 8 },
      behavior: "behaviors.Spin",
      parameters: [
        { name: "speed", type: "float", value: 1.5 },
        { name: "axis", type: "vec3", value: [0, 1, 0] },
        { name: "name", type: "string", value: "été" },
        { name: "on", type: "bool", value: false },
        { name: "count", type: "int", value: -7 },
      ],
    },
    {
      key: "eye",
      name: "eye",
      parent: 0,
      position: [0, 0, 0],
      rotation: [0, 0, 0, 1],
      scale: [1, 1, 1],
      visible: true,
      castShadows: true,
      camera: { fovDegrees: 50, near: 0.5, far: 90, active: true },
      parameters: [],
    },
  ]);
});

test("the offsets of docs/fpkg.md read it with four functions", (t) => {
  const view = new DataView(blob.buffer, blob.byteOffset, blob.byteLength);
  const i32 = (at: number): number => view.getInt32(at, true);
  const f64 = (at: number): number => view.getFloat64(at, true);
  const text = (at: number): string =>
    new TextDecoder().decode(blob.subarray(at + 4, at + 4 + i32(at)));
  t.is(i32(28), 2);
  t.is(text(i32(i32(36) + 4)), "eye");
  t.is(text(i32(i32(40))), "Root & all");
  t.is(i32(i32(44) + 4), 0);
  t.is(i32(i32(48)), 1);
  t.is(text(i32(i32(12) + 40 * i32(i32(52)) + 36)), "core.Cube");
  t.is(i32(i32(56) + 4), -1);
  t.is(text(i32(i32(60))), "behaviors.Spin");
  t.is(i32(i32(60) + 4), -1);
  t.deepEqual(
    [0, 1, 2].map((axis) => f64(i32(72) + 8 * axis)),
    [1, 2.5, -3],
  );
  t.is(f64(i32(76) + 32 + 24), 1);
  t.is(f64(i32(80) + 24), 1);
  t.is(f64(i32(84) + 8), 50);
  t.is(f64(i32(92) + 48 - 8), 8);
  const count = i32(i32(64)) + 4;
  const row = i32(100) + 48 * count;
  t.is(text(i32(row)), "count");
  t.is(i32(row + 12), -7);
  t.is(f64(row + 16), -7);
  t.is(i32(i32(68)), 5);
});

test("f64 columns are aligned for typed arrays", (t) => {
  const view = new DataView(blob.buffer, blob.byteOffset, blob.byteLength);
  for (const at of [72, 76, 80, 84, 92, 100]) t.is(view.getUint32(at, true) % 8, 0);
});

test("entity ids depend on scene and id alone", (t) => {
  t.is(entityId("p.S", "root"), entityId("p.S", "root"));
  t.not(entityId("p.S", "root"), entityId("p.T", "root"));
  const view = new DataView(blob.buffer, blob.byteOffset, blob.byteLength);
  const at = view.getUint32(32, true);
  const high = view
    .getUint32(at + 4, true)
    .toString(16)
    .padStart(8, "0");
  const low = view.getUint32(at, true).toString(16).padStart(8, "0");
  t.is(high + low, entityId("p.S", "root"));
});

test("an unknown behaviour is an error with the nearest name", (t) => {
  const near = compileScene(definition(), "p.xml", { behaviors: ["behaviors.Spinn", "x.Other"] });
  t.is(near.value, undefined);
  t.deepEqual(
    near.diagnostics.map(({ code, message, hint, element }) => ({ code, message, hint, element })),
    [
      {
        code: "PK3007",
        message: "Behaviour `behaviors.Spin` does not exist",
        hint: "Did you mean `behaviors.Spinn`?",
        element: ["scenes", "scene:S", "entity:root", "@codeBehind"],
      },
    ],
  );
  const moved = compileScene(definition(), "p.xml", { behaviors: ["game.effects.Spin"] });
  t.is(moved.diagnostics[0]?.hint, "Did you mean `game.effects.Spin`?");
  t.deepEqual(
    compileScene(definition(), "p.xml", { behaviors: ["behaviors.Spin"] }).diagnostics,
    [],
  );
});

test("equal bytes twice, also after the fragment's JSON", (t) => {
  const again = JSON.parse(JSON.stringify(definition())) as SceneDefinition;
  t.deepEqual(compileScene(again, "p.xml", {}).value, blob);
});
