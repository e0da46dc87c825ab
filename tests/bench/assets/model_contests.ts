/** Meshes of 100,352 triangles, a clip, and a scene of 10,000 entities. */
/// <reference path="../../assets/gltfpack.d.ts" />
import { pack } from "gltfpack";
import { GLTFLoader } from "three/examples/jsm/loaders/GLTFLoader.js";
import { OBJLoader } from "three/examples/jsm/loaders/OBJLoader.js";
import { compileAnimation } from "#asset_tools/animation/compile_animation.ts";
import { readGltf } from "#asset_tools/gltf/read_gltf.ts";
import { compileMesh, type MeshOptions } from "#asset_tools/mesh/compile_mesh.ts";
import { importObj } from "#asset_tools/mesh/obj/import_obj.ts";
import type { SceneDefinition } from "#asset_tools/package_xml/scene_definition.ts";
import { compileScene } from "#asset_tools/scene/compile_scene.ts";
import { PLAIN_MESH } from "#tests/assets/mesh_options.ts";
import { compressedGrid } from "../../assets/compressed_gltf.ts";
import { LARGE_SCENE_CODE, largeSceneFragment } from "../../assets/large_scene.ts";
import { terrainObj } from "../../assets/terrain_obj.ts";
import type { Contest, Contestant } from "./contest.ts";
import { swingingChain } from "./swinging_chain.ts";

export async function modelContests(): Promise<Contest[]> {
  const obj = Buffer.from(terrainObj(224));
  const text = obj.toString();
  const { glb, io } = await compressedGrid("none", 225);
  const clip = swingingChain(60, 10);
  const fragment = largeSceneFragment();
  const half = { ...PLAIN_MESH, lods: [{ ratio: 0.5, error: 0.05 }] };
  return [
    {
      what: "OBJ read",
      contestants: [
        { name: "ours", run: () => importObj(obj, "m.obj") },
        { name: "three's OBJLoader", run: () => new OBJLoader().parse(text) },
      ],
    },
    {
      what: "GLB read; ours validates it first",
      contestants: [
        { name: "ours", run: () => readGltf(glb, "m.glb") },
        { name: "glTF-Transform", run: () => io.readBinary(glb) },
        {
          name: "three's GLTFLoader",
          run: () => new GLTFLoader().parseAsync(glb.slice().buffer, ""),
        },
      ],
    },
    {
      what: "OBJ to mesh, dev",
      contestants: [mesh(obj, "m.obj", PLAIN_MESH), gltfpack(obj, "m.obj")],
    },
    { what: "OBJ to mesh with a level of half, dev", contestants: [mesh(obj, "m.obj", half)] },
    {
      what: "OBJ to mesh, ship",
      contestants: [mesh(obj, "m.obj", { ...PLAIN_MESH, quality: "ship" })],
    },
    {
      what: "GLB to mesh, dev",
      contestants: [mesh(glb, "m.glb", PLAIN_MESH), gltfpack(glb, "m.glb")],
    },
    {
      what: "clip of 10 s, 60 joints, to 1 mm",
      contestants: [
        {
          name: "ours",
          run: () => compileAnimation(clip, "c.glb", { clips: [], error: 0.001 }),
        },
      ],
    },
    {
      what: "scene of 10,000 entities",
      contestants: [
        {
          name: "ours",
          run: () => {
            const definition = JSON.parse(fragment) as SceneDefinition;
            compileScene(definition, "p.xml", { schemas: [LARGE_SCENE_CODE], prefabs: [] });
          },
        },
      ],
    },
  ];
}

function mesh(bytes: Uint8Array, file: string, chosen: MeshOptions): Contestant {
  return { name: "ours", run: () => compileMesh(bytes, file, chosen) };
}

/** No tangents and no bound on what it leaves out, but the same order and codec. */
function gltfpack(bytes: Uint8Array, file: string): Contestant {
  const files = { read: () => bytes, write: () => {} };
  return { name: "gltfpack -cc", run: () => pack(["-i", file, "-o", "o.glb", "-cc"], files) };
}
