/** Writes scene and prefab blobs: entities as columns by archetype. */
import { entityIdWords } from "./asset_id.ts";
import { BlobWriter } from "./blob_writer.ts";
import {
  ParameterType,
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
  type Part,
  SCENE_MAGICS,
  type Scene,
} from "./scene_data.ts";
import type { StructOf } from "./struct.ts";

type SceneWriter = BlobWriter<typeof SceneHeader>;

/** Serialises a scene. */
export function encodeScene(scene: Scene): Uint8Array<ArrayBuffer> {
  const writer: SceneWriter = new BlobWriter(SceneHeader);
  const { classes } = scene;
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
    ...encodeEntities(scene, writer),
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

/** What every entity has. Each is looked at once: ten thousand of them do not fit a processor's nearer caches. */
function encodeEntities({ id, entities }: Scene, writer: SceneWriter) {
  const count = entities.length;
  const ids = new Int32Array(count * 2);
  const paths = new Int32Array(count);
  const names = new Int32Array(count);
  const parents = new Int32Array(count);
  const positions = new Float64Array(count * 3);
  const rotations = new Float64Array(count * 4);
  const scales = new Float64Array(count * 3);
  for (let row = 0; row < count; row++) {
    const entity = entities[row] as Entity;
    ids.set(entityIdWords(id, entity.path), row * 2);
    paths[row] = writer.string(entity.path);
    names[row] = writer.string(entity.name);
    parents[row] = entity.parent;
    setVector(positions, row, entity.position);
    setVector(rotations, row, entity.rotation);
    setVector(scales, row, entity.scale);
  }
  return {
    entityCount: count,
    entityIds: writer.i32Column(ids),
    entityPaths: writer.i32Column(paths),
    entityNames: writer.i32Column(names),
    parents: writer.i32Column(parents),
    positions: writer.f64Column(positions),
    rotations: writer.f64Column(rotations),
    scales: writer.f64Column(scales),
  };
}

function setVector(column: Float64Array, row: number, vector: readonly number[]): void {
  const width = vector.length;
  for (let axis = 0; axis < width; axis++) column[row * width + axis] = vector[axis] as number;
}

function encodeArchetypes({ classes, entities }: Scene, writer: SceneWriter) {
  const archetypes: StructOf<typeof SceneArchetype>[] = [];
  const parts: StructOf<typeof ScenePart>[] = [];
  const columns: number[] = [];
  for (const rows of groupByClasses(entities)) {
    const [first] = rows as [number];
    const ofParts = (entities[first] as Entity).parts.map((part) => ({
      class: part.class,
      columns: emptyColumns(classes[part.class] as ClassType, rows.length),
    }));
    for (let at = 0; at < rows.length; at++) {
      const entity = entities[rows[at] as number] as Entity;
      for (let part = 0; part < ofParts.length; part++) {
        const { columns: cells } = ofParts[part] as PartColumns;
        setCells(cells, at, (entity.parts[part] as Part).values, writer);
      }
    }
    archetypes.push({
      entities: writer.i32Column(rows),
      entityCount: rows.length,
      firstPart: parts.length,
      partCount: ofParts.length,
    });
    for (const part of ofParts) {
      parts.push({ class: part.class, firstColumn: columns.length });
      for (const column of part.columns) columns.push(writeColumn(column, writer));
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

/** The values of one field over the entities of an archetype. */
type Column = Float64Array | Int32Array;

/** A class of an archetype with a column for each of its fields. */
interface PartColumns {
  readonly class: number;
  readonly columns: readonly Column[];
}

function emptyColumns({ fields }: ClassType, rows: number): Column[] {
  return fields.map(({ type }) => {
    const width = CELL_WIDTHS[type];
    return width === undefined ? new Int32Array(rows) : new Float64Array(rows * width);
  });
}

function setCells(
  columns: readonly Column[],
  row: number,
  values: readonly CellValue[],
  writer: SceneWriter,
): void {
  for (let field = 0; field < columns.length; field++) {
    const column = columns[field] as Column;
    const value = values[field] ?? null;
    if (column instanceof Int32Array) column[row] = encodeCell(value, writer);
    else if (typeof value === "number") column[row] = value;
    else setVector(column, row, value as readonly number[]);
  }
}

function encodeCell(value: CellValue, writer: SceneWriter): number {
  if (value === null) return -1;
  if (typeof value === "string") return writer.string(value);
  if (typeof value === "object" && "asset" in value)
    return writer.reference({ type: value.asset, name: value.name });
  return Number(value);
}

function writeColumn(column: Column, writer: SceneWriter): number {
  return column instanceof Int32Array ? writer.i32Column(column) : writer.f64Column(column);
}
