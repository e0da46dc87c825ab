import test from "ava";
import { decodeMesh, type MeshData } from "#asset_tools/fpkg/mesh_blob.ts";
import { compileMesh, type MeshOptions } from "#asset_tools/mesh/compile_mesh.ts";

const plain: MeshOptions = { optimize: false, generateTangents: true };

async function compile(obj: string, options: MeshOptions = plain): Promise<MeshData> {
  const { value, diagnostics } = await compileMesh(Buffer.from(obj), "m.obj", options);
  if (value === undefined) throw new Error(diagnostics[0]?.message);
  return decodeMesh(value);
}

async function problemsOf(obj: string): Promise<string[]> {
  const { diagnostics } = await compileMesh(Buffer.from(obj), "m.obj", plain);
  return diagnostics.map(({ code, line, column, length }) => `${code} ${line}:${column}+${length}`);
}

function vertices(mesh: MeshData): number[][] {
  const floats = new Float32Array(mesh.vertices.slice().buffer);
  return Array.from({ length: mesh.vertexCount }, (_, row) => [
    ...floats.slice(row * 12, row * 12 + 12),
  ]);
}

function indices(mesh: MeshData): number[] {
  const bytes = mesh.indices.slice().buffer;
  return [...(mesh.indexSize === 2 ? new Uint16Array(bytes) : new Uint32Array(bytes))];
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
  const mesh = await compile(`${QUAD}f 1/1/1 2/2/1 3/3/1 4/4/1\n`);
  t.is(mesh.indexSize, 2);
  t.deepEqual(indices(mesh), [0, 1, 2, 0, 2, 3]);
  t.deepEqual(vertices(mesh), [
    [0, 0, 0, 0, 0, 1, 1, 0, 0, 1, 0, 1],
    [2, 0, 0, 0, 0, 1, 1, 0, 0, 1, 1, 1],
    [2, 2, 0, 0, 0, 1, 1, 0, 0, 1, 1, 0],
    [0, 2, 0, 0, 0, 1, 1, 0, 0, 1, 0, 0],
  ]);
  t.deepEqual(mesh.boundsMin, [0, 0, 0]);
  t.deepEqual(mesh.boundsMax, [2, 2, 0]);
  t.deepEqual(mesh.submeshes, [{ name: "", firstIndex: 0, indexCount: 6 }]);
});

test("negative indices count back", async (t) => {
  const forward = await compile(`${QUAD}f 1/1/1 2/2/1 3/3/1\n`);
  const backward = await compile(`${QUAD}f -4/-4/-1 -3/-3/-1 -2/-2/-1\n`);
  t.deepEqual(backward, forward);
});

test("missing normals are flat, or smooth inside a smoothing group", async (t) => {
  const corners = "v 0 0 0\nv 1 0 0\nv 0 1 0\nv 0 0 1\n";
  const flat = await compile(`${corners}f 1 2 3\nf 1 4 2\n`);
  t.is(flat.vertexCount, 6);
  t.deepEqual(vertices(flat)[0]?.slice(3, 6), [0, 0, 1]);
  const smooth = await compile(`${corners}s 1\nf 1 2 3\nf 1 4 2\n`);
  t.is(smooth.vertexCount, 4);
  const half = Math.fround(Math.SQRT1_2);
  t.deepEqual(vertices(smooth)[0]?.slice(3, 6), [0, half, half]);
});

test("a mirrored uv turns the handedness", async (t) => {
  const mesh = await compile(`${QUAD}f 1/2/1 2/1/1 3/4/1\n`);
  t.deepEqual(vertices(mesh)[0]?.slice(6, 10), [-1, 0, 0, -1]);
});

test("without uvs or on request tangents are 1 0 0 1", async (t) => {
  const bare = await compile("v 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n");
  const off = await compile(`${QUAD}f 1/2/1 2/1/1 3/4/1\n`, {
    optimize: false,
    generateTangents: false,
  });
  t.deepEqual(vertices(bare)[0]?.slice(6, 10), [1, 0, 0, 1]);
  t.deepEqual(vertices(off)[0]?.slice(6, 10), [1, 0, 0, 1]);
});

test("usemtl makes submeshes, equal names join", async (t) => {
  const face = "f 1/1/1 2/2/1 3/3/1\n";
  const mesh = await compile(`${QUAD}usemtl red\n${face}usemtl blue\n${face}usemtl red\n${face}`);
  t.deepEqual(mesh.submeshes, [
    { name: "red", firstIndex: 0, indexCount: 6 },
    { name: "blue", firstIndex: 6, indexCount: 3 },
  ]);
});

test("numbers in all forms, comments, continued lines, CRLF", async (t) => {
  const mesh = await compile(
    "# c\r\nv 1e-1 +.5 -2.\r\nv 1 \\\r\n 0 0\r\nv 0.12345678901234568 1 0\r\nf 1 2 3\r\n".replace(
      " # t",
      "",
    ),
  );
  t.deepEqual(
    vertices(mesh).map((vertex) => vertex.slice(0, 3)),
    [
      [Math.fround(0.1), 0.5, -2],
      [1, 0, 0],
      [Math.fround(0.12345678901234568), 1, 0],
    ],
  );
});

test("optimising keeps the triangles", async (t) => {
  const grid = gridObj(12);
  const [plainMesh, optimised] = [
    await compile(grid),
    await compile(grid, { ...plain, optimize: true }),
  ];
  const triangles = (mesh: MeshData): string[] => {
    const rows = vertices(mesh);
    const list = indices(mesh);
    return Array.from({ length: list.length / 3 }, (_, at) => {
      const corners = list.slice(at * 3, at * 3 + 3).map((index) => JSON.stringify(rows[index]));
      const first = corners.indexOf([...corners].sort()[0] as string);
      return [...corners.slice(first), ...corners.slice(0, first)].join();
    }).sort();
  };
  t.deepEqual(triangles(optimised), triangles(plainMesh));
  t.not(optimised.indices, plainMesh.indices);
});

test("equal bytes twice", async (t) => {
  const options = { optimize: true, generateTangents: true };
  const [first, second] = [
    await compileMesh(Buffer.from(gridObj(20)), "m", options),
    await compileMesh(Buffer.from(gridObj(20)), "m", options),
  ];
  t.deepEqual(first.value, second.value);
});

test("errors stand at their line and column", async (t) => {
  t.deepEqual(await problemsOf("v 1 2\n"), ["AS2002 1:1+5"]);
  t.deepEqual(await problemsOf("v 1 x 2\n"), ["AS2001 1:5+1"]);
  t.deepEqual(await problemsOf("v 0 0 0\nf 1 1 2\n"), ["AS2003 2:7+1"]);
  t.deepEqual(await problemsOf("v 0 0 0\nf 1 1\n"), ["AS2004 2:1+5"]);
  t.deepEqual(await problemsOf("v 0 0 0\nf 1 a 1\n"), ["AS2005 2:5+1"]);
  t.deepEqual(await problemsOf("v 0 0 0\nf 1 0 1\n"), ["AS2008 2:5+1"]);
  t.deepEqual(await problemsOf("  fase 1 2 3\n"), ["AS2007 1:3+4"]);
  t.deepEqual(await problemsOf("# empty\n"), ["AS2006 0:0+0"]);
  t.deepEqual(await problemsOf("v x\nv y\n"), ["AS2001 1:3+1", "AS2001 2:3+1"]);
});

test("random bytes never crash the parser", async (t) => {
  const base = Buffer.from(`${QUAD}s 1\nusemtl a\nf 1/1/1 2/2/1 3/3/1 4//1\n`);
  let state = 7;
  const random = (limit: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  for (let round = 0; round < 500; round++) {
    const bytes = Uint8Array.from(base);
    for (let edit = 0; edit < 4; edit++) bytes[random(bytes.length)] = random(256);
    const { value, diagnostics } = await compileMesh(bytes, "m.obj", plain);
    t.true(value !== undefined || diagnostics.length > 0);
  }
});

function gridObj(size: number): string {
  const lines: string[] = [];
  for (let y = 0; y <= size; y++) {
    for (let x = 0; x <= size; x++)
      lines.push(`v ${x} ${(x * y) % 3} ${y}`, `vt ${x / size} ${y / size}`);
  }
  lines.push("s 1");
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const a = y * (size + 1) + x + 1;
      const c = a + size + 1;
      lines.push(`f ${a}/${a} ${c}/${c} ${c + 1}/${c + 1} ${a + 1}/${a + 1}`);
    }
  }
  return `${lines.join("\n")}\n`;
}
