/** `haxe_game asset`, `export` and `inspect`, over files in memory. */
import test from "ava";
import { read as readKtx2 } from "ktx-parse";
import { runAssetAction } from "#asset_tools/actions/asset_action.ts";
import { runAssetCli } from "#asset_tools/cli/asset_cli.ts";
import type { CliResult } from "#asset_tools/cli/cli_result.ts";
import { decodeAudio } from "#asset_tools/fpkg/audio_blob.ts";
import { decodeMesh } from "#asset_tools/fpkg/decode_mesh.ts";
import { GltfMaker, toGltf } from "./make_gltf.ts";
import { rgbaPng } from "./make_png.ts";
import { makeWav, sine } from "./make_wav.ts";
import { ringObj } from "./ring_obj.ts";
import { SAMPLE_SHADER } from "./sample_shader.ts";

const pixels = Uint8Array.from({ length: 8 * 8 * 4 }, (_, at) => (at % 4 === 3 ? 255 : at));

/** Files by name; a command writes into it. */
function workspace(start: Readonly<Record<string, Uint8Array>>) {
  const all = new Map(Object.entries(start));
  const files = {
    read: (path: string) => all.get(path),
    write: (path: string, bytes: Uint8Array) => void all.set(path, bytes),
  };
  const run = (...argv: string[]): Promise<CliResult> => runAssetCli(argv, files);
  return { all, files, run };
}

test("a file is compiled to the bytes of its action", async (t) => {
  const { all, files, run } = workspace({ "a/bricks.png": rgbaPng(8, 8, pixels) });
  const result = await run("asset", "a/bricks.png", "-o", "cli.texture", "--set", "format=bc1");
  t.deepEqual(result, { exitCode: 0, stdout: "", stderr: "" });
  const xml = `<package id="core" version="1"><assets><texture id="Bricks" keep="true">
    <source>bricks.png</source><format>bc1</format></texture></assets></package>`;
  files.write("package.xml", new TextEncoder().encode(xml));
  const split = "split --manifest package.xml --out-index index.json --out Bricks=b.json";
  const texture = "texture --source a/bricks.png --definition b.json --out action.texture";
  for (const command of [split, texture])
    t.deepEqual(await runAssetAction(command.split(" "), files), { exitCode: 0, output: "" });
  t.deepEqual(all.get("cli.texture"), all.get("action.texture"));
});

test("what a build sets can be set", async (t) => {
  const { all, run } = workspace({ "bricks.png": rgbaPng(8, 8, pixels) });
  await run("asset", "bricks.png", "-o", "bc", "--set", "platform=bc");
  await run("asset", "bricks.png", "-o", "astc", "--set", "platform=astc");
  t.notDeepEqual(all.get("bc"), all.get("astc"));
});

test("a blob is turned back into what other programs open", async (t) => {
  const { all, run } = workspace({
    "bricks.png": rgbaPng(8, 8, pixels),
    "beep.wav": makeWav([sine(440, 8000, 800, 0.5)], { sampleRate: 8000, bits: 16 }),
  });
  await run("asset", "bricks.png", "-o", "bricks.texture", "--set", "format=rgba8");
  await run("asset", "beep.wav", "-o", "beep.audio");
  for (const [blob, out] of [
    ["bricks.texture", "bricks.ktx2"],
    ["bricks.texture", "again.png"],
    ["beep.audio", "beep_again.wav"],
    ["beep.audio", "beep.json"],
  ] as const)
    t.deepEqual(await run("export", blob, "-o", out), { exitCode: 0, stdout: "", stderr: "" });
  t.is(readKtx2(all.get("bricks.ktx2") as Uint8Array<ArrayBuffer>).pixelWidth, 8);
  t.is(Buffer.from(all.get("again.png") as Uint8Array).toString("latin1", 1, 4), "PNG");
  t.is(Buffer.from(all.get("beep_again.wav") as Uint8Array).toString("latin1", 0, 4), "RIFF");
  await run("asset", "again.png", "-o", "again.texture", "--set", "format=rgba8");
  t.deepEqual(all.get("again.texture"), all.get("bricks.texture"));
});

test("data is the file that it was", async (t) => {
  const text = new TextEncoder().encode('{ "speed": 3 }');
  const { all, run } = workspace({ "level.json": text });
  await run("asset", "level.json", "--kind", "data", "-o", "level.data");
  t.is((await run("export", "level.data", "-o", "again.json")).exitCode, 0);
  t.deepEqual(all.get("again.json"), text);
});

test("attributes and elements can be set", async (t) => {
  const sound = makeWav([sine(440, 8000, 800, 0.5)], { sampleRate: 8000, bits: 16 });
  const ring = new TextEncoder().encode(ringObj(24));
  const { all, run } = workspace({ "beep.wav": sound, "ring.obj": ring });
  const loop = ["--set", "loop.start=100", "--set", "loop.end=700"];
  t.is((await run("asset", "beep.wav", "-o", "beep.audio", ...loop)).exitCode, 0);
  t.deepEqual(decodeAudio(all.get("beep.audio") as Uint8Array).loop, { start: 100, end: 700 });
  const lods = 'lods=<lod ratio="0.5" error="0.1"/><lod ratio="0.2" error="0.2"/>';
  t.is((await run("asset", "ring.obj", "-o", "ring.mesh", "--set", lods)).exitCode, 0);
  t.is(decodeMesh(all.get("ring.mesh") as Uint8Array).lods.length, 3);
});

test("files that a file names are given by name", async (t) => {
  const maker = new GltfMaker();
  const POSITION = maker.accessor("VEC3", Float32Array.of(0, 0, 0, 1, 0, 0, 0, 1, 0));
  const made = maker.makeMesh({ attributes: { POSITION } });
  const { run } = workspace({
    "in/tree.gltf": toGltf(made, "tree.bin"),
    "elsewhere/buffer.bin": made.binary,
    "a/sky.glsl": new TextEncoder().encode(`#include "frame.glsl"\n${SAMPLE_SHADER}`),
    "b/frame.glsl": new TextEncoder().encode("#define FRAME 1\n"),
  });
  const told = await run("asset", "in/tree.gltf", "-o", "tree.mesh");
  t.regex(told.stderr, /AS6005/);
  const buffer = "tree.bin=elsewhere/buffer.bin";
  t.is((await run("asset", "in/tree.gltf", "-o", "tree.mesh", "--file", buffer)).stderr, "");
  t.regex((await run("asset", "a/sky.glsl", "-o", "sky.shader")).stderr, /frame\.glsl/);
  const include = "frame.glsl=b/frame.glsl";
  t.is((await run("asset", "a/sky.glsl", "-o", "sky.shader", "--file", include)).stderr, "");
});

test("package.xml can say how", async (t) => {
  const xml = `<package id="core" version="1"><assets>
    <texture id="Bricks"><source>art/bricks.png</source><format>bc1</format></texture>
    <shader id="Lit"><source>lit.glsl</source><includes><include>base:frame.glsl</include></includes></shader>
  </assets></package>`;
  const { all, run } = workspace({
    "core/package.xml": new TextEncoder().encode(xml),
    "core/art/bricks.png": rgbaPng(8, 8, pixels),
    "core/lit.glsl": new TextEncoder().encode(`#include "base:frame.glsl"\n${SAMPLE_SHADER}`),
    "frame.glsl": new TextEncoder().encode("#define FRAME 1\n"),
  });
  const compile = (...argv: string[]) => run("asset", "core/package.xml", "-o", "out", ...argv);
  t.deepEqual(await compile("--id", "Bricks"), { exitCode: 0, stdout: "", stderr: "" });
  await run("asset", "core/art/bricks.png", "-o", "alone", "--set", "format=bc1");
  t.deepEqual(all.get("out"), all.get("alone"));
  const frame = ["--file", "base:frame.glsl=frame.glsl"];
  t.deepEqual(await compile("--id", "Lit", ...frame), { exitCode: 0, stdout: "", stderr: "" });
  t.regex((await compile("--id", "Lit")).stderr, /^Shader `Lit` includes `base:frame.glsl`: say/);
  t.regex(
    (await compile("--id", "Brick")).stderr,
    /AS1013: Package defines no `Brick`\n.*`Bricks`/,
  );
  const set = await compile("--id", "Bricks", "--set", "format=bc3");
  t.regex(set.stderr, /^With --id, package.xml says `format`/);
});

test("a file can be looked into, by people and by tools", async (t) => {
  const { run } = workspace({ "bricks.png": rgbaPng(8, 8, pixels) });
  await run("asset", "bricks.png", "-o", "bricks.texture", "--set", "format=bc1");
  const forTools = await run("inspect", "bricks.texture", "--json");
  t.is(forTools.exitCode, 0);
  t.like(JSON.parse(forTools.stdout), {
    kind: "texture",
    format: "bc1Srgb",
    levels: [
      { width: 8, height: 8, bytes: 32 },
      { width: 4, height: 4, bytes: 8 },
    ],
  });
  const forPeople = await run("inspect", "bricks.texture");
  t.regex(
    forPeople.stdout,
    /^kind: texture\nbytes: \d+\nformat: bc1Srgb\nshape: flat\nlayers: 1\n/,
  );
});

test("a foreign file is named for what it seems", async (t) => {
  const begin = (text: string) => Uint8Array.from(Buffer.from(text, "latin1"));
  const foreign: Readonly<Record<string, Uint8Array>> = {
    "a PNG image": rgbaPng(8, 8, pixels),
    "a WAV sound": makeWav([sine(440, 8000, 80, 0.5)], { sampleRate: 8000, bits: 16 }),
    "an ELF program or object": begin("\x7fELF\x02\x01\x01\0\0"),
    "a WebAssembly module": begin("\0asm\x01\0\0\0"),
    "XML text": begin("<package/>"),
    "JSON text": begin('{ "a": 1 }'),
    text: begin("Hello\n"),
    "an empty file": new Uint8Array(),
    "nothing that is known here": new Uint8Array(16),
  };
  for (const [kind, bytes] of Object.entries(foreign)) {
    const { run } = workspace({ file: bytes });
    t.deepEqual(await run("inspect", "file"), {
      exitCode: 1,
      stdout: "",
      stderr: `file: error FP1001: Not a file that haxe_game writes; it looks like ${kind}\n\n`,
    });
  }
});

test("each command says what it takes", async (t) => {
  const { run } = workspace({});
  for (const command of ["asset", "export", "inspect"]) {
    const { exitCode, stdout, stderr } = await run(command, "--help");
    t.is(exitCode, 0);
    t.is(stderr, "");
    t.true(stdout.startsWith(`Usage: haxe_game ${command} `));
    t.is((await run(command)).exitCode, 2);
    t.true((await run(command)).stderr.endsWith(stdout));
  }
});

test("what is wrong is said", async (t) => {
  const { run } = workspace({
    "bricks.png": rgbaPng(8, 8, pixels),
    "broken.png": new TextEncoder().encode("not a picture"),
    "cut.texture": new TextEncoder().encode("TEXR"),
    "what.xyz": new Uint8Array(4),
  });
  await run("asset", "bricks.png", "-o", "bricks.texture");
  const told = async (...argv: string[]) => {
    const { exitCode, stderr } = await run(...argv);
    return `${exitCode} ${stderr.split("\n")[0]}`;
  };
  const asset = (file: string, ...more: string[]) => told("asset", file, "-o", "o", ...more);
  t.is(await told("asset", "bricks.png"), "2 --out is missing");
  t.regex(await asset("what.xyz"), /^2 Give --kind texture\|.*: `what.xyz` does not say it$/);
  t.is(await asset("none.png"), "1 none.png: error AS1001: Source file `none.png` does not exist");
  t.regex(await asset("broken.png"), /^1 broken\.png.*error AS/);
  t.regex(await asset("bricks.png", "--kind", "mesh"), /^1 the command line:4:.*error PK/);
  t.regex(await asset("bricks.png", "--kind", "textur"), /^2 .*Did you mean `texture`\?$/);
  t.regex(await asset("bricks.png", "--set", "formt=bc1"), /^1 the command line.*PK2001.*formt/);
  t.regex((await run("asset", "bricks.png", "-o", "o", "--set", "formt=bc1")).stderr, /`format`/);
  t.regex(await asset("bricks.png", "--set", "format=bc9"), /^1 the command line.*bc9/);
  t.is(await asset("bricks.png", "--set", "bc1"), "2 --set takes NAME=VALUE, got `bc1`");
  t.is(
    await asset("bricks.png", "--set", "quality=shp"),
    "2 --set quality= must be one of dev, ship, got `shp`. Did you mean `ship`?",
  );
  t.is(await asset("bricks.png", "--file", "x"), "2 --file takes NAME=PATH, got `x`");
  t.is(
    await asset("bricks.png", "--seet", "x"),
    "2 There is no option `--seet` here. Did you mean `--set`?",
  );
  t.is(await told("inspect", "o", "--out", "x"), "2 There is no option `--out` here");
  t.is(await told("inspect", "none"), "1 none: error AS1001: Source file `none` does not exist");
  t.regex(await told("inspect", "cut.texture"), /^1 cut\.texture: error FP1002: /);
  t.is(
    await told("export", "bricks.texture", "-o", "bricks.wav"),
    "1 bricks.texture: error FP1004: It can become .ktx2, .png, .json, not `.wav`",
  );
  t.is(
    await told("export", "bricks.png", "-o", "a.ktx2"),
    "1 bricks.png: error FP1001: Not a compiled blob; it looks like a PNG image",
  );
  const json = await run("inspect", "none", "--diagnostics", "json");
  t.like(JSON.parse(json.stderr), { code: "AS1001", file: "none", severity: "error" });
  const sarif = await run("export", "what.xyz", "-o", "a.png", "--diagnostics", "sarif");
  t.like(JSON.parse(sarif.stderr), { version: "2.1.0" });
  t.is(
    await told("inspect", "o", "--diagnostics", "xml"),
    "2 --diagnostics must be pretty, json, sarif, got `xml`",
  );
});

test("a place that cannot be written is named", async (t) => {
  const read = () => rgbaPng(8, 8, pixels);
  for (const [code, reason] of [
    ["EACCES", "permission is denied"],
    ["EISDIR", "it is a folder"],
    ["EMFILE", "too many open files"],
  ] as const) {
    const write = (path: string) => {
      throw Object.assign(new Error("too many open files"), { code, path, syscall: "open" });
    };
    t.deepEqual(await runAssetCli(["asset", "bricks.png", "-o", "no/way"], { read, write }), {
      exitCode: 1,
      stdout: "",
      stderr: `no/way: error AS1012: File cannot be used: ${reason}\n\n`,
    });
  }
});
