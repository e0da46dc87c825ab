/** Mesh blobs as GLB files, and back. */
import test from "ava";
import { type Mesh, SkinnedMesh } from "three";
import { meshToGlb } from "#asset_tools/export/mesh_to_glb.ts";
import { decodeMesh, needsDraco } from "#asset_tools/fpkg/decode_mesh.ts";
import type { AttributePlace, MeshData, VertexStream } from "#asset_tools/fpkg/mesh_data.ts";
import { compileMesh, type MeshOptions } from "#asset_tools/mesh/compile_mesh.ts";
import { loadDraco } from "#asset_tools/mesh/draco.ts";
import { jsonOf, openInThree, validatorErrors } from "./exported_glb.ts";
import { GltfMaker, toGlb } from "./make_gltf.ts";
import { PLAIN_MESH } from "./mesh_options.ts";
import { ringObj } from "./ring_obj.ts";
import { attributeRows } from "./shader_view.ts";

const SIZE = 12;

/** A wavy sheet with every attribute there is: two materials, two uv sets, a skin of 300 joints and two morph targets. */
function everything(): Uint8Array {
  const maker = new GltfMaker();
  const row = SIZE + 1;
  const count = row * row;
  const rows = (width: number, value: (x: number, y: number, axis: number) => number) =>
    Float32Array.from({ length: count * width }, (_, at) => {
      const vertex = Math.floor(at / width);
      return value((vertex % row) / SIZE, Math.floor(vertex / row) / SIZE, at % width);
    });
  const attributes = {
    POSITION: maker.accessor(
      "VEC3",
      rows(
        3,
        (x, y, axis) => [x * 3.7 - 1.1, Math.sin(x * 5) * Math.cos(y * 4), y * 2.3][axis] ?? 0,
      ),
    ),
    NORMAL: maker.accessor(
      "VEC3",
      rows(
        3,
        (x, y, axis) =>
          [Math.sin(x), Math.cos(x) * Math.cos(y), Math.cos(x) * Math.sin(y)][axis] ?? 0,
      ),
    ),
    TANGENT: maker.accessor(
      "VEC4",
      rows(4, (x, y, axis) => [Math.cos(x), -Math.sin(x), 0, y < 0.5 ? 1 : -1][axis] ?? 0),
    ),
    TEXCOORD_0: maker.accessor(
      "VEC2",
      rows(2, (x, y, axis) => (axis === 0 ? x : y)),
    ),
    TEXCOORD_1: maker.accessor(
      "VEC2",
      rows(2, (x, y, axis) => (axis === 0 ? x * 4 : y - 2)),
    ),
    COLOR_0: maker.accessor(
      "VEC4",
      rows(4, (x, y, axis) => [x, y, x * y, 1 - x][axis] ?? 0),
    ),
    JOINTS_0: maker.accessor(
      "VEC4",
      Uint16Array.from(rows(4, (x, y, axis) => Math.round(x * 290) + axis * 2 + Math.round(y))),
    ),
    WEIGHTS_0: maker.accessor(
      "VEC4",
      rows(4, (_, y, axis) => [0.5, 0.5 - y * 0.5, y * 0.3, y * 0.2][axis] ?? 0),
    ),
  };
  const targets = [
    {
      POSITION: maker.accessor(
        "VEC3",
        rows(3, (x, y, axis) => [0, x * y * 0.7, 0][axis] ?? 0),
      ),
    },
    {
      POSITION: maker.accessor(
        "VEC3",
        rows(3, (x, _, axis) => [Math.sin(x) * 0.1, 0, x][axis] ?? 0),
      ),
      NORMAL: maker.accessor(
        "VEC3",
        rows(3, (_, y, axis) => [y * 0.1, 0, 0][axis] ?? 0),
      ),
      TANGENT: maker.accessor(
        "VEC3",
        rows(3, (x, _, axis) => [0, 0, x * 0.2][axis] ?? 0),
      ),
    },
  ];
  const triangles = Array.from({ length: SIZE * SIZE }, (_, cell) => {
    const at = Math.floor(cell / SIZE) * row + (cell % SIZE);
    return [at, at + row, at + 1, at + 1, at + row, at + row + 1];
  });
  const primitive = (from: number, to: number, material: number) => ({
    attributes,
    targets,
    material,
    indices: maker.accessor("SCALAR", Uint16Array.from(triangles.slice(from, to).flat())),
  });
  const primitives = [primitive(0, 100, 0), primitive(100, SIZE * SIZE, 1)];
  const joints = Array.from({ length: 300 }, (_, index) => index);
  const binds = joints.flatMap((joint) => [
    0,
    1,
    0,
    0,
    -1,
    0,
    0,
    0,
    0,
    0,
    1,
    0,
    joint / 7,
    2,
    -3,
    1,
  ]);
  return toGlb(
    maker.make({
      scene: 0,
      scenes: [{ nodes: [0, 1] }],
      nodes: [
        { mesh: 0, skin: 0 },
        { name: "hip", children: joints.slice(1).map((joint) => joint + 1) },
        ...joints.slice(1).map((joint) => ({ name: `bone${joint}` })),
      ],
      materials: [{ name: "Cloth" }, { name: "Hem" }],
      meshes: [{ primitives, weights: [0.25, 0], extras: { targetNames: ["lift", "lean"] } }],
      skins: [
        {
          joints: joints.map((joint) => joint + 1),
          inverseBindMatrices: maker.accessor("MAT4", Float32Array.from(binds)),
        },
      ],
    }),
  );
}

const plain: MeshOptions = {
  ...PLAIN_MESH,
  generateTangents: false,
  compression: "none",
  quality: "ship",
};

async function compiled(
  source: Uint8Array,
  file: string,
  options: MeshOptions,
): Promise<Uint8Array> {
  const { value, diagnostics } = await compileMesh(source, file, options);
  if (value === undefined) throw new Error(JSON.stringify(diagnostics));
  return value;
}

async function opened(blob: Uint8Array): Promise<MeshData> {
  return decodeMesh(blob, needsDraco(blob) ? (await loadDraco()).decode : undefined);
}

/** What vertices are made of, and the triangles of the finest level, in an order of their own. */
function contentOf(mesh: MeshData): unknown {
  const streams = [mesh.vertices, ...mesh.morphs.map(({ vertices }) => vertices)];
  const triangles = (mesh.lods[0]?.submeshes ?? []).map(({ name, firstIndex, indexCount }) => {
    const own = [...mesh.indices.subarray(firstIndex, firstIndex + indexCount)];
    const corners = own.map((vertex) => streams.map((stream) => vertexText(stream, vertex)).join());
    return [name, trianglesOf(corners).sort()];
  });
  const { joints, boundsMin, boundsMax, morphs } = mesh;
  return {
    triangles,
    joints,
    boundsMin,
    boundsMax,
    attributes: streams.map(({ attributes }) => attributes.map(withoutPlace)),
    morphs: morphs.map(({ name, weight }) => ({ name, weight })),
  };
}

/** A grid may begin a step earlier, where all points are as before. */
function withoutPlace({ semantic, format, scale }: AttributePlace): object {
  return { semantic, format, scale };
}

function vertexText({ bytes, stride, attributes }: VertexStream, vertex: number): string {
  const own = Buffer.from(bytes.subarray(vertex * stride, (vertex + 1) * stride));
  const [first] = attributes;
  if (first?.format !== "unorm16x3") return own.toString("hex");
  const point = [0, 2, 4].map(
    (at, axis) => (first.origin[axis] ?? 0) + first.scale * own.readUInt16LE(at),
  );
  return `${point.join(" ")} ${own.toString("hex", 6)}`;
}

/** Each from its least corner on. */
function trianglesOf(corners: readonly string[]): string[] {
  return Array.from({ length: corners.length / 3 }, (_, triangle) => {
    const [a = "", b = "", c = ""] = corners.slice(triangle * 3, triangle * 3 + 3);
    const turns = [a + b + c, b + c + a, c + a + b];
    return turns.sort()[0] as string;
  });
}

for (const compression of ["none", "meshopt", "draco"] as const) {
  for (const quantize of [true, false]) {
    const title = `${compression}, ${quantize ? "quantised" : "floats"}`;
    test(`a mesh with everything comes back from its GLB as it was: ${title}`, async (t) => {
      const options = { ...plain, compression, quantize };
      const blob = await compiled(everything(), "sheet.glb", options);
      const glb = await meshToGlb(blob);
      t.deepEqual(await validatorErrors(glb), []);
      const again = await compiled(glb, "again.glb", options);
      t.deepEqual(contentOf(await opened(again)), contentOf(await opened(blob)));
    });
  }
}

test("three.js opens an exported mesh", async (t) => {
  const blob = await compiled(everything(), "sheet.glb", plain);
  const { scene } = await openInThree(await meshToGlb(blob));
  const meshes: SkinnedMesh[] = [];
  scene.traverse((object) => {
    if (object instanceof SkinnedMesh) meshes.push(object);
  });
  t.deepEqual(
    meshes.map(({ material }) => (material as { name: string }).name),
    ["Cloth", "Hem"],
  );
  const [cloth] = meshes as [SkinnedMesh];
  t.deepEqual(Object.keys(cloth.geometry.attributes).sort(), [
    "color",
    "normal",
    "position",
    "skinIndex",
    "skinWeight",
    "tangent",
    "uv",
    "uv1",
  ]);
  t.is(cloth.geometry.index?.count, 600);
  t.is(cloth.skeleton.bones.length, 300);
  t.deepEqual(Object.keys(cloth.morphTargetDictionary ?? {}), ["lift", "lean"]);
  t.deepEqual(cloth.morphTargetInfluences, [0.25, 0]);
});

test("coarser levels are nodes of their own", async (t) => {
  const lods = [
    { ratio: 0.5, error: 0.05 },
    { ratio: 0.2, error: 0.1 },
  ];
  const source = new TextEncoder().encode(ringObj(24, "Gold"));
  const blob = await compiled(source, "ring.obj", { ...plain, lods });
  const glb = await meshToGlb(blob);
  t.deepEqual(await validatorErrors(glb), []);
  const mesh = decodeMesh(blob);
  t.is(mesh.lods.length, 3);
  t.like(jsonOf(glb), {
    extensionsUsed: ["MSFT_lod"],
    scenes: [{ nodes: [0] }],
    nodes: [
      { name: "Mesh", extensions: { MSFT_lod: { ids: [1, 2] } } },
      { name: "Mesh_LOD1", extras: { error: mesh.lods[1]?.error } },
      { name: "Mesh_LOD2", extras: { error: mesh.lods[2]?.error } },
    ],
  });
  const { parser } = await openInThree(glb);
  for (const [level, { indexCount }] of mesh.lods.entries()) {
    const node: Mesh = await parser.getDependency("node", level);
    t.is(node.geometry.index?.count, indexCount);
  }
  for (const [level, { indexCount }] of mesh.lods.entries()) {
    const name = level === 0 ? "Mesh" : `Mesh_LOD${level}`;
    const alone = await compiled(glb, "ring.glb", { ...plain, selection: { node: name } });
    t.is(decodeMesh(alone).indices.length, indexCount);
  }
});

test("normals without length become ones with", async (t) => {
  const maker = new GltfMaker();
  const zeros = maker.accessor("VEC3", new Float32Array(9));
  const positions = maker.accessor("VEC3", Float32Array.of(0, 0, 0, 1, 0, 0, 0, 1, 0));
  const source = toGlb(maker.makeMesh({ attributes: { POSITION: positions, NORMAL: zeros } }));
  for (const quantize of [true, false]) {
    const glb = await meshToGlb(await compiled(source, "flat.glb", { ...plain, quantize }));
    t.deepEqual(await validatorErrors(glb), []);
  }
});

test("a vertex that no joint pulls stays where it is", async (t) => {
  const maker = new GltfMaker();
  const POSITION = maker.accessor("VEC3", Float32Array.of(0, 0, 0, 1, 0, 0, 0, 1, 0));
  const JOINTS_0 = maker.accessor("VEC4", new Uint8Array(12));
  const WEIGHTS_0 = maker.accessor("VEC4", Float32Array.of(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
  const source = toGlb(
    maker.make({
      meshes: [{ primitives: [{ attributes: { POSITION, JOINTS_0, WEIGHTS_0 } }] }],
      skins: [{ joints: [1] }],
      nodes: [{ mesh: 0, skin: 0 }, { name: "hip" }],
      scenes: [{ nodes: [0, 1] }],
    }),
  );
  const glb = await meshToGlb(await compiled(source, "a.glb", plain));
  t.deepEqual(await validatorErrors(glb), []);
  const { joints, vertices } = decodeMesh(await compiled(glb, "b.glb", plain));
  t.deepEqual(
    joints.map(({ name }) => name),
    ["hip", "Still"],
  );
  t.deepEqual(
    attributeRows(vertices, "joints")
      ?.map(([first]) => first)
      .sort(),
    [0, 1, 1],
  );
});
