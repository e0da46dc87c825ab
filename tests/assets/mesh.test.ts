import test from "ava";
import { decodeMesh } from "#asset_tools/fpkg/decode_mesh.ts";
import type { MeshData } from "#asset_tools/fpkg/mesh_data.ts";
import { geometryProblem, MAX_TRIANGLES } from "#asset_tools/mesh/check_geometry.ts";
import { compileMesh, type MeshOptions } from "#asset_tools/mesh/compile_mesh.ts";
import { loadDraco } from "#asset_tools/mesh/draco.ts";
import { EXACT_MESH, PLAIN_MESH } from "./mesh_options.ts";
import { ringObj } from "./ring_obj.ts";
import { attributeRows } from "./shader_view.ts";

async function compile(obj: string, options: MeshOptions = EXACT_MESH): Promise<MeshData> {
  const { value, diagnostics } = await compileMesh(Buffer.from(obj), "m.obj", options);
  if (value === undefined) throw new Error(diagnostics[0]?.message);
  return decodeMesh(value);
}

function rows(mesh: MeshData, semantic: Parameters<typeof attributeRows>[1]): number[][] {
  const found = attributeRows(mesh.vertices, semantic);
  if (found === undefined) throw new Error(`no ${semantic}`);
  return found;
}

const QUAD = `v 0 0 0
v 2 0 0
v 2 2 0
v 0 2 0
vt 0 0
vt 1 0
vt 1 1
vt 0 1
vn 0 0 1
`;

test("a quad becomes two triangles of shared vertices", async (t) => {
  for (const options of [EXACT_MESH, { ...EXACT_MESH, quantize: true }]) {
    const mesh = await compile(`${QUAD}f 1/1/1 2/2/1 3/3/1 4/4/1\n`, options);
    t.deepEqual(mesh.indices, Uint16Array.of(0, 1, 2, 0, 2, 3));
    t.deepEqual(rows(mesh, "position"), [
      [0, 0, 0],
      [2, 0, 0],
      [2, 2, 0],
      [0, 2, 0],
    ]);
    t.deepEqual(
      rows(mesh, "normal").map((row) => row.slice(0, 3)),
      new Array(4).fill([0, 0, 1]),
    );
    t.deepEqual(rows(mesh, "tangent"), new Array(4).fill([1, 0, 0, 1]));
    t.deepEqual(rows(mesh, "uv"), [
      [0, 1],
      [1, 1],
      [1, 0],
      [0, 0],
    ]);
    t.deepEqual(
      [mesh.boundsMin, mesh.boundsMax],
      [
        [0, 0, 0],
        [2, 2, 0],
      ],
    );
    t.deepEqual(mesh.sphereCenter, [1, 1, 0]);
    // The next float above the root of 2.
    t.is(mesh.sphereRadius, Math.fround(1.41421366));
    const submeshes = [{ name: "", firstIndex: 0, indexCount: 6 }];
    t.deepEqual(mesh.lods, [{ firstIndex: 0, indexCount: 6, error: 0, submeshes }]);
  }
});

test("missing normals are flat, or smooth inside a smoothing group", async (t) => {
  const corners = "v 0 0 0\nv 1 0 0\nv 0 1 0\nv 0 0 1\n";
  const flat = await compile(`${corners}f 1 2 3\nf 1 4 2\n`);
  t.is(flat.vertexCount, 6);
  t.deepEqual(rows(flat, "normal")[0], [0, 0, 1]);
  const smooth = await compile(`${corners}s 1\nf 1 2 3\nf 1 4 2\n`);
  t.is(smooth.vertexCount, 4);
  const half = Math.fround(Math.SQRT1_2);
  t.deepEqual(rows(smooth, "normal")[0], [0, half, half]);
});

test("a mirrored uv turns the handedness", async (t) => {
  const mesh = await compile(`${QUAD}f 1/2/1 2/1/1 3/4/1\n`);
  t.deepEqual(rows(mesh, "tangent")[0], [-1, 0, 0, -1]);
});

test("without uvs or on request there are no tangents", async (t) => {
  const bare = await compile("v 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n");
  t.is(attributeRows(bare.vertices, "tangent"), undefined);
  t.is(attributeRows(bare.vertices, "uv"), undefined);
  const options = { ...EXACT_MESH, generateTangents: false };
  const off = await compile(`${QUAD}f 1/2/1 2/1/1 3/4/1\n`, options);
  t.is(attributeRows(off.vertices, "tangent"), undefined);
});

test("usemtl makes submeshes, equal names join", async (t) => {
  const face = (first: number) => `f ${first}/1/1 ${first + 1}/2/1 ${first + 2}/3/1\n`;
  const more = "v 5 0 0\nv 6 0 0\nv 6 1 0\n";
  const obj = `${QUAD}${more}usemtl red\n${face(1)}usemtl blue\n${face(2)}usemtl red\n${face(5)}`;
  const [lod] = (await compile(obj)).lods;
  t.deepEqual(lod?.submeshes, [
    { name: "red", firstIndex: 0, indexCount: 6 },
    { name: "blue", firstIndex: 6, indexCount: 3 },
  ]);
});

test("vertex colors become linear bytes", async (t) => {
  const mesh = await compile("v 0 0 0 1 0 0.5\nv 1 0 0 0 1 0\nv 0 1 0 1 1 1\nf 1 2 3\n");
  t.deepEqual(rows(mesh, "color"), [
    [1, 0, 55 / 255, 1],
    [0, 1, 0, 1],
    [1, 1, 1, 1],
  ]);
});

test("a triangle that quantising closes is left out", async (t) => {
  const sliver = "v 0 0 0\nv 0 0 0.0000001\nv 0 1 0\nv 100 0 0\nvn 0 0 1\n";
  const mesh = await compile(`${sliver}f 1//1 2//1 3//1\nf 1//1 4//1 3//1\n`, PLAIN_MESH);
  t.is(mesh.indices.length, 3);
});

test("indices are narrow up to 65,535 vertices, whose last number WebGL does not take for a restart", async (t) => {
  /** A strip between two rows of points, so many in all. */
  const strip = (count: number): string => {
    const points = Array.from({ length: count }, (_, at) => `v ${at >> 1} ${at & 1} 0\n`);
    const faces = Array.from({ length: count - 2 }, (_, at) =>
      at % 2 === 0 ? `f ${at + 1} ${at + 3} ${at + 2}\n` : `f ${at + 1} ${at + 2} ${at + 3}\n`,
    );
    return `${points.join("")}s 1\n${faces.join("")}`;
  };
  for (const compression of ["meshopt", "draco"] as const) {
    const decode = (await loadDraco()).decode;
    const compiled = async (count: number) => {
      const options = { ...PLAIN_MESH, optimize: false, compression };
      const { value } = await compileMesh(Buffer.from(strip(count)), "m.obj", options);
      return decodeMesh(value as Uint8Array, decode);
    };
    t.is((await compiled(65535)).indices.BYTES_PER_ELEMENT, 2);
    const wide = await compiled(65536);
    t.is(wide.indices.BYTES_PER_ELEMENT, 4);
    t.is(
      Uint32Array.from(wide.indices).reduce((most, index) => Math.max(most, index), 0),
      65535,
    );
  }
});

test("what a blob cannot hold is a problem of the file", (t) => {
  const problem = (indices: Uint32Array, positions: number[]) =>
    geometryProblem({ indices, positions: Float32Array.from(positions) }, "m.glb")?.code;
  const triangle = Uint32Array.of(0, 0, 0);
  t.is(problem(triangle, [0, 1, 2]), undefined);
  t.is(problem(triangle, [0, Number.NaN, 2]), "AS2013");
  t.is(problem(triangle, [0, 1, Number.POSITIVE_INFINITY]), "AS2013");
  t.is(problem(new Uint32Array(), [0, 1, 2]), "AS2006");
  t.is(problem({ length: (MAX_TRIANGLES + 1) * 3 } as Uint32Array, [0, 1, 2]), "AS2012");
});

/** Triangles as sorted lists of what their corners are. */
function triangles(mesh: MeshData): string[] {
  const semantics = ["position", "normal", "tangent", "uv"] as const;
  const columns = semantics.map((semantic) => rows(mesh, semantic));
  const corner = (index: number): string => JSON.stringify(columns.map((column) => column[index]));
  return Array.from({ length: mesh.indices.length / 3 }, (_, at) => {
    const corners = [...mesh.indices.slice(at * 3, at * 3 + 3)].map(corner);
    const first = corners.indexOf([...corners].sort()[0] as string);
    return [...corners.slice(first), ...corners.slice(0, first)].join();
  }).sort();
}

test("optimising and packing keep the triangles", async (t) => {
  const unordered = await compile(ringObj(24), { ...EXACT_MESH, quantize: true });
  for (const quality of ["dev", "ship"] as const) {
    for (const compression of ["meshopt", "none"] as const) {
      const mesh = await compile(ringObj(24), { ...PLAIN_MESH, quality, compression });
      t.deepEqual(triangles(mesh), triangles(unordered));
      t.notDeepEqual(mesh.indices, unordered.indices);
    }
  }
});

test("quantised numbers are within half a step", async (t) => {
  const obj = ringObj(20);
  const [whole, packed] = [
    await compile(obj),
    await compile(obj, { ...EXACT_MESH, quantize: true }),
  ];
  const place = packed.vertices.attributes.find(({ semantic }) => semantic === "position");
  const step = place?.scale ?? 0;
  t.true(step <= 5.5 / 32767, "the ring is 5.5 wide");
  const near = (semantic: "position" | "normal" | "tangent" | "uv", bound: number): void => {
    // Vertices that differed in less than a step have become one.
    const all = rows(packed, semantic);
    for (const [corner, index] of whole.indices.entries()) {
      const before = rows0[semantic][index] as number[];
      const after = all[packed.indices[corner] as number] as number[];
      const worst = Math.max(...before.map((value, at) => Math.abs(value - (after[at] as number))));
      if (worst > bound) t.fail(`${semantic}: off by ${worst}`);
    }
  };
  const rows0 = {
    position: rows(whole, "position"),
    normal: rows(whole, "normal"),
    tangent: rows(whole, "tangent"),
    uv: rows(whole, "uv"),
  };
  near("position", step / 2);
  near("uv", 0.5 / 65535 + 1e-7);
  // Half a step of the octahedron, up to 1.8 times as much on the sphere, and half of the GPU's 511.
  near("normal", (0.5 / 2047) * 1.8 + 0.5 / 511);
  near("tangent", (0.5 / 2047) * 1.8 + 0.5 / 511);
  t.pass();
});

test("positions on a grid of powers of two stay where they are", async (t) => {
  const obj = "v 100.125 -7.5 0.25\nv 101.125 -7.5 0.25\nv 100.125 3.375 8\nf 1 2 3\n";
  const mesh = await compile(obj, PLAIN_MESH);
  t.deepEqual(
    rows(mesh, "position")
      .sort(([a], [b]) => (a as number) - (b as number))
      .at(-1),
    [101.125, -7.5, 0.25],
  );
  t.deepEqual(mesh.boundsMax, [101.125, 3.375, 8]);
});

test("equal bytes twice, and whatever was compiled between", async (t) => {
  const options = { ...PLAIN_MESH, quality: "ship", lods: [{ ratio: 0.5, error: 0.02 }] } as const;
  const first = await compileMesh(Buffer.from(ringObj(20)), "m.obj", options);
  await compileMesh(Buffer.from(ringObj(33)), "m.obj", PLAIN_MESH);
  const second = await compileMesh(Buffer.from(ringObj(20)), "m.obj", options);
  t.deepEqual(first.value, second.value);
});
