/**
 * Scene and prefab blobs: entities as columns by archetype. The Haxe runtime reads them in place; the reader here serves
 * tools and tests, and checks every number that a runtime relies on.
 */
import { entityIdWords } from "./asset_id.ts";
import { BlobReader, codeName } from "./blob_reader.ts";
import { BlobWriter } from "./blob_writer.ts";
import { AssetType, type AssetTypeName } from "./format/blob.ts";
import {
  ParameterType,
  type ParameterTypeName,
  SceneArchetype,
  SceneClass,
  SceneField,
  SceneHeader,
  ScenePart,
  SceneRole,
  type SceneRoleName,
} from "./format/scene.ts";
import { FpkgError } from "./fpkg_error.ts";
import type { Triple } from "./mesh_blob.ts";
import type { StructOf } from "./struct.ts";

export type Quadruple = readonly [number, number, number, number];

export interface FieldType {
  readonly name: string;
  readonly type: ParameterTypeName;
}

/** A class that entities have. */
export interface ClassType {
  /** Element name of a built-in one, else class path. */
  readonly name: string;
  readonly role: SceneRoleName;
  readonly fields: readonly FieldType[];
}

/** An asset by qualified name. */
export interface AssetValue {
  readonly asset: AssetTypeName;
  readonly name: string;
}

/** The value of a field; an entity is its row. Null is no string, asset or entity. */
export type CellValue = boolean | number | string | readonly number[] | AssetValue | null;

/** A class of an entity, with a value for each of the class's fields. */
export interface Part {
  /** Position in the scene's classes. */
  readonly class: number;
  readonly values: readonly CellValue[];
}

export interface Entity {
  /** Ids from the scene down, joined by `/`: unique in the scene. */
  readonly path: string;
  readonly name: string;
  /** Row of the parent, before this one; -1 for none. */
  readonly parent: number;
  readonly position: Triple;
  readonly rotation: Quadruple;
  readonly scale: Triple;
  /** By class, ascending. */
  readonly parts: readonly Part[];
}

/** A scene or prefab; `id` is the qualified name that entity ids are hashed with. */
export interface Scene {
  readonly kind: "scene" | "prefab";
  readonly id: string;
  readonly name: string;
  readonly classes: readonly ClassType[];
  readonly entities: readonly Entity[];
}

const MAGICS = { scene: "SCNE", prefab: "PREF" } as const;

/** How many f64 a cell of the type takes; a type that is not here takes an i32. */
const WIDTHS: Readonly<Partial<Record<ParameterTypeName, number>>> = {
  float: 1,
  vec2: 2,
  vec3: 3,
  vec4: 4,
  quat: 4,
  color: 4,
};

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
  return writer.finish(MAGICS[scene.kind], {
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
  const width = WIDTHS[type];
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

/** Reads a scene blob; `id` is the qualified name under which it was loaded. */
export function decodeScene(bytes: Uint8Array, id: string, kind: Scene["kind"] = "scene"): Scene {
  const blob = new BlobReader(bytes, MAGICS[kind]);
  const header = blob.row(SceneHeader, 0);
  const classes = decodeClasses(blob, header);
  const parts = decodeParts(blob, header, classes);
  return {
    kind,
    id,
    name: blob.string(header.name),
    classes,
    entities: decodeEntities(blob, header, parts),
  };
}

type HeaderRow = StructOf<typeof SceneHeader>;

function decodeEntities(
  blob: BlobReader,
  header: HeaderRow,
  parts: ReadonlyMap<number, readonly Part[]>,
): Entity[] {
  const { entityCount: count } = header;
  const vectors = (offset: number, width: number): number[][] => {
    const values = [...blob.f64Column(offset, count * width)];
    return Array.from({ length: count }, (_, row) => values.slice(row * width, (row + 1) * width));
  };
  const paths = blob.i32Column(header.entityPaths, count);
  const names = blob.i32Column(header.entityNames, count);
  const parents = blob.i32Column(header.parents, count);
  const positions = vectors(header.positions, 3);
  const rotations = vectors(header.rotations, 4);
  const scales = vectors(header.scales, 3);
  blob.i32Column(header.entityIds, count * 2);
  return Array.from({ length: count }, (_, row): Entity => {
    const parent = parents[row] as number;
    if (parent < -1 || parent >= row)
      throw new FpkgError("FP1002", `Entity ${row} is below entity ${parent}`);
    return {
      path: blob.string(paths[row] as number),
      name: blob.string(names[row] as number),
      parent,
      position: positions[row] as unknown as Triple,
      rotation: rotations[row] as unknown as Quadruple,
      scale: scales[row] as unknown as Triple,
      parts: parts.get(row) ?? [],
    };
  });
}

function decodeClasses(blob: BlobReader, header: HeaderRow): ClassType[] {
  const fields = blob.rows(SceneField, header.fields, header.fieldCount).map(({ name, type }) => ({
    name: blob.string(name),
    type: codeName(ParameterType, type, "Parameter type"),
  }));
  let next = 0;
  return blob.rows(SceneClass, header.classes, header.classCount).map((row) => {
    inTurn(row.firstField, next, "Field");
    next += row.fieldCount;
    return {
      name: blob.string(row.name),
      role: codeName(SceneRole, row.role, "Scene role"),
      fields: slice(fields, row.firstField, row.fieldCount, "Field"),
    };
  });
}

/** Rows of a table belong to one owner each, in the owners' order: what a damaged blob says twice is not read twice. */
function inTurn(first: number, next: number, what: string): void {
  if (first !== next) throw new FpkgError("FP1002", `${what} ${first} where ${next} is next`);
}

/** The parts of each entity's row. */
function decodeParts(
  blob: BlobReader,
  header: HeaderRow,
  classes: readonly ClassType[],
): Map<number, Part[]> {
  const found = new Map<number, Part[]>();
  const rows = blob.rows(ScenePart, header.parts, header.partCount);
  const columns = new ColumnReader(blob, header);
  let next = 0;
  for (const archetype of blob.rows(SceneArchetype, header.archetypes, header.archetypeCount)) {
    inTurn(archetype.firstPart, next, "Part");
    next += archetype.partCount;
    const entities = [...blob.i32Column(archetype.entities, archetype.entityCount)];
    for (const entity of entities) {
      if (entity < 0 || entity >= header.entityCount || found.has(entity))
        throw new FpkgError("FP1002", `Archetype has entity ${entity} of ${header.entityCount}`);
      found.set(entity, []);
    }
    for (const row of slice(rows, archetype.firstPart, archetype.partCount, "Part")) {
      const [type] = slice(classes, row.class, 1, "Class") as [ClassType];
      const values = columns.read(row.firstColumn, type, entities.length);
      for (const [index, entity] of entities.entries()) {
        const own = values.map((column) => column[index] as CellValue);
        found.get(entity)?.push({ class: row.class, values: own });
      }
    }
  }
  return found;
}

/** Columns one after another; together they are no longer than the blob. */
class ColumnReader {
  readonly #blob: BlobReader;
  readonly #header: HeaderRow;
  readonly #offsets: readonly number[];
  #next = 0;
  #bytes = 0;

  constructor(blob: BlobReader, header: HeaderRow) {
    this.#blob = blob;
    this.#header = header;
    this.#offsets = [...blob.i32Column(header.columns, header.columnCount)];
  }

  /** Values of `count` entities, a column a field of the class. */
  read(first: number, { fields }: ClassType, count: number): CellValue[][] {
    inTurn(first, this.#next, "Column");
    this.#next += fields.length;
    const offsets = slice(this.#offsets, first, fields.length, "Column");
    return fields.map(({ type }, index) => {
      this.#bytes += count * (WIDTHS[type] === undefined ? 4 : 8 * WIDTHS[type]);
      this.#blob.check(0, this.#bytes, "columns");
      return decodeColumn(this.#blob, type, offsets[index] as number, count, this.#header);
    });
  }
}

function slice<T>(rows: readonly T[], first: number, count: number, what: string): readonly T[] {
  if (first < 0 || count < 0 || first + count > rows.length)
    throw new FpkgError("FP1002", `${what} ${first}+${count} of ${rows.length}`);
  return rows.slice(first, first + count);
}

function decodeColumn(
  blob: BlobReader,
  type: ParameterTypeName,
  offset: number,
  count: number,
  header: HeaderRow,
): CellValue[] {
  const width = WIDTHS[type];
  if (width === undefined)
    return [...blob.i32Column(offset, count)].map((cell) => decodeCell(blob, type, cell, header));
  const values = [...blob.f64Column(offset, count * width)];
  if (width === 1) return values;
  return Array.from({ length: count }, (_, row) => values.slice(row * width, (row + 1) * width));
}

function decodeCell(
  blob: BlobReader,
  type: ParameterTypeName,
  cell: number,
  { entityCount }: HeaderRow,
): CellValue {
  switch (type) {
    case "bool":
      return cell !== 0;
    case "string":
      return cell === -1 ? null : blob.string(cell);
    case "asset": {
      if (cell === -1) return null;
      const { type: code, name } = blob.reference(cell);
      return { asset: codeName(AssetType, code, "Asset type"), name };
    }
    case "entity":
      if (cell < -1 || cell >= entityCount)
        throw new FpkgError("FP1002", `Entity ${cell} of ${entityCount}`);
      return cell === -1 ? null : cell;
    default:
      return cell;
  }
}
