/** Prints how long the heavy compilers take; the only demand is a hundred times what was measured, so that a hang fails. */
import test from "ava";
import { compileAudio } from "#asset_tools/audio/compile_audio.ts";
import { readGltf } from "#asset_tools/gltf/read_gltf.ts";
import type { SceneDefinition } from "#asset_tools/package_xml/scene_definition.ts";
import { splitPackage } from "#asset_tools/package_xml/split_package.ts";
import { compileScene } from "#asset_tools/scene/compile_scene.ts";
import { compileTexture } from "#asset_tools/texture/compile_texture.ts";
import type { SceneSchema } from "#compiler/bytecode/scene_schema.ts";
import { compressedGrid } from "./compressed_gltf.ts";
import { rgbaPng } from "./make_png.ts";
import { makeWav, sine } from "./make_wav.ts";
import { brickPicture } from "./picture.ts";

async function best(rounds: number, run: () => Promise<unknown>): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    await run();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

test("1024x1024 PNG with mips", async (t) => {
  const png = rgbaPng(1024, 1024, brickPicture(1024));
  for (const format of ["rgba8", "bc1", "bc7"] as const) {
    const options = {
      parts: { kind: "flat", source: "t.png" },
      format,
      platform: "bc",
      quality: "dev",
      semantic: "color",
      mipmaps: true,
    } as const;
    const milliseconds = await best(3, () =>
      compileTexture([{ file: "t.png", bytes: png }], options),
    );
    t.log(`${format}: ${milliseconds.toFixed(0)} ms`);
    t.true(milliseconds < 60000);
  }
});

test("GLB of 100,000 triangles, beside glTF-Transform", async (t) => {
  for (const compression of ["none", "EXT_meshopt_compression"] as const) {
    const { glb, io } = await compressedGrid(compression, 225);
    let triangles = 0;
    const ours = await best(5, async () => {
      const { value } = await readGltf(glb, "grid.glb");
      triangles = (value?.meshes[0]?.primitives[0]?.indices.length ?? 0) / 3;
    });
    const theirs = await best(5, () => io.readBinary(glb));
    const ratio = (ours / theirs).toFixed(1);
    t.log(
      `${compression}: ${ours.toFixed(0)} ms validated, ${ratio} times glTF-Transform, which does not validate`,
    );
    t.is(triangles, 100352);
    t.true(ours < 10000);
  }
});

test("scene of 10,000 entities", async (t) => {
  const entities = Array.from({ length: 100 }, (_, group) => groupXml(group)).join("\n");
  const text = `<package id="p" version="1"><assets/><scenes><scene id="S">${entities}</scene></scenes></package>`;
  const fragment = splitPackage(text, "p.xml", []).value?.fragments.get("S") as string;
  let blob: Uint8Array | undefined;
  const milliseconds = await best(5, async () => {
    const definition = JSON.parse(fragment) as SceneDefinition;
    blob = compileScene(definition, "p.xml", { schemas: [CODE], prefabs: [] }).value;
  });
  const calibration = await best(5, async () => calibrate());
  t.log(
    `${((blob?.length ?? 0) / 1e6).toFixed(1)} MB: ${milliseconds.toFixed(0)} ms, ${(milliseconds / calibration).toFixed(1)} calibration loops`,
  );
  t.true(milliseconds < 60000);
});

/** A group and 99 things in it: half with a component of the code, a third with a behaviour. */
function groupXml(group: number): string {
  const inner = Array.from({ length: 99 }, (_, index) => {
    const health = index % 2 === 0 ? `<Health points="${index + 1}"/>` : "";
    const spin = index % 3 === 0 ? ` codeBehind="x.Spin"` : "";
    const params = index % 3 === 0 ? `<params><speed>${index / 4}</speed></params>` : "";
    return `<entity id="e${index}"${spin}><transform><position x="${index}" y="${group}" z="1.5"/></transform>
      <components><light kind="point" color="1 0.5 0" range="${index + 1}"/><renderable castShadows="false"/>${health}</components>${params}</entity>`;
  });
  return `<entity id="g${group}">${inner.join("\n")}</entity>`;
}

const RANGE = { isRequired: false, min: 0, max: 1000 };
const CODE: SceneSchema = {
  classes: [
    {
      path: "x.Health",
      role: "component",
      ancestors: [],
      params: [{ name: "points", type: { kind: "int" }, initial: 1, ...RANGE }],
    },
    {
      path: "x.Spin",
      role: "behavior",
      ancestors: [],
      params: [{ name: "speed", type: { kind: "float" }, initial: 1, ...RANGE }],
    },
  ],
};

/** Ten million steps of a generator of random numbers: what a machine's milliseconds are worth. */
function calibrate(): number {
  let state = 1;
  for (let step = 0; step < 10_000_000; step++) state = (Math.imul(state, 1664525) + step) | 0;
  return state;
}

test("10 s of stereo sound", async (t) => {
  const tone = sine(440, 44100, 441000, 0.5);
  const wav = makeWav([tone, tone], { bits: 16 });
  for (const [format, sampleRate] of [
    ["pcm16", null],
    ["adpcm", null],
    ["pcm16", 48000],
  ] as const) {
    const options = { format, sampleRate, mono: false, loop: { kind: "source" } } as const;
    const milliseconds = await best(2, () => compileAudio(wav, "s.wav", options));
    t.log(`${format} ${sampleRate ?? ""}: ${milliseconds.toFixed(0)} ms`);
    t.true(milliseconds < 60000);
  }
});
