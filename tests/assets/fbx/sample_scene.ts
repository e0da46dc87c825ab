/** One scene with everything that the reader knows, for damage and for other readers. */
import {
  type FbxScene,
  layerElement,
  legacyTake,
  meshRecords,
  type SceneLink,
  type SceneObject,
  takeOf,
  ticks,
} from "./fbx_scene.ts";
import { double, doubles, ints, long, record, word } from "./fbx_tree.ts";
import { METRES } from "./sample_files.ts";

/** A bent strip with materials, a skin, a shape and a take. */
export function sampleScene(version: number): FbxScene {
  const isLegacy = version < 7000;
  const mesh = [
    ...meshRecords(
      [0, 0, 0, 1, 0, 0, 1, 1, 0, 0, 1, 0, 1, 0, -1, 1, 1, -1, 0.5, 2, 0],
      [
        [0, 1, 2, 3],
        [1, 4, 5, 2],
        [3, 2, 6],
      ],
    ),
    record("Edges", [ints([0, 1, 2, 3])]),
    layerElement("Normal", "Normals", "NormalsIndex", {
      values: [0, 0, 1, 1, 0, 0, 0, 0, 1],
      mapping: "ByPolygon",
    }),
    layerElement("UV", "UV", "UVIndex", {
      values: [0, 0, 1, 0, 1, 1, 0, 1],
      mapping: "ByPolygonVertex",
      index: [0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2],
    }),
    layerElement("Color", "Colors", "ColorIndex", { values: [1, 0, 0, 1], mapping: "AllSame" }),
    layerElement("Smoothing", "Smoothing", "", { values: [1, 0, 1, 0], mapping: "ByEdge" }),
    layerElement("Material", "Materials", "", { values: [0, 1, 0], mapping: "ByPolygon" }),
  ];
  const model: SceneObject = {
    kind: "Model",
    name: "Strip",
    subtype: "Mesh",
    properties: {
      "Lcl Translation": [1, 2, 3],
      RotationActive: 1,
      PreRotation: [0, 30, 0],
      RotationPivot: [0, 1, 0],
    },
    children: isLegacy
      ? [
          ...mesh,
          record(
            "Shape",
            ["Wide"],
            [record("Indexes", [ints([1])]), record("Vertices", [doubles([1, 0, 0])])],
          ),
        ]
      : [],
  };
  const geometry: SceneObject = {
    kind: "Geometry",
    name: "Strip",
    subtype: "Mesh",
    children: mesh,
  };
  const owner = isLegacy ? model : geometry;
  const bone: SceneObject = { kind: "Model", name: "Bone", subtype: "LimbNode" };
  const skin: SceneObject = { kind: "Deformer", name: "Skin", subtype: "Skin" };
  const cluster: SceneObject = {
    kind: "Deformer",
    class: "SubDeformer",
    name: "Cluster",
    subtype: "Cluster",
    children: [
      record("Indexes", [ints([0, 1, 2])]),
      record("Weights", [doubles([1, 0.5, 0.25])]),
      record("Transform", [doubles([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1])]),
      record("TransformLink", [doubles([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1])]),
    ],
  };
  const materials = ["red", "blue"].map(
    (name): SceneObject => ({
      kind: "Material",
      name,
      properties: { DiffuseColor: [1, 0, 0], TransparencyFactor: 0.5 },
      children: [record("ShadingModel", ["phong"])],
    }),
  );
  const texture: SceneObject = {
    kind: "Texture",
    name: "wood",
    children: [record("FileName", ["C:\\wood.png"]), record("RelativeFilename", ["wood.png"])],
  };
  const shape: SceneObject = {
    kind: "Geometry",
    name: "Wide",
    subtype: "Shape",
    children: [
      record("Indexes", [ints([1, 2])]),
      record("Vertices", [doubles([1, 0, 0, 1, 0, 0])]),
    ],
  };
  const blend: SceneObject = { kind: "Deformer", name: "Blend", subtype: "BlendShape" };
  const channel: SceneObject = {
    kind: "Deformer",
    class: "SubDeformer",
    name: "Wide",
    subtype: "BlendShapeChannel",
    children: [record("FullWeights", [doubles([100])])],
  };
  const keys = [
    { time: 0, value: 0 },
    { time: 0.5, value: 40 },
    { time: 1, value: 10, flags: 4 },
  ];
  const take = takeOf("Take 001", 1, [
    { target: model, property: "Lcl Rotation", axes: { X: keys, Z: keys } },
    { target: bone, property: "Lcl Scaling", axes: { X: keys } },
    { target: channel, property: "DeformPercent", axes: { DeformPercent: keys } },
  ]);
  const legacyKeys = [
    long(0),
    double(0),
    word("U"),
    word("s"),
    double(1),
    double(2),
    word("n"),
    long(ticks(1)),
    double(4),
    word("L"),
  ];
  const modern: SceneObject[] = isLegacy ? [] : [geometry, shape, blend, channel, ...take.objects];
  const modernLinks: SceneLink[] = isLegacy
    ? []
    : [
        { child: geometry, parent: model },
        { child: blend, parent: geometry },
        { child: channel, parent: blend },
        { child: shape, parent: channel },
        ...take.links,
      ];
  return {
    settings: METRES,
    objects: [model, bone, skin, cluster, ...materials, texture, ...modern],
    links: [
      { child: model },
      { child: bone, parent: model },
      { child: skin, parent: owner },
      { child: cluster, parent: skin },
      { child: bone, parent: cluster },
      ...materials.map((child) => ({ child, parent: model })),
      { child: texture, parent: materials[0]!, property: "DiffuseColor" },
      ...modernLinks,
    ],
    more: isLegacy
      ? [legacyTake("Take 001", 1, model, { T: { X: legacyKeys }, Wide: { X: legacyKeys } })]
      : [],
  };
}
