import type { Primitive as TransformPrimitive } from "@gltf-transform/core";
import test from "ava";
import { readGltf } from "#asset_tools/gltf/read_gltf.ts";
import type { Primitive } from "#asset_tools/model/mesh.ts";
import type { Model } from "#asset_tools/model/model.ts";
import { compressedGrid } from "./compressed_gltf.ts";
import { bytesOf, GltfMaker, type MadeGltf, toGlb, toGltf } from "./make_gltf.ts";

const QUAD = Float32Array.of(0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 1, 0);
const QUAD_INDICES = Uint16Array.of(0, 1, 2, 2, 1, 3);

async function read(bytes: Uint8Array): Promise<Model> {
  const { value, diagnostics } = await readGltf(bytes, "m.glb");
  if (value === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return value;
}

async function primitiveOf(made: MadeGltf): Promise<Primitive> {
  const { meshes } = await read(toGlb(made));
  return meshes[0]?.primitives[0] as Primitive;
}

/** A mesh of `positions` and whatever `build` adds. */
function mesh(
  positions: Float32Array,
  build: (maker: GltfMaker) => { attributes?: object; [name: string]: unknown },
  more: object = {},
): MadeGltf {
  const maker = new GltfMaker();
  const POSITION = maker.accessor("VEC3", positions);
  const { attributes, ...rest } = build(maker);
  return maker.makeMesh({ attributes: { POSITION, ...attributes }, ...rest }, more);
}

test("triangles without indices", async (t) => {
  const { indices, positions } = await primitiveOf(mesh(QUAD.subarray(0, 9), () => ({})));
  t.deepEqual(indices, Uint32Array.of(0, 1, 2));
  t.deepEqual(positions, QUAD.slice(0, 9));
});

for (const array of [Uint8Array, Uint16Array, Uint32Array]) {
  test(`indices as ${array.name}`, async (t) => {
    const made = mesh(QUAD, (maker) => ({
      indices: maker.accessor("SCALAR", array.from(QUAD_INDICES)),
    }));
    t.deepEqual((await primitiveOf(made)).indices, Uint32Array.from(QUAD_INDICES));
  });
}

test("strips and fans become triangles; those of two equal corners are left out", async (t) => {
  const indices = Uint16Array.of(0, 1, 2, 3, 3, 0);
  const cut = async (mode: number): Promise<number[]> => {
    const made = mesh(QUAD, (maker) => ({ mode, indices: maker.accessor("SCALAR", indices) }));
    return [...(await primitiveOf(made)).indices];
  };
  t.deepEqual(await cut(5), [0, 1, 2, 1, 3, 2]);
  t.deepEqual(await cut(6), [1, 2, 0, 2, 3, 0]);
});

test("points and lines are left out with a warning", async (t) => {
  const lines = mesh(QUAD, () => ({ mode: 1 }));
  const { value, diagnostics } = await readGltf(toGltf(lines), "m.gltf");
  t.deepEqual(value?.meshes[0]?.primitives, []);
  t.deepEqual(
    diagnostics.map(({ code, message }) => `${code} ${message}`),
    ["AS6009 Points or lines at /meshes/0/primitives/0 is left out"],
  );
  t.true((diagnostics[0]?.line ?? 0) > 1);
});

test("interleaved attributes", async (t) => {
  const maker = new GltfMaker();
  const normals = Float32Array.of(0, 0, 1, 0, 1, 0, 1, 0, 0);
  const mixed = new Float32Array(18);
  for (let vertex = 0; vertex < 3; vertex++) {
    mixed.set(QUAD.subarray(vertex * 3, vertex * 3 + 3), vertex * 6);
    mixed.set(normals.subarray(vertex * 3, vertex * 3 + 3), vertex * 6 + 3);
  }
  const bufferView = maker.view(bytesOf(mixed), { byteStride: 24 });
  const POSITION = maker.accessorOf("VEC3", QUAD.subarray(0, 9), { bufferView });
  const NORMAL = maker.accessorOf("VEC3", normals, { bufferView, byteOffset: 12 });
  const primitive = await primitiveOf(maker.makeMesh({ attributes: { POSITION, NORMAL } }));
  t.deepEqual(primitive.positions, QUAD.slice(0, 9));
  t.deepEqual(primitive.normals, normals);
});

test("sparse accessors over numbers and over nothing", async (t) => {
  for (const hasBase of [true, false]) {
    const maker = new GltfMaker();
    const expected = hasBase ? QUAD.slice(0, 9) : new Float32Array(9);
    expected.set([7, 8, 9], 3);
    const sparse = {
      count: 1,
      indices: { bufferView: maker.view(bytesOf(Uint16Array.of(1))), componentType: 5123 },
      values: { bufferView: maker.view(bytesOf(Float32Array.of(7, 8, 9))) },
    };
    const base = hasBase ? { bufferView: maker.view(bytesOf(QUAD.subarray(0, 9))) } : {};
    const POSITION = maker.accessorOf("VEC3", expected, { sparse, ...base });
    t.deepEqual(
      (await primitiveOf(maker.makeMesh({ attributes: { POSITION } }))).positions,
      expected,
    );
  }
});

test("uvs and colors of every component type", async (t) => {
  const primitive = await primitiveOf(
    mesh(QUAD.subarray(0, 9), (maker) => ({
      attributes: {
        TEXCOORD_0: maker.accessor("VEC2", Float32Array.of(0, 0.5, 2, -1, 1, 1)),
        TEXCOORD_1: maker.accessor("VEC2", Uint16Array.of(0, 65535, 13107, 0, 0, 0), {
          normalized: true,
        }),
        COLOR_0: maker.accessor("VEC4", Uint8Array.of(255, 0, 51, 255, 0, 0, 0, 0, 1, 1, 1, 1), {
          normalized: true,
        }),
        COLOR_1: maker.accessor("VEC3", Float32Array.of(1, 0, 0, 0, 0.5, 0, 0, 0, 0.25)),
      },
    })),
  );
  t.deepEqual(primitive.uvs, [
    Float32Array.of(0, 0.5, 2, -1, 1, 1),
    Float32Array.of(0, 1, 0.2, 0, 0, 0),
  ]);
  t.deepEqual(primitive.colors[0]?.subarray(0, 4), Float32Array.of(1, 0, 0.2, 1));
  t.deepEqual(primitive.colors[1], Float32Array.of(1, 0, 0, 1, 0, 0.5, 0, 1, 0, 0, 0.25, 1));
});

test("KHR_mesh_quantization: whole numbers and parts of one", async (t) => {
  const maker = new GltfMaker();
  const positions = Int16Array.of(0, 0, 0, 0, 300, 0, 0, 0, 0, -200, 0, 0);
  const view = maker.view(bytesOf(positions), { byteStride: 8 });
  const corners = Int16Array.of(0, 0, 0, 300, 0, 0, 0, -200, 0);
  const normals = Int8Array.of(0, 0, 127, 0, 0, -128, 0, 0, 127, 0, 0, 0);
  const normalView = maker.view(bytesOf(normals), { byteStride: 4 });
  const attributes = {
    POSITION: maker.accessorOf("VEC3", corners, { bufferView: view }),
    NORMAL: maker.accessorOf("VEC3", Int8Array.of(0, 0, 127, 0, -128, 0, 127, 0, 0), {
      bufferView: normalView,
      normalized: true,
    }),
  };
  const names = ["KHR_mesh_quantization"];
  const primitive = await primitiveOf(
    maker.makeMesh({ attributes }, { extensionsUsed: names, extensionsRequired: names }),
  );
  t.deepEqual(primitive.positions, Float32Array.from(corners));
  t.deepEqual(primitive.normals, Float32Array.of(0, 0, 1, 0, -1, 0, 1, 0, 0));
});

test("morph targets with their names and weights", async (t) => {
  const up = Float32Array.of(0, 1, 0, 0, 2, 0, 0, 3, 0);
  const made = mesh(QUAD.subarray(0, 9), (maker) => ({
    targets: [{ POSITION: maker.accessor("VEC3", up) }, { POSITION: maker.accessor("VEC3", up) }],
  }));
  const [first] = made.json["meshes"] as object[];
  const named = { ...first, weights: [0.25, 1], extras: { targetNames: ["smile"] } };
  const { meshes } = await read(toGlb({ ...made, json: { ...made.json, meshes: [named] } }));
  t.deepEqual(meshes[0]?.targets, [
    { name: "smile", weight: 0.25 },
    { name: "1", weight: 1 },
  ]);
  t.deepEqual(meshes[0]?.primitives[0]?.targets, [{ positions: up }, { positions: up }]);
});

test("nodes come after their parents; those of other scenes are hidden", async (t) => {
  const made = new GltfMaker().make({
    scene: 1,
    scenes: [{ nodes: [1] }, { nodes: [3] }],
    nodes: [
      { name: "child", translation: [1, 2, 3], rotation: [0, 1, 0, 0], scale: [2, 2, 2] },
      { name: "elsewhere" },
      { name: "unseen", extensions: { KHR_node_visibility: { visible: false } } },
      { name: "root", children: [0, 2] },
    ],
    extensionsUsed: ["KHR_node_visibility"],
  });
  const { nodes } = await read(toGltf(made));
  t.deepEqual(
    nodes.map(({ name, parent, isHidden }) => [name, parent, isHidden ?? false]),
    [
      ["elsewhere", -1, true],
      ["root", -1, false],
      ["child", 1, false],
      ["unseen", 1, true],
    ],
  );
  t.deepEqual(nodes[2]?.transform, {
    kind: "parts",
    translation: [1, 2, 3],
    rotation: [0, 1, 0, 0],
    scale: [2, 2, 2],
  });
});

test("skins: eight influences, joints in the new order, weights of sum 1", async (t) => {
  const maker = new GltfMaker();
  const weights = (value: number) =>
    maker.accessor(
      "VEC4",
      Float32Array.from({ length: 12 }, (_, at) => (at % 4 === 0 ? value : 0)),
    );
  const joints = Uint8Array.of(1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0);
  const attributes = {
    POSITION: maker.accessor("VEC3", QUAD.subarray(0, 9)),
    JOINTS_0: maker.accessor("VEC4", joints),
    WEIGHTS_0: weights(0.5),
    JOINTS_1: maker.accessor("VEC4", Uint16Array.from(joints)),
    WEIGHTS_1: weights(1.5),
  };
  const matrices = Float32Array.from({ length: 32 }, (_, at) =>
    (at % 16) % 5 === 0 ? 1 : at === 28 ? -4 : 0,
  );
  const inverseBindMatrices = maker.accessor("MAT4", matrices);
  const made = maker.make({
    meshes: [{ primitives: [{ attributes }] }],
    skins: [{ name: "Skin", joints: [0, 2], inverseBindMatrices }],
    nodes: [{ name: "hand" }, { mesh: 0, skin: 0 }, { name: "arm", children: [0] }],
    scenes: [{ nodes: [1, 2] }],
  });
  const { skins, nodes, meshes } = await read(toGlb(made));
  t.deepEqual(skins, [{ name: "Skin", joints: [2, 1], inverseBindMatrices: matrices }]);
  t.is(nodes[2]?.name, "hand");
  const skinning = meshes[0]?.primitives[0]?.skinning;
  t.is(skinning?.influences, 8);
  t.deepEqual([...(skinning?.joints.subarray(0, 8) ?? [])], [1, 0, 0, 0, 1, 0, 0, 0]);
  t.deepEqual([...(skinning?.weights.subarray(0, 8) ?? [])], [0.25, 0, 0, 0, 0.75, 0, 0, 0]);
});

for (const [interpolation, kind] of [
  ["STEP", "step"],
  ["LINEAR", "linear"],
  ["CUBICSPLINE", "cubic"],
] as const) {
  test(`animations: ${interpolation}`, async (t) => {
    const maker = new GltfMaker();
    const times = Float32Array.of(0.5, 2);
    const keys = kind === "cubic" ? 6 : 2;
    const moves = Float32Array.from({ length: keys * 3 }, (_, at) => at);
    const turns = Int16Array.from({ length: keys * 4 }, (_, at) => (at % 4 === 3 ? 32767 : 0));
    const input = maker.accessor("SCALAR", times);
    const samplers = [
      { input, interpolation, output: maker.accessor("VEC3", moves) },
      { input, interpolation, output: maker.accessor("VEC4", turns, { normalized: true }) },
    ];
    const channels = [
      { sampler: 0, target: { node: 1, path: "translation" } },
      { sampler: 1, target: { node: 0, path: "rotation" } },
    ];
    const made = maker.make({
      nodes: [{ name: "child" }, { name: "root", children: [0] }],
      animations: [{ name: "Walk", samplers, channels }],
    });
    const { animations } = await read(toGltf(made));
    t.is(animations[0]?.name, "Walk");
    t.deepEqual(animations[0]?.channels, [
      { node: 0, path: "translation", interpolation: kind, times, values: moves },
      {
        node: 1,
        path: "rotation",
        interpolation: kind,
        times,
        values: Float32Array.from(turns, (value) => value / 32767),
      },
    ]);
  });
}

test("materials: factors, textures with transforms, extensions by name", async (t) => {
  const made = new GltfMaker().make({
    extensionsUsed: ["KHR_texture_transform", "KHR_materials_clearcoat", "KHR_materials_ior"],
    images: [{ uri: "rust%20red.png" }],
    samplers: [{ magFilter: 9728, wrapS: 33071, wrapT: 33648 }],
    textures: [{ source: 0, sampler: 0 }],
    materials: [
      {
        name: "Rust",
        alphaMode: "MASK",
        alphaCutoff: 0.25,
        doubleSided: true,
        pbrMetallicRoughness: {
          baseColorFactor: [1, 0.5, 0, 1],
          roughnessFactor: 0.75,
          baseColorTexture: {
            index: 0,
            texCoord: 1,
            extensions: { KHR_texture_transform: { offset: [0.5, 0], scale: [2, 2] } },
          },
        },
        extensions: {
          KHR_materials_clearcoat: { clearcoatFactor: 0.5, clearcoatTexture: { index: 0 } },
          KHR_materials_ior: { ior: 1.25 },
        },
      },
      { name: "Flat", extensions: { KHR_materials_unlit: {} } },
    ],
  });
  const { materials, images } = await read(toGltf(made));
  t.deepEqual(images, [{ name: "", path: "rust red.png" }]);
  t.deepEqual(
    materials.map(({ name, shading, alpha, alphaCutoff, doubleSided }) => [
      name,
      shading,
      alpha,
      alphaCutoff,
      doubleSided,
    ]),
    [
      ["Rust", "metallicRoughness", "mask", 0.25, true],
      ["Flat", "unlit", "opaque", 0.5, false],
    ],
  );
  const factors = Object.fromEntries(
    materials[0]?.factors.map(({ name, values }) => [name, values]) ?? [],
  );
  t.like(factors, { baseColor: [1, 0.5, 0, 1], metallic: [1], roughness: [0.75] });
  t.like(factors, { "clearcoat.clearcoat": [0.5], "ior.ior": [1.25] });
  const use = { image: 0, wrap: ["clamp", "mirror"], filter: "nearest" };
  t.deepEqual(materials[0]?.textures as unknown, [
    {
      ...use,
      slot: "baseColor",
      uvSet: 1,
      transform: { offset: [0.5, 0], rotation: 0, scale: [2, 2] },
    },
    { ...use, slot: "clearcoat.clearcoat", uvSet: 0 },
  ]);
});

test("files may be parts of larger buffers, as Node reads small ones", async (t) => {
  const made = mesh(QUAD.subarray(0, 9), () => ({}));
  const part = (bytes: Uint8Array): Uint8Array =>
    Buffer.concat([Buffer.alloc(5, 0x55), bytes, Buffer.alloc(5, 0x55)]).subarray(5, -5);
  for (const outcome of [
    await readGltf(part(toGlb(made)), "m.glb"),
    await readGltf(part(toGltf(made, "m.bin")), "m.gltf", () => part(made.binary)),
  ]) {
    t.deepEqual(outcome.diagnostics, []);
    t.deepEqual(outcome.value?.meshes[0]?.primitives[0]?.positions, QUAD.slice(0, 9));
  }
});

test("a buffer beside the file is asked for by its decoded path", async (t) => {
  const made = mesh(QUAD.subarray(0, 9), () => ({}));
  const asked: string[] = [];
  const { value } = await readGltf(toGltf(made, "my%20mesh.bin"), "m.gltf", (path) => {
    asked.push(path);
    return made.binary;
  });
  t.deepEqual(value?.meshes[0]?.primitives[0]?.positions, QUAD.slice(0, 9));
  t.deepEqual([...new Set(asked)], ["my mesh.bin"]);
});

for (const compression of [
  "none",
  "EXT_meshopt_compression",
  "KHR_draco_mesh_compression",
] as const) {
  test(`compression ${compression}, as glTF-Transform reads it`, async (t) => {
    const { glb, io } = await compressedGrid(compression);
    const document = await io.readBinary(glb);
    const expected = document.getRoot().listMeshes()[0]?.listPrimitives()[0] as TransformPrimitive;
    const { meshes } = await read(glb);
    const primitive = meshes[0]?.primitives[0] as Primitive;
    t.is(primitive.indices.length, 384);
    t.deepEqual(primitive.indices, Uint32Array.from(expected.getIndices()?.getArray() ?? []));
    t.deepEqual(primitive.positions as unknown, expected.getAttribute("POSITION")?.getArray());
    t.deepEqual(primitive.normals as unknown, expected.getAttribute("NORMAL")?.getArray());
    t.deepEqual(primitive.uvs[0] as unknown, expected.getAttribute("TEXCOORD_0")?.getArray());
  });

  if (compression === "none") continue;
  test(`${compression} with broken data`, async (t) => {
    const { glb } = await compressedGrid(compression);
    const cut = Uint8Array.from(glb).fill(0x55, glb.length - 60);
    const { diagnostics, value } = await readGltf(cut, "m.glb");
    t.is(value, undefined);
    t.deepEqual(
      diagnostics.map(({ code }) => code),
      ["AS6008"],
    );
  });
}

test("KHR_meshopt_compression is read as EXT_meshopt_compression is", async (t) => {
  const { glb } = await compressedGrid("EXT_meshopt_compression");
  // Both names have the same length, so the file's chunks stay where they are.
  const text = Buffer.from(glb).toString("latin1");
  const renamed = text.replaceAll("EXT_meshopt_compression", "KHR_meshopt_compression");
  const { meshes } = await read(new Uint8Array(Buffer.from(renamed, "latin1")));
  t.deepEqual(meshes, (await read(glb)).meshes);
});

test("a skin without matrices binds as its joints are", async (t) => {
  const made = mesh(QUAD.subarray(0, 9), (maker) => ({
    attributes: {
      JOINTS_0: maker.accessor("VEC4", new Uint8Array(12)),
      WEIGHTS_0: maker.accessor(
        "VEC4",
        Float32Array.from({ length: 12 }, (_, at) => (at % 4 === 0 ? 1 : 0)),
      ),
    },
  }));
  const nodes = [{ mesh: 0, skin: 0 }, { name: "joint" }];
  const skins = [{ joints: [1] }];
  const json = { ...made.json, nodes, skins, scenes: [{ nodes: [0, 1] }] };
  const model = await read(toGlb({ ...made, json }));
  t.deepEqual(
    model.skins[0]?.inverseBindMatrices,
    Float32Array.of(1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1),
  );
});

test("a node keeps the matrix that it has, with what no parts can say", async (t) => {
  const sheared = [1, 0, 0, 0, 0.5, 1, 0, 0, 0, 0, 1, 0, 3, 4, 5, 1];
  const made = new GltfMaker().make({ nodes: [{ name: "slanted", matrix: sheared }] });
  const { nodes } = await read(toGltf(made));
  t.deepEqual(nodes[0]?.transform, { kind: "matrix", matrix: Float64Array.from(sheared) });
});

test("an extension that a file needs and nobody knows is one error", async (t) => {
  const names = ["KHR_node_visibilty", "VENDOR_secret"];
  const made = new GltfMaker().make({ extensionsUsed: names, extensionsRequired: names });
  const { value, diagnostics } = await readGltf(toGltf(made), "m.gltf");
  t.is(value, undefined);
  t.deepEqual(
    diagnostics.map(({ code, hint }) => [code, hint]),
    [
      ["AS6006", "Did you mean `KHR_node_visibility`?"],
      ["AS6006", "Export the model without it; `extensionsRequired` lists it"],
    ],
  );
});

for (const [problem, bytes] of [
  ["the file ends inside its header", (glb: Uint8Array) => glb.subarray(0, 15)],
  ["version is 1, expected 2", (glb: Uint8Array) => glb.with(4, 1)],
  ["the JSON chunk is longer than the file", (glb: Uint8Array) => glb.with(14, 0xff)],
  ["the first chunk is not JSON", (glb: Uint8Array) => glb.with(16, 0)],
] as const) {
  test(`a broken GLB: ${problem}`, async (t) => {
    const glb = toGlb(mesh(QUAD.subarray(0, 9), () => ({})));
    const { diagnostics } = await readGltf(bytes(glb), "m.glb");
    t.deepEqual(
      diagnostics.map(({ code }) => code),
      ["AS6004"],
    );
    t.true(diagnostics[0]?.message.includes(problem), diagnostics[0]?.message);
    t.regex(diagnostics[0]?.message ?? "", /byte \d+/);
  });
}
