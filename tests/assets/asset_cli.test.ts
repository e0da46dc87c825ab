/** `haxe_game asset`, `export` and `inspect`, over files in memory. */
import test from "ava";
import { read as readKtx2 } from "ktx-parse";
import { runAssetAction } from "#asset_tools/actions/asset_action.ts";
import { type CliResult, runAssetCli } from "#asset_tools/cli/asset_cli.ts";
import { rgbaPng } from "./make_png.ts";
import { makeWav, sine } from "./make_wav.ts";

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

test("a file can be looked into", async (t) => {
  const { run } = workspace({ "bricks.png": rgbaPng(8, 8, pixels) });
  await run("asset", "bricks.png", "-o", "bricks.texture", "--set", "format=bc1");
  const { exitCode, stdout } = await run("inspect", "bricks.texture");
  t.is(exitCode, 0);
  t.like(JSON.parse(stdout), { magic: "TEXR", format: "bc1Srgb" });
});

test("what is wrong is said", async (t) => {
  const { run } = workspace({
    "bricks.png": rgbaPng(8, 8, pixels),
    "broken.png": new TextEncoder().encode("not a picture"),
    "what.xyz": new Uint8Array(4),
  });
  const told = async (...argv: string[]) => {
    const { exitCode, stderr } = await run(...argv);
    return `${exitCode} ${stderr.split("\n")[0]}`;
  };
  t.is(await told("asset", "bricks.png"), "2 --out is missing");
  t.regex(await told("asset", "what.xyz", "-o", "o"), /^2 Give --kind texture\|/);
  t.regex(await told("asset", "none.png", "-o", "o"), /^1 none\.png.*AS1001/);
  t.regex(await told("asset", "broken.png", "-o", "o"), /^1 broken\.png.*error AS/);
  t.regex(await told("asset", "bricks.png", "-o", "o", "--set", "formt=bc1"), /^1 .*PK2001.*formt/);
  t.is(
    await told("asset", "bricks.png", "-o", "o", "--set", "bc1"),
    "2 --set takes NAME=VALUE, got `bc1`",
  );
  t.is(
    await told("inspect", "what.xyz"),
    "1 what.xyz: error FP1001: Not a package or a blob of this format",
  );
  t.is(await told("inspect", "none"), "1 none: error AS1001: There is no such file");
});
