import test from "ava";
import { runAssetAction } from "#asset_tools/actions/asset_action.ts";
import { decodeMesh } from "#asset_tools/fpkg/decode_mesh.ts";
import { compileMesh, type MeshOptions } from "#asset_tools/mesh/compile_mesh.ts";
import { GltfMaker, type MadeGltf, toGlb, toGltf } from "./make_gltf.ts";
import { EXACT_MESH } from "./mesh_options.ts";

const options: MeshOptions = { ...EXACT_MESH, generateTangents: false };

/** A triangle with two materials' worth of nodes: one at 0, one moved and below it a small one. */
function tree(): MadeGltf {
  const maker = new GltfMaker();
  const POSITION = maker.accessor("VEC3", Float32Array.of(0, 0, 0, 1, 0, 0, 0, 1, 0));
  return maker.make({
    materials: [{ name: "Bark" }, { name: "Green" }],
    meshes: [
      { name: "Trunk", primitives: [{ attributes: { POSITION }, material: 0 }] },
      { name: "Leaf", primitives: [{ attributes: { POSITION }, material: 1 }] },
    ],
    nodes: [
      { name: "root", mesh: 0, children: [1] },
      { name: "branch", translation: [0, 5, 0], mesh: 1, children: [2] },
      { name: "twig", scale: [0.5, 0.5, 0.5], mesh: 1 },
    ],
    scenes: [{ nodes: [0] }],
  });
}

test("a whole model has a submesh a material and the bounds of all nodes", async (t) => {
  const { value } = await compileMesh(toGlb(tree()), "tree.glb", options);
  const mesh = decodeMesh(value as Uint8Array);
  t.deepEqual(
    mesh.lods[0]?.submeshes.map(({ name }) => name),
    ["Bark", "Green"],
  );
  t.deepEqual([mesh.boundsMin, mesh.boundsMax] as unknown, [
    [0, 0, 0],
    [1, 6, 0],
  ]);
});

test("a node and a mesh are taken alone", async (t) => {
  for (const [selection, size] of [
    [{ node: "twig" }, 0.5],
    [{ node: "branch" }, 1],
    [{ mesh: "Leaf" }, 1],
  ] as const) {
    const outcome = await compileMesh(toGlb(tree()), "tree.glb", { ...options, selection });
    const mesh = decodeMesh(outcome.value as Uint8Array);
    t.deepEqual([mesh.boundsMin, mesh.boundsMax] as unknown, [
      [0, 0, 0],
      [size, size, 0],
    ]);
  }
});

test("an action reads the buffers that package.xml names, relative to the source", async (t) => {
  const made = tree();
  const definition = {
    ...options,
    kind: "mesh",
    package: "demo",
    id: "Tree",
    source: "assets/models/tree.gltf",
    data: ["assets/buffers/tree.bin"],
    node: null,
    mesh: null,
  };
  const files = new Map<string, Uint8Array>([
    ["in/tree.gltf", toGltf(made, "../buffers/tree.bin")],
    ["in/tree.bin", made.binary],
    ["tree.json", new TextEncoder().encode(JSON.stringify(definition))],
  ]);
  const compile = (...more: string[]) =>
    runAssetAction(
      ["mesh", "--definition", "tree.json", "--source", "in/tree.gltf", ...more, "--out", "blob"],
      { read: (path) => files.get(path), write: (path, bytes) => void files.set(path, bytes) },
    );
  const missing = await compile();
  t.is(missing.exitCode, 1);
  t.regex(missing.output, /AS6005: Model refers to the file `..\/buffers\/tree.bin`/);
  t.deepEqual(await compile("--source", "in/tree.bin"), { exitCode: 0, output: "" });
  t.deepEqual(decodeMesh(files.get("blob") as Uint8Array).boundsMax as unknown, [1, 6, 0]);
});

test("a skinned mesh keeps the names and the matrices of its joints", async (t) => {
  const maker = new GltfMaker();
  const POSITION = maker.accessor("VEC3", Float32Array.of(0, 0, 0, 1, 0, 0, 0, 1, 0));
  const JOINTS_0 = maker.accessor("VEC4", Uint8Array.of(1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0));
  const weights = Float32Array.from({ length: 12 }, (_, at) => (at % 4 === 0 ? 1 : 0));
  const WEIGHTS_0 = maker.accessor("VEC4", weights);
  const matrices = Float32Array.from({ length: 32 }, (_, at) =>
    (at % 16) % 5 === 0 ? 1 : at === 29 ? -2 : 0,
  );
  const made = maker.make({
    meshes: [{ primitives: [{ attributes: { POSITION, JOINTS_0, WEIGHTS_0 } }] }],
    skins: [{ joints: [1, 2], inverseBindMatrices: maker.accessor("MAT4", matrices) }],
    nodes: [
      { mesh: 0, skin: 0 },
      { name: "hip", children: [2] },
      { name: "hand", translation: [0, 2, 0] },
    ],
    scenes: [{ nodes: [0, 1] }],
  });
  for (const compression of ["none", "meshopt"] as const) {
    const outcome = await compileMesh(toGlb(made), "a.glb", { ...options, compression });
    const { joints } = decodeMesh(outcome.value as Uint8Array);
    t.deepEqual(joints, [
      { name: "hip", inverseBind: [...matrices.subarray(0, 16)] },
      { name: "hand", inverseBind: [...matrices.subarray(16)] },
    ]);
  }
});

/** A triangle, or one of so many zeros, at the places that EXT_mesh_gpu_instancing gives. */
function instanced(attributes: (maker: GltfMaker) => unknown, zeros = 0): MadeGltf {
  const maker = new GltfMaker();
  const bounds = { min: [0, 0, 0], max: [0, 0, 0] };
  // Without a buffer view an accessor is zeros, as many as it says.
  const POSITION =
    zeros === 0
      ? maker.accessor("VEC3", Float32Array.of(0, 0, 0, 1, 0, 0, 0, 1, 0))
      : maker.accessors.push({ componentType: 5126, type: "VEC3", count: zeros, ...bounds }) - 1;
  const extensions = { EXT_mesh_gpu_instancing: { attributes: attributes(maker) } };
  return maker.makeMesh(
    { attributes: { POSITION } },
    {
      extensionsUsed: ["EXT_mesh_gpu_instancing"],
      nodes: [{ name: "Trees", mesh: 0, extensions }],
    },
  );
}

const places = (maker: GltfMaker, count: number): number =>
  maker.accessor(
    "VEC3",
    Float32Array.from({ length: count * 3 }, (_, at) => at),
  );

test("instances are part of the mesh, of the whole and of their node", async (t) => {
  const made = instanced((maker) => ({ TRANSLATION: places(maker, 4) }));
  for (const selection of [{}, { node: "Trees" }]) {
    const { value } = await compileMesh(toGlb(made), "a.glb", { ...options, selection });
    const mesh = decodeMesh(value as Uint8Array);
    t.is(mesh.indices.length, 12);
    t.deepEqual(mesh.boundsMax as unknown, [10, 11, 11]);
  }
});

for (const [problem, attributes] of [
  ["it has no attributes", () => undefined],
  ["its attributes are no accessors of equal length", () => ({})],
  ["its attributes are no accessors of equal length", () => ({ SCALE: "x" })],
  [
    "its attributes are no accessors of equal length",
    (maker: GltfMaker) => ({ TRANSLATION: places(maker, 2), SCALE: places(maker, 3) }),
  ],
  ["an attribute has not 4 numbers", (maker: GltfMaker) => ({ ROTATION: places(maker, 2) })],
] as const) {
  test(`broken instances: ${problem} (${attributes})`, async (t) => {
    const made = instanced(attributes);
    const { diagnostics } = await compileMesh(toGltf(made), "a.gltf", options);
    const found = diagnostics.find(({ severity }) => severity === "error");
    t.is(found?.code, "AS6008");
    t.true(found?.message.includes(problem), found?.message);
    t.true((found?.line ?? 0) > 1);
  });
}

test("a mesh at more places than memory has room for is refused before it is copied", async (t) => {
  const made = instanced((maker) => ({ TRANSLATION: places(maker, 3000) }), 300_000);
  const { value, diagnostics } = await compileMesh(toGlb(made), "a.glb", options);
  t.is(value, undefined);
  t.deepEqual(
    diagnostics.filter(({ severity }) => severity === "error").map(({ code }) => code),
    ["AS6007"],
  );
});
