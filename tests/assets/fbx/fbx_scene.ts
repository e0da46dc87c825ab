/** Describes a scene once and gives the records of either schema: numbers and connections since 7000, names before. */
import {
  double,
  doubles,
  floats,
  int,
  ints,
  long,
  longs,
  named,
  properties,
  record,
  type Tree,
  type TreeValue,
  word,
} from "./fbx_tree.ts";

type Values = Readonly<Record<string, readonly number[] | number | string>>;

export interface SceneObject {
  readonly kind: string;
  /** Class in the name, where it differs from the kind. */
  readonly class?: string;
  readonly name: string;
  readonly subtype?: string;
  readonly properties?: Values;
  readonly children?: readonly Tree[];
}

export interface SceneLink {
  readonly child: SceneObject;
  /** The scene's root when missing. */
  readonly parent?: SceneObject;
  readonly property?: string;
}

export interface FbxScene {
  readonly settings?: Values;
  readonly objects: readonly SceneObject[];
  readonly links: readonly SceneLink[];
  /** More top records. */
  readonly more?: readonly Tree[];
}

const LEGACY_CLASSES: Readonly<Record<string, string>> = { Cluster: "SubDeformer" };
const CLASSES: Readonly<Record<string, string>> = {
  AnimationStack: "AnimStack",
  AnimationLayer: "AnimLayer",
  AnimationCurveNode: "AnimCurveNode",
  AnimationCurve: "AnimCurve",
};

/** All top records of a file. */
export function sceneRecords(scene: FbxScene, version: number): Tree[] {
  const isLegacy = version < 7000;
  const idOf = new Map(scene.objects.map((object, index) => [object, 1000 + index]));
  const nameOf = (object: SceneObject): TreeValue => {
    const legacy = isLegacy ? LEGACY_CLASSES[object.subtype ?? ""] : undefined;
    return named(object.name, object.class ?? legacy ?? CLASSES[object.kind] ?? object.kind);
  };
  const objects = scene.objects.map((object) => {
    const { kind, subtype = "" } = object;
    const head = isLegacy
      ? [nameOf(object), subtype]
      : [long(idOf.get(object)!), nameOf(object), subtype];
    const own = object.properties ? [properties(version, object.properties)] : [];
    return record(kind, head, [record("Version", [int(232)]), ...own, ...(object.children ?? [])]);
  });
  const settings = scene.settings
    ? [
        record(
          "GlobalSettings",
          [],
          [record("Version", [int(1000)]), properties(version, scene.settings)],
        ),
      ]
    : [];
  const links = scene.links.map(({ child, parent, property }) => {
    const type = property === undefined ? "OO" : "OP";
    const extra = property === undefined ? [] : [property];
    if (isLegacy) {
      const above = parent ? nameOf(parent) : named("Scene", "Model");
      return record("Connect", [type, nameOf(child), above, ...extra]);
    }
    return record("C", [
      type,
      long(idOf.get(child)!),
      long(parent ? idOf.get(parent)! : 0),
      ...extra,
    ]);
  });
  return [
    record(
      "FBXHeaderExtension",
      [],
      [
        record("FBXHeaderVersion", [int(1003)]),
        record("FBXVersion", [int(version)]),
        record("Creator", ["FBX SDK/FBX Plugins version 2020.0"]),
      ],
    ),
    ...(isLegacy ? [] : settings),
    record("Definitions", [], [record("Version", [int(100)]), record("Count", [int(0)])]),
    record("Objects", [], isLegacy ? [...objects, ...settings] : objects),
    record("Connections", [], links),
    ...(scene.more ?? []),
  ];
}

export interface LayerData {
  readonly values: readonly number[];
  readonly mapping: string;
  readonly index?: readonly number[];
  readonly reference?: string;
  readonly number?: number;
  readonly name?: string;
}

/** A layer element: `type` is `Normal`, `UV`, `Color`, ... */
export function layerElement(
  type: string,
  value: string,
  indexName: string,
  data: LayerData,
): Tree {
  const isInteger = type === "Material" || type === "Smoothing";
  const reference = data.reference ?? (data.index ? "IndexToDirect" : "Direct");
  return record(
    `LayerElement${type}`,
    [int(data.number ?? 0)],
    [
      record("Version", [int(101)]),
      record("Name", [data.name ?? ""]),
      record("MappingInformationType", [data.mapping]),
      record("ReferenceInformationType", [reference]),
      record(value, [isInteger ? ints(data.values) : doubles(data.values)]),
      ...(data.index ? [record(indexName, [ints(data.index)])] : []),
    ],
  );
}

/** Vertices and polygons of a mesh; each polygon lists its corners. */
export function meshRecords(
  points: readonly number[],
  polygons: readonly (readonly number[])[],
): Tree[] {
  const corners = polygons.flatMap((polygon) =>
    polygon.map((point, at) => (at === polygon.length - 1 ? -point - 1 : point)),
  );
  return [
    record("Vertices", [doubles(points)]),
    record("PolygonVertexIndex", [ints(corners)]),
    record("GeometryVersion", [int(124)]),
  ];
}

/** Ticks of the SDK's clock. */
export const ticks = (seconds: number): number => Math.round(seconds * 46186158000);

export interface KeyData {
  readonly time: number;
  readonly value: number;
  readonly flags?: number;
  readonly data?: readonly [number, number, number, number];
}

/** What a curve does outside its keys: the format's letters. */
export interface Outside {
  readonly before?: string;
  readonly after?: string;
  readonly count?: number;
}

/** Keys of an `AnimationCurve`. Cubic with the plain automatic tangents unless flags say otherwise. */
export function curveRecords(keys: readonly KeyData[], outside: Outside = {}): Tree[] {
  const rule = (name: string, letter: string | undefined): Tree[] =>
    letter === undefined
      ? []
      : [
          record(
            name,
            [],
            [record("Type", [word(letter)]), record("Repetition", [int(outside.count ?? -1)])],
          ),
        ];
  return [
    ...rule("Pre-Extrapolation", outside.before),
    ...rule("Post-Extrapolation", outside.after),
    record("Default", [double(0)]),
    record("KeyVer", [int(4009)]),
    record("KeyTime", [longs(keys.map(({ time }) => ticks(time)))]),
    record("KeyValueFloat", [floats(keys.map(({ value }) => value))]),
    record("KeyAttrFlags", [ints(keys.map(({ flags }) => flags ?? 0x8 | 0x100 | 0x2000))]),
    record("KeyAttrDataFloat", [floats(keys.flatMap(({ data }) => data ?? [0, 0, 0, 0]))]),
    record("KeyAttrRefCount", [ints(keys.map(() => 1))]),
  ];
}

/** Objects and links of a take that moves one property. */
export function takeOf(
  name: string,
  stop: number,
  moves: readonly {
    readonly target: SceneObject;
    readonly property: string;
    readonly axes: Readonly<Record<string, readonly KeyData[]>>;
  }[],
): { readonly objects: SceneObject[]; readonly links: SceneLink[] } {
  const stack: SceneObject = {
    kind: "AnimationStack",
    name,
    children: [
      record(
        "Properties70",
        [],
        [
          record("P", ["LocalStart", "KTime", "Time", "", long(0)]),
          record("P", ["LocalStop", "KTime", "Time", "", long(ticks(stop))]),
        ],
      ),
    ],
  };
  const layer: SceneObject = { kind: "AnimationLayer", name: "BaseLayer" };
  const objects = [stack, layer];
  const links: SceneLink[] = [{ child: layer, parent: stack }];
  for (const { target, property, axes } of moves) {
    const node: SceneObject = { kind: "AnimationCurveNode", name: property };
    objects.push(node);
    links.push({ child: node, parent: layer }, { child: node, parent: target, property });
    for (const [axis, keys] of Object.entries(axes)) {
      const curve: SceneObject = { kind: "AnimationCurve", name: "", children: curveRecords(keys) };
      objects.push(curve);
      links.push({ child: curve, parent: node, property: `d|${axis}` });
    }
  }
  return { objects, links };
}

/** `Takes` before 7000: channels of one model. */
export function legacyTake(
  name: string,
  stop: number,
  model: SceneObject,
  channels: Readonly<Record<string, Readonly<Record<string, readonly TreeValue[]>>>>,
): Tree {
  const curve = (axis: string, keys: readonly TreeValue[]): Tree =>
    record(
      "Channel",
      [axis],
      [
        record("Default", [double(0)]),
        record("KeyVer", [int(4005)]),
        record("KeyCount", [int(1)]),
        record("Key", keys),
      ],
    );
  const parts = Object.entries(channels).map(([part, axes]) => {
    const curves = Object.entries(axes).map(([axis, keys]) => curve(axis, keys));
    return part.length === 1
      ? record("Channel", [part], curves)
      : curve(part, Object.values(axes)[0]!);
  });
  const transform = parts.filter(({ values }) => String(values[0]).length === 1);
  const others = parts.filter(({ values }) => String(values[0]).length > 1);
  return record(
    "Takes",
    [],
    [
      record("Current", [name]),
      record(
        "Take",
        [name],
        [
          record("LocalTime", [long(0), long(ticks(stop))]),
          record(
            "Model",
            [named(model.name, "Model")],
            [
              record("Version", [double(1.1)]),
              record("Channel", ["Transform"], transform),
              ...others,
            ],
          ),
        ],
      ),
    ],
  );
}

export { word };
