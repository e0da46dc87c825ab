/** Every reader of models, and every way to store a mesh and an animation. */

import { meshQualities } from "#asset_tools/mesh/compile_mesh.ts";
import { meshCompressions } from "#asset_tools/package_xml/mesh_definition.ts";
import { arm } from "#tests/assets/arm_gltf.ts";
import { compressedGrid } from "#tests/assets/compressed_gltf.ts";
import { sceneRecords } from "#tests/assets/fbx/fbx_scene.ts";
import { encodings } from "#tests/assets/fbx/sample_files.ts";
import { sampleScene } from "#tests/assets/fbx/sample_scene.ts";
import { GltfMaker, type MadeGltf, toGlb, toGltf } from "#tests/assets/make_gltf.ts";
import { richGltf } from "#tests/assets/rich_gltf.ts";
import { ringObj } from "#tests/assets/ring_obj.ts";
import { terrainObj } from "#tests/assets/terrain_obj.ts";
import type { Case, Cases } from "./corpus.ts";

const qualities = meshQualities.map((quality) => `--quality ${quality}`);

export async function meshCases(): Promise<Cases> {
  const rich = richGltf();
  const models: Record<string, Uint8Array | string> = {
    "ring.obj": ringObj(20, "skin"),
    "terrain.obj": terrainObj(12),
    "faces.obj": FACES,
    "rich.glb": toGlb(rich),
    "rich.gltf": toGltf(rich),
    "beside.gltf": toGltf(rich, "beside.bin"),
    "wide.glb": toGlb(wide()),
    ...fbxFiles(),
  };
  for (const compression of [
    "none",
    "EXT_meshopt_compression",
    "KHR_draco_mesh_compression",
  ] as const)
    models[`grid_${compression}.glb`] = (await compressedGrid(compression)).glb;
  const files = {
    ...models,
    "beside.bin": rich.binary,
    "arm_LINEAR.glb": toGlb(arm("LINEAR")),
    "arm_CUBICSPLINE.glb": toGlb(arm("CUBICSPLINE")),
  };
  const assets = [...Object.keys(models).map(plainMesh), ...storageCases(), ...animationCases()];
  return { assets, files };
}

/** Polygons of every size, quads that are no planes, groups, materials and normals of their own. */
const FACES = `mtllib none.mtl
v 0 0 0
v 1 0 0.1
v 1 1 0
v 0 1 0.2
v 2 0.5 1
v 1 2 0.5
vn 0 0 1
vn 0.6 0 0.8
vt 0 0
vt 1 0
vt 1 1
g first
usemtl red
f 1/1/1 2/2/1 3/3/2 4/1/2
o second
usemtl blue
f 2//1 5//2 6//1 3//2 4//1
f -1 -2 -3
usemtl red
f 1/1 2/2 5/3
`;

const JOINTS = 300;

/** Where there is room for more than usual: two sets of uvs, eight joints a vertex of three hundred; and keys of every path. */
function wide(): MadeGltf {
  const maker = new GltfMaker();
  const corners = Float32Array.of(0, 0, 0, 1, 0, 0, 0, 1, 0);
  const joints = (first: number): Uint16Array =>
    Uint16Array.from({ length: 12 }, (_, at) => (first + at * 25) % JOINTS);
  const weights = new Float32Array(12).fill(0.125);
  const attributes = {
    POSITION: maker.accessor("VEC3", corners),
    TEXCOORD_0: maker.accessor("VEC2", Float32Array.of(0, 0, 1, 0, 0, 1)),
    TEXCOORD_1: maker.accessor("VEC2", Float32Array.of(0.5, 0, 1, 0.25, 0, 1)),
    COLOR_0: maker.accessor("VEC4", Float32Array.of(1, 0, 0, 1, 0, 1, 0, 1, 0.5, 0.5, 1, 0.25)),
    JOINTS_0: maker.accessor("VEC4", joints(0)),
    JOINTS_1: maker.accessor("VEC4", joints(13)),
    WEIGHTS_0: maker.accessor("VEC4", weights),
    WEIGHTS_1: maker.accessor("VEC4", weights),
  };
  const displacement = maker.accessor(
    "VEC3",
    Float32Array.from(corners, (value) => value / 3),
  );
  const input = maker.accessor("SCALAR", Float32Array.of(0, 0.5, 1));
  const channel = (
    node: number,
    path: string,
    type: string,
    size: number,
    interpolation: string,
  ) => {
    const values = Float32Array.from({ length: size * 3 }, (_, at) => ((at * 7) % 11) / 11 + 0.1);
    return { node, path, interpolation, output: maker.accessor(type, values) };
  };
  const channels = [
    channel(0, "weights", "SCALAR", 1, "LINEAR"),
    channel(1, "translation", "VEC3", 3, "STEP"),
    channel(2, "scale", "VEC3", 3, "LINEAR"),
  ];
  return maker.make({
    meshes: [{ primitives: [{ attributes, targets: [{ POSITION: displacement }] }] }],
    skins: [{ joints: Array.from({ length: JOINTS }, (_, at) => at + 1) }],
    nodes: [
      { mesh: 0, skin: 0 },
      ...Array.from({ length: JOINTS }, (_, at) => ({
        name: `joint${at}`,
        translation: [0, at / 100, 0],
        ...(at === 0 && { children: Array.from({ length: JOINTS - 1 }, (_, child) => child + 2) }),
      })),
    ],
    scenes: [{ nodes: [0, 1] }],
    scene: 0,
    animations: [
      {
        samplers: channels.map(({ interpolation, output }) => ({ input, interpolation, output })),
        channels: channels.map(({ node, path }, sampler) => ({ sampler, target: { node, path } })),
      },
    ],
  });
}

function fbxFiles(): Record<string, Uint8Array> {
  return Object.fromEntries(
    encodings.map(({ name, version, write }) => [
      `${name.replace(/\W/g, "_")}.fbx`,
      write(sceneRecords(sampleScene(version), version)),
    ]),
  );
}

function mesh(id: string, source: string, inside: string, runs = qualities): Case {
  const xml = `<mesh id="${id}" keep="true"><source>${source}</source>${inside}</mesh>`;
  return { id, xml, runs };
}

function plainMesh(source: string): Case {
  const data = source === "beside.gltf" ? "<data>beside.bin</data>" : "";
  return mesh(`From_${source.replace(/\W/g, "_")}`, source, data);
}

const LODS = `<lods><lod ratio="0.5" error="0.02"/><lod ratio="0.2" error="0.1"/></lods>`;

function storageCases(): Case[] {
  const stored = meshCompressions.flatMap((compression) =>
    ["true", "false"].flatMap((quantize) =>
      ["ring.obj", "rich.glb", "wide.glb", "binary_7700.fbx"].map((source) =>
        mesh(
          `Stored_${compression}_${quantize}_${source.replace(/\W/g, "_")}`,
          source,
          `<compression>${compression}</compression><quantize>${quantize}</quantize>${LODS}`,
        ),
      ),
    ),
  );
  return [
    ...stored,
    mesh("AsItIs", "ring.obj", "<optimize>false</optimize>"),
    mesh("Bare", "ring.obj", "<generateTangents>false</generateTangents>"),
    mesh("Terrain", "terrain.obj", LODS),
    mesh("OneMesh", "grid_none.glb", "<mesh>Grid</mesh>"),
    mesh("OneNode", "grid_none.glb", "<node>Node</node>"),
  ];
}

function animationCases(): Case[] {
  const animation = (id: string, source: string, inside = ""): Case => {
    const xml = `<animation id="${id}" keep="true"><source>${source}</source>${inside}</animation>`;
    return { id, xml };
  };
  return [
    animation("Linear", "arm_LINEAR.glb"),
    animation("Spline", "arm_CUBICSPLINE.glb"),
    animation("Coarse", "arm_LINEAR.glb", "<error>0.05</error><clip>Rest</clip>"),
    animation("Rich", "rich.glb"),
    animation("EveryPath", "wide.glb"),
    animation("Beside", "beside.gltf", "<data>beside.bin</data>"),
    ...Object.keys(fbxFiles()).map((file) => animation(`Take_${file.replace(/\W/g, "_")}`, file)),
  ];
}
