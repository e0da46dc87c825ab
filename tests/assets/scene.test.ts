import test from "ava";
import { entityId } from "#asset_tools/fpkg/asset_id.ts";
import { decodeScene } from "#asset_tools/fpkg/decode_scene.ts";
import { encodeScene } from "#asset_tools/fpkg/encode_scene.ts";
import { builtinComponents } from "#asset_tools/package_xml/builtin_components.ts";
import type { PackageIndex } from "#asset_tools/package_xml/model.ts";
import { componentsElement } from "#asset_tools/package_xml/read_components.ts";
import type {
  PrefabDefinition,
  SceneDefinition,
} from "#asset_tools/package_xml/scene_definition.ts";
import { splitPackage } from "#asset_tools/package_xml/split_package.ts";
import { compileScene } from "#asset_tools/scene/compile_scene.ts";
import { MAX_ENTITIES } from "#asset_tools/scene/expand.ts";
import type {
  SceneClass,
  SceneParam,
  SceneSchema,
  SceneType,
} from "#compiler/bytecode/scene_schema.ts";
import { sampleScene } from "./sample_scene.ts";

function param(name: string, type: SceneType, parts: Partial<SceneParam> = {}): SceneParam {
  return { name, type, isRequired: false, initial: null, min: null, max: null, ...parts };
}

function codeClass(
  path: string,
  role: SceneClass["role"],
  params: readonly SceneParam[],
  ancestors: readonly string[] = [],
): SceneClass {
  return { path, role, ancestors, params };
}

const MODE: SceneType = {
  kind: "enum",
  path: "x.Mode",
  values: [
    { name: "Calm", value: 0 },
    { name: "Wild", value: 1 },
  ],
};

/** Two libraries: the second extends a class of the first. */
const SCHEMAS: readonly SceneSchema[] = [
  {
    classes: [
      codeClass("base.Mover", null, [
        param("maxSpeed", { kind: "float" }, { initial: 2, min: 0, max: 10 }),
      ]),
      codeClass("base.Health", "component", [
        param("points", { kind: "int" }, { initial: 100, min: 1, max: 1000 }),
        param("regrows", { kind: "bool" }, { initial: false }),
      ]),
    ],
  },
  {
    classes: [
      codeClass(
        "x.Flyer",
        "behavior",
        [
          param("mode", MODE, { initial: 0 }),
          param("home", { kind: "entity" }),
          param("trail", { kind: "asset", asset: "mesh" }),
          param("tint", { kind: "color" }, { initial: [1, 1, 1, 1] }),
          param("title", { kind: "string" }, { isRequired: true }),
        ],
        ["base.Mover", "core.Behavior"],
      ),
      codeClass("x.Spin", "behavior", [param("speed", { kind: "float" }, { initial: 1 })]),
      codeClass("x.Cargo", "component", [param("mass", { kind: "float" }, { initial: 5 })]),
    ],
  },
];

const CORE: PackageIndex = {
  id: "core",
  version: "1",
  dependencies: [],
  ids: [
    { id: "Cube", kind: "mesh" },
    { id: "Red", kind: "material" },
  ],
};

interface Written {
  readonly prefabs?: string;
  readonly scene: string;
}

/** Splits and compiles scene `S` of package `p`; problems of either come with the lines that they are on. */
function compile({ prefabs = "", scene }: Written) {
  const text = `<package id="p" version="1"><dependencies><dependency id="core"/></dependencies><prefabs>
${prefabs}
</prefabs><scenes><scene id="S" name="A scene">
${scene}
</scene></scenes></package>`;
  const { value, diagnostics } = splitPackage(text, "p.xml", [CORE]);
  if (value === undefined) return { diagnostics };
  const definitions = [...value.fragments.values()].map(
    (fragment) => JSON.parse(fragment) as SceneDefinition | PrefabDefinition,
  );
  const own = definitions.find((one): one is SceneDefinition => one.kind === "scene");
  const others = definitions.filter((one): one is PrefabDefinition => one.kind === "prefab");
  if (own === undefined) throw new Error("no scene");
  return compileScene(own, "p.xml", { schemas: SCHEMAS, prefabs: others });
}

/** Entities by path, with their values by class and field. */
function entitiesOf(written: Written) {
  const { value, diagnostics } = compile(written);
  if (value === undefined) throw new Error(JSON.stringify(diagnostics));
  const { classes, entities } = decodeScene(value, "p.S");
  return Object.fromEntries(
    entities.map(({ path, parts, ...rest }) => [
      path,
      {
        ...rest,
        parts: Object.fromEntries(
          parts.map((part) => {
            const fields = classes[part.class]?.fields.map(({ name }) => name) ?? [];
            const values = fields.map((name, index) => [name, part.values[index]]);
            return [classes[part.class]?.name, Object.fromEntries(values)];
          }),
        ),
      },
    ]),
  );
}

/** Code, element and hint of each problem. */
function problemsOf(written: Written): string[] {
  return compile(written).diagnostics.map(({ code, element, message, hint }) =>
    [code, element?.join("/") ?? "", message, ...(hint === undefined ? [] : [hint])].join(" | "),
  );
}

test("a blob gives back what was put in", (t) => {
  const scene = sampleScene();
  t.deepEqual(decodeScene(encodeScene(scene), "p.S"), scene);
  const prefab = { ...scene, kind: "prefab" } as const;
  t.deepEqual(decodeScene(encodeScene(prefab), "p.S", "prefab"), prefab);
  t.throws(() => decodeScene(encodeScene(prefab), "p.S"), { message: /Expected a `SCNE` blob/ });
});

test("the offsets of docs/fpkg.md read it with four functions", (t) => {
  const scene = sampleScene();
  const blob = encodeScene(scene);
  const view = new DataView(blob.buffer, blob.byteOffset, blob.byteLength);
  const i32 = (at: number): number => view.getInt32(at, true);
  const f64 = (at: number): number => view.getFloat64(at, true);
  const string = (at: number): string =>
    new TextDecoder().decode(blob.subarray(at + 4, at + 4 + i32(at)));
  t.is(i32(28), 5);
  t.is(string(i32(i32(36) + 4 * 3)), "root/b/c");
  t.is(string(i32(i32(40))), "Root & all");
  t.is(i32(i32(44) + 4 * 3), 2);
  t.is(f64(i32(48) + 24 * 1 + 8 * 2), -3);
  t.is(f64(i32(52) + 32 * 4 + 8 * 3), 1);
  t.is(f64(i32(56) + 24 * 4 + 8 * 2), 1);
  t.is(i32(64), 2);
  t.is(string(i32(i32(60) + 16)), "renderable");
  t.deepEqual([i32(i32(60) + 16 + 8), i32(i32(60) + 16 + 12)], [11, 1]);
  t.is(string(i32(i32(68) + 8 * 11)), "visible");
  t.is(i32(80), 3);
  const first = i32(76);
  t.deepEqual([i32(i32(first)), i32(i32(first) + 4), i32(first + 4)], [0, 4, 2]);
  const part = i32(84) + 8 * i32(first + 8);
  t.is(i32(part), 0);
  const column = (field: number): number => i32(i32(92) + 4 * (i32(part + 4) + field));
  t.is(i32(column(1)), -7);
  t.is(f64(column(2)), 1.5);
  t.is(f64(column(5) + 8 * 2), 3);
  t.is(f64(column(7) + 8 * (4 * 1 + 3)), 1);
  t.is(string(i32(column(3))), "été");
  t.is(string(i32(i32(12) + 40 * i32(column(9)) + 36)), "core.Cube");
  t.is(i32(column(10) + 4), -1);
  for (const at of [48, 52, 56].map(i32)) t.is(at % 8, 0, "aligned for typed arrays");
  for (const field of [2, 4, 5, 6, 7, 8]) t.is(column(field) % 8, 0);
});

test("equal bytes twice", (t) => {
  const scene = '<entity id="a"><components><Health points="3"/></components></entity>';
  t.deepEqual(compile({ scene }).value, compile({ scene }).value);
});

test("components and parameters have the types of the code, and its initial values", (t) => {
  const { eye, flyer } = entitiesOf({
    scene: `<entity id="eye"><components><camera fovDegrees="50"/></components></entity>
      <entity id="flyer" name="Flyer &amp; all" codeBehind="x.Flyer">
        <components><mesh asset="core.Cube"/><material asset="core.Red"/><Health regrows="true"/></components>
        <params><max_speed>3</max_speed><mode>Wild</mode><home>eye</home><tint>1 0.5 0</tint><title>A</title></params>
      </entity>`,
  });
  t.deepEqual(eye?.parts, {
    camera: { fovDegrees: 50, near: 0.1, far: 1000, active: true },
  });
  t.is(flyer?.name, "Flyer & all");
  t.deepEqual(flyer?.parts, {
    mesh: { asset: { asset: "mesh", name: "core.Cube" } },
    material: { asset: { asset: "material", name: "core.Red" } },
    "base.Health": { points: 100, regrows: true },
    "x.Flyer": {
      maxSpeed: 3,
      mode: 1,
      home: 0,
      trail: null,
      tint: [1, 0.5, 0, 1],
      title: "A",
    },
  });
});

const FLYER = '<entity id="e" codeBehind="x.Flyer"><params><title>A</title>';

/** What an entity says, and what is said of it. */
const mistakes: Readonly<Record<string, readonly [scene: string, problem: string]>> = {
  "unknown behaviour": [
    '<entity id="e" codeBehind="x.Flier"/>',
    "PK3007 | scenes/scene:S/entity:e/@codeBehind | Behaviour `x.Flier` does not exist | Did you mean `x.Flyer`?",
  ],
  "behaviour of another package": [
    '<entity id="e" codeBehind="gone.Spin"/>',
    "PK3007 | scenes/scene:S/entity:e/@codeBehind | Behaviour `gone.Spin` does not exist | Did you mean `x.Spin`?",
  ],
  "class that is not marked": [
    '<entity id="e" codeBehind="base.Mover"/>',
    "PK3007 | scenes/scene:S/entity:e/@codeBehind | Behaviour `base.Mover` does not exist | Write `@:behavior` before the class and `@:param` before its parameters",
  ],
  "unknown component": [
    '<entity id="e"><components><Helth/></components></entity>',
    "PK5004 | scenes/scene:S/entity:e/components/Helth | Component `Helth` does not exist | Did you mean `Health`?",
  ],
  "unknown field": [
    '<entity id="e"><components><Health point="1"/></components></entity>',
    "PK5005 | scenes/scene:S/entity:e/components/Health/@point | Component `Health` has no parameter `point` | Did you mean `points`?",
  ],
  "field of the wrong type": [
    '<entity id="e"><components><Health points="1.5"/></components></entity>',
    "PK2006 | scenes/scene:S/entity:e/components/Health/@points | Expected a whole number of 32 bits, found `1.5`",
  ],
  "field out of range": [
    '<entity id="e"><components><Health points="0"/></components></entity>',
    "PK5008 | scenes/scene:S/entity:e/components/Health/@points | Expected a value from 1 to 1000, found `0`",
  ],
  "unknown parameter": [
    `${FLYER}<max_sped>1</max_sped></params></entity>`,
    "PK5005 | scenes/scene:S/entity:e/params/max_sped | Behaviour `x.Flyer` has no parameter `max_sped` | Did you mean `max_speed`?",
  ],
  "inherited parameter out of range": [
    `${FLYER}<max_speed>11</max_speed></params></entity>`,
    "PK5008 | scenes/scene:S/entity:e/params/max_speed/#text | Expected a value from 0 to 10, found `11`",
  ],
  "value that an enum abstract has not": [
    `${FLYER}<mode>Wilt</mode></params></entity>`,
    "PK2006 | scenes/scene:S/entity:e/params/mode/#text | Expected one of `Calm`, `Wild`, found `Wilt` | Did you mean `Wild`?",
  ],
  "entity that there is not": [
    `${FLYER}<home>ee</home></params></entity>`,
    "PK5009 | scenes/scene:S/entity:e/params/home/#text | There is no entity `ee` | Did you mean `e`?",
  ],
  "asset of another kind": [
    `${FLYER}<trail>core.Red</trail></params></entity>`,
    "PK3002 | scenes/scene:S/entity:e/params/trail/#text | `core.Red` is a material, expected a mesh",
  ],
  "asset that there is not": [
    `${FLYER}<trail>Cube</trail></params></entity>`,
    "PK3001 | scenes/scene:S/entity:e/params/trail/#text | There is no mesh `p.Cube` | Name an asset of this package or of one that it depends on",
  ],
  "parameter that is needed": [
    '<entity id="e" codeBehind="x.Flyer"/>',
    "PK5006 | scenes/scene:S/entity:e/@codeBehind | Behaviour `x.Flyer` needs a value for `title`",
  ],
  "parameters of nothing": [
    '<entity id="e"><params><a>1</a></params></entity>',
    'PK5007 | scenes/scene:S/entity:e/params | Entity `e` has parameters but no behaviour | Name the behaviour\'s class: `codeBehind="pack.Class"`',
  ],
  "light of no kind": [
    '<entity id="e"><components><light/></components></entity>',
    "PK5006 | scenes/scene:S/entity:e/components/light | Component `light` needs a value for `kind`",
  ],
  "mesh without material": [
    '<entity id="e"><components><mesh asset="core.Cube"/></components></entity>',
    "PK3009 | scenes/scene:S/entity:e/components/mesh | Entity `e` has a mesh but no material, so it is not drawn",
  ],
  "two cameras": [
    '<entity id="e"><components><camera/></components><entity id="f"><components><camera/></components></entity></entity>',
    "PK3008 | scenes/scene:S/entity:e/entity:f/components/camera | Scene `S` has 2 active cameras, expected at most one",
  ],
};

for (const [what, [scene, problem]] of Object.entries(mistakes)) {
  test(`mistake: ${what}`, (t) => t.deepEqual(problemsOf({ scene }), [problem]));
}

const PREFABS = `<prefab id="Rotor" codeBehind="x.Spin">
    <components><Health points="5"/></components><params><speed>4</speed></params>
  </prefab>
  <prefab id="Arm"><transform><position x="1"/></transform>
    <entity id="rotor" prefab="Rotor"><transform><position y="2"/></transform><params><speed>6</speed></params></entity>
    <entity id="tip"/>
  </prefab>
  <prefab id="Machine" name="A machine">
    <entity id="left" prefab="Arm"/>
    <entity id="right" prefab="Arm"><transform><position x="-1"/></transform></entity>
    <entity id="flyer" codeBehind="x.Flyer"><params><title>T</title><home>left/rotor</home></params></entity>
  </prefab>`;

function instance(inside = "", attributes = ""): Written {
  const scene = `<entity id="m" prefab="Machine"${attributes}>${inside}</entity>`;
  return { prefabs: PREFABS, scene };
}

test("an instance is the prefab's tree below its own id, nested ones too", (t) => {
  const entities = entitiesOf(instance());
  t.deepEqual(Object.keys(entities), [
    "m",
    "m/left",
    "m/left/rotor",
    "m/left/tip",
    "m/right",
    "m/right/rotor",
    "m/right/tip",
    "m/flyer",
  ]);
  t.deepEqual(entities["m"]?.name, "A machine");
  t.deepEqual(entities["m/right/rotor"]?.parent, 4);
  t.deepEqual(entities["m/right"]?.position, [-1, 0, 0]);
  t.deepEqual(entities["m/left"]?.position, [1, 0, 0]);
  t.deepEqual(entities["m/left/rotor"]?.position, [0, 2, 0]);
  t.deepEqual(entities["m/left/rotor"]?.parts, {
    "base.Health": { points: 5, regrows: false },
    "x.Spin": { speed: 6 },
  });
  t.is(entities["m/flyer"]?.parts["x.Flyer"]?.["home"], 2, "its own rotor");
});

/** What an instance says, and what then differs from the prefab. */
const overrides: Readonly<
  Record<string, readonly [inside: string, path: string, expected: unknown]>
> = {
  "one axis of the root": [
    '<transform><position y="7"/></transform>',
    "m",
    { position: [0, 7, 0] },
  ],
  "one axis inside": [
    '<override path="left"><transform><position z="3"/></transform></override>',
    "m/left",
    { position: [1, 0, 3] },
  ],
  "a rotation in degrees": [
    '<override path="left"><transform><euler y="180"/></transform></override>',
    "m/left",
    { rotation: [0, 1, 0, 0] },
  ],
  "a name": ['<override path="left" name="L"/>', "m/left", { name: "L" }],
  "a parameter through two prefabs": [
    '<override path="left/rotor"><params><speed>8</speed></params></override>',
    "m/left/rotor",
    { parts: { "base.Health": { points: 5, regrows: false }, "x.Spin": { speed: 8 } } },
  ],
  "one field of a component": [
    '<override path="left/rotor"><components><Health regrows="true"/></components></override>',
    "m/left/rotor",
    { parts: { "base.Health": { points: 5, regrows: true }, "x.Spin": { speed: 6 } } },
  ],
  "one component more": [
    '<override path="left/rotor"><components><Cargo/></components></override>',
    "m/left/rotor",
    {
      parts: {
        "base.Health": { points: 5, regrows: false },
        "x.Cargo": { mass: 5 },
        "x.Spin": { speed: 6 },
      },
    },
  ],
  "one component less": [
    '<override path="left/rotor"><components><remove component="Health"/></components></override>',
    "m/left/rotor",
    { parts: { "x.Spin": { speed: 6 } } },
  ],
  "a new behaviour, which starts without the old one's parameters": [
    '<override path="left/rotor" codeBehind="x.Flyer"><params><title>N</title></params></override>',
    "m/left/rotor",
    {
      parts: {
        "base.Health": { points: 5, regrows: false },
        "x.Flyer": {
          maxSpeed: 2,
          mode: 0,
          home: null,
          trail: null,
          tint: [1, 1, 1, 1],
          title: "N",
        },
      },
    },
  ],
  "a child of the root": ['<entity id="flag"/>', "m/flag", { parent: 0, name: "flag" }],
  "a child inside": [
    '<override path="left/tip"><entity id="lamp"/></override>',
    "m/left/tip/lamp",
    { parent: 3 },
  ],
};

for (const [what, [inside, path, expected]] of Object.entries(overrides)) {
  test(`override: ${what}`, (t) => {
    const before = entitiesOf(instance());
    const after = entitiesOf(instance(inside));
    t.like(after[path], expected as object);
    for (const other of Object.keys(before)) {
      const [known, now] = [before[other], after[other]];
      if (other !== path) t.deepEqual({ ...now, parent: 0 }, { ...known, parent: 0 }, other);
    }
  });
}

test("removed entities take those below them along", (t) => {
  const paths = Object.keys(entitiesOf(instance('<remove path="right"/>')));
  t.deepEqual(paths, ["m", "m/left", "m/left/rotor", "m/left/tip", "m/flyer"]);
});

test("what an instance says of entities that its prefab has not", (t) => {
  t.deepEqual(problemsOf(instance('<override path="lef"/>')), [
    "PK5002 | scenes/scene:S/entity:m/override:lef/@path | Prefab `p.Machine` has no entity `lef` | Did you mean `left`?",
  ]);
  t.deepEqual(problemsOf(instance('<remove path="left/rotr"/>')), [
    "PK5002 | scenes/scene:S/entity:m/remove:left/rotr/@path | Prefab `p.Machine` has no entity `rotr` | Did you mean `rotor`?",
  ]);
  t.deepEqual(problemsOf(instance('<entity id="left"/>')), [
    'PK2009 | scenes/scene:S/entity:m/entity:left/@id | Id `left` is given twice | Write `<override path="left">` to change that one',
  ]);
  t.deepEqual(problemsOf(instance('<components><remove component="mesh"/></components>')), [
    "PK5011 | scenes/scene:S/entity:m/components/remove/@component | Entity `m` has no component `mesh` to remove",
  ]);
});

test("a mistake inside a prefab shows at its instances, and once in each", (t) => {
  const prefabs =
    '<prefab id="Bad"><components><Health points="-1" regrows="no"/></components></prefab>';
  const scene = '<entity id="a" prefab="Bad"/>';
  t.deepEqual(problemsOf({ prefabs, scene }), [
    "PK5008 | scenes/scene:S/entity:a/@prefab | Expected a value from 1 to 1000, found `-1`",
    "PK2006 | scenes/scene:S/entity:a/@prefab | Expected `true` or `false`, found `no`",
  ]);
});

test("prefabs in a circle are refused with the whole of it", (t) => {
  const prefabs = `<prefab id="A"><entity id="x" prefab="B"/></prefab>
<prefab id="B"><entity id="y"><entity id="z" prefab="C"/></entity></prefab>
<prefab id="C" prefab="A"/>`;
  const [problem, ...others] = compile({ prefabs, scene: "" }).diagnostics;
  t.deepEqual(others, []);
  t.is(problem?.message, "Prefabs contain each other in a circle: p.A -> p.B -> p.C -> p.A");
  t.deepEqual([problem?.code, problem?.line, problem?.column], ["PK5001", 4, 24]);
});

test("prefabs that double and double again end at the limit", (t) => {
  const doubling = Array.from(
    { length: 40 },
    (_, level) =>
      `<prefab id="P${level + 1}"><entity id="a" prefab="P${level}"/><entity id="b" prefab="P${level}"/></prefab>`,
  );
  const prefabs = ['<prefab id="P0"/>', ...doubling].join("\n");
  const { diagnostics } = compile({ prefabs, scene: '<entity id="e" prefab="P40"/>' });
  t.deepEqual(
    diagnostics.map(({ code }) => code),
    ["PK5012"],
  );
  t.true(diagnostics[0]?.message.includes(String(MAX_ENTITIES)));
});

test("entity ids depend on scene and path alone", (t) => {
  const { value } = compile({ scene: '<entity id="a"><entity id="b"/></entity>' });
  const blob = value as Uint8Array;
  const view = new DataView(blob.buffer, blob.byteOffset, blob.byteLength);
  const at = view.getUint32(32, true) + 8;
  const word = (offset: number): string =>
    view
      .getUint32(at + offset, true)
      .toString(16)
      .padStart(8, "0");
  t.is(word(4) + word(0), entityId("p.S", "a/b"));
});

test("built-in components are described alike for reading and for packing", (t) => {
  for (const { name, params } of builtinComponents) {
    const field = componentsElement.children[name as "mesh"];
    const attributes = Object.entries(field.schema.attributes);
    t.deepEqual(
      attributes.map(([attribute]) => attribute),
      params.map((one) => one.name),
      name,
    );
    for (const [index, [, { otherwise, isNeeded }]] of attributes.entries()) {
      const { initial, isRequired } = params[index] as SceneParam;
      if (!isNeeded && !isRequired) t.deepEqual(otherwise as unknown, initial as unknown, name);
    }
  }
});
