/**
 * The classes and enums of a running program. Declaring a class makes its slots, statics, prototype and `$new`;
 * `update` brings a changed class to its new shape without touching instances: moving those along is hot reload's work.
 */
import type { ClassMetadata, EnumMetadata, FieldMetadata } from "#compiler/bytecode/metadata.ts";
import { classAllocator, enumMaker } from "./constructors.ts";
import { FunctionNumbers } from "./function_numbers.ts";
import { generate, storeNamed } from "./generated_code.ts";
import {
  BareObject,
  type ClassRecord,
  type EnumConstructorRecord,
  type EnumRecord,
  type FieldSlot,
  type Slots,
  type Statics,
  TypeValue,
  zeroOf,
} from "./object_model.ts";
import { Trampolines } from "./trampolines.ts";

/** What a class update changed in the layout of instances. */
export interface LayoutChange {
  readonly added: readonly FieldSlot[];
  readonly removed: readonly FieldSlot[];
  /** Fields whose kind or Haxe type is another one now; they hold the new kind's zero nowhere yet. */
  readonly retyped: readonly FieldSlot[];
}

export class TypeRegistry {
  readonly classes = new Map<string, ClassRecord>();
  readonly enums = new Map<string, EnumRecord>();
  readonly numbers = new FunctionNumbers();
  readonly trampolines = new Trampolines(this);
  readonly #slots = new Map<string, Slots>();
  readonly #bare = new Map<string, ClassRecord>();

  /** The callables of a class, also of one that has no metadata (the functions of an abstract). */
  slots(path: string): Slots {
    let slots = this.#slots.get(path);
    if (slots === undefined) {
      slots = new BareObject() as Slots;
      this.#slots.set(path, slots);
    }
    return slots;
  }

  statics(path: string): Statics {
    return this.class(path).statics;
  }

  class(path: string): ClassRecord {
    return required(this.classes.get(path), "class", path);
  }

  enumConstructor(path: string, name: string): EnumConstructorRecord {
    const record = required(this.enums.get(path), "enum", path);
    return required(record.constructors.get(name), "constructor", `${path}.${name}`);
  }

  /** Also of types that have no class in the program: `Int`, `Dynamic`, an abstract. Those only have a path. */
  typeValue(path: string): TypeValue {
    const record = this.classes.get(path) ?? this.enums.get(path) ?? this.#bare.get(path);
    if (record !== undefined) return record.value;
    const bare = this.#createClass(emptyClass(path));
    this.#bare.set(path, bare);
    return bare.value;
  }

  /** Declares classes in any order; a superclass must be among them or known already. */
  declare(classes: readonly ClassMetadata[], enums: readonly EnumMetadata[]): void {
    const waiting = new Map(classes.map((metadata) => [metadata.path, metadata]));
    const declareClass = (path: string): void => {
      const metadata = waiting.get(path);
      if (metadata === undefined) return;
      waiting.delete(path);
      for (const parent of parentsOf(metadata)) declareClass(parent);
      this.#declareClass(metadata);
    };
    for (const { path } of classes) declareClass(path);
    for (const metadata of enums) this.#declareEnum(metadata);
    for (const { path } of classes) this.trampolines.install(this.class(path));
  }

  /** Brings a class to new metadata: fields are appended or become tombstones, here and in the classes below. */
  update(metadata: ClassMetadata): LayoutChange {
    const record = this.class(metadata.path);
    const before = record.metadata;
    record.metadata = metadata;
    const change = layoutChange(record, before.fields, metadata.fields);
    for (const heir of this.#familyOf(record)) extendLayout(heir, change.added);
    addStatics(
      record,
      metadata.statics.filter(({ name }) => !(name in record.statics)),
    );
    this.#moveUnder(record, metadata);
    for (const heir of this.#familyOf(record)) {
      heir.ancestors = this.#ancestorsOf(heir.metadata, heir.superclass);
      this.trampolines.install(heir);
    }
    return change;
  }

  /** Adds the constructors that an enum has got at its end. */
  growEnum(metadata: EnumMetadata): void {
    const record = required(this.enums.get(metadata.path), "enum", metadata.path);
    record.metadata = metadata;
    for (const [index, entry] of metadata.constructors.entries()) {
      if (!record.constructors.has(entry.name))
        record.constructors.set(entry.name, enumMaker(record, entry, index));
    }
  }

  /** Every interface that a class answers to, as metadata. */
  interfacesOf(record: ClassRecord): ClassMetadata[] {
    return [...record.ancestors]
      .map((path) => this.classes.get(path)?.metadata)
      .filter((metadata) => metadata?.form === "interface") as ClassMetadata[];
  }

  #declareClass(metadata: ClassMetadata): void {
    const record = this.#createClass(metadata);
    this.classes.set(metadata.path, record);
    addStatics(record, metadata.statics);
    if (metadata.form === "class") storeNamed(record.slots, [["$new", classAllocator(record)]]);
  }

  #createClass(metadata: ClassMetadata): ClassRecord {
    const superclass = metadata.superclass === null ? null : this.class(metadata.superclass);
    const prototype: object = Object.create(superclass?.prototype ?? BareObject.prototype);
    const own = metadata.fields.map((field) => fieldSlot(metadata.path, field));
    const layout = [...(superclass?.layout ?? []), ...own];
    const record: ClassRecord = {
      kind: "class",
      path: metadata.path,
      metadata,
      superclass,
      ancestors: this.#ancestorsOf(metadata, superclass),
      layout,
      growth: { born: layout.length, extend: null },
      slots: this.slots(metadata.path),
      statics: new BareObject(),
      prototype,
      get value(): TypeValue {
        return value;
      },
    };
    const value = new TypeValue(record);
    Object.defineProperty(prototype, "$class", { value: record });
    return record;
  }

  #declareEnum(metadata: EnumMetadata): void {
    const record: EnumRecord = {
      kind: "enum",
      path: metadata.path,
      metadata,
      constructors: new Map(),
      get value(): TypeValue {
        return value;
      },
    };
    const value = new TypeValue(record);
    this.enums.set(metadata.path, record);
    for (const [index, entry] of metadata.constructors.entries()) {
      record.constructors.set(entry.name, enumMaker(record, entry, index));
    }
  }

  #ancestorsOf(metadata: ClassMetadata, superclass: ClassRecord | null): ReadonlySet<string> {
    const interfaces = metadata.interfaces.flatMap((path) => [
      ...(this.classes.get(path)?.ancestors ?? [path]),
    ]);
    return new Set([metadata.path, ...interfaces, ...(superclass?.ancestors ?? [])]);
  }

  #moveUnder(record: ClassRecord, metadata: ClassMetadata): void {
    const superclass = metadata.superclass === null ? null : this.class(metadata.superclass);
    if (superclass === record.superclass) return;
    record.superclass = superclass;
    Object.setPrototypeOf(record.prototype, superclass?.prototype ?? BareObject.prototype);
    const known = new Set(record.layout.map((slot) => slot.name));
    const inherited = (superclass?.layout ?? []).filter((slot) => !known.has(slot.name));
    for (const heir of this.#familyOf(record)) extendLayout(heir, inherited);
  }

  /** The class and everything that extends it, bases first. */
  #familyOf(record: ClassRecord): ClassRecord[] {
    return [...this.classes.values()].filter((other) => isBelow(other, record));
  }
}

function isBelow(record: ClassRecord | null, ancestor: ClassRecord): boolean {
  return record !== null && (record === ancestor || isBelow(record.superclass, ancestor));
}

function parentsOf(metadata: ClassMetadata): string[] {
  return [...(metadata.superclass === null ? [] : [metadata.superclass]), ...metadata.interfaces];
}

function fieldSlot(owner: string, field: FieldMetadata): FieldSlot {
  const { name, kind, haxeType } = field;
  return { name, kind, bornKind: kind, haxeType, owner, removed: false };
}

function addStatics(record: ClassRecord, fields: readonly FieldMetadata[]): void {
  // A fraction first makes V8 store the variable as a double for good.
  storeNamed(
    record.statics,
    fields.map(({ name, kind }) => [name, kind === "f64" ? 0.5 : zeroOf(kind)]),
  );
  for (const { name, kind } of fields) record.statics[name] = zeroOf(kind);
}

function layoutChange(
  record: ClassRecord,
  before: readonly FieldMetadata[],
  after: readonly FieldMetadata[],
): LayoutChange {
  const own = new Map(
    record.layout.filter((slot) => slot.owner === record.path).map((slot) => [slot.name, slot]),
  );
  const wanted = new Set(after.map((field) => field.name));
  const removed = before
    .filter((field) => !wanted.has(field.name))
    .map((field) => own.get(field.name) as FieldSlot);
  for (const slot of removed) slot.removed = true;
  const added: FieldSlot[] = [];
  const retyped: FieldSlot[] = [];
  for (const field of after) {
    const slot = own.get(field.name);
    if (slot === undefined) {
      added.push(fieldSlot(record.path, field));
      continue;
    }
    const revived = slot.removed;
    if (slot.kind !== field.kind || slot.haxeType !== field.haxeType) retyped.push(slot);
    slot.kind = field.kind;
    slot.haxeType = field.haxeType;
    slot.removed = false;
    if (revived) added.push(slot);
  }
  return { added, removed, retyped };
}

/** New instances get the fields from `$new`'s extension, in the order in which migrated ones got theirs. */
function extendLayout(record: ClassRecord, fields: readonly FieldSlot[]): void {
  const known = new Set(record.layout);
  record.layout.push(...fields.filter((slot) => !known.has(slot)));
  const grown = record.layout.filter(
    (slot, index) => index >= record.growth.born || slot.kind !== slot.bornKind,
  );
  if (grown.length === 0) return;
  const stores = grown.map(
    ({ name, kind }) => `instance[${JSON.stringify(name)}] = ${JSON.stringify(zeroOf(kind))};`,
  );
  record.growth.extend = generate(["instance"], stores.join("\n"));
}

function emptyClass(path: string): ClassMetadata {
  return {
    path,
    form: "class",
    superclass: null,
    interfaces: [],
    fields: [],
    statics: [],
    methods: [],
    implementations: [],
    constructor: null,
    staticInit: null,
  };
}

function required<T>(found: T | null | undefined, what: string, name: string): T {
  if (found === null || found === undefined) throw new Error(`The program has no ${what} ${name}`);
  return found;
}
