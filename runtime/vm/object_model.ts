/**
 * How Haxe values look in JavaScript. Interpreter, JIT code, natives and hot reload share these objects, so a program
 * may run each function in another tier.
 *
 * - Int, Float: numbers; Bool: booleans; String: strings; null: null, never undefined.
 * - Array: a JavaScript array. It has no holes; growing fills with null.
 * - Bytes: a `ByteBuffer`; the class `haxe.io.Bytes` holds one.
 * - Anonymous structure: an ordinary object. `structure_names.ts` of the bytecode contract says how odd names are kept apart.
 * - Closure: a JavaScript function that calls the lifted body through its slot and passes the environment object last,
 *   so a swapped body takes effect for closures made before.
 * - Cell (a captured variable that is assigned): an object with `value`, of one shape per kind.
 * - Class instance: made by the class's `$new`; it has every field from the start, in the order of the class's layout,
 *   which only ever grows at the end: old instances, once migrated, and new ones have one hidden class.
 * - Enum value: one shape per constructor, `$index` and then `p0`, `p1`, …; one single object where it has no arguments.
 * - `Class<T>` and `Enum<T>` values: `TypeValue`.
 *
 * Every callable sits in a slot of its class, receiver first: `slots.update(player, dt)`. Prototypes hold trampolines
 * (`player.update(dt)`), made once per virtual method, that go through the slot. So swapping a function is one write.
 * Names that begin with `$` are the runtime's own; Haxe identifiers have none.
 */
import type {
  ClassMetadata,
  EnumConstructorMetadata,
  EnumMetadata,
  ValueKind,
} from "#compiler/bytecode/metadata.ts";

/** A compiled function as JavaScript sees it; parameters and result by the conventions above. */
// biome-ignore lint/suspicious/noExplicitAny: compiled code is typed by the Haxe compiler, not by this one
export type Callable = (...args: any[]) => any;

/** A value of kind `ref` or `dyn`. */
// biome-ignore lint/suspicious/noExplicitAny: any Haxe value
export type Value = any;

/** The callables of one class under their slot keys (`new`, `update`, `update$0`), and `$new`, which makes an instance. */
export type Slots = Record<string, Callable>;

/** The static variables of one class. */
export type Statics = Record<string, Value>;

/** One field of instances. A removed field stays as a tombstone, so the order never changes. */
export interface FieldSlot {
  readonly name: string;
  kind: ValueKind;
  /** The kind when the field was first seen: `$new` stores its zero. */
  readonly bornKind: ValueKind;
  haxeType: string;
  /** Path of the class that declares it. */
  readonly owner: string;
  removed: boolean;
}

/** What every instance can reach through its prototype. */
export interface Instance {
  readonly $class: ClassRecord;
  /** The number of the last walk that met the instance; hot reload's, 0 at first. */
  $mark: number;
  [field: string]: Value;
}

export interface ClassRecord {
  readonly kind: "class";
  readonly path: string;
  /** Replaced by `TypeRegistry.update` when the class changes. */
  metadata: ClassMetadata;
  superclass: ClassRecord | null;
  /** Paths of the class itself, its ancestors and every interface it answers to. */
  ancestors: ReadonlySet<string>;
  /** Inherited fields and own ones in first-seen order; append only. */
  readonly layout: FieldSlot[];
  /** `$new` makes the first `born` fields itself; `extend`, if any were added since, makes the others after them. */
  readonly growth: { readonly born: number; extend: ((instance: Instance) => void) | null };
  readonly slots: Slots;
  readonly statics: Statics;
  readonly prototype: object;
  readonly value: TypeValue;
}

export interface EnumRecord {
  readonly kind: "enum";
  readonly path: string;
  metadata: EnumMetadata;
  readonly constructors: Map<string, EnumConstructorRecord>;
  readonly value: TypeValue;
}

export interface EnumConstructorRecord {
  readonly enum: EnumRecord;
  readonly metadata: EnumConstructorMetadata;
  readonly index: number;
  readonly make: new (...args: Value[]) => EnumValue;
  /** The one value of a constructor without arguments. */
  readonly single: EnumValue | null;
}

export interface EnumValue {
  readonly $index: number;
  /** On the prototype. */
  readonly $constructor: EnumConstructorRecord;
  readonly [param: `p${number}`]: Value;
}

/** The value of a type's name in Haxe code. */
export class TypeValue {
  readonly $type: ClassRecord | EnumRecord;

  constructor(type: ClassRecord | EnumRecord) {
    this.$type = type;
  }
}

/** The value a variable of the kind has before anything is stored. */
export function zeroOf(kind: ValueKind): Value {
  switch (kind) {
    case "i32":
    case "f64":
      return 0;
    case "bool":
      return false;
    case "ref":
    case "dyn":
      return null;
  }
}

/** The class of an instance; null for every other value. */
export function classOf(value: Value): ClassRecord | null {
  return value?.$class ?? null;
}

/** The constructor record of an enum value; null for every other value. */
export function constructorOf(value: Value): EnumConstructorRecord | null {
  return value?.$constructor ?? null;
}

/**
 * An object that inherits nothing, so no Haxe name meets one of JavaScript's. Made by a constructor because V8 keeps
 * `Object.create(null)` as a hash table, several times slower to read.
 */
export const BareObject = function BareObject() {} as unknown as new () => Record<string, Value>;
BareObject.prototype = Object.create(null);
