/** The shape of a program's classes and enums, noted before a reload changes it. */
import type { ClassRecord, EnumRecord, FieldSlot } from "#runtime/vm/object_model.ts";
import type { TypeRegistry } from "#runtime/vm/type_registry.ts";

export interface TypeMemory {
  /** How many fields instances had. */
  readonly fieldCount: (record: ClassRecord) => number;
  /** A field as it was. */
  readonly slot: (slot: FieldSlot) => Readonly<FieldSlot> | undefined;
  /** Puts everything back; classes and enums that are new since then are forgotten. */
  readonly restore: () => void;
}

export function rememberTypes(types: TypeRegistry): TypeMemory {
  const records = [...types.classes.values()];
  const counts = new Map(records.map((record) => [record, record.layout.length]));
  const slots = new Map(
    records.flatMap((record) => record.layout).map((slot) => [slot, { ...slot }]),
  );
  const restores = [...records.map(rememberClass), ...[...types.enums.values()].map(rememberEnum)];
  const classPaths = new Set(types.classes.keys());
  const enumPaths = new Set(types.enums.keys());
  return {
    fieldCount: (record) => counts.get(record) ?? record.layout.length,
    slot: (slot) => slots.get(slot),
    restore: () => {
      for (const [slot, before] of slots) Object.assign(slot, before);
      for (const restore of restores) restore();
      forgetOthers(types.classes, classPaths);
      forgetOthers(types.enums, enumPaths);
    },
  };
}

function rememberClass(record: ClassRecord): () => void {
  const { metadata, superclass, ancestors } = record;
  const fieldCount = record.layout.length;
  const { extend } = record.growth;
  const parent: object | null = Object.getPrototypeOf(record.prototype);
  const trampolines = Object.entries(record.prototype);
  const statics = new Set(Object.keys(record.statics));
  return () => {
    Object.assign(record, { metadata, superclass, ancestors });
    record.layout.length = fieldCount;
    record.growth.extend = extend;
    if (Object.getPrototypeOf(record.prototype) !== parent)
      Object.setPrototypeOf(record.prototype, parent);
    for (const key of Object.keys(record.prototype))
      delete (record.prototype as Record<string, unknown>)[key];
    Object.assign(record.prototype, Object.fromEntries(trampolines));
    for (const name of Object.keys(record.statics)) {
      if (!statics.has(name)) delete record.statics[name];
    }
  };
}

function rememberEnum(record: EnumRecord): () => void {
  const { metadata } = record;
  const names = new Set(record.constructors.keys());
  return () => {
    record.metadata = metadata;
    forgetOthers(record.constructors, names);
  };
}

function forgetOthers<V>(map: Map<string, V>, known: ReadonlySet<string>): void {
  for (const key of map.keys()) if (!known.has(key)) map.delete(key);
}
