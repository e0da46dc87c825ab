import test from "ava";
import { runAssetAction } from "#asset_tools/actions/asset_action.ts";
import { readPackages } from "#asset_tools/fpkg/read.ts";
import { rgbaPng } from "./make_png.ts";
import { brickPicture } from "./picture.ts";
import { SAMPLE_SHADER } from "./sample_shader.ts";

const MANIFEST = `<package id="demo" version="1">
  <assets>
    <texture id="Bricks"><source>bricks.png</source><format>bc1</format></texture>
    <shader id="Lit"><source>lit.glsl</source></shader>
    <mesh id="Tri"><source>tri.obj</source></mesh>
    <material id="Wall">
      <shader>Lit</shader>
      <properties><albedo>1 1 1 1</albedo><albedoMap>Bricks</albedoMap><detailMap>Bricks</detailMap></properties>
    </material>
  </assets>
  <scenes>
    <scene id="Main">
      <entity id="wall" codeBehind="behaviors.Spin">
        <components><mesh asset="Tri"/><material asset="Wall"/></components>
      </entity>
    </scene>
  </scenes>
</package>
`;

/** A disk in memory, which also says what was read. */
class Disk {
  readonly files = new Map<string, Uint8Array>();
  readonly reads: string[] = [];

  constructor(files: Readonly<Record<string, string | Uint8Array>>) {
    for (const [path, content] of Object.entries(files)) {
      this.files.set(
        path,
        typeof content === "string" ? new TextEncoder().encode(content) : content,
      );
    }
  }

  async run(line: string): Promise<{ exitCode: number; output: string }> {
    return runAssetAction(line.split(" "), {
      read: (path) => {
        this.reads.push(path);
        return this.files.get(path);
      },
      write: (path, bytes) => this.files.set(path, bytes),
    });
  }
}

function disk(manifest = MANIFEST): Disk {
  return new Disk({
    "demo/package.xml": manifest,
    "demo/bricks.png": rgbaPng(16, 16, brickPicture(16)),
    "demo/lit.glsl": SAMPLE_SHADER,
    "demo/tri.obj": "v 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n",
    "spin.json": schemaWith("behaviors.Spin"),
    "other.json": schemaWith("behaviors.Spinner"),
  });
}

function schemaWith(path: string): string {
  const behavior = { path, role: "behavior", ancestors: ["core.Behavior"], params: [] };
  return JSON.stringify({ classes: [behavior] });
}

const SPLIT =
  "split --manifest demo/package.xml --out-index index.json --out Bricks=Bricks.json --out Lit=Lit.json --out Tri=Tri.json --out Wall=Wall.json --out Main=Main.json";

async function build(on: Disk): Promise<void> {
  for (const line of [
    SPLIT,
    "texture --definition Bricks.json --source demo/bricks.png --out Bricks.texture",
    "shader --definition Lit.json --source demo/lit.glsl --out Lit.shader",
    "mesh --definition Tri.json --source demo/tri.obj --out Tri.mesh",
    "material --definition Wall.json --shader Lit.shader --out Wall.material",
    "scene --definition Main.json --schema spin.json --out Main.scene",
    "link --index index.json --blob Bricks.texture --blob Lit.shader --blob Tri.mesh --blob Wall.material --blob Main.scene --out demo.fpkg",
    "link --index index.json --blob Bricks.texture --blob Lit.shader --blob Tri.mesh --blob Wall.material --blob Main.scene --out demo.index --layout dev --blobs blobs",
    "bundle --package demo.fpkg --out all.fpkg --codec lz4",
  ]) {
    const { exitCode, output } = await on.run(line);
    if (exitCode !== 0) throw new Error(`${line}\n${output}`);
  }
}

test("from package.xml to a bundle, twice the same bytes", async (t) => {
  const [first, second] = [disk(), disk()];
  await build(first);
  await build(second);
  t.deepEqual(first.files, second.files);
  const file = readPackages(first.files.get("all.fpkg") as Uint8Array);
  t.deepEqual([...file.assets.values()].map(({ name }) => name).sort(), [
    "demo.Bricks",
    "demo.Lit",
    "demo.Main",
    "demo.Tri",
    "demo.Wall",
  ]);
  for (const { digest } of file.assets.values()) t.true(first.files.has(`blobs/${digest}`));
});

test("actions read their flags' files only", async (t) => {
  const on = disk();
  await build(on);
  on.reads.length = 0;
  await on.run(
    "scene --definition Main.json --schema spin.json --manifest demo/package.xml --known-index index.json --unused-inputs unused --out Main.scene",
  );
  t.deepEqual(on.reads, ["Main.json", "spin.json"]);
  t.is(new TextDecoder().decode(on.files.get("unused")), "demo/package.xml\nindex.json\n");
});

test("a problem of a whole source shows where package.xml names it, if that is at hand", async (t) => {
  const on = disk();
  await build(on);
  on.files.set("demo/bricks.png", new TextEncoder().encode("no picture"));
  const line = "texture --definition Bricks.json --source demo/bricks.png --out x";
  const first = /^demo\/bricks\.png: error AS1002: .*\n/;
  const { output } = await on.run(`${line} --manifest-name demo/package.xml`);
  t.regex(output, first);
  t.regex(output, / {2}demo\/package\.xml:3:\d+: it is named here\n/);
  const alone = await on.run(line);
  t.regex(alone.output, first);
  t.notRegex(alone.output, /named here/);
});

test("a missing file is told where another package names it", async (t) => {
  const shader = `<shader id="S"><source>s.glsl</source><includes><include>core:fog.glsl</include></includes></shader>`;
  const needs = '<dependencies><dependency id="core"/></dependencies>';
  const on = new Disk({
    "core.xml": '<package id="core" version="1"/>',
    "sky.xml": `<package id="sky" version="1">${needs}\n<assets>${shader}</assets></package>`,
  });
  const line =
    "split --manifest core.xml --out-index i --missing fog.glsl --beside fig.glsl --naming packages/sky/package.xml=sky.xml";
  const { exitCode, output } = await on.run(line);
  t.is(exitCode, 1);
  t.regex(output, /^packages\/sky\/package\.xml:2:66: error AS1001: [\s\S]*`fig\.glsl`/);
});

test("an error in a fragment is placed in package.xml when that is given", async (t) => {
  const on = disk();
  await build(on);
  const line =
    "scene --definition Main.json --schema other.json --manifest-name packages/demo/package.xml --out x";
  t.deepEqual(await on.run(`${line} --manifest demo/package.xml --unused-inputs unused`), {
    exitCode: 1,
    output: `packages/demo/package.xml:13:37: error PK3007: Behaviour \`behaviors.Spin\` does not exist
 12 |     <scene id="Main">
 13 |       <entity id="wall" codeBehind="behaviors.Spin">
    |                                     ^^^^^^^^^^^^^^
  hint: Did you mean \`behaviors.Spinner\`?

`,
  });
  t.is(on.files.get("unused")?.length, 0);
  t.false(on.files.has("x"));
  t.is(
    (await on.run(line)).output.split("\n")[0],
    "packages/demo/package.xml (scenes/scene:Main/entity:wall/@codeBehind): error PK3007: Behaviour `behaviors.Spin` does not exist",
  );
});

test("errors as JSON lines", async (t) => {
  const on = disk(MANIFEST.replace("bc1", "bc9"));
  const { exitCode, output } = await on.run(`${SPLIT} --diagnostics json`);
  t.is(exitCode, 1);
  t.deepEqual(JSON.parse(output), {
    code: "PK2006",
    severity: "error",
    file: "demo/package.xml",
    line: 3,
    column: 61,
    length: 3,
    message:
      "Expected one of `auto`, `rgba8`, `rgba16f`, `bc1`, `bc3`, `bc4`, `bc5`, `bc7`, `etc2`, `eacR`, `eacRg`, `astc4x4`, `astc5x4`, `astc5x5`, `astc6x5`, `astc6x6`, `astc8x5`, `astc8x6`, `astc8x8`, found `bc9`",
    hint: "Did you mean `bc1`?",
  });
});

test("command lines and files that cannot be used say so in one line", async (t) => {
  const on = disk();
  await build(on);
  const outputs = [
    [
      "paint --out x",
      "asset compiler: Expected one of texture, mesh, shader, material, audio, animation, data, behaviors, prefab, scene, split, link, bundle, found `paint`\n",
    ],
    [
      "mesh --definition Tri.json --source nope.obj --out x",
      "nope.obj: error AS1001: Source file `nope.obj` does not exist\n\n",
    ],
    [
      "mesh --definition Bricks.json --source demo/tri.obj --out x",
      "Bricks.json: error FP1006: Fragment is not one of this tool's: it is a texture, expected a mesh\n\n",
    ],
    [
      "mesh --definition demo/tri.obj --source demo/tri.obj --out x",
      "demo/tri.obj: error FP1006: Fragment is not one of this tool's: it is not JSON\n\n",
    ],
    ["mesh --source demo/tri.obj --out x", "asset compiler: Flag --definition is missing\n"],
    [
      "material --definition Wall.json --shader Tri.mesh --out x",
      "Tri.mesh: error FP1001: Expected a `SHDR` blob, found `MESH`\n\n",
    ],
    [
      "link --index index.json --layout flat --out x",
      "asset compiler: Flag --layout must be one of ship, dev, got `flat`\n",
    ],
  ] as const;
  for (const [line, output] of outputs) t.deepEqual(await on.run(line), { exitCode: 1, output });
  t.regex((await on.run("mesh --colour red")).output, /^asset compiler: Unknown option '--colour'/);
});
