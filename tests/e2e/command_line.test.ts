/** `bazel-bin/haxe_game` as its user has it: a bundle that is started in any folder. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import type { DevGraph } from "#runtime/dev_server/dev_graph.ts";
import { meshRecords } from "#tests/assets/fbx/fbx_scene.ts";
import { fileOf, meshScene } from "#tests/assets/fbx/sample_files.ts";
import { GltfMaker, toGlb } from "#tests/assets/make_gltf.ts";
import { rgbaPng } from "#tests/assets/make_png.ts";
import { makeWav, sine } from "#tests/assets/make_wav.ts";
import { ringObj } from "#tests/assets/ring_obj.ts";
import { SAMPLE_SHADER } from "#tests/assets/sample_shader.ts";
import { built, test } from "./built.ts";
import { type ProgramRun, runProgram } from "./run_program.ts";

const SIDE = 16;

/** A folder of its own, in which the program runs. */
function workspace() {
  const folder = mkdtempSync(join(tmpdir(), "command_line_"));
  return {
    path: (name: string) => join(folder, name),
    read: (name: string) => readFileSync(join(folder, name)),
    write: (name: string, bytes: Uint8Array) => writeFileSync(join(folder, name), bytes),
    run: (...args: string[]): Promise<ProgramRun> =>
      runProgram(built("HAXE_GAME"), args, {}, folder),
  };
}

const pixels = Uint8Array.from({ length: SIDE * SIDE * 4 }, (_, at) =>
  at % 4 === 3 ? 255 : at * 7,
);

/** Uncompressed true colour of 32 bits, rows from the top. */
function tga(): Uint8Array {
  return Uint8Array.of(0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, SIDE, 0, SIDE, 0, 32, 0x28, ...pixels);
}

function jpg(): Promise<Uint8Array> {
  const raw = { width: SIDE, height: SIDE, channels: 4 } as const;
  return sharp(pixels, { raw }).jpeg().toBuffer();
}

/** A triangle that a clip moves. */
function glb(): Uint8Array {
  const maker = new GltfMaker();
  const POSITION = maker.accessor("VEC3", Float32Array.of(0, 0, 0, 1, 0, 0, 0, 1, 0));
  const input = maker.accessor("SCALAR", Float32Array.of(0, 1));
  const output = maker.accessor("VEC3", Float32Array.of(0, 0, 0, 1, 2, 3));
  return toGlb(
    maker.make({
      scenes: [{ nodes: [0] }],
      nodes: [{ name: "Thing", mesh: 0 }],
      meshes: [{ primitives: [{ attributes: { POSITION } }] }],
      animations: [
        {
          name: "Move",
          samplers: [{ input, output }],
          channels: [{ sampler: 0, target: { node: 0, path: "translation" } }],
        },
      ],
    }),
  );
}

function fbx(): Uint8Array {
  const triangle = meshRecords([0, 0, 0, 1, 0, 0, 0, 1, 0], [[0, 1, 2]]);
  return fileOf(meshScene(7400, triangle));
}

const sound = (name: string) => readFileSync(join("tests/assets/sounds", name));
const text = (content: string) => new TextEncoder().encode(content);

interface Input {
  readonly file: string;
  readonly content: Uint8Array | Promise<Uint8Array>;
  readonly kind?: string;
  /** What it is exported as, and the bytes that such files begin with. */
  readonly exported: readonly (readonly [extension: string, begins: string])[];
}

const pictures = [
  ["ktx2", "\xabKTX 20\xbb"],
  ["png", "\x89PNG"],
] as const;

const inputs: readonly Input[] = [
  { file: "bricks.png", content: rgbaPng(SIDE, SIDE, pixels), exported: pictures },
  { file: "bricks.jpg", content: jpg(), exported: pictures },
  { file: "bricks.tga", content: tga(), exported: pictures },
  { file: "ring.obj", content: text(ringObj(12)), exported: [["glb", "glTF"]] },
  { file: "thing.glb", content: glb(), exported: [["glb", "glTF"]] },
  { file: "thing.fbx", content: fbx(), exported: [["glb", "glTF"]] },
  { file: "move.glb", kind: "animation", content: glb(), exported: [["glb", "glTF"]] },
  { file: "sky.glsl", content: text(SAMPLE_SHADER), exported: [["json", "{"]] },
  {
    file: "beep.wav",
    content: makeWav([sine(440, 8000, 800, 0.5)], { sampleRate: 8000, bits: 16 }),
    exported: [["wav", "RIFF"]],
  },
  { file: "tone.ogg", content: sound("tone.ogg"), exported: [["wav", "RIFF"]] },
  { file: "stereo.flac", content: sound("stereo.flac"), exported: [["wav", "RIFF"]] },
  { file: "tone.mp3", content: sound("tone.mp3"), exported: [["wav", "RIFF"]] },
  {
    file: "level.json",
    kind: "data",
    content: text('{ "a": 1 }'),
    exported: [["json", '{ "a": 1 }']],
  },
  { file: "notes.txt", kind: "data", content: text("Notes\n"), exported: [["txt", "Notes\n"]] },
];

for (const { file, content, kind, exported } of inputs) {
  test.serial(`${file} is compiled, looked into and turned back`, async (t) => {
    t.timeout(120_000);
    const { read, write, run } = workspace();
    write(file, await content);
    const kindOption = kind === undefined ? [] : ["--kind", kind];
    const compiled = await run("asset", file, "-o", "out/blob", ...kindOption);
    t.deepEqual(compiled, { status: 0, stdout: "", stderr: "" });
    const inspected = await run("inspect", "out/blob", "--json");
    t.is(inspected.status, 0);
    t.is(JSON.parse(inspected.stdout).bytes, read("out/blob").length);
    for (const [extension, begins] of exported) {
      const name = `again.${extension}`;
      t.deepEqual(await run("export", "out/blob", "-o", name), {
        status: 0,
        stdout: "",
        stderr: "",
      });
      t.true(read(name).toString("latin1").startsWith(begins), name);
    }
  });
}

/** Everything that a package defines. */
const KINDS = [
  "texture",
  "mesh",
  "shader",
  "material",
  "animation",
  "audio",
  "data",
  "prefab",
  "scene",
];

test.serial("each asset of the sample has the bytes that its action wrote", async (t) => {
  t.timeout(300_000);
  const { actions, files } = JSON.parse(readFileSync(built("GAME_GRAPH"), "utf8")) as DevGraph;
  const { read, run } = workspace();
  const runfiles = process.env["RUNFILES_DIR"] ?? "";
  const found = new Map<string, number>();
  for (const action of actions.filter(({ tool }) => tool === "assets")) {
    const [kind = "", ...flags] = action.arguments;
    if (!KINDS.includes(kind)) continue;
    const [output = ""] = action.outputs;
    const id = output.split("/").at(-1)?.replace(`.${kind}`, "") ?? "";
    const [manifest = ""] = valuesOf(flags, "manifest-name");
    const settings = ["platform", "quality"].flatMap((name) =>
      valuesOf(flags, name).flatMap((value) => ["--set", `${name}=${value}`]),
    );
    const source = join(runfiles, "_main", manifest);
    const more = ["-o", "blob", ...settings, "--packages", join(runfiles, "_main", "packages")];
    t.is((await run("asset", source, "--id", id, ...more)).stderr, "", id);
    t.true(read("blob").equals(readFileSync(join(runfiles, files[output] ?? ""))), id);
    t.is((await run("inspect", "blob")).stdout.split("\n")[0], `kind: ${kind}`);
    found.set(kind, (found.get(kind) ?? 0) + 1);
  }
  t.log(Object.fromEntries(found));
  for (const kind of KINDS) t.true((found.get(kind) ?? 0) > 0, kind);
});

function valuesOf(flags: readonly string[], name: string): string[] {
  return flags.flatMap((flag, at) => (flag === `--${name}` ? (flags[at + 1] ?? []) : []));
}

test.serial("what the build wrote can be looked into", async (t) => {
  t.timeout(120_000);
  const { actions, files } = JSON.parse(readFileSync(built("GAME_GRAPH"), "utf8")) as DevGraph;
  const { run } = workspace();
  const outputs = actions.flatMap((action) => action.outputs);
  const kinds = {
    ".hxast": "syntax tree",
    ".hxi": "interface",
    ".hir": "ir",
    ".hbc": "bytecode",
    ".material": "material",
    ".prefab": "prefab",
    ".scene": "scene",
    ".fpkg": "package",
  };
  for (const [extension, kind] of Object.entries(kinds)) {
    const output = outputs.find((path) => path.endsWith(extension)) ?? "";
    const file = join(process.env["RUNFILES_DIR"] ?? "", files[output] ?? "");
    const { status, stdout, stderr } = await run("inspect", file, "--json");
    t.is(status, 0, stderr);
    t.is(JSON.parse(stdout).kind, kind);
    t.not((await run("inspect", file)).stdout, "");
  }
});

test.serial("who reads a listing may stop", async (t) => {
  const { actions, files } = JSON.parse(readFileSync(built("GAME_GRAPH"), "utf8")) as DevGraph;
  const listings = actions
    .flatMap(({ outputs }) => outputs)
    .filter((path) => path.endsWith(".hbc"))
    .map((path) => join(process.env["RUNFILES_DIR"] ?? "", files[path] ?? ""))
    .toSorted((a, b) => statSync(b).size - statSync(a).size);
  const child = spawn(built("HAXE_GAME"), ["inspect", listings[0] ?? ""]);
  child.stdout.once("data", () => child.stdout.destroy());
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (part: string) => {
    stderr += part;
  });
  const [status] = await once(child, "close");
  t.deepEqual([status, stderr], [0, ""]);
});

test.serial("mistakes end with their status", async (t) => {
  t.timeout(120_000);
  const { path, write, run } = workspace();
  write("bricks.png", rgbaPng(SIDE, SIDE, pixels));
  write("broken.png", text("not a picture"));
  mkdirSync(path("folder"));
  const told = async (...args: string[]) => {
    const { status, stdout, stderr } = await run(...args);
    t.is(stdout, "");
    t.notRegex(stderr, /\n {4}at /);
    return `${status} ${stderr.split("\n")[0]}`;
  };
  const asset = (file: string, ...more: string[]) => told("asset", file, "-o", "blob", ...more);
  t.regex(await asset("none.png"), /^1 none\.png: error AS1001/);
  t.regex(await asset("broken.png"), /^1 broken\.png: error AS1002/);
  t.is(
    await asset("folder", "--kind", "data"),
    "1 folder: error AS1012: File cannot be used: it is a folder",
  );
  t.regex(await asset("bricks.png", "--set", "formt=bc1"), /^1 the command line:.*PK2001/);
  t.regex(await asset("bricks.png", "--kind", "sound"), /^2 --kind must be one of/);
  t.regex(await told("asset", "bricks.png", "-o", "folder"), /^1 folder: error AS1012: .*folder$/);
  t.regex(
    await told("asset", "bricks.png", "-o", "broken.png/blob"),
    /^1 .*AS1012: File cannot be used: a file is where a folder should be$/,
  );
  t.regex(await told("inspect", "bricks.png"), /^1 bricks\.png: error FP1001: .*a PNG image$/);
  t.regex(await told("export", "bricks.png", "-o", "x.glb"), /^1 bricks\.png: error FP1001/);
  t.regex(await told("export", "bricks.png"), /^2 --out is missing$/);
});

test.serial("help comes from every folder", async (t) => {
  const { run } = workspace();
  for (const command of ["asset", "export", "inspect"]) {
    const { status, stdout } = await run(command, "--help");
    t.is(status, 0);
    t.true(stdout.startsWith(`Usage: haxe_game ${command} `));
  }
});
