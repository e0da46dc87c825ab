/** Brings live objects to the new shape of their classes. */
import type { FieldMetadata } from "#compiler/bytecode/metadata.ts";
import { type ClassRecord, classOf, type FieldSlot, type Value } from "#runtime/vm/object_model.ts";
import type { TypeRegistry } from "#runtime/vm/type_registry.ts";
import { convertedValue, initialValue } from "./field_value.ts";
import type { Migration, NotApplied } from "./reload_report.ts";
import type { TypeMemory } from "./type_memory.ts";
import type { UndoLog } from "./undo_log.ts";

/** What to do to the instances of one class. */
export interface ShapeChange {
  readonly record: ClassRecord;
  readonly added: readonly AddedField[];
  readonly retyped: readonly { readonly before: FieldSlot; readonly after: FieldSlot }[];
  readonly removed: readonly FieldSlot[];
}

interface AddedField {
  readonly slot: FieldSlot;
  readonly metadata: FieldMetadata;
}

/** The classes whose instances need something done. Call it when the types have changed. */
export function shapeChanges(types: TypeRegistry, memory: TypeMemory): ShapeChange[] {
  return [...types.classes.values()]
    .map((record) => shapeChange(record, types, memory))
    .filter(({ added, retyped, removed }) => added.length + retyped.length + removed.length > 0);
}

function shapeChange(record: ClassRecord, types: TypeRegistry, memory: TypeMemory): ShapeChange {
  const known = record.layout.slice(0, memory.fieldCount(record));
  const states = known.map((after) => ({ after, before: memory.slot(after) ?? after }));
  const revived = states.filter(({ before, after }) => before.removed && !after.removed);
  const fresh = record.layout.slice(memory.fieldCount(record));
  return {
    record,
    added: [...revived.map(({ after }) => after), ...fresh].map((slot) => ({
      slot,
      metadata: fieldOf(types, slot),
    })),
    retyped: states.flatMap(({ before, after }) =>
      !before.removed && !after.removed && isRetyped(before, after) ? [{ before, after }] : [],
    ),
    removed: states
      .filter(({ before, after }) => !before.removed && after.removed)
      .map(({ after }) => after),
  };
}

function isRetyped(before: FieldSlot, after: FieldSlot): boolean {
  return before.kind !== after.kind || before.haxeType !== after.haxeType;
}

function fieldOf(types: TypeRegistry, { owner, name, kind, haxeType }: FieldSlot): FieldMetadata {
  const fields = types.classes.get(owner)?.metadata.fields ?? [];
  return fields.find((field) => field.name === name) ?? { name, kind, haxeType };
}

/** Changes the objects, noting how to change them back. */
export function migrate(
  instances: readonly Value[],
  changes: readonly ShapeChange[],
  undo: UndoLog,
): { readonly migrations: Migration[]; readonly notApplied: NotApplied[] } {
  const byRecord = new Map(changes.map((change) => [change.record, change]));
  const groups = Map.groupBy(instances, (instance) => classOf(instance) as ClassRecord);
  const migrations: Migration[] = [];
  const notApplied: NotApplied[] = [];
  for (const [record, objects] of groups) {
    const change = byRecord.get(record);
    if (change === undefined) continue;
    const lost = new Map<FieldSlot, number>();
    for (const object of objects) migrateObject(object, change, undo, lost);
    const fields = [
      ...change.added.map(({ slot }) => `+${slot.name}`),
      ...change.retyped.map(({ after }) => `${after.name}: ${after.haxeType}`),
      ...change.removed.map(({ name }) => `-${name}`),
    ];
    migrations.push({ class: record.path, objects: objects.length, fields });
    notApplied.push(...uninitialised(change, objects.length), ...reset(record, lost));
  }
  return { migrations, notApplied };
}

function migrateObject(
  object: Value,
  { added, retyped }: ShapeChange,
  undo: UndoLog,
  lost: Map<FieldSlot, number>,
): void {
  for (const { slot, metadata } of added) store(object, slot.name, initialValue(metadata), undo);
  for (const { before, after } of retyped) {
    const converted = convertedValue(object[after.name], before, after);
    if (converted === undefined) lost.set(after, (lost.get(after) ?? 0) + 1);
    const value = converted === undefined ? initialValue(after) : converted;
    if (!Object.is(value, object[after.name])) store(object, after.name, value, undo);
  }
}

function store(object: Value, name: string, value: Value, undo: UndoLog): void {
  const before = object[name];
  const had = Object.hasOwn(object, name);
  undo.add(() => {
    if (had) object[name] = before;
    else delete object[name];
  });
  object[name] = value;
}

function uninitialised({ record, added }: ShapeChange, count: number): NotApplied[] {
  return added
    .filter(({ metadata }) => metadata.initial === "computed")
    .map(({ slot }) => ({
      what: `initialiser of ${record.path}.${slot.name}`,
      reason: `it is no constant, so ${objects(count)} that live got ${zeroText(slot)}`,
    }));
}

function reset(record: ClassRecord, lost: ReadonlyMap<FieldSlot, number>): NotApplied[] {
  return [...lost].map(([slot, count]) => ({
    what: `values of ${record.path}.${slot.name}`,
    reason: `${objects(count)} held what is no ${slot.haxeType}; the field is ${zeroText(slot)} there`,
  }));
}

function zeroText({ kind }: FieldSlot): string {
  switch (kind) {
    case "i32":
    case "f64":
      return "0";
    case "bool":
      return "false";
    case "ref":
    case "dyn":
      return "null";
  }
}

export function objects(count: number): string {
  return count === 1 ? "1 object" : `${count} objects`;
}
