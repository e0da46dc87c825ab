/** Geometry: every mapping and reference, polygons of any shape, smoothing, axes and units, and the same model as OBJ. */
import test from "ava";
import { readFbx } from "#asset_tools/fbx/read_fbx.ts";
import { compileMesh } from "#asset_tools/mesh/compile_mesh.ts";
import type { Primitive } from "#asset_tools/model/mesh.ts";
import { PLAIN_MESH } from "../mesh_options.ts";
import { layerElement, meshRecords } from "./fbx_scene.ts";
import { ints, record, type Tree } from "./fbx_tree.ts";
import {
  type Encoding,
  encodings,
  fileOf,
  METRES,
  meshScene,
  modelOf,
  modern,
} from "./sample_files.ts";

/** Two quads that share an edge and stand at a right angle, and a triangle. */
const POINTS = [0, 0, 0, 1, 0, 0, 1, 1, 0, 0, 1, 0, 1, 0, -1, 1, 1, -1, 0.5, 2, 0];
const POLYGONS = [
  [0, 1, 2, 3],
  [1, 4, 5, 2],
  [3, 2, 6],
];
const CORNERS = POLYGONS.flat();

function primitivesOf(
  records: readonly Tree[],
  more: Parameters<typeof meshScene>[2] = {},
  encoding: Encoding = modern,
): readonly Primitive[] {
  return modelOf(meshScene(encoding.version, records, more), encoding).meshes[0]!.primitives;
}

/** Numbers of each corner in the file's order: vertices are those. */
function rows(values: Float32Array | undefined, width: number): number[][] {
  const all = [...(values ?? [])];
  return Array.from({ length: all.length / width }, (_, row) =>
    all.slice(row * width, row * width + width),
  );
}

const mesh = meshRecords(POINTS, POLYGONS);

for (const encoding of encodings) {
  test(`${encoding.name}: corners, triangles and uvs`, (t) => {
    const uv = layerElement("UV", "UV", "UVIndex", {
      values: CORNERS.flatMap((_, at) => [at / 16, at / 32]),
      mapping: "ByPolygonVertex",
      index: CORNERS.map((_, at) => at),
      name: "map1",
    });
    const [primitive] = primitivesOf([...mesh, uv], {}, encoding);
    t.deepEqual([...primitive!.indices], [0, 1, 2, 0, 2, 3, 4, 5, 6, 4, 6, 7, 8, 9, 10]);
    t.deepEqual(
      rows(primitive!.positions, 3),
      CORNERS.map((point) => POINTS.slice(point * 3, point * 3 + 3)),
    );
    t.deepEqual(
      rows(primitive!.uvs[0], 2),
      CORNERS.map((_, at) => [at / 16, 1 - at / 32]),
    );
    t.is(primitive!.normals, undefined);
  });
}

const NORMAL = (at: number): number[] =>
  [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
    [-1, 0, 0],
    [0, -1, 0],
    [0, 0, -1],
    [1, 0, 0],
  ][at % 7]!;

for (const [mapping, count, placeOf] of [
  ["ByPolygonVertex", CORNERS.length, (corner: number) => corner],
  ["ByVertice", 7, (corner: number) => CORNERS[corner]!],
  ["ByVertex", 7, (corner: number) => CORNERS[corner]!],
  ["ByPolygon", 3, (corner: number) => [0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2][corner]!],
  ["AllSame", 1, () => 0],
] as const) {
  const order = Array.from({ length: count }, (_, at) => at);
  const values = order.flatMap((at) => NORMAL(at));
  const expected = CORNERS.map((_, corner) => NORMAL(placeOf(corner)));

  test(`normals ${mapping}, direct`, (t) => {
    const element = layerElement("Normal", "Normals", "NormalsIndex", { values, mapping });
    t.deepEqual(rows(primitivesOf([...mesh, element])[0]!.normals, 3), expected);
  });

  test(`normals ${mapping}, by index`, (t) => {
    const reversed = order.toReversed().flatMap((at) => NORMAL(at));
    const index = order.map((at) => count - 1 - at);
    const element = layerElement("Normal", "Normals", "NormalsIndex", {
      values: reversed,
      mapping,
      index,
    });
    t.deepEqual(rows(primitivesOf([...mesh, element])[0]!.normals, 3), expected);
  });

  test(`colors ${mapping}`, (t) => {
    const colors = order.flatMap((at) => [at % 2, 1, 0, at / 16]);
    const element = layerElement("Color", "Colors", "ColorIndex", { values: colors, mapping });
    const [set] = primitivesOf([...mesh, element])[0]!.colors;
    const expectedColors = CORNERS.map((_, corner) => [
      placeOf(corner) % 2,
      1,
      0,
      placeOf(corner) / 16,
    ]);
    t.deepEqual(rows(set, 4), expectedColors);
  });
}

test("an index that is claimed and missing means order, one of -1 means none", (t) => {
  const values = CORNERS.flatMap((_, at) => NORMAL(at));
  const element = layerElement("Normal", "Normals", "NormalsIndex", {
    values,
    mapping: "ByPolygonVertex",
    reference: "IndexToDirect",
  });
  t.deepEqual(
    rows(primitivesOf([...mesh, element])[0]!.normals, 3),
    CORNERS.map((_, at) => NORMAL(at)),
  );
  const uv = layerElement("UV", "UV", "UVIndex", {
    values: [0.25, 0.25],
    mapping: "ByPolygonVertex",
    index: CORNERS.map((_, at) => (at === 1 ? -1 : 0)),
  });
  t.deepEqual(rows(primitivesOf([...mesh, uv])[0]!.uvs[0], 2).slice(0, 2), [
    [0.25, 0.75],
    [0, 1],
  ]);
});

test("colors are sRGB in the file and linear in the model", (t) => {
  const element = layerElement("Color", "Colors", "", {
    values: [0.5, 0.5, 0.5, 0.5],
    mapping: "AllSame",
  });
  const [set] = primitivesOf([...mesh, element])[0]!.colors;
  t.true(Math.abs(set![0]! - 0.21404) < 0.0001);
  t.is(set![3], 0.5);
});

test("uv sets in the order of their numbers", (t) => {
  const set = (number: number, value: number): Tree =>
    layerElement("UV", "UV", "UVIndex", {
      values: [value, 0],
      mapping: "AllSame",
      number,
      name: `set${number}`,
    });
  const { uvs } = primitivesOf([...mesh, set(1, 0.5), set(0, 0.25)])[0]!;
  t.deepEqual(
    uvs.map((uv) => uv[0]),
    [0.25, 0.5],
  );
});

test("tangents take their handedness from binormals, and need them", (t) => {
  const all = (type: string, values: string, vector: number[]): Tree =>
    layerElement(type, values, `${values}Index`, { values: vector, mapping: "AllSame" });
  const base = [
    ...mesh,
    all("Normal", "Normals", [0, 0, 1]),
    all("Tangent", "Tangents", [1, 0, 0]),
  ];
  const right = primitivesOf([...base, all("Binormal", "Binormals", [0, 1, 0])])[0]!;
  const left = primitivesOf([...base, all("Binormal", "Binormals", [0, -1, 0])])[0]!;
  t.deepEqual(rows(right.tangents, 4)[0], [1, 0, 0, 1]);
  t.deepEqual(rows(left.tangents, 4)[0], [1, 0, 0, -1]);
  t.is(primitivesOf(base)[0]!.tangents, undefined);
});

for (const encoding of [modern, encodings[0]!, encodings[6]!]) {
  test(`${encoding.name}: materials by polygon, and one for all`, (t) => {
    const materials = ["red", "blue"];
    const element = (values: number[], mapping: string): Tree =>
      layerElement("Material", "Materials", "", { values, mapping, reference: "IndexToDirect" });
    const model = modelOf(
      meshScene(encoding.version, [...mesh, element([1, 0, 1], "ByPolygon")], { materials }),
      encoding,
    );
    t.deepEqual(
      model.materials.map(({ name }) => name),
      materials,
    );
    t.deepEqual(
      model.meshes[0]!.primitives.map(({ material, indices }) => [material, indices.length]),
      [
        [1, 9],
        [0, 6],
      ],
    );
    const same = primitivesOf([...mesh, element([1], "AllSame")], { materials }, encoding);
    t.deepEqual(
      same.map(({ material, indices }) => [material, indices.length]),
      [[1, 15]],
    );
  });
}

const half = Math.fround(Math.SQRT1_2);

test("smoothing by groups: polygons that share a bit share normals", (t) => {
  const smoothing = layerElement("Smoothing", "Smoothing", "", {
    values: [1, 3, 4],
    mapping: "ByPolygon",
  });
  const normals = rows(primitivesOf([...mesh, smoothing])[0]!.normals, 3);
  t.deepEqual(normals[0], [0, 0, 1]);
  t.deepEqual(normals[1], [half, 0, half]);
  t.deepEqual(normals[4], [half, 0, half]);
  t.deepEqual(normals[9], [0, 0, 1]);
});

test("smoothing by edges: soft ones join the polygons beside them", (t) => {
  // Edges by their first corner: 0-1, 1-2, 2-3.
  const edges = record("Edges", [ints([0, 1, 2])]);
  const by = (values: number[]): number[][] => {
    const smoothing = layerElement("Smoothing", "Smoothing", "", { values, mapping: "ByEdge" });
    return rows(primitivesOf([...mesh, edges, smoothing])[0]!.normals, 3);
  };
  t.deepEqual(by([0, 1, 0])[1], [half, 0, half]);
  t.deepEqual(by([0, 1, 0])[2], [half, 0, half]);
  t.deepEqual(by([0, 1, 0])[9], [0, 0, 1]);
  t.deepEqual(by([0, 0, 0])[1], [0, 0, 1]);
});

/** Twice the area of the triangles, each of which must run counter-clockwise. */
function areas({ indices, positions }: Primitive): number[] {
  return Array.from({ length: indices.length / 3 }, (_, triangle) => {
    const [a, b, c] = [0, 1, 2].map((at) => indices[triangle * 3 + at]! * 3);
    return (
      (positions[b!]! - positions[a!]!) * (positions[c! + 1]! - positions[a! + 1]!) -
      (positions[b! + 1]! - positions[a! + 1]!) * (positions[c!]! - positions[a!]!)
    );
  });
}

for (const [name, outline, area] of [
  ["an arrow", [0, 0, 2, 1, 0, 2, 0.5, 1], 3],
  ["an L", [0, 0, 3, 0, 3, 1, 1, 1, 1, 3, 0, 3], 10],
  ["a comb", [0, 0, 5, 0, 5, 3, 4, 3, 4, 1, 3, 1, 3, 3, 2, 3, 2, 1, 1, 1, 1, 3, 0, 3], 22],
  ["points on a line", [0, 0, 1, 0, 2, 0, 2, 2, 0, 2], 8],
] as const) {
  test(`a polygon like ${name} is cut without turning a triangle over`, (t) => {
    const points = Array.from({ length: outline.length / 2 }, (_, at) => [
      outline[at * 2]!,
      outline[at * 2 + 1]!,
      0,
    ]);
    const found = areas(primitivesOf(meshRecords(points.flat(), [points.map((_, at) => at)]))[0]!);
    t.is(found.length, points.length - 2);
    t.true(found.every((value) => value >= 0));
    t.is(
      found.reduce((sum, value) => sum + value, 0),
      area,
    );
  });
}

test("units become metres, axes y up", (t) => {
  const at = (settings: Record<string, number>): number[] =>
    [
      ...primitivesOf(meshRecords([1, 2, 3, 4, 2, 3, 1, 5, 3], [[0, 1, 2]]), {
        settings,
      })[0]!.positions.slice(0, 3),
    ].map((value) => Math.round(value * 1000) / 1000);
  t.deepEqual(at({}), [0.01, 0.02, 0.03]);
  t.deepEqual(at({ UnitScaleFactor: 2.54 }), [0.025, 0.051, 0.076]);
  t.deepEqual(at(METRES), [1, 2, 3]);
  // 3ds Max and Blender with z up: the front is -y.
  t.deepEqual(
    at({
      ...METRES,
      UpAxis: 2,
      UpAxisSign: 1,
      FrontAxis: 1,
      FrontAxisSign: -1,
      CoordAxis: 0,
      CoordAxisSign: 1,
    }),
    [1, 3, -2],
  );
  t.deepEqual(
    at({
      ...METRES,
      UpAxis: 0,
      UpAxisSign: -1,
      FrontAxis: 2,
      FrontAxisSign: 1,
      CoordAxis: 1,
      CoordAxisSign: 1,
    }),
    [2, -1, 3],
  );
});

test("a left-handed file is mirrored and its triangles turned", (t) => {
  const settings = { ...METRES, FrontAxis: 2, FrontAxisSign: -1, UpAxis: 1, CoordAxis: 0 };
  const normal = layerElement("Normal", "Normals", "", { values: [0, 0, 1], mapping: "AllSame" });
  const [primitive] = primitivesOf(
    [...meshRecords([0, 0, 5, 1, 0, 5, 0, 1, 5], [[0, 1, 2]]), normal],
    { settings },
  );
  t.deepEqual([...primitive!.indices], [0, 2, 1]);
  t.deepEqual(rows(primitive!.positions, 3)[0], [0, 0, -5]);
  t.deepEqual(rows(primitive!.normals, 3)[0], [0, 0, -1]);
});

test("the geometric transform moves the mesh and not the node", (t) => {
  const model = {
    GeometricTranslation: [10, 0, 0],
    GeometricRotation: [0, 0, 90],
    GeometricScaling: [2, 1, 1],
  };
  const result = modelOf(
    meshScene(7400, meshRecords([0, 0, 0, 1, 0, 0, 0, 1, 0], [[0, 1, 2]]), { model }),
  );
  const positions = rows(result.meshes[0]!.primitives[0]!.positions, 3);
  t.deepEqual(
    positions.map((row) => row.map((value) => Math.round(value * 1e9) / 1e9 + 0)),
    [
      [10, 0, 0],
      [10, 2, 0],
      [9, 0, 0],
    ],
  );
  t.like(result.nodes[0], { transform: { translation: [0, 0, 0], rotation: [0, 0, 0, 1] } });
});

test("a layer element that does not fit is left out with a warning", (t) => {
  const element = layerElement("Normal", "Normals", "", {
    values: [0, 0, 1],
    mapping: "ByPolygonVertex",
  });
  const { value, diagnostics } = readFbx(fileOf(meshScene(7400, [...mesh, element])), "m.fbx");
  t.is(value!.meshes[0]!.primitives[0]!.normals, undefined);
  t.deepEqual(
    diagnostics.map(({ code }) => code),
    ["AS2605"],
  );
});

test("the same model as OBJ gives the same bytes", async (t) => {
  const normals = CORNERS.map((_, at) => NORMAL(at));
  const uvs = CORNERS.map((_, at) => [at / 16, at / 32]);
  let corner = 0;
  const faces = POLYGONS.map(
    (polygon) => `f ${polygon.map((point) => `${point + 1}/${++corner}/${corner}`).join(" ")}`,
  );
  const obj = [
    ...Array.from({ length: 7 }, (_, at) => `v ${POINTS.slice(at * 3, at * 3 + 3).join(" ")}`),
    ...uvs.map((uv) => `vt ${uv.join(" ")}`),
    ...normals.map((normal) => `vn ${normal.join(" ")}`),
    "usemtl red",
    ...faces,
  ].join("\n");
  const records = [
    ...mesh,
    layerElement("Normal", "Normals", "", { values: normals.flat(), mapping: "ByPolygonVertex" }),
    layerElement("UV", "UV", "UVIndex", {
      values: uvs.flat(),
      mapping: "ByPolygonVertex",
      index: CORNERS.map((_, at) => at),
    }),
  ];
  const expected = await compileMesh(Buffer.from(obj), "m.obj", PLAIN_MESH);
  for (const encoding of encodings) {
    const file = fileOf(meshScene(encoding.version, records, { materials: ["red"] }), encoding);
    const { value, diagnostics } = await compileMesh(file, "m.fbx", PLAIN_MESH);
    t.deepEqual(diagnostics, []);
    t.deepEqual(value, expected.value, encoding.name);
  }
});
