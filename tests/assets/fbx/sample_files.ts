/** A model in every encoding and version that the reader knows. */

import { readFbx } from "#asset_tools/fbx/read_fbx.ts";
import type { Model } from "#asset_tools/model/model.ts";
import { type FbxScene, type SceneLink, type SceneObject, sceneRecords } from "./fbx_scene.ts";
import type { Tree } from "./fbx_tree.ts";
import { writeAscii } from "./write_ascii.ts";
import { writeBinary } from "./write_binary.ts";

export interface Encoding {
  readonly name: string;
  readonly version: number;
  readonly write: (records: readonly Tree[]) => Uint8Array;
}

function binary(version: number, deflateAbove: number, isBigEndian = false): Encoding {
  const name = `binary ${version}${isBigEndian ? " big-endian" : ""}`;
  const style = { version, deflateAbove, isBigEndian };
  return { name, version, write: (records) => writeBinary(records, style) };
}

function ascii(version: number, numbersInLine?: number): Encoding {
  const style = { version, ...(numbersInLine !== undefined && { numbersInLine }) };
  return { name: `ASCII ${version}`, version, write: (records) => writeAscii(records, style) };
}

export const encodings: readonly Encoding[] = [
  binary(6100, 0),
  binary(7100, 4),
  binary(7400, 4),
  binary(7400, 4, true),
  binary(7500, 1000000),
  binary(7700, 4),
  ascii(6100, 5),
  ascii(7300),
  ascii(7700),
];

export const modern = encodings[2] as Encoding;

/** A model of one mesh. `model` and `more` are given to the record of the mesh and the scene. */
export function meshScene(
  version: number,
  mesh: readonly Tree[],
  more: {
    readonly model?: SceneObject["properties"];
    readonly settings?: FbxScene["settings"];
    readonly materials?: readonly string[];
  } = {},
): FbxScene {
  const isLegacy = version < 7000;
  const model: SceneObject = {
    kind: "Model",
    name: "Thing",
    subtype: "Mesh",
    properties: more.model ?? {},
    children: isLegacy ? mesh : [],
  };
  const geometry: SceneObject = {
    kind: "Geometry",
    name: "Thing",
    subtype: "Mesh",
    children: mesh,
  };
  const materials = (more.materials ?? []).map(
    (name): SceneObject => ({
      kind: "Material",
      name,
      properties: { DiffuseColor: [1, 0.5, 0.25] },
    }),
  );
  const links: SceneLink[] = [
    { child: model },
    ...(isLegacy ? [] : [{ child: geometry, parent: model }]),
    ...materials.map((child) => ({ child, parent: model })),
  ];
  return {
    settings: more.settings ?? METRES,
    objects: [model, ...(isLegacy ? [] : [geometry]), ...materials],
    links,
  };
}

/** So that numbers stay as they are. */
export const METRES = { UnitScaleFactor: 100 };

/** Bytes of a scene. */
export function fileOf(scene: FbxScene, encoding: Encoding = modern): Uint8Array {
  return encoding.write(sceneRecords(scene, encoding.version));
}

/** The model that a scene becomes; it must read without errors and warnings. */
export function modelOf(scene: FbxScene, encoding: Encoding = modern): Model {
  const { value, diagnostics } = readFbx(fileOf(scene, encoding), "m.fbx");
  if (value === undefined || diagnostics.length > 0) throw new Error(diagnostics[0]?.message);
  return value;
}
