/** Damaged scenes, compiled ones and written ones: a scene, or one message. FUZZ_FACTOR asks for more. */
import test from "ava";
import { decodeScene } from "#asset_tools/fpkg/decode_scene.ts";
import { encodeScene } from "#asset_tools/fpkg/encode_scene.ts";
import { FpkgError } from "#asset_tools/fpkg/fpkg_error.ts";
import type {
  PrefabDefinition,
  SceneDefinition,
} from "#asset_tools/package_xml/scene_definition.ts";
import { splitPackage } from "#asset_tools/package_xml/split_package.ts";
import { compileScene } from "#asset_tools/scene/compile_scene.ts";
import { SAMPLE_CODE } from "./sample_code.ts";
import { sampleScene } from "./sample_scene.ts";

const FACTOR = Number(process.env["FUZZ_FACTOR"] ?? "1");

function randomFrom(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** Numbers that counts, offsets and rows are most easily wrong by. */
const NUMBERS = [0, 1, 2, 4, 0x7f, 0xff, 0xffff, 0x7fffffff, -1, -2, -0x80000000];

test("damaged blobs", (t) => {
  const valid = encodeScene(sampleScene());
  const random = randomFrom(13);
  const rounds = 4000 * FACTOR;
  let refused = 0;
  for (let round = 0; round < rounds; round++) {
    const bytes = valid.slice(0, random(8) === 0 ? random(valid.length) : valid.length);
    const view = new DataView(bytes.buffer);
    for (let changes = random(3) + 1; changes > 0 && bytes.length > 4; changes--) {
      const at = random((bytes.length - 4) >> 2) * 4;
      const number = NUMBERS[random(NUMBERS.length)] as number;
      view.setInt32(at, random(2) === 0 ? number : view.getInt32(at, true) + random(9) - 4, true);
    }
    try {
      decodeScene(bytes, "p.S");
    } catch (error) {
      if (!(error instanceof FpkgError)) throw error;
      refused++;
    }
  }
  t.true(refused > rounds / 4, `${refused} of ${rounds} refused`);
});

test("a small blob that says the same again and again is refused at once", (t) => {
  const place = { position: [0, 0, 0], rotation: [0, 0, 0, 1], scale: [1, 1, 1] } as const;
  const fields = Array.from(
    { length: 400 },
    (_, index) => ({ name: `f${index}`, type: "color" }) as const,
  );
  const values = fields.map(() => [0, 0, 0, 1]);
  const entities = Array.from({ length: 400 }, (_, row) => ({
    ...place,
    path: `e${row}`,
    name: "x".repeat(1000),
    parent: -1,
    parts: row === 0 ? [{ class: 0, values }] : [],
  }));
  const classes = [{ name: "x.Y", role: "component", fields }] as const;
  const bytes = encodeScene({ kind: "scene", id: "p.S", name: "S", classes, entities });
  const view = new DataView(bytes.buffer);
  const archetype = view.getInt32(76, true);
  // The one archetype has all entities, whose rows lie in the column of parents plus their number.
  const parents = view.getInt32(44, true);
  for (let row = 0; row < 400; row++) view.setInt32(parents + row * 4, row, true);
  view.setInt32(archetype, parents, true);
  view.setInt32(archetype + 4, 400, true);
  const start = performance.now();
  t.throws(() => decodeScene(bytes, "p.S"), { instanceOf: FpkgError });
  t.true(performance.now() - start < 2000);
});

const TEXT = `<package id="p" version="1"><prefabs>
<prefab id="A" codeBehind="x.Spin"><transform><euler y="30"/></transform><params><home>in</home></params><entity id="in"/></prefab>
<prefab id="B"><entity id="a" prefab="A"><override path="in"><components><Health points="3"/></components></override></entity></prefab>
</prefabs><scenes><scene id="S"><entity id="e" prefab="B"><transform><position y="2"/></transform>
<override path="a" codeBehind="x.Spin"><params><speed>4</speed></params></override><remove path="a/in"/><entity id="f"/></entity>
<entity id="g" codeBehind="x.Spin"><components><Health points="1"/></components><params><home>e/a</home></params></entity></scene></scenes></package>`;

/** What values are replaced with: names and numbers that mean something elsewhere. */
const PIECES = [
  "a",
  "a/in",
  "in",
  ".",
  "",
  "A",
  "B",
  "x.Spin",
  "x.Health",
  "-1",
  "1e9",
  "0 0 0 1",
  "__proto__",
  "constructor",
];
const ELEMENTS = [
  "<remove path='a'/>",
  "<entity id='in'/>",
  "<entity id='z' prefab='A'/>",
  "<params/>",
];

/** Another value here and there, an element more or less. */
function damaged(random: (limit: number) => number): string {
  let text = TEXT;
  for (let changes = random(3) + 1; changes > 0; changes--) {
    const values = [...text.matchAll(/"[^"]*"|(?<=>)[^<>\n]+(?=<)/g)];
    const { 0: old, index } = values[random(values.length)] as RegExpExecArray;
    const piece = PIECES[random(PIECES.length)] as string;
    const value = old.startsWith('"') ? `"${piece}"` : piece;
    text = text.slice(0, index) + value + text.slice(index + old.length);
    if (random(4) > 0) continue;
    const at = text.indexOf(">", random(text.length)) + 1;
    text = text.slice(0, at) + ELEMENTS[random(ELEMENTS.length)] + text.slice(at);
  }
  return text;
}

test("damaged texts are compiled or refused with messages", (t) => {
  const random = randomFrom(29);
  const rounds = 2000 * FACTOR;
  const reached = { split: 0, compiled: 0 };
  for (let round = 0; round < rounds; round++) {
    const { value, diagnostics } = splitPackage(damaged(random), "p.xml", []);
    if (value === undefined) {
      t.true(diagnostics.length > 0);
      continue;
    }
    reached.split++;
    const definitions = [...value.fragments.values()].map(
      (fragment) => JSON.parse(fragment) as SceneDefinition | PrefabDefinition,
    );
    const prefabs = definitions.filter((one): one is PrefabDefinition => one.kind === "prefab");
    for (const definition of definitions) {
      const compiled = compileScene(definition, "p.xml", { schemas: [SAMPLE_CODE], prefabs });
      if (compiled.value) {
        decodeScene(compiled.value, "p.S", definition.kind);
        reached.compiled++;
      } else t.true(compiled.diagnostics.length > 0);
    }
  }
  t.true(reached.split > rounds / 20 && reached.compiled > rounds / 20, JSON.stringify(reached));
});
