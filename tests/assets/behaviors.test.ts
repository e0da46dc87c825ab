/** `<behaviors>`: classes of the code under ids, and what a package says of their parameters. */
import test from "ava";
import { type Diagnostic, hasErrors } from "#asset_tools/document/diagnostic.ts";
import { renderDiagnostics } from "#asset_tools/document/render.ts";
import { decodeScene } from "#asset_tools/fpkg/decode_scene.ts";
import { placeDiagnostics } from "#asset_tools/package_xml/locate.ts";
import type { PackageIndex } from "#asset_tools/package_xml/model.ts";
import { readXml } from "#asset_tools/package_xml/read_xml.ts";
import { splitPackage } from "#asset_tools/package_xml/split_package.ts";
import { checkBehaviors } from "#asset_tools/scene/check_behaviors.ts";
import { CodePlaces } from "#asset_tools/scene/code_places.ts";
import { compileScene } from "#asset_tools/scene/compile_scene.ts";
import type { SceneParam, SceneSchema, SchemaPlaces } from "#compiler/bytecode/scene_schema.ts";

const float = (name: string, initial: number, min: number, max: number): SceneParam => ({
  name,
  type: { kind: "float" },
  isRequired: false,
  initial,
  min,
  max,
});

const SCHEMA: SceneSchema = {
  classes: [
    { path: "game.Mover", role: null, ancestors: [], params: [float("maxSpeed", 1, 0, 10)] },
    {
      path: "game.Rotor",
      role: "behavior",
      ancestors: ["game.Mover"],
      params: [
        float("spin", 20, -60, 60),
        {
          name: "dust",
          type: { kind: "asset", asset: "prefab" },
          isRequired: true,
          initial: null,
          min: null,
          max: null,
        },
      ],
    },
  ],
};

const PLACES: SchemaPlaces = {
  classes: [
    {
      path: "game.Mover",
      file: "src/game/Mover.hx",
      line: 3,
      column: 7,
      length: 5,
      excerpt: ["", "class Mover {"],
      params: [
        {
          name: "maxSpeed",
          file: "src/game/Mover.hx",
          line: 4,
          column: 21,
          length: 8,
          excerpt: ["class Mover {", "\t@:param public var maxSpeed = 1.0;"],
        },
      ],
    },
  ],
};

const text = (behaviors: string, rest = "") =>
  `<package id="demo" version="1">
<behaviors>
${behaviors}
</behaviors>
${rest}
</package>`;

function split(source: string, indexes: readonly PackageIndex[] = []) {
  const { value, diagnostics } = splitPackage(source, "p.xml", indexes);
  if (value === undefined) throw new Error(JSON.stringify(diagnostics));
  return value;
}

/** What the check says of these `<behavior>` elements. */
function check(behaviors: string) {
  const source = text(behaviors);
  const fragment = JSON.parse(split(source).behaviors);
  const places = new CodePlaces(() => [PLACES]);
  const { value, diagnostics } = checkBehaviors(fragment, "p.xml", [SCHEMA], places);
  const xml = readXml(source, "p.xml");
  if ("problem" in xml) throw new Error(xml.problem.message);
  const placed = placeDiagnostics(diagnostics, xml.root);
  return {
    value,
    diagnostics: placed,
    shown: renderDiagnostics(placed, (file) => (file === "p.xml" ? source : undefined)),
  };
}

const codes = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.map(({ code, line, column }) => `${code} ${line}:${column}`);

test("a registry holds what was found to be in the code", (t) => {
  const { value, diagnostics } = check(
    `<behavior id="Tail" class="game.Rotor"/>
<behavior id="Main" class="game.Rotor"><param name="spin" type="float" min="0" max="50" default="22"/></behavior>`,
  );
  t.deepEqual(diagnostics, []);
  t.deepEqual(value?.behaviors, [
    { name: "demo.Main", class: "game.Rotor" },
    { name: "demo.Tail", class: "game.Rotor" },
  ]);
});

test("what the code has not, or otherwise, is told at its place with that of the code", (t) => {
  const { value, diagnostics, shown } = check(
    `<behavior id="A" class="game.Rotr"/>
<behavior id="B" class="game.Rotor">
<param name="spinn"/>
<param name="spin" type="int"/>
<param name="max_speed" min="1" max="11"/>
<param name="dust" max="1"/>
</behavior>
<behavior id="C" class="game.Rotor">
<param name="maxSpeed" max="5" default="6"/>
<param name="spin" default="fast"/>
</behavior>`,
  );
  t.is(value, undefined);
  t.deepEqual(codes(diagnostics), [
    "PK3007 3:25",
    "PK5005 5:14",
    "PK5013 6:26",
    "PK5014 7:38",
    "PK5015 8:25",
    "PK5008 11:41",
    "PK2006 12:29",
  ]);
  t.true(
    shown.includes(`p.xml:7:38: error PK5014: Range of \`max_speed\` is wider than in \`game.Mover\`: expected one inside from 0 to 10
 6 | <param name="spin" type="int"/>
 7 | <param name="max_speed" min="1" max="11"/>
   |                                      ^^
  src/game/Mover.hx:4:21: \`maxSpeed\` of \`game.Mover\` is declared here
   3 | class Mover {
   4 | 	@:param public var maxSpeed = 1.0;
     | 	                   ^^^^^^^^
`),
    shown,
  );
});

test("ids, ranges and assets are checked where the file is read", (t) => {
  const { diagnostics } = splitPackage(
    text(`<behavior id="rotor" class="Rotor"/>
<behavior id="A" class="A"><param name="x"/><param name="x"/></behavior>
<behavior id="A" class="A"><param name="x" min="2" max="1"/></behavior>
<behavior id="B" class="b"><param name="x" type="mesh" default="Cube"/></behavior>`),
    "p.xml",
    [],
  );
  t.deepEqual(codes(diagnostics), [
    "PK2010 3:15",
    "PK2009 4:58",
    "PK2009 5:15",
    "PK2006 5:57",
    "PK2006 6:25",
    "PK3001 6:65",
  ]);
});

const PREFABS = '<prefabs><prefab id="Puff"/></prefabs>';
const ROTOR = `<behavior id="Rotor" class="game.Rotor"><param name="spin" max="30" default="22"/><param name="dust" type="prefab" default="Puff"/></behavior>`;
const sceneOf = (entities: string) => `<scenes><scene id="S">${entities}</scene></scenes>`;

/** The behaviours' values in the scene `S`, or what is wrong with it. */
function compile(source: string, indexes: readonly PackageIndex[] = []) {
  const fragment = JSON.parse(split(source, indexes).fragments.get("S") as string);
  const { value, diagnostics } = compileScene(fragment, "p.xml", {
    schemas: [SCHEMA],
    prefabs: [],
    knownIndexes: () => [JSON.parse(split(source, indexes).index), ...indexes],
  });
  if (value === undefined || hasErrors(diagnostics))
    return diagnostics.map(({ code, hint }) => `${code} ${hint}`);
  const { classes, entities } = decodeScene(value, "S");
  return entities.map(({ parts }) =>
    parts.map((part) => [classes[part.class]?.name, ...part.values]),
  );
}

test("scenes name a behaviour by its id and start from the package's values", (t) => {
  const dust = { asset: "prefab", name: "demo.Puff" };
  const entities = `<entity id="a" codeBehind="Rotor"/>
<entity id="b" codeBehind="demo.Rotor"><params><spin>-50</spin></params></entity>
<entity id="c" codeBehind="game.Rotor"><params><spin>40</spin><dust>Puff</dust></params></entity>`;
  t.deepEqual(compile(text(ROTOR, `${PREFABS}${sceneOf(entities)}`)), [
    [["game.Rotor", 1, 22, dust]],
    [["game.Rotor", 1, -50, dust]],
    [["game.Rotor", 1, 40, dust]],
  ]);
  const tooFast = '<entity id="a" codeBehind="Rotor"><params><spin>40</spin></params></entity>';
  t.deepEqual(compile(text(ROTOR, `${PREFABS}${sceneOf(tooFast)}`)), ["PK5008 undefined"]);
  const misspelt = '<entity id="a" codeBehind="Rotr"/>';
  t.deepEqual(compile(text(ROTOR, `${PREFABS}${sceneOf(misspelt)}`)), [
    "PK3007 Did you mean `Rotor`?",
  ]);
});

test("behaviours of other packages are named with the package, and keep its short names", (t) => {
  const vehicles = JSON.parse(split(text(ROTOR, PREFABS)).index);
  const game = `<package id="city" version="1"><dependencies><dependency id="demo"/></dependencies>
${sceneOf('<entity id="a" codeBehind="demo.Rotor"/>')}</package>`;
  t.deepEqual(compile(game, [vehicles]), [
    [["game.Rotor", 1, 22, { asset: "prefab", name: "demo.Puff" }]],
  ]);
  // Without the dependency it is the path of a class, and there is none.
  const undeclared = game.replace('<dependency id="demo"/>', "");
  t.like(compile(undeclared), ["PK3007 Did you mean `game.Rotor`?"]);
});

test("a package without behaviours says nothing of them", (t) => {
  const { index, fragments } = split(
    `<package id="demo" version="1">${sceneOf('<entity id="a"/>')}</package>`,
  );
  t.false(index.includes("behaviors"));
  t.false(fragments.get("S")?.includes("behaviors"));
});
