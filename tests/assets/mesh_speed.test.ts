/** How fast meshes are read and compiled, beside others in the same run; what is demanded leaves much room. */
import test from "ava";
/// <reference path="./gltfpack.d.ts" />
import { pack } from "gltfpack";
import { OBJLoader } from "three/examples/jsm/loaders/OBJLoader.js";
import { compileMesh } from "#asset_tools/mesh/compile_mesh.ts";
import { importObj } from "#asset_tools/mesh/obj/import_obj.ts";
import { parseObj } from "#asset_tools/mesh/obj/parse_obj.ts";
import { PLAIN_MESH } from "./mesh_options.ts";
import { terrainObj } from "./terrain_obj.ts";

/** Least milliseconds of several runs of each, in turn, so that the machine's moods hit all alike. */
async function best<Name extends string>(
  rounds: number,
  contestants: Readonly<Record<Name, () => unknown>>,
): Promise<Record<Name, number>> {
  const names = Object.keys(contestants) as Name[];
  const least = new Map<Name, number>(names.map((name) => [name, Number.POSITIVE_INFINITY]));
  for (let round = 0; round < rounds; round++) {
    for (const name of names) {
      const start = performance.now();
      await contestants[name]();
      least.set(name, Math.min(least.get(name) as number, performance.now() - start));
    }
  }
  return Object.fromEntries(least) as Record<Name, number>;
}

test("OBJ, beside three's OBJLoader", async (t) => {
  const bytes = Buffer.from(terrainObj(224));
  const text = bytes.toString();
  const times = await best(4, {
    lists: () => parseObj(bytes, "m.obj"),
    model: () => importObj(bytes, "m.obj"),
    three: () => new OBJLoader().parse(text),
  });
  const megabytes = bytes.length / 1e6;
  for (const [name, time] of Object.entries(times))
    t.log(`${name}: ${time.toFixed(0)} ms, ${(megabytes / (time / 1000)).toFixed(0)} MB/s`);
  t.true(times.three / times.model > 1.5);
});

test("100,352 triangles whole, beside gltfpack", async (t) => {
  const bytes = Buffer.from(terrainObj(224));
  const files = {
    read: () => bytes,
    write: () => {},
  };
  const times = await best(4, {
    dev: () => compileMesh(bytes, "m.obj", PLAIN_MESH),
    ship: () => compileMesh(bytes, "m.obj", { ...PLAIN_MESH, quality: "ship" }),
    lod: () => compileMesh(bytes, "m.obj", { ...PLAIN_MESH, lods: [{ ratio: 0.5, error: 0.05 }] }),
    gltfpack: () => pack(["-i", "m.obj", "-o", "m.glb", "-cc"], files),
  });
  for (const [name, time] of Object.entries(times)) t.log(`${name}: ${time.toFixed(0)} ms`);
  t.true(times.dev < times.gltfpack * 10);
});
