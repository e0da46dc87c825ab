/** Scene blobs: entities as columns. The Haxe runtime reads them in place; this reader serves tools and tests. */
import { entityId } from "./asset_id.ts";
import { BlobReader, codeName } from "./blob_reader.ts";
import { BlobWriter } from "./blob_writer.ts";
import {
  EntityFlag,
  LightKind,
  type LightKindName,
  ParameterType,
  type ParameterTypeName,
  SceneCamera,
  SceneHeader,
  SceneLight,
  SceneParameter,
} from "./format.ts";
import type { Triple } from "./mesh_blob.ts";

export type Quadruple = readonly [number, number, number, number];

export interface Camera {
  readonly fovDegrees: number;
  readonly near: number;
  readonly far: number;
  readonly active: boolean;
}

export interface Light {
  readonly kind: LightKindName;
  readonly color: Triple;
  readonly intensity: number;
  readonly range: number;
}

/** A behaviour's parameter. */
export interface Parameter {
  readonly name: string;
  readonly type: ParameterTypeName;
  readonly value: boolean | number | string | readonly number[];
}

/** One entity; asset names are qualified. */
export interface Entity {
  /** The XML `id`, unique in the scene. */
  readonly key: string;
  readonly name: string;
  /** Row of the parent, before this one; -1 for none. */
  readonly parent: number;
  readonly position: Triple;
  readonly rotation: Quadruple;
  readonly scale: Triple;
  readonly mesh?: string;
  readonly material?: string;
  readonly visible: boolean;
  readonly castShadows: boolean;
  readonly camera?: Camera;
  readonly light?: Light;
  /** Class path of the behaviour. */
  readonly behavior?: string;
  readonly parameters: readonly Parameter[];
}

/** A scene; `id` is the qualified name that entity ids are hashed with. */
export interface Scene {
  readonly id: string;
  readonly name: string;
  readonly entities: readonly Entity[];
}

/** Serialises a scene. */
export function encodeScene(scene: Scene): Uint8Array<ArrayBuffer> {
  const writer = new BlobWriter(SceneHeader);
  const { entities } = scene;
  const column = (value: (entity: Entity) => number): number =>
    writer.i32Column(entities.map(value));
  const asset = (type: "mesh" | "material", name: string | undefined): number =>
    name === undefined ? -1 : writer.reference({ type, name });
  const cameras = entities.flatMap((entity, row) =>
    entity.camera === undefined
      ? []
      : [{ entity: row, ...entity.camera, active: entity.camera.active ? 1 : 0 }],
  );
  const lights = entities.flatMap((entity, row) =>
    entity.light === undefined
      ? []
      : [{ entity: row, ...entity.light, kind: LightKind[entity.light.kind] }],
  );
  const parameters = entities.flatMap((entity) =>
    entity.parameters.map((parameter) => parameterRow(writer, parameter)),
  );
  let nextParameter = 0;
  return writer.finish("SCNE", {
    name: writer.string(scene.name),
    entityCount: entities.length,
    entityIds: writer.i32Column(
      entities.flatMap((entity) => idWords(entityId(scene.id, entity.key))),
    ),
    entityKeys: column((entity) => writer.string(entity.key)),
    entityNames: column((entity) => writer.string(entity.name)),
    parents: column((entity) => entity.parent),
    entityFlags: column(flagsOf),
    meshes: column((entity) => asset("mesh", entity.mesh)),
    materials: column((entity) => asset("material", entity.material)),
    behaviors: column((entity) =>
      entity.behavior === undefined ? -1 : writer.string(entity.behavior),
    ),
    firstParameters: column((entity) => {
      nextParameter += entity.parameters.length;
      return nextParameter - entity.parameters.length;
    }),
    parameterCounts: column((entity) => entity.parameters.length),
    positions: writer.f64Column(entities.flatMap((entity) => entity.position)),
    rotations: writer.f64Column(entities.flatMap((entity) => entity.rotation)),
    scales: writer.f64Column(entities.flatMap((entity) => entity.scale)),
    cameras: writer.rows(SceneCamera, cameras),
    cameraCount: cameras.length,
    lights: writer.rows(SceneLight, lights),
    lightCount: lights.length,
    parameters: writer.rows(SceneParameter, parameters),
    parameterCount: parameters.length,
    reserved2: 0,
  });
}

function flagsOf(entity: Entity): number {
  return (
    (entity.visible ? EntityFlag.visible : 0) | (entity.castShadows ? EntityFlag.castShadows : 0)
  );
}

/** The two i32 of an entity id, low word first. */
function idWords(id: string): [number, number] {
  const high = Number.parseInt(id.slice(0, 8), 16);
  const low = Number.parseInt(id.slice(8), 16);
  return [low | 0, high | 0];
}

function parameterRow(writer: BlobWriter<typeof SceneHeader>, parameter: Parameter) {
  const { value } = parameter;
  const numbers =
    typeof value === "object" ? value : typeof value === "string" ? [] : [Number(value)];
  const isInteger = parameter.type === "int" || parameter.type === "bool";
  return {
    name: writer.string(parameter.name),
    type: ParameterType[parameter.type],
    text: typeof value === "string" ? writer.string(value) : -1,
    integer: isInteger ? Number(value) : 0,
    value: Array.from({ length: 4 }, (_, index) => numbers[index] ?? 0),
  };
}

/** Reads a scene blob; `id` is the qualified name under which it was loaded. */
export function decodeScene(bytes: Uint8Array, id: string): Scene {
  const blob = new BlobReader(bytes, "SCNE");
  const header = blob.row(SceneHeader, 0);
  const count = header.entityCount;
  const int = (offset: number): Int32Array => blob.i32Column(offset, count);
  const vectors = (offset: number, width: number): number[][] => {
    const values = [...blob.f64Column(offset, count * width)];
    return Array.from({ length: count }, (_, row) => values.slice(row * width, (row + 1) * width));
  };
  const columns = {
    keys: int(header.entityKeys),
    names: int(header.entityNames),
    parents: int(header.parents),
    flags: int(header.entityFlags),
    meshes: int(header.meshes),
    materials: int(header.materials),
    behaviors: int(header.behaviors),
    firstParameters: int(header.firstParameters),
    parameterCounts: int(header.parameterCounts),
    positions: vectors(header.positions, 3),
    rotations: vectors(header.rotations, 4),
    scales: vectors(header.scales, 3),
  };
  const cameras = new Map(
    blob.rows(SceneCamera, header.cameras, header.cameraCount).map((row) => [row.entity, row]),
  );
  const lights = new Map(
    blob.rows(SceneLight, header.lights, header.lightCount).map((row) => [row.entity, row]),
  );
  const parameters = blob.rows(SceneParameter, header.parameters, header.parameterCount);
  const entities = Array.from({ length: count }, (_, row): Entity => {
    const at = (column: Int32Array): number => column[row] as number;
    const first = at(columns.firstParameters);
    const camera = cameras.get(row);
    const light = lights.get(row);
    return {
      key: blob.string(at(columns.keys)),
      name: blob.string(at(columns.names)),
      parent: at(columns.parents),
      position: columns.positions[row] as unknown as Triple,
      rotation: columns.rotations[row] as unknown as Quadruple,
      scale: columns.scales[row] as unknown as Triple,
      ...(at(columns.meshes) >= 0 && { mesh: blob.reference(at(columns.meshes)).name }),
      ...(at(columns.materials) >= 0 && { material: blob.reference(at(columns.materials)).name }),
      visible: (at(columns.flags) & EntityFlag.visible) !== 0,
      castShadows: (at(columns.flags) & EntityFlag.castShadows) !== 0,
      ...(camera && {
        camera: {
          fovDegrees: camera.fovDegrees,
          near: camera.near,
          far: camera.far,
          active: camera.active !== 0,
        },
      }),
      ...(light && {
        light: {
          kind: codeName(LightKind, light.kind, "Light kind"),
          color: light.color as unknown as Triple,
          intensity: light.intensity,
          range: light.range,
        },
      }),
      ...(at(columns.behaviors) >= 0 && { behavior: blob.string(at(columns.behaviors)) }),
      parameters: parameters.slice(first, first + at(columns.parameterCounts)).map((parameter) => ({
        name: blob.string(parameter.name),
        ...parameterValue(blob, parameter),
      })),
    };
  });
  return { id, name: blob.string(header.name), entities };
}

function parameterValue(
  blob: BlobReader,
  row: {
    readonly type: number;
    readonly text: number;
    readonly integer: number;
    readonly value: readonly number[];
  },
): Pick<Parameter, "type" | "value"> {
  const type = codeName(ParameterType, row.type, "Parameter type");
  switch (type) {
    case "bool":
      return { type, value: row.integer !== 0 };
    case "int":
      return { type, value: row.integer };
    case "float":
      return { type, value: row.value[0] as number };
    case "string":
      return { type, value: blob.string(row.text) };
    case "vec2":
      return { type, value: row.value.slice(0, 2) };
    case "vec3":
      return { type, value: row.value.slice(0, 3) };
    case "vec4":
      return { type, value: row.value };
  }
}
