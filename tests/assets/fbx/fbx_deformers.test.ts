/** Skins, blend shapes and materials. */
import test from "ava";
import { readFbx } from "#asset_tools/fbx/read_fbx.ts";
import { invertAffine, multiplyMatrices } from "#asset_tools/math/matrix4.ts";
import type { Model } from "#asset_tools/model/model.ts";
import { worldMatrices } from "#asset_tools/model/world_matrices.ts";
import {
  type FbxScene,
  legacyTake,
  meshRecords,
  type SceneLink,
  type SceneObject,
  takeOf,
  ticks,
} from "./fbx_scene.ts";
import { bytes, double, doubles, ints, long, record, word } from "./fbx_tree.ts";
import { readWithAssimp } from "./oracles.ts";
import { type Encoding, encodings, fileOf, METRES, modelOf, modern } from "./sample_files.ts";

const MESH = meshRecords([0, 0, 0, 1, 0, 0, 1, 1, 0, 0, 1, 0], [[0, 1, 2, 3]]);
const BOTH = encodings.filter(({ name }) => !name.includes("7100") && !name.includes("7500"));

/** A mesh with what hangs below it, in the place that the version has for it. */
function withMesh(
  encoding: Encoding,
  below: (owner: SceneObject) => { objects: SceneObject[]; links: SceneLink[] },
  extra: readonly SceneObject[] = [],
  more: Partial<SceneObject> = {},
): FbxScene {
  const isLegacy = encoding.version < 7000;
  const model: SceneObject = {
    kind: "Model",
    name: "Body",
    subtype: "Mesh",
    properties: { "Lcl Translation": [0, 0, 5] },
    ...more,
    children: isLegacy ? [...MESH, ...(more.children ?? [])] : [],
  };
  const geometry: SceneObject = { kind: "Geometry", name: "Body", subtype: "Mesh", children: MESH };
  const owner = isLegacy ? model : geometry;
  const { objects, links } = below(owner);
  return {
    settings: METRES,
    objects: [model, ...(isLegacy ? [] : [geometry]), ...extra, ...objects],
    links: [{ child: model }, ...(isLegacy ? [] : [{ child: geometry, parent: model }]), ...links],
  };
}

const matrix = (x: number, y: number, z: number): number[] => [
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
  x,
  y,
  z,
  1,
];

const hip: SceneObject = {
  kind: "Model",
  name: "Hip",
  subtype: "LimbNode",
  properties: { "Lcl Translation": [1, 0, 0] },
};
const knee: SceneObject = {
  kind: "Model",
  name: "Knee",
  subtype: "LimbNode",
  properties: { "Lcl Translation": [0, -2, 0] },
};

function skinned(
  encoding: Encoding,
  weights: readonly [points: number[], weights: number[]][],
  isBound = true,
): Model {
  return modelOf(skinScene(encoding, weights, isBound), encoding);
}

function skinScene(
  encoding: Encoding,
  weights: readonly [points: number[], weights: number[]][],
  isBound = true,
): FbxScene {
  return withMesh(
    encoding,
    (owner) => {
      const skin: SceneObject = { kind: "Deformer", name: "Skin", subtype: "Skin" };
      const clusters = weights.map(
        ([points, strengths], at): SceneObject => ({
          kind: "Deformer",
          class: "SubDeformer",
          name: `Cluster ${at}`,
          subtype: "Cluster",
          children: [
            record("Indexes", [ints(points)]),
            record("Weights", [doubles(strengths)]),
            ...(isBound
              ? [
                  record("Transform", [doubles(matrix(-1, at * 2, 5))]),
                  record("TransformLink", [doubles(matrix(1, -at * 2, 0))]),
                ]
              : []),
          ],
        }),
      );
      const bones = [hip, knee, hip, knee, hip, knee];
      return {
        objects: [skin, ...clusters],
        links: [
          { child: hip },
          { child: knee, parent: hip },
          { child: skin, parent: owner },
          ...clusters.flatMap((child, at) => [
            { child, parent: skin },
            { child: bones[at]!, parent: child },
          ]),
        ],
      };
    },
    [hip, knee],
  );
}

for (const encoding of BOTH) {
  test(`${encoding.name}: joints, weights and how the bones stood`, (t) => {
    const { nodes, skins, meshes } = skinned(encoding, [
      [
        [0, 1],
        [1, 0.25],
      ],
      [
        [1, 2, 3],
        [0.75, 1, 2],
      ],
    ]);
    const names = skins[0]!.joints.map((joint) => nodes[joint]!.name);
    t.deepEqual(names, ["Hip", "Knee"]);
    t.is(nodes.find(({ name }) => name === "Body")!.skin, 0);
    const { joints, weights } = meshes[0]!.primitives[0]!.skinning!;
    t.deepEqual([...weights.subarray(0, 8)], [1, 0, 0, 0, 0.75, 0.25, 0, 0]);
    t.deepEqual([...joints.subarray(4, 6)], [1, 0]);
    t.is(weights[12], 1);
    t.deepEqual([...skins[0]!.inverseBindMatrices.subarray(12, 16)], [-1, 0, 5, 1]);
    t.deepEqual([...skins[0]!.inverseBindMatrices.subarray(28, 32)], [-1, 2, 5, 1]);
  });
}

test("without a stated binding the bones were bound where they stand", (t) => {
  const { nodes, skins } = skinned(
    modern,
    [
      [
        [0, 1, 2, 3],
        [1, 1, 1, 1],
      ],
    ],
    false,
  );
  const worlds = worldMatrices(nodes);
  const at = (name: string): number => nodes.findIndex((node) => node.name === name);
  const expected = multiplyMatrices(invertAffine(worlds[at("Hip")]!)!, worlds[at("Body")]!);
  t.deepEqual([...skins[0]!.inverseBindMatrices], [...expected].map(Math.fround));
});

test("the four strongest influences, scaled to 1; points of no bone stay with the mesh", (t) => {
  const { skins, meshes, nodes } = skinned(modern, [
    [[0], [1]],
    [[0], [2]],
    [[0], [3]],
    [[0], [4]],
    [[0], [0.5]],
  ]);
  const { joints, weights } = meshes[0]!.primitives[0]!.skinning!;
  t.deepEqual([...joints.subarray(0, 4)], [3, 2, 1, 0]);
  t.deepEqual([...weights.subarray(0, 4)], [0.4, 0.3, 0.2, 0.1].map(Math.fround));
  const rest = skins[0]!.joints.length - 1;
  t.is(nodes[skins[0]!.joints[rest]!]!.name, "Body");
  t.deepEqual([...skins[0]!.inverseBindMatrices.subarray(rest * 16)], matrix(0, 0, 0));
  t.deepEqual([joints[4], weights[4]], [rest, 1]);
});

test("assimp finds the same bones", async (t) => {
  const scene = skinScene(modern, [
    [
      [0, 1],
      [1, 0.5],
    ],
    [
      [1, 2, 3],
      [0.5, 1, 1],
    ],
  ]);
  const { bones } = (await readWithAssimp(fileOf(scene))).meshes[0]!;
  t.deepEqual(
    bones!.map(({ name }) => name),
    ["Hip", "Knee"],
  );
  const { skins } = modelOf(scene);
  const rows = bones!.map(({ offsetmatrix }) => [3, 7, 11].map((at) => offsetmatrix[at]));
  t.deepEqual(
    rows,
    [0, 1].map((joint) => [
      ...skins[0]!.inverseBindMatrices.subarray(joint * 16 + 12, joint * 16 + 15),
    ]),
  );
});

function shape(name: string, points: number[], moves: number[]): SceneObject {
  return {
    kind: "Geometry",
    name,
    subtype: "Shape",
    children: [
      record("Indexes", [ints(points)]),
      record("Vertices", [doubles(moves)]),
      record("Normals", [doubles(moves.map(() => 0))]),
    ],
  };
}

function shapeScene(
  percent: number,
  shapes: readonly SceneObject[],
  full: number[],
): { scene: FbxScene; channel: SceneObject } {
  const channel: SceneObject = {
    kind: "Deformer",
    class: "SubDeformer",
    name: "Smile",
    subtype: "BlendShapeChannel",
    properties: { DeformPercent: percent },
    children: [record("DeformPercent", [double(percent)]), record("FullWeights", [doubles(full)])],
  };
  const scene = withMesh(modern, (owner) => {
    const blend: SceneObject = { kind: "Deformer", name: "Face", subtype: "BlendShape" };
    return {
      objects: [blend, channel, ...shapes],
      links: [
        { child: blend, parent: owner },
        { child: channel, parent: blend },
        ...shapes.map((child) => ({ child, parent: channel })),
      ],
    };
  });
  return { scene, channel };
}

test("a blend shape is a morph target with its weight at rest", (t) => {
  const [mesh] = modelOf(
    shapeScene(25, [shape("Smile", [1, 3], [0, 0, 1, 0, 2, 0])], [100]).scene,
  ).meshes;
  t.deepEqual(mesh!.targets, [{ name: "Smile", weight: 0.25 }]);
  const [target] = mesh!.primitives[0]!.targets;
  t.deepEqual([...target!.positions!], [0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 2, 0]);
  t.is(target!.normals, undefined);
});

test("shapes of one channel take turns, at rest and in a take", (t) => {
  const { scene, channel } = shapeScene(
    75,
    [shape("half", [1], [0, 0, 1]), shape("whole", [1], [0, 0, 3])],
    [50, 100],
  );
  t.deepEqual(
    modelOf(scene).meshes[0]!.targets.map(({ name, weight }) => [name, weight]),
    [
      ["Smile 50%", 0.5],
      ["Smile 100%", 0.5],
    ],
  );
  const take = takeOf("Talk", 1, [
    {
      target: channel,
      property: "DeformPercent",
      axes: {
        DeformPercent: [
          { time: 0, value: 0, flags: 4 },
          { time: 1, value: 100, flags: 4 },
        ],
      },
    },
  ]);
  const model = modelOf({
    ...scene,
    objects: [...scene.objects, ...take.objects],
    links: [...scene.links, ...take.links],
  });
  const [moving] = model.animations[0]!.channels;
  t.is(moving!.path, "weights");
  const key = moving!.times.findIndex((time) => time >= 0.5);
  t.deepEqual(
    [...moving!.values.subarray(key * 2, key * 2 + 2)].map((value) => Math.round(value * 20) / 20),
    [1, 0],
  );
  t.deepEqual([...moving!.values.slice(-2)], [0, 1]);
});

for (const encoding of encodings.filter(({ version }) => version < 7000)) {
  test(`${encoding.name}: shapes inside the model, moved by a channel of their name`, (t) => {
    const inside = [
      record(
        "Shape",
        ["Smile"],
        [
          record("Indexes", [ints([2])]),
          record("Vertices", [doubles([0, 0, 4])]),
          record("Normals", [doubles([0, 0, 0])]),
        ],
      ),
    ];
    const scene = withMesh(encoding, () => ({ objects: [], links: [] }), [], {
      children: inside,
      properties: { Smile: 50 },
    });
    const take = legacyTake("Take 001", 1, scene.objects[0]!, {
      Smile: { X: [long(0), double(0), word("L"), long(ticks(1)), double(100), word("L")] },
    });
    const model = modelOf({ ...scene, more: [take] }, encoding);
    t.deepEqual(model.meshes[0]!.targets, [{ name: "Smile", weight: 0.5 }]);
    t.is(model.meshes[0]!.primitives[0]!.targets[0]!.positions![8], 4);
    t.deepEqual([...model.animations[0]!.channels[0]!.values], [0, 1]);
  });
}

const PICTURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47);

for (const encoding of BOTH) {
  test(`${encoding.name}: Phong materials with pictures by path and inside`, (t) => {
    const material: SceneObject = {
      kind: "Material",
      name: "Skin",
      properties: {
        DiffuseColor: [0.5, 0.25, 1],
        DiffuseFactor: 0.5,
        SpecularColor: [1, 1, 1],
        ShininessExponent: 30,
        Opacity: 0.5,
      },
    };
    const diffuse: SceneObject = {
      kind: "Texture",
      name: "wood",
      properties: { WrapModeU: 1, Scaling: [2, 2, 1] },
      children: [
        record("FileName", ["C:\\art\\wood.png"]),
        record("RelativeFilename", ["textures\\wood.png"]),
      ],
    };
    const normal: SceneObject = {
      kind: "Texture",
      name: "bumps",
      children: [record("FileName", ["C:\\art\\bumps.png"])],
    };
    const video: SceneObject = {
      kind: "Video",
      name: "bumps",
      subtype: "Clip",
      children: [record("Content", [bytes(PICTURE)])],
    };
    const scene = withMesh(encoding, () => ({ objects: [], links: [] }));
    const model = modelOf(
      {
        ...scene,
        objects: [...scene.objects, material, diffuse, normal, video],
        links: [
          ...scene.links,
          { child: material, parent: scene.objects[0]! },
          { child: diffuse, parent: material, property: "DiffuseColor" },
          { child: normal, parent: material, property: "NormalMap" },
          { child: video, parent: normal },
        ],
      },
      encoding,
    );
    const [read] = model.materials;
    t.like(read, { name: "Skin", shading: "phong", alpha: "blend" });
    t.deepEqual(Object.fromEntries(read!.factors.map(({ name, values }) => [name, values])), {
      diffuse: [0.25, 0.125, 0.5],
      specular: [1, 1, 1],
      emissive: [0, 0, 0],
      shininess: [30],
      opacity: [0.5],
    });
    t.deepEqual(
      read!.textures.map(({ slot, image, wrap }) => [slot, image, ...wrap]),
      [
        ["diffuse", 0, "clamp", "repeat"],
        ["normal", 1, "repeat", "repeat"],
      ],
    );
    t.deepEqual(read!.textures[0]!.transform, { offset: [0, -1], rotation: 0, scale: [2, 2] });
    t.deepEqual(
      model.images.map(({ path, name }) => [path, name]),
      [
        ["textures/wood.png", "wood"],
        ["", "bumps.png"],
      ],
    );
    t.deepEqual([...model.images[1]!.bytes!], [...PICTURE]);
  });
}

test("metal and roughness of newer programs, by their own property names", (t) => {
  for (const prefix of ["Maya|", "3dsMax|Parameters|"]) {
    const material: SceneObject = {
      kind: "Material",
      name: "Steel",
      properties: {
        [`${prefix}base_color`]: [1, 0, 0],
        [`${prefix}metalness`]: 0.75,
        [`${prefix}roughness`]: 0.25,
      },
    };
    const texture: SceneObject = {
      kind: "Texture",
      name: "rough",
      children: [record("RelativeFilename", ["rough.png"])],
    };
    const scene = withMesh(modern, () => ({ objects: [], links: [] }));
    const model = modelOf({
      ...scene,
      objects: [...scene.objects, material, texture],
      links: [
        ...scene.links,
        { child: material, parent: scene.objects[0]! },
        { child: texture, parent: material, property: `${prefix}roughness_map` },
      ],
    });
    t.like(model.materials[0], {
      shading: "metallicRoughness",
      factors: [
        { name: "baseColor", values: [1, 0, 0, 1] },
        { name: "metallic", values: [0.75] },
        { name: "roughness", values: [0.25] },
      ],
    });
    t.deepEqual(
      model.materials[0]!.textures.map(({ slot }) => slot),
      ["roughness"],
    );
  }
});

test("a picture on the model itself is the material's color in old files", (t) => {
  const [encoding] = encodings as [Encoding];
  const material: SceneObject = { kind: "Material", name: "Skin" };
  const texture: SceneObject = {
    kind: "Texture",
    name: "wood",
    children: [record("RelativeFilename", ["wood.png"])],
  };
  const scene = withMesh(encoding, () => ({ objects: [], links: [] }));
  const links = [material, texture].map((child) => ({ child, parent: scene.objects[0]! }));
  const model = modelOf(
    { ...scene, objects: [...scene.objects, material, texture], links: [...scene.links, ...links] },
    encoding,
  );
  t.deepEqual(
    model.materials[0]!.textures.map(({ slot }) => slot),
    ["diffuse"],
  );
});

test("nodes share a mesh; geometry of other kinds is left out with a warning", (t) => {
  const scene = withMesh(modern, () => ({ objects: [], links: [] }));
  const twin: SceneObject = { kind: "Model", name: "Twin", subtype: "Mesh" };
  const curve: SceneObject = { kind: "Geometry", name: "Curve", subtype: "NurbsCurve" };
  const links = [
    ...scene.links,
    { child: twin },
    { child: scene.objects[1]!, parent: twin },
    { child: curve, parent: twin },
  ];
  const { value, diagnostics } = readFbx(
    fileOf({ ...scene, objects: [...scene.objects, twin, curve], links }),
    "m.fbx",
  );
  t.deepEqual(
    value!.nodes.map(({ mesh }) => mesh),
    [0, 0],
  );
  t.deepEqual(
    diagnostics.map(({ code }) => code),
    [],
  );
  const alone = {
    ...scene,
    objects: [curve, twin],
    links: [{ child: twin }, { child: curve, parent: twin }],
  };
  t.deepEqual(
    readFbx(fileOf(alone), "m.fbx").diagnostics.map(({ code }) => code),
    ["AS2605"],
  );
});
