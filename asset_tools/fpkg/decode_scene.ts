/**
 * Reads scene and prefab blobs for tools and tests, and checks every number that a runtime relies on. The Haxe runtime reads
 * them in place.
 */
import { BlobReader, type BlobSource, codeName } from "./blob_reader.ts";
import { AssetType } from "./format/blob.ts";
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
import { FpkgError } from "./fpkg_error.ts";
import type { Triple } from "./mesh_data.ts";
import {
  CELL_WIDTHS,
  type CellValue,
  type ClassType,
  type Entity,
  type Part,
  type Quadruple,
  SCENE_MAGICS,
  type Scene,
} from "./scene_data.ts";
import type { StructOf } from "./struct.ts";

/** Reads a scene blob; `id` is the qualified name under which it was loaded. */
export function decodeScene(source: BlobSource, id: string, kind: Scene["kind"] = "scene"): Scene {
  const blob = BlobReader.open(source, SCENE_MAGICS[kind]);
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

/** Columns one after another. */
class ColumnReader {
  readonly #blob: BlobReader;
  readonly #header: HeaderRow;
  readonly #offsets: readonly number[];
  #next = 0;

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
    return fields.map(({ type }, index) =>
      decodeColumn(this.#blob, type, offsets[index] as number, count, this.#header),
    );
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
  const width = CELL_WIDTHS[type];
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
