/** How fast FBX is read, beside assimp and three's FBXLoader in the same run; what is demanded leaves much room. */
import test from "ava";
import { FBXLoader } from "three/examples/jsm/loaders/FBXLoader.js";
import { readFbx } from "#asset_tools/fbx/read_fbx.ts";
import { layerElement, meshRecords } from "./fbx_scene.ts";
import { readWithAssimp } from "./oracles.ts";
import { type Encoding, encodings, fileOf, meshScene, modern } from "./sample_files.ts";

/** A hilly grid of two triangles a field, with normals and uvs. */
function terrain(size: number, encoding: Encoding): Uint8Array {
  const row = size + 1;
  const places = Array.from(
    { length: row * row },
    (_, at) => [at % row, Math.floor(at / row)] as const,
  );
  const points = places.flatMap(([x, y]) => [x / size, ((x * 37 + y * 61) % 100) / 5000, y / size]);
  const triangles = Array.from({ length: size * size }, (_, field) => {
    const a = Math.floor(field / size) * row + (field % size);
    return [
      [a, a + row, a + 1],
      [a + 1, a + row, a + row + 1],
    ];
  }).flat();
  return fileOf(
    meshScene(encoding.version, [
      ...meshRecords(points, triangles),
      layerElement("Normal", "Normals", "NormalsIndex", {
        values: triangles.flat().flatMap(() => [0, 1, 0]),
        mapping: "ByPolygonVertex",
      }),
      layerElement("UV", "UV", "UVIndex", {
        values: places.flatMap(([x, y]) => [x / size, y / size]),
        mapping: "ByPolygonVertex",
        index: triangles.flat(),
      }),
    ]),
    encoding,
  );
}

/** Least milliseconds of several runs of each, in turn, so that the machine's moods hit all alike. */
async function best(rounds: number, contestants: readonly (() => unknown)[]): Promise<number[]> {
  const least = contestants.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < rounds; round++) {
    for (const [at, run] of contestants.entries()) {
      const start = performance.now();
      await run();
      least[at] = Math.min(least[at]!, performance.now() - start);
    }
  }
  return least;
}

for (const encoding of [modern, encodings.find(({ name }) => name === "ASCII 7300")!]) {
  test.serial(`${encoding.name}: 100,352 triangles`, async (t) => {
    const bytes = terrain(224, encoding);
    const [ours, three, assimp] = (await best(3, [
      () => readFbx(bytes, "m.fbx"),
      () => new FBXLoader().parse(bytes.slice().buffer, ""),
      () => readWithAssimp(bytes),
    ])) as [number, number, number];
    const megabytes = (bytes.length / 1e6).toFixed(1);
    const text = [ours, three, assimp].map((time) => time.toFixed(0)).join(", ");
    t.log(`${megabytes} MB: ours, three, assimp with its JSON: ${text} ms`);
    t.true(ours < assimp * 2);
    t.true(ours < three * 4);
  });
}
