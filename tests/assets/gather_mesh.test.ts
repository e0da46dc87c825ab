import test from "ava";
import {
  type GatheredMesh,
  gatherMesh,
  type ModelSelection,
} from "#asset_tools/model/gather_mesh.ts";
import type { ModelMesh, Primitive } from "#asset_tools/model/mesh.ts";
import { emptyModel, type Model, type ModelNode } from "#asset_tools/model/model.ts";
import { identityTransform, type Transform } from "#asset_tools/model/transform.ts";

const triangle: Primitive = {
  material: -1,
  indices: Uint32Array.of(0, 1, 2),
  positions: Float32Array.of(0, 0, 0, 1, 0, 0, 0, 1, 0),
  normals: Float32Array.of(0, 0, 1, 0, 0, 1, 0, 0, 1),
  tangents: Float32Array.of(1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1),
  uvs: [],
  colors: [],
  targets: [],
};
const mesh: ModelMesh = { name: "Leaf", primitives: [triangle], targets: [] };

function node(name: string, parent: number, parts: Partial<ModelNode> = {}): ModelNode {
  return { name, parent, transform: identityTransform, mesh: -1, skin: -1, ...parts };
}

function moved(x: number, y: number, z: number): Transform {
  return { ...identityTransform, kind: "parts", translation: [x, y, z] } as Transform;
}

function scaled(x: number, y: number, z: number): Transform {
  return { ...identityTransform, kind: "parts", scale: [x, y, z] } as Transform;
}

function gather(model: Partial<Model>, selection: ModelSelection = {}): GatheredMesh {
  const gathered = gatherMesh({ ...emptyModel, ...model }, selection);
  if (gathered === undefined) throw new Error("nothing was selected");
  return gathered;
}

const tree: Partial<Model> = {
  meshes: [mesh],
  nodes: [
    node("root", -1, { transform: moved(10, 0, 0) }),
    node("branch", 0, { transform: scaled(2, 2, 2), mesh: 0 }),
    node("twig", 1, { transform: moved(0, 3, 0), mesh: 0 }),
  ],
};

const firstPositions = (gathered: GatheredMesh): number[][] =>
  gathered.primitives.map(({ positions }) => [...positions.subarray(3, 6)]);

test("a whole model has its meshes where its nodes are", (t) => {
  t.deepEqual(firstPositions(gather(tree)), [
    [12, 0, 0],
    [12, 6, 0],
  ]);
});

test("a node is taken with all below it, and its own origin becomes 0 0 0", (t) => {
  t.deepEqual(firstPositions(gather(tree, { node: "branch" })), [
    [2, 0, 0],
    [2, 6, 0],
  ]);
  t.deepEqual(firstPositions(gather(tree, { node: "twig" })), [[2, 0, 0]]);
});

test("a hidden node is taken only by name", (t) => {
  const nodes = [node("shown", -1, { mesh: 0 }), node("spare", -1, { mesh: 0, isHidden: true })];
  t.is(gather({ meshes: [mesh], nodes }).primitives.length, 1);
  t.is(gather({ meshes: [mesh], nodes }, { node: "spare" }).primitives.length, 1);
});

test("a mesh is taken in its own space", (t) => {
  t.deepEqual(firstPositions(gather(tree, { mesh: "Leaf" })), [[1, 0, 0]]);
});

test("a name that is not there selects nothing", (t) => {
  t.is(gatherMesh({ ...emptyModel, ...tree }, { node: "Leaf" }), undefined);
  t.is(gatherMesh({ ...emptyModel, ...tree }, { mesh: "twig" }), undefined);
});

test("a model without nodes is its meshes", (t) => {
  t.deepEqual(firstPositions(gather({ meshes: [mesh, mesh] })), [
    [1, 0, 0],
    [1, 0, 0],
  ]);
});

test("a mirror keeps fronts in front, normals outside and the bitangent's direction", (t) => {
  const nodes = [node("mirror", -1, { transform: scaled(-2, 1, 1), mesh: 0 })];
  const { primitives } = gather({ meshes: [mesh], nodes });
  t.deepEqual([...(primitives[0]?.indices ?? [])], [0, 2, 1]);
  t.deepEqual([...(primitives[0]?.normals?.subarray(0, 3) ?? [])], [0, 0, 1]);
  // The bitangent 0 1 0 is not touched by this mirror: cross(0 0 1, -1 0 0) * -1.
  t.deepEqual([...(primitives[0]?.tangents?.subarray(0, 4) ?? [])], [-1, 0, 0, -1]);
});

test("normals stay square to a surface that is stretched", (t) => {
  const slope: Primitive = { ...triangle, normals: Float32Array.of(0.6, 0.8, 0, 0, 1, 0, 0, 0, 0) };
  const nodes = [node("wide", -1, { transform: scaled(2, 1, 1), mesh: 0 })];
  const { primitives } = gather({ meshes: [{ ...mesh, primitives: [slope] }], nodes });
  // 0.3 0.8 0, normalised; a normal without length stays one.
  const length = Math.sqrt(0.3 * 0.3 + 0.8 * 0.8);
  t.deepEqual(
    primitives[0]?.normals,
    Float32Array.of(0.3 / length, 0.8 / length, 0, 0, 1, 0, 0, 0, 0).map((value, at) =>
      at === 0 ? Math.fround(Math.fround(0.6) / 2 / length) : value,
    ),
  );
});

test("morph targets of one name are one target", (t) => {
  const up = { positions: Float32Array.of(0, 1, 0, 0, 1, 0, 0, 1, 0) };
  const morphing = (name: string, targets: readonly string[]): ModelMesh => ({
    name,
    targets: targets.map((target) => ({ name: target, weight: 0.25 })),
    primitives: [{ ...triangle, targets: targets.map(() => up) }],
  });
  const gathered = gather({
    meshes: [morphing("face", ["smile", "blink"]), morphing("lashes", ["blink"])],
    nodes: [
      node("face", -1, { mesh: 0, weights: [0.5, 0.75], transform: scaled(1, 2, 1) }),
      node("lashes", 0, { mesh: 1 }),
    ],
  });
  t.deepEqual(gathered.targets, [
    { name: "smile", weight: 0.5 },
    { name: "blink", weight: 0.75 },
  ]);
  t.deepEqual(
    gathered.primitives.map(({ targets }) => targets.map(({ positions }) => positions?.[1])),
    [
      [2, 2],
      [undefined, 2],
    ],
  );
});

test("skins share joints, and a rigid mesh beside them is bound to its node", (t) => {
  const skinned: Primitive = {
    ...triangle,
    skinning: {
      influences: 4,
      joints: Uint16Array.of(1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0),
      weights: Float32Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0),
    },
  };
  const identity = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
  const skin = (joints: number[]) => ({
    name: "skin",
    joints,
    inverseBindMatrices: Float32Array.from(joints.flatMap(() => identity)),
  });
  const gathered = gather({
    meshes: [{ ...mesh, primitives: [skinned] }, mesh],
    skins: [skin([1, 2]), skin([2, 3])],
    nodes: [
      node("body", -1, { mesh: 0, skin: 0, transform: moved(5, 0, 0) }),
      node("hip", -1),
      node("hand", 1, { transform: moved(0, 4, 0) }),
      node("finger", 2),
      node("sleeve", -1, { mesh: 0, skin: 1 }),
      node("sword", 2, { mesh: 1, transform: scaled(2, 2, 2) }),
    ],
  });
  t.deepEqual(
    gathered.joints.map((joint) => joint.node),
    [1, 2, 3, 5],
  );
  t.deepEqual(
    gathered.primitives.map(({ skinning }) => skinning?.joints[0]),
    [1, 2, 3],
  );
  // The skinned mesh stays where its skin binds it; the rigid one is where its node is at rest.
  t.deepEqual(firstPositions(gathered), [
    [1, 0, 0],
    [1, 0, 0],
    [2, 4, 0],
  ]);
  t.deepEqual(
    [...(gathered.joints[3]?.inverseBindMatrix ?? [])],
    [0.5, 0, 0, 0, 0, 0.5, 0, 0, 0, 0, 0.5, 0, 0, -2, 0, 1],
  );
});
