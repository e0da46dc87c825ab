/** Transforms of nodes against the product of matrices that the SDK documents, and against assimp. */
import test from "ava";
import { readFbx } from "#asset_tools/fbx/read_fbx.ts";
import { sineAndCosine } from "#asset_tools/math/degrees.ts";
import { matrixOf } from "#asset_tools/model/transform.ts";
import { worldMatrices } from "#asset_tools/model/world_matrices.ts";
import {
  type FbxScene,
  layerElement,
  meshRecords,
  type SceneObject,
  sceneRecords,
} from "./fbx_scene.ts";
import { properties, record } from "./fbx_tree.ts";
import { farthest, worldCorners } from "./model_corners.ts";
import { assimpCorners, readWithAssimp } from "./oracles.ts";
import { encodings, fileOf, METRES, modelOf, modern } from "./sample_files.ts";

type Matrix = readonly number[];
type Vector = readonly number[];

const IDENTITY: Matrix = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];

/** Column by column, as everywhere in the model. */
function product(...matrices: readonly Matrix[]): Matrix {
  return matrices.reduce((left, right) =>
    Array.from({ length: 16 }, (_, at) =>
      [0, 1, 2, 3].reduce((sum, k) => sum + left[k * 4 + (at & 3)]! * right[(at >> 2) * 4 + k]!, 0),
    ),
  );
}

const move = ([x, y, z]: Vector, sign = 1): Matrix => [
  1,
  0,
  0,
  0,
  0,
  1,
  0,
  0,
  0,
  0,
  1,
  0,
  sign * x!,
  sign * y!,
  sign * z!,
  1,
];
const scale = ([x, y, z]: Vector): Matrix => [x!, 0, 0, 0, 0, y!, 0, 0, 0, 0, z!, 0, 0, 0, 0, 1];

function turn(axis: string, degrees: number): Matrix {
  const [s, c] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  if (axis === "X") return [1, 0, 0, 0, 0, c, s, 0, 0, -s, c, 0, 0, 0, 0, 1];
  if (axis === "Y") return [c, 0, -s, 0, 0, 1, 0, 0, s, 0, c, 0, 0, 0, 0, 1];
  return [c, s, 0, 0, -s, c, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
}

/** The first axis of the order turns first, so it stands on the right. */
function euler(degrees: Vector, order = "XYZ"): Matrix {
  return product(
    ...[...order].toReversed().map((axis) => turn(axis, degrees["XYZ".indexOf(axis)]!)),
  );
}

function transposed(m: Matrix): Matrix {
  return Array.from({ length: 16 }, (_, at) => m[(at & 3) * 4 + (at >> 2)]!);
}

const ORDERS = ["XYZ", "XZY", "YZX", "YXZ", "ZXY", "ZYX"];
const VALUES = {
  "Lcl Translation": [1, 2, 3],
  "Lcl Rotation": [20, -35, 50],
  "Lcl Scaling": [1.5, 0.5, 2],
  PreRotation: [10, 25, -40],
  PostRotation: [-15, 5, 30],
  RotationPivot: [0.5, -1, 0.25],
  RotationOffset: [2, 0, -1],
  ScalingPivot: [-0.5, 0.75, 1],
  ScalingOffset: [0, 1, 0.5],
};
type Name = keyof typeof VALUES;

/** T * Roff * Rp * Rpre * R * Rpost^-1 * Rp^-1 * Soff * Sp * S * Sp^-1. */
function documented(values: Partial<Record<Name, Vector>>, order = "XYZ"): Matrix {
  const of = (name: Name, otherwise: Vector = [0, 0, 0]): Vector => values[name] ?? otherwise;
  return product(
    move(of("Lcl Translation")),
    move(of("RotationOffset")),
    move(of("RotationPivot")),
    euler(of("PreRotation")),
    euler(of("Lcl Rotation"), order),
    transposed(euler(of("PostRotation"))),
    move(of("RotationPivot"), -1),
    move(of("ScalingOffset")),
    move(of("ScalingPivot")),
    scale(of("Lcl Scaling", [1, 1, 1])),
    move(of("ScalingPivot"), -1),
  );
}

function node(name: string, properties: SceneObject["properties"]): SceneObject {
  return { kind: "Model", name, subtype: "Null", properties: properties ?? {} };
}

/** A chain of nodes, each below the one before. */
function chain(...list: readonly SceneObject[]): FbxScene {
  const links = list.map((child, at) => (at === 0 ? { child } : { child, parent: list[at - 1]! }));
  return { settings: METRES, objects: list, links };
}

function isNear(actual: ArrayLike<number>, expected: Matrix): boolean {
  return expected.every((value, at) => Math.abs(value - actual[at]!) < 1e-9);
}

test("sine and cosine of degrees", (t) => {
  for (let degrees = -725; degrees <= 725; degrees += 0.37) {
    const [sine, cosine] = sineAndCosine(degrees);
    t.true(Math.abs(sine - Math.sin((degrees * Math.PI) / 180)) < 1e-13);
    t.true(Math.abs(cosine - Math.cos((degrees * Math.PI) / 180)) < 1e-13);
  }
  t.deepEqual(
    [0, 90, 180, 270, -90].map((degrees) => sineAndCosine(degrees).map((value) => value + 0)),
    [
      [0, 1],
      [1, 0],
      [0, -1],
      [-1, 0],
      [-1, 0],
    ],
  );
});

for (const names of [
  ["Lcl Translation", "Lcl Rotation", "Lcl Scaling"],
  ["Lcl Rotation", "PreRotation"],
  ["Lcl Rotation", "PostRotation"],
  ["Lcl Rotation", "RotationPivot"],
  ["Lcl Rotation", "RotationOffset"],
  ["Lcl Scaling", "ScalingPivot"],
  ["Lcl Scaling", "ScalingOffset"],
  Object.keys(VALUES),
] as Name[][]) {
  test(`${names.join(", ")}`, (t) => {
    const values = Object.fromEntries(names.map((name) => [name, VALUES[name]]));
    for (const encoding of [modern, encodings[0]!, encodings[6]!]) {
      const model = modelOf(chain(node("n", { RotationActive: 1, ...values })), encoding);
      t.true(isNear(matrixOf(model.nodes[0]!.transform), documented(values)), encoding.name);
    }
  });
}

for (const [number, order] of ORDERS.entries()) {
  test(`order of rotation ${order}`, (t) => {
    const model = modelOf(
      chain(node("n", { ...VALUES, RotationActive: 1, RotationOrder: number })),
    );
    t.true(isNear(matrixOf(model.nodes[0]!.transform), documented(VALUES, order)));
  });
}

test("switched off, order and extra rotations do not count", (t) => {
  const model = modelOf(chain(node("n", { ...VALUES, RotationActive: 0, RotationOrder: 5 })));
  const { PreRotation: _, PostRotation: __, ...rest } = VALUES;
  t.true(isNear(matrixOf(model.nodes[0]!.transform), documented(rest)));
});

test("a template gives what an object does not", (t) => {
  const template = { "Lcl Translation": [1, 2, 3], "Lcl Scaling": [2, 2, 2] };
  const definitions = record(
    "Definitions",
    [],
    [
      record(
        "ObjectType",
        ["Model"],
        [record("PropertyTemplate", ["FbxNode"], [properties(7400, template)])],
      ),
    ],
  );
  const records = sceneRecords(chain(node("n", { "Lcl Scaling": [1, 1, 1] })), 7400);
  const file = modern.write(records.map((top) => (top.name === "Definitions" ? definitions : top)));
  const [first] = readFbx(file, "m.fbx").value!.nodes;
  t.like(first!.transform, { translation: [1, 2, 3], scale: [1, 1, 1] });
});

/** Global transforms as the SDK's sample computes them, with rotation and scale apart. */
function globals(
  list: readonly { readonly values: Partial<Record<Name, Vector>>; readonly inherit: number }[],
): Matrix[] {
  let above = { matrix: IDENTITY, turn: IDENTITY, own: [1, 1, 1] as Vector };
  return list.map(({ values, inherit }) => {
    const local = documented(values);
    const own = values["Lcl Scaling"] ?? [1, 1, 1];
    const turned = euler(values["Lcl Rotation"] ?? [0, 0, 0]);
    const linear = (m: Matrix): Matrix => m.map((value, at) => (at >= 12 && at < 15 ? 0 : value));
    const parentScale = product(transposed(above.turn), linear(above.matrix));
    const undone = product(parentScale, scale(above.own.map((value) => 1 / value)));
    const rotationScale = [
      product(above.turn, turned, parentScale, scale(own)),
      product(above.turn, parentScale, turned, scale(own)),
      product(above.turn, turned, undone, scale(own)),
    ][inherit]!;
    const position = product(above.matrix, move([local[12]!, local[13]!, local[14]!])).slice(
      12,
      15,
    );
    const matrix = [...rotationScale.slice(0, 12), ...position, 1];
    above = { matrix, turn: product(above.turn, turned), own };
    return matrix;
  });
}

for (const [inherit, name] of ["RrSs", "RSrs", "Rrs"].entries()) {
  for (const scaling of [
    [2, 2, 2],
    [1, 2, 0.5],
  ]) {
    test(`scale ${scaling} of a parent is inherited as ${name}`, (t) => {
      const parent = {
        "Lcl Translation": [1, 2, 3],
        "Lcl Rotation": [0, 30, 0],
        "Lcl Scaling": scaling,
      };
      const child = {
        "Lcl Translation": [0, 1, 0],
        "Lcl Rotation": [45, 0, 20],
        "Lcl Scaling": [1, 3, 1],
      };
      const last = { "Lcl Translation": [1, 0, 0], "Lcl Rotation": [0, 0, 60] };
      const list = [parent, child, last].map((values) => ({ values, inherit }));
      const scene = chain(
        ...list.map(({ values }, at) => node(`n${at}`, { ...values, InheritType: inherit })),
      );
      const worlds = worldMatrices(modelOf(scene).nodes);
      for (const [at, expected] of globals(list).entries())
        t.true(isNear(worlds[at]!, expected), `node ${at}`);
    });
  }
}

test("nodes come after their parents; one with two parents belongs to the first", (t) => {
  const [a, b, c] = ["a", "b", "c"].map((name) => node(name, {})) as [
    SceneObject,
    SceneObject,
    SceneObject,
  ];
  const links = [
    { child: a, parent: c },
    { child: a, parent: b },
    { child: b, parent: c },
    { child: c },
  ];
  const { nodes } = modelOf({ objects: [a, b, c], links });
  t.deepEqual(
    nodes.map(({ name, parent }) => [name, parent]),
    [
      ["c", -1],
      ["a", 0],
      ["b", 0],
    ],
  );
});

test("assimp sees the same corners in the world", async (t) => {
  const records = [
    ...meshRecords(
      [0, 0, 0, 1, 0, 0, 1, 1, 0, 0, 1, 0, 1, 0, -1, 1, 1, -1],
      [
        [0, 1, 2, 3],
        [1, 4, 5, 2],
      ],
    ),
    layerElement("Normal", "Normals", "", { values: [0, 0, 1], mapping: "AllSame" }),
  ];
  const geometry: SceneObject = { kind: "Geometry", name: "g", subtype: "Mesh", children: records };
  const parent = node("parent", {
    ...VALUES,
    "Lcl Scaling": [2, 2, 2],
    RotationActive: 1,
    InheritType: 1,
  });
  const child: SceneObject = {
    ...node("child", {
      ...VALUES,
      RotationActive: 1,
      InheritType: 1,
      GeometricTranslation: [1, 0, 2],
      GeometricScaling: [1, 2, 1],
    }),
    subtype: "Mesh",
  };
  const scene = {
    settings: {
      UnitScaleFactor: 1,
      UpAxis: 1,
      UpAxisSign: 1,
      FrontAxis: 2,
      FrontAxisSign: 1,
      CoordAxis: 0,
      CoordAxisSign: 1,
    },
    objects: [parent, child, geometry],
    links: [{ child: parent }, { child, parent }, { child: geometry, parent: child }],
  };
  for (const encoding of encodings.filter(
    ({ version, name }) => version >= 7100 && !name.includes("big"),
  )) {
    const file = fileOf(scene, encoding);
    const metres = worldCorners(modelOf(scene, encoding));
    // assimp leaves the file's centimetres.
    const ours = metres.map((corner) => corner.map((value) => value * 100));
    const theirs = assimpCorners(await readWithAssimp(file));
    const polygonOrder = [0, 1, 2, 0, 2, 3, 0, 1, 2, 0, 2, 3];
    const fan =
      theirs.length === 8
        ? polygonOrder.map((corner, at) => theirs[corner + (at >= 6 ? 4 : 0)]!)
        : theirs;
    t.true(farthest(ours, fan) < 1e-4, `${encoding.name}: ${farthest(ours, fan)}`);
  }
});
