/** Writes scene and prefab blobs: entities as columns by archetype. */
import { entityIdWords } from "./asset_id.ts";
import { BlobWriter } from "./blob_writer.ts";
import {
  ParameterType,
  type ParameterTypeName,
  SceneArchetype,
  SceneClass,
  SceneField,
  SceneHeader,
  ScenePart,
  SceneRole,
} from "./format/scene.ts";
import {
  CELL_WIDTHS,
  type CellValue,
  type ClassType,
  type Entity,
  SCENE_MAGICS,
  type Scene,
} from "./scene_data.ts";
import type { StructOf } from "./struct.ts";

type SceneWriter = BlobWriter<typeof SceneHeader>;

/** Serialises a scene. */
export function encodeScene(scene: Scene): Uint8Array<ArrayBuffer> {
  const writer: SceneWriter = new BlobWriter(SceneHeader);
  const { classes, entities } = scene;
  const column = (value: (entity: Entity) => number): number =>
    writer.i32Column(entities.map(value));
  const fields = classes.flatMap((type) => type.fields);
  let nextField = 0;
  const classRows = classes.map((type) => {
    nextField += type.fields.length;
    return {
      name: writer.string(type.name),
      role: SceneRole[type.role],
      firstField: nextField - type.fields.length,
      fieldCount: type.fields.length,
    };
  });
  const archetypes = encodeArchetypes(scene, writer);
  return writer.finish(SCENE_MAGICS[scene.kind], {
    name: writer.string(scene.name),
    entityCount: entities.length,
    entityIds: writer.i32Column(entityIds(scene)),
    entityPaths: column((entity) => writer.string(entity.path)),
    entityNames: column((entity) => writer.string(entity.name)),
    parents: column((entity) => entity.parent),
    positions: writer.f64Column(numbersOf(entities, 3, (entity) => entity.position)),
    rotations: writer.f64Column(numbersOf(entities, 4, (entity) => entity.rotation)),
    scales: writer.f64Column(numbersOf(entities, 3, (entity) => entity.scale)),
    classes: writer.rows(SceneClass, classRows),
    classCount: classes.length,
    fields: writer.rows(
      SceneField,
      fields.map(({ name, type }) => ({ name: writer.string(name), type: ParameterType[type] })),
    ),
    fieldCount: fields.length,
    ...archetypes,
    reserved2: 0,
  });
}

function entityIds({ id, entities }: Scene): Int32Array {
  const words = new Int32Array(entities.length * 2);
  for (const [row, { path }] of entities.entries()) words.set(entityIdWords(id, path), row * 2);
  return words;
}

/** The numbers of all rows in one array: `flatMap` would make two more of each. */
function numbersOf<T>(
  rows: readonly T[],
  width: number,
  value: (row: T) => number | readonly number[],
): Float64Array {
  const numbers = new Float64Array(rows.length * width);
  let at = 0;
  for (const row of rows) {
    const found = value(row);
    if (typeof found === "number") numbers[at] = found;
    else for (let axis = 0; axis < width; axis++) numbers[at + axis] = found[axis] as number;
    at += width;
  }
  return numbers;
}

function encodeArchetypes({ classes, entities }: Scene, writer: SceneWriter) {
  const archetypes: StructOf<typeof SceneArchetype>[] = [];
  const parts: StructOf<typeof ScenePart>[] = [];
  const columns: number[] = [];
  for (const rows of groupByClasses(entities)) {
    const members = rows.map((row) => entities[row] as Entity);
    const [first] = members as [Entity];
    archetypes.push({
      entities: writer.i32Column(rows),
      entityCount: rows.length,
      firstPart: parts.length,
      partCount: first.parts.length,
    });
    for (const [index, part] of first.parts.entries()) {
      parts.push({ class: part.class, firstColumn: columns.length });
      const { fields } = classes[part.class] as ClassType;
      for (const [field, { type }] of fields.entries())
        columns.push(encodeColumn(type, members, (entity) => cellOf(entity, index, field), writer));
    }
  }
  return {
    archetypes: writer.rows(SceneArchetype, archetypes),
    archetypeCount: archetypes.length,
    parts: writer.rows(ScenePart, parts),
    partCount: parts.length,
    columns: writer.i32Column(columns),
    columnCount: columns.length,
  };
}

function cellOf({ parts }: Entity, part: number, field: number): CellValue {
  return parts[part]?.values[field] ?? null;
}

/** The entities whose first classes are those on the way here. */
interface Group {
  readonly rows: number[];
  readonly next: Map<number, Group>;
}

/** Rows of the entities with equal classes, in order of their first entity. */
function groupByClasses(entities: readonly Entity[]): number[][] {
  const root: Group = { rows: [], next: new Map() };
  const groups: number[][] = [];
  for (const [row, { parts }] of entities.entries()) {
    if (parts.length === 0) continue;
    let group = root;
    for (const part of parts) {
      let next = group.next.get(part.class);
      if (next === undefined) {
        next = { rows: [], next: new Map() };
        group.next.set(part.class, next);
      }
      group = next;
    }
    if (group.rows.length === 0) groups.push(group.rows);
    group.rows.push(row);
  }
  return groups;
}

function encodeColumn(
  type: ParameterTypeName,
  entities: readonly Entity[],
  cell: (entity: Entity) => CellValue,
  writer: SceneWriter,
): number {
  const width = CELL_WIDTHS[type];
  if (width !== undefined)
    return writer.f64Column(
      numbersOf(entities, width, (entity) => cell(entity) as number | readonly number[]),
    );
  return writer.i32Column(entities.map((entity) => encodeCell(cell(entity), writer)));
}

function encodeCell(value: CellValue, writer: SceneWriter): number {
  if (value === null) return -1;
  if (typeof value === "string") return writer.string(value);
  if (typeof value === "object" && "asset" in value)
    return writer.reference({ type: value.asset, name: value.name });
  return Number(value);
}
