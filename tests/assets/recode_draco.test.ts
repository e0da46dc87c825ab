import test from "ava";
import { decodeMesh, needsDraco } from "#asset_tools/fpkg/decode_mesh.ts";
import { compileMesh } from "#asset_tools/mesh/compile_mesh.ts";
import { loadDraco } from "#asset_tools/mesh/draco.ts";
import { dracoRecoder } from "#asset_tools/mesh/recode_draco.ts";
import { ringObj } from "./ring_obj.ts";

const options = {
  optimize: true,
  generateTangents: true,
  quantize: true,
  lods: [{ ratio: 0.5, error: 0.02 }],
  quality: "dev",
} as const;

test("a Draco mesh is the same with the other codecs; others stay as they are", async (t) => {
  const compile = async (compression: "draco" | "meshopt") => {
    const outcome = await compileMesh(Buffer.from(ringObj(24)), "m.obj", {
      ...options,
      compression,
    });
    return outcome.value as Uint8Array;
  };
  const [draco, meshopt] = [await compile("draco"), await compile("meshopt")];
  t.true(draco.length < meshopt.length, `${draco.length}, ${meshopt.length}`);
  const recode = await dracoRecoder();
  t.is(recode(meshopt, "mesh"), meshopt);
  t.is(recode(draco, "texture"), draco);
  const recoded = recode(draco, "mesh");
  t.true(needsDraco(draco) && !needsDraco(recoded));
  const before = decodeMesh(draco, (await loadDraco()).decode);
  // The index codec may begin a triangle at another of its corners.
  t.deepEqual({ ...decodeMesh(recoded), indices: 0 }, { ...before, indices: 0 });
});
