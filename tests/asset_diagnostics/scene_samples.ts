import { MAX_ENTITIES } from "#asset_tools/scene/expand.ts";
import { actions, type Sample, type Samples, split } from "./sample.ts";

const parameter = (name: string, kind: string, isRequired: boolean): object => ({
  name,
  type: { kind },
  isRequired,
  initial: isRequired ? null : 1,
  min: kind === "float" ? 0 : null,
  max: kind === "float" ? 10 : null,
});
const component = (path: string): object => ({
  path,
  role: "component",
  ancestors: ["core.Component"],
  params: [parameter("points", "float", false)],
});

/** What the code says of its classes, as the compiler writes it. */
const CODE = {
  classes: [
    {
      path: "behaviors.Door",
      role: "behavior",
      ancestors: ["core.Behavior"],
      params: [parameter("speed", "float", false), parameter("key", "entity", true)],
    },
    component("game.Health"),
    component("city.Wall"),
    component("garden.Wall"),
  ],
};

/** Assets are left out: only what is in the scene matters. */
const packageAround = (entities: string, prefabs: string, assets: string): string =>
  `<package id="demo" version="1">
${assets}${prefabs}    <scenes>
        <scene id="Start">
            ${entities}
        </scene>
    </scenes>
</package>
`;

const PREFAB = `    <prefabs>
        <prefab id="House"><entity id="door" /></prefab>
    </prefabs>
`;
const ASSETS = `    <assets>
        <mesh id="Cube"><source>cube.obj</source></mesh>
    </assets>
`;

const compile = (prefabs: string): string =>
  `scene --definition Start.json --schema code.json${prefabs} --manifest package.xml --out blob`;

/** A scene that is compiled for the classes of `CODE`. */
function scene(entities: string, assets = ""): Sample {
  return {
    files: {
      "package.xml": packageAround(entities, "", assets),
      "code.json": JSON.stringify(CODE),
    },
    run: actions(split("Start"), compile("")),
  };
}

/** A scene beside the prefab `House`, or others. */
function house(entities: string, prefabs = PREFAB): Sample {
  return {
    files: {
      "package.xml": packageAround(entities, prefabs, ""),
      "code.json": JSON.stringify(CODE),
    },
    run: actions(split("Start", "House"), compile(" --prefab House.json")),
  };
}

/** A behaviour `Gate` of the class `behaviors.Door`. */
function behavior(param: string): Sample {
  return {
    files: {
      "package.xml": `<package id="demo" version="1">
    <behaviors>
        <behavior id="Gate" class="behaviors.Door">
            <param ${param} />
        </behavior>
    </behaviors>
</package>
`,
      "code.json": JSON.stringify(CODE),
    },
    run: actions(
      `${split()} --out-behaviors behaviors.json`,
      "behaviors --definition behaviors.json --schema code.json --manifest package.xml --out registry.json",
    ),
  };
}

const door = (inside: string): string =>
  `<entity id="door" codeBehind="behaviors.Door"><params>${inside}</params></entity>`;

export const sceneSamples: Samples = {
  PK3007: scene('<entity id="door" codeBehind="behaviors.Dor" />'),
  PK3008: scene(`<entity id="left"><components><camera /></components></entity>
            <entity id="right"><components><camera /></components></entity>`),
  PK3009: scene(
    '<entity id="cube"><components><mesh asset="Cube" /></components></entity>',
    ASSETS,
  ),
  PK5001: house("", PREFAB.replace('<entity id="door" />', '<entity id="inner" prefab="House" />')),
  PK5002: house('<entity id="home" prefab="House"><override path="dor" name="Door" /></entity>'),
  PK5003: scene('<entity id="home"><override path="door" name="Door" /></entity>'),
  PK5004: scene('<entity id="player"><components><Helth /></components></entity>'),
  PK5005: scene(door("<key>door</key><sped>2</sped>")),
  PK5006: scene(door("<speed>2</speed>")),
  PK5007: scene('<entity id="door"><params><speed>2</speed></params></entity>'),
  PK5008: scene(door("<key>door</key><speed>20</speed>")),
  PK5009: scene(door("<key>dor</key>")),
  PK5010: scene('<entity id="city"><components><Wall /></components></entity>'),
  PK5011: house(
    '<entity id="home" prefab="House"><components><remove component="Health" /></components></entity>',
  ),
  PK5013: behavior('name="speed" type="int"'),
  PK5014: behavior('name="speed" min="-1"'),
  PK5015: behavior('name="key" max="1"'),
  PK5012: scene(
    Array.from({ length: MAX_ENTITIES + 1 }, (_, at) => `<entity id="e${at}" />`).join(
      "\n            ",
    ),
  ),
};
