/**
 * Initialisers that were edited. Live variables that still hold the old constant get the new one, as if they had
 * started with it; a value that the game has changed since is kept, and said so.
 */
import type { ClassMetadata, FieldMetadata } from "#compiler/bytecode/metadata.ts";
import type { ClassRecord, Value } from "#runtime/vm/object_model.ts";
import { convertedValue, initialValue } from "./field_value.ts";
import { objects } from "./migrate.ts";
import type { ClassChange } from "./reload_plan.ts";
import type { NotApplied } from "./reload_report.ts";
import type { UndoLog } from "./undo_log.ts";

/** Applies edited constants of static variables, and initialises new ones. */
export function updateStatics(
  { before, after }: ClassChange,
  record: ClassRecord,
  undo: UndoLog,
): NotApplied[] {
  const old = new Map(before.statics.map((field) => [field.name, field]));
  return after.statics.flatMap((field) => {
    const earlier = old.get(field.name);
    if (earlier === undefined) return initialiseStatic(field, record, undo);
    if (earlier.kind !== field.kind || earlier.haxeType !== field.haxeType)
      return retypeStatic(earlier, field, record, undo);
    if (isSame(earlier, field)) return [];
    return updateVariable([record.statics], `${after.path}.${field.name}`, earlier, field, undo);
  });
}

/** Applies edited constants of instance variables to the live objects of the class and its heirs. */
export function updateFields(
  { before, after }: ClassChange,
  instances: readonly Value[],
  undo: UndoLog,
): NotApplied[] {
  const old = new Map(before.fields.map((field) => [field.name, field]));
  return after.fields.flatMap((field) => {
    const earlier = old.get(field.name);
    if (earlier === undefined || isSame(earlier, field) || instances.length === 0) return [];
    return updateVariable(instances, `${after.path}.${field.name}`, earlier, field, undo);
  });
}

/** Were initialisers of instance variables edited? */
export function hasEditedFields({ before, after }: ClassChange): boolean {
  const old = new Map(before.fields.map((field) => [field.name, field]));
  return after.fields.some((field) => {
    const earlier = old.get(field.name);
    return earlier !== undefined && !isSame(earlier, field);
  });
}

/** What an edited initialiser that is no constant, and was none, leaves as it is. */
export function uncertainStatics({ statics, path }: ClassMetadata): NotApplied[] {
  const computed = statics.filter(({ initial }) => initial === "computed").map(({ name }) => name);
  if (computed.length === 0) return [];
  return [
    {
      what: `static initialisers of ${path}`,
      reason: `${computed.join(", ")} keep what they hold; computed initialisers run at the start only`,
    },
  ];
}

function initialiseStatic(field: FieldMetadata, record: ClassRecord, undo: UndoLog): NotApplied[] {
  set(record.statics, field.name, initialValue(field), undo);
  if (field.initial !== "computed") return [];
  return [
    {
      what: `initialiser of ${record.path}.${field.name}`,
      reason: "it is no constant, and static initialisers run at the start only",
    },
  ];
}

function retypeStatic(
  before: FieldMetadata,
  after: FieldMetadata,
  record: ClassRecord,
  undo: UndoLog,
): NotApplied[] {
  const value = convertedValue(record.statics[after.name], before, after);
  set(record.statics, after.name, value === undefined ? initialValue(after) : value, undo);
  if (value !== undefined) return [];
  return [
    {
      what: `value of ${record.path}.${after.name}`,
      reason: `what it held is no ${after.haxeType}; it is ${String(initialValue(after))} now`,
    },
  ];
}

function updateVariable(
  holders: readonly Value[],
  what: string,
  before: FieldMetadata,
  after: FieldMetadata,
  undo: UndoLog,
): NotApplied[] {
  if (before.kind !== after.kind) return [];
  if (before.initial === "computed" || after.initial === "computed") {
    return [{ what: `initialiser of ${what}`, reason: "it is no constant; live values are kept" }];
  }
  const from = initialValue(before);
  const to = initialValue(after);
  const kept = holders.filter((holder) => !Object.is(holder[after.name], from));
  for (const holder of holders) {
    if (Object.is(holder[after.name], from)) set(holder, after.name, to, undo);
  }
  if (kept.length === 0) return [];
  const current =
    holders.length === 1
      ? `is ${String(kept[0][after.name])}`
      : `differs in ${objects(kept.length)}`;
  return [
    {
      what: `initialiser of ${what}`,
      reason: `the game has changed the variable: it ${current}, new ones start with ${String(to)}`,
    },
  ];
}

function set(holder: Value, name: string, value: Value, undo: UndoLog): void {
  const before = holder[name];
  undo.add(() => {
    holder[name] = before;
  });
  holder[name] = value;
}

function isSame(left: FieldMetadata, right: FieldMetadata): boolean {
  return JSON.stringify(left.initial) === JSON.stringify(right.initial);
}
