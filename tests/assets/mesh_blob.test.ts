import test from "ava";
import { MeshoptEncoder } from "meshoptimizer/encoder";
import { decodeMesh, needsDraco } from "#asset_tools/fpkg/decode_mesh.ts";
import { encodeMesh, storePlain } from "#asset_tools/fpkg/encode_mesh.ts";
import { FpkgError } from "#asset_tools/fpkg/fpkg_error.ts";
import type { MeshData } from "#asset_tools/fpkg/mesh_data.ts";
import { decodeMeshoptIndices } from "#asset_tools/fpkg/meshopt_indices.ts";
import { decodeMeshoptVertices } from "#asset_tools/fpkg/meshopt_vertices.ts";
import { loadDraco, packDraco } from "#asset_tools/mesh/draco.ts";
import { joinPrimitives } from "#asset_tools/mesh/join_primitives.ts";
import { layOutMesh } from "#asset_tools/mesh/lay_out_mesh.ts";
import { meshoptReady, storeMeshopt } from "#asset_tools/mesh/meshopt.ts";
import { withTangents } from "#asset_tools/mesh/tangents.ts";
import type { GatheredMesh } from "#asset_tools/model/gather_mesh.ts";
import { attributeRows } from "./shader_view.ts";

/** How many damaged files; a nightly run asks for more. */
const FUZZ_ROUNDS = 4000 * Number(process.env["FUZZ_FACTOR"] ?? "1");

function randomFrom(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** What a word of a vertex may be like, for every kind of channel that the encoder knows. */
const words: readonly ((vertex: number, random: (limit: number) => number) => number)[] = [
  (_, random) => random(2 ** 32),
  (vertex, random) => ((vertex * 7 + random(3)) & 0xffff) | ((vertex * 300) << 16),
  (vertex) => new Uint32Array(Float32Array.of(vertex / 13).buffer)[0] as number,
  (_, random) => (random(10) === 0 ? random(255) : 5),
  () => 0x12345678,
];

test("vertices of meshoptimizer's encoder are decoded", async (t) => {
  await MeshoptEncoder.ready;
  const random = randomFrom(1);
  for (let round = 0; round < 300; round++) {
    const stride = 4 * (1 + random(64));
    const count = random(700);
    const kinds = Array.from({ length: stride / 4 }, () => words[random(words.length)]);
    const raw = Uint32Array.from(
      { length: (count * stride) / 4 },
      (_, at) => kinds[at % kinds.length]?.(Math.floor(at / kinds.length), random) ?? 0,
    );
    const bytes = new Uint8Array(raw.buffer);
    const encoded = MeshoptEncoder.encodeVertexBufferLevel(bytes, count, stride, random(4), 1);
    t.true(Buffer.from(bytes).equals(decodeMeshoptVertices(encoded, count, stride)));
  }
});

test("indices of meshoptimizer's encoder are decoded", async (t) => {
  await MeshoptEncoder.ready;
  const random = randomFrom(2);
  for (let round = 0; round < 300; round++) {
    const vertices = 3 + random(500);
    const isWild = random(3) === 0;
    const indices = Uint32Array.from({ length: 3 * random(300) }, (_, at) =>
      isWild ? random(vertices) : Math.min(vertices - 1, Math.floor(at / 6) + (at % 3) + random(2)),
    );
    if (random(2) === 0 && indices.length > 0) MeshoptEncoder.reorderMesh(indices, true, false);
    const bytes = new Uint8Array(indices.buffer);
    const encoded = MeshoptEncoder.encodeIndexBuffer(bytes, indices.length, 4);
    const decoded = decodeMeshoptIndices(encoded, indices.length);
    // The codec may begin a triangle at another of its corners.
    const turned = (list: Uint32Array): string[] =>
      Array.from({ length: list.length / 3 }, (_, at) => {
        const [a, b, c] = list.subarray(at * 3, at * 3 + 3) as unknown as [number, number, number];
        const rotations = [
          [a, b, c],
          [b, c, a],
          [c, a, b],
        ].map(String);
        return rotations.sort()[0] as string;
      });
    t.deepEqual(turned(decoded), turned(indices));
  }
});

/** A mesh with everything: two materials, two uv sets, colors, eight influences, two morph targets. */
function richMesh(): GatheredMesh {
  const size = 9;
  const count = size * size;
  const numbers = (perVertex: number, of: (vertex: number, at: number) => number): Float32Array =>
    Float32Array.from({ length: count * perVertex }, (_, at) =>
      of(Math.floor(at / perVertex), at % perVertex),
    );
  const quads = Array.from({ length: (size - 1) ** 2 }, (_, quad) => {
    const a = Math.floor(quad / (size - 1)) * size + (quad % (size - 1));
    return [a, a + 1, a + size + 1, a, a + size + 1, a + size];
  });
  const place = (vertex: number, axis: number): number =>
    [vertex % size, Math.floor(vertex / size), ((vertex * 7) % 5) / 10][axis] as number;
  const primitive = (material: number) => ({
    material,
    indices: Uint32Array.from(quads.flat()),
    positions: numbers(3, (vertex, axis) => place(vertex, axis) + material * 20),
    normals: numbers(3, (_, axis) => (axis === 2 ? 1 : 0)),
    uvs: [
      numbers(2, (vertex, axis) => place(vertex, axis) / 8),
      numbers(2, (vertex, axis) => place(vertex, axis) * 3),
    ],
    colors: [numbers(4, (vertex, channel) => (vertex + channel) / 90)],
    skinning: {
      influences: 8,
      joints: Uint16Array.from({ length: count * 8 }, (_, at) => (at % 8) * 60),
      weights: numbers(8, (_, at) => (at < 6 ? 1 / 6 : 0)),
    },
    targets: [
      { positions: numbers(3, (vertex) => (vertex % 3) - 1), normals: numbers(3, () => 0.25) },
      {},
    ],
  });
  return {
    name: "rich",
    primitives: [primitive(0), primitive(1)],
    targets: [
      { name: "smile", weight: 0.5 },
      { name: "none", weight: 0 },
    ],
    joints: [],
  };
}

const options = { optimize: true, quantize: true, lods: [], quality: "dev" } as const;

async function richData(): Promise<MeshData> {
  await meshoptReady();
  return layOutMesh(withTangents(joinPrimitives(richMesh(), ["stone", "wood"])), options);
}

test("every attribute survives both codecs", async (t) => {
  const mesh = await richData();
  const plain = decodeMesh(encodeMesh(mesh, storePlain));
  t.deepEqual(plain, mesh);
  const packed = decodeMesh(encodeMesh(mesh, storeMeshopt("ship")));
  t.deepEqual({ ...packed, indices: 0 }, { ...mesh, indices: 0 });
  t.deepEqual(
    mesh.vertices.attributes.map(({ semantic, format }) => `${semantic} ${format}`),
    [
      "position unorm16x3",
      "normal octahedral",
      "tangent octahedralSigned",
      "uv unorm16x2",
      "uv1 float32x2",
      "color unorm8x4",
      "joints uint16x4",
      "weights unorm8x4",
      "joints1 uint16x4",
      "weights1 unorm8x4",
    ],
  );
  t.deepEqual(
    mesh.lods[0]?.submeshes.map(({ name, indexCount }) => [name, indexCount]),
    [
      ["stone", 384],
      ["wood", 384],
    ],
  );
});

/** What the corners of all triangles are, whatever order triangles and vertices have. */
function triangleKeys(mesh: MeshData, level: number): string[] {
  const { firstIndex, indexCount } = mesh.lods[level] as MeshData["lods"][number];
  const streams = [mesh.vertices, ...mesh.morphs.map(({ vertices }) => vertices)];
  const corner = (index: number): string =>
    streams
      .map(({ bytes, stride }) =>
        Buffer.from(bytes).toString("hex", index * stride, (index + 1) * stride),
      )
      .join();
  return Array.from({ length: indexCount / 3 }, (_, triangle) => {
    const at = firstIndex + triangle * 3;
    const corners = [...mesh.indices.subarray(at, at + 3)].map(corner);
    const least = corners.indexOf([...corners].sort()[0] as string);
    return [...corners.slice(least), ...corners.slice(0, least)].join(" ");
  }).sort();
}

test("Draco keeps every attribute and triangle of every level", async (t) => {
  await meshoptReady();
  const draco = await loadDraco();
  const lods = [{ ratio: 0.5, error: 0.1 }];
  const rich = joinPrimitives(richMesh(), ["stone", "wood"]);
  for (const quantize of [true, false]) {
    const mesh = layOutMesh(withTangents(rich), { ...options, quantize, lods });
    t.is(mesh.lods.length, 2);
    for (const quality of ["dev", "ship"] as const) {
      const packed = packDraco(mesh, draco, quality);
      const blob = encodeMesh(packed.mesh, storeMeshopt(quality), packed.parts);
      const decoded = decodeMesh(blob, draco.decode);
      t.deepEqual({ ...decoded, indices: 0 }, { ...packed.mesh, indices: 0 });
      for (const level of [0, 1])
        t.deepEqual(triangleKeys(decoded, level), triangleKeys(mesh, level));
      t.deepEqual(
        decoded.lods.map(({ submeshes }) =>
          submeshes.map(({ name, indexCount }) => [name, indexCount]),
        ),
        mesh.lods.map(({ submeshes }) =>
          submeshes.map(({ name, indexCount }) => [name, indexCount]),
        ),
      );
      t.true(needsDraco(blob));
      t.throws(() => decodeMesh(blob), { instanceOf: FpkgError });
    }
  }
});

test("damaged Draco parts are refused or read", async (t) => {
  const draco = await loadDraco();
  const { mesh, parts } = packDraco(await richData(), draco, "dev");
  const valid = encodeMesh(mesh, storeMeshopt("dev"), parts);
  const random = randomFrom(11);
  let refused = 0;
  for (let round = 0; round < FUZZ_ROUNDS / 20; round++) {
    const bytes = valid.slice();
    for (let edit = random(4); edit >= 0; edit--)
      bytes[24 + random(bytes.length - 24)] = random(256);
    try {
      decodeMesh(bytes, draco.decode);
    } catch (error) {
      if (!(error instanceof FpkgError)) throw error;
      refused++;
    }
  }
  t.true(refused > 0);
});

test("weights are bytes whose sum is 255, strongest first", async (t) => {
  const mesh = await richData();
  const sets = (["weights", "weights1"] as const).map((semantic) =>
    attributeRows(mesh.vertices, semantic),
  );
  for (const [vertex, first] of (sets[0] ?? []).entries()) {
    const weights = [...first, ...(sets[1]?.[vertex] ?? [])].map((weight) =>
      Math.round(weight * 255),
    );
    t.deepEqual(weights, [43, 43, 43, 42, 42, 42, 0, 0]);
  }
  t.deepEqual(attributeRows(mesh.vertices, "joints")?.[0], [0, 60, 120, 180]);
  t.deepEqual(attributeRows(mesh.vertices, "joints1")?.[0], [240, 300, 0, 0]);
});

test("morph targets keep names, weights and displacements", async (t) => {
  const mesh = await richData();
  t.deepEqual(
    mesh.morphs.map(({ name, weight }) => [name, weight]),
    [
      ["smile", 0.5],
      ["none", 0],
    ],
  );
  const [smile, none] = mesh.morphs;
  const moved = smile && attributeRows(smile.vertices, "position");
  t.deepEqual([...new Set(moved?.flat())].sort(), [-1, 0, 1]);
  t.deepEqual(smile && attributeRows(smile.vertices, "normal")?.[0], [0.25, 0.25, 0.25]);
  t.true(
    none &&
      attributeRows(none.vertices, "position")
        ?.flat()
        .every((value) => value === 0),
  );
});

test("damaged blobs are refused or read, quickly", async (t) => {
  const mesh = await richData();
  for (const valid of [encodeMesh(mesh, storePlain), encodeMesh(mesh, storeMeshopt("dev"))]) {
    const random = randomFrom(valid.length);
    const view = new DataView(valid.buffer);
    const edges = [0, 1, 0x7fffffff, 0x80000000, 0xfffffff0, 0xffffffff];
    let refused = 0;
    for (let round = 0; round < FUZZ_ROUNDS / 4; round++) {
      const bytes = valid.slice(0, random(8) === 0 ? random(valid.length) : valid.length);
      for (let edit = random(4); edit >= 0 && bytes.length >= 4; edit--) {
        const at = random(random(2) === 0 ? Math.min(160, bytes.length) : bytes.length);
        if (random(2) === 0) bytes[at] = random(256);
        else {
          const word = at & ~3 & (bytes.length - 4);
          new DataView(bytes.buffer).setUint32(word, edges[random(edges.length)] as number, true);
        }
      }
      // Most damage would else end at the size.
      if (bytes.length === valid.length) bytes.set(new Uint8Array(view.buffer, 0, 12));
      try {
        decodeMesh(bytes);
      } catch (error) {
        if (!(error instanceof FpkgError)) throw error;
        refused++;
      }
    }
    t.true(refused > FUZZ_ROUNDS / 40);
  }
});
