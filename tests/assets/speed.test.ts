/** Prints how long the heavy compilers take; the only demand is a hundred times what was measured, so that a hang fails. */
import test from "ava";
import { compileAudio } from "#asset_tools/audio/compile_audio.ts";
import { readGltf } from "#asset_tools/gltf/read_gltf.ts";
import type { SceneDefinition } from "#asset_tools/package_xml/scene_definition.ts";
import { compileScene } from "#asset_tools/scene/compile_scene.ts";
import { compileTexture } from "#asset_tools/texture/compile_texture.ts";
import { compressedGrid } from "./compressed_gltf.ts";
import { LARGE_SCENE_CODE, largeSceneFragment } from "./large_scene.ts";
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
  const fragment = largeSceneFragment();
  let blob: Uint8Array | undefined;
  const milliseconds = await best(5, async () => {
    const definition = JSON.parse(fragment) as SceneDefinition;
    blob = compileScene(definition, "p.xml", { schemas: [LARGE_SCENE_CODE], prefabs: [] }).value;
  });
  const calibration = await best(5, async () => calibrate());
  t.log(
    `${((blob?.length ?? 0) / 1e6).toFixed(1)} MB: ${milliseconds.toFixed(0)} ms, ${(milliseconds / calibration).toFixed(1)} calibration loops`,
  );
  t.true(milliseconds < 60000);
});

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
