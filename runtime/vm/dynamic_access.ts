/** Fields by name, where the compiler knows no type: `dynamic.name` and `Reflect`. */
import type { ValueKind } from "#compiler/bytecode/metadata.ts";
import type { Callable, ClassRecord, FieldSlot, Instance, Value } from "./object_model.ts";
import { classOf, zeroOf } from "./object_model.ts";
import {
  getStructureField,
  hasStructureField,
  isStructure,
  setStructureField,
} from "./structure.ts";
import { HaxeError } from "./thrown.ts";
import type { TypeRegistry } from "./type_registry.ts";

/** A stored variable, else what `get_NAME` returns, else a method as a closure, else null. */
export function dynamicGet(types: TypeRegistry, object: Value, name: string): Value {
  if (isStructure(object)) return getStructureField(object, name);
  const record = memberClass(types, object);
  if (record === null) return null;
  if (findField(record, name) !== null) return (object as Instance)[name];
  const getter = method(record, `get_${name}`);
  if (getter !== null) return getter.call(object);
  return boundMethod(record, object, name);
}

/** Adds to a structure; an instance has a stored variable or `set_NAME`, else this throws. */
export function dynamicSet(object: Value, name: string, value: Value): void {
  if (isStructure(object)) {
    setStructureField(object, name, value);
    return;
  }
  const record = classOf(object);
  const slot = record && findField(record, name);
  if (slot) {
    object[name] = coerce(slot.kind, value);
    return;
  }
  const setter = record && method(record, `set_${name}`);
  if (!setter) throw noField(record, name);
  setter.call(object, value);
}

/** As `dynamicGet` without getters. */
export function reflectGet(types: TypeRegistry, object: Value, name: string): Value {
  if (isStructure(object)) return getStructureField(object, name);
  const record = memberClass(types, object);
  if (record === null) return null;
  if (findField(record, name) !== null) return (object as Instance)[name];
  return boundMethod(record, object, name);
}

/** As `reflectGet` without methods. */
export function reflectVariable(object: Value, name: string): Value {
  if (isStructure(object)) return getStructureField(object, name);
  const record = classOf(object);
  return record !== null && findField(record, name) !== null ? (object as Instance)[name] : null;
}

/** As `dynamicSet` without setters. */
export function reflectSet(object: Value, name: string, value: Value): void {
  if (isStructure(object)) {
    setStructureField(object, name, value);
    return;
  }
  const record = classOf(object);
  const slot = record && findField(record, name);
  if (!slot) throw noField(record, name);
  object[name] = coerce(slot.kind, value);
}

export function reflectHas(object: Value, name: string): boolean {
  if (isStructure(object)) return hasStructureField(object, name);
  const record = classOf(object);
  return record !== null && findField(record, name) !== null;
}

/** The class whose members a value has: also of text and arrays, which are no instances. */
function memberClass(types: TypeRegistry, value: Value): ClassRecord | null {
  if (typeof value === "string") return types.classes.get("String") ?? null;
  if (Array.isArray(value)) return types.classes.get("Array") ?? null;
  return classOf(value);
}

/** The variable of instances with that name. */
export function findField(record: ClassRecord, name: string): FieldSlot | null {
  return record.layout.find((slot) => slot.name === name && !slot.removed) ?? null;
}

function method(record: ClassRecord, name: string): Callable | null {
  const found = (record.prototype as Record<string, unknown>)[name];
  return typeof found === "function" ? (found as Callable) : null;
}

/** Calls with too few arguments get nulls for the others. */
function boundMethod(record: ClassRecord, object: Value, name: string): Callable | null {
  const found = method(record, name);
  if (found === null) return null;
  return (...args: Value[]) => {
    while (args.length < found.length) args.push(null);
    return found.apply(object, args) ?? null;
  };
}

/** The value as a variable of the kind can hold it. */
function coerce(kind: ValueKind, value: Value): Value {
  switch (kind) {
    case "i32":
      return typeof value === "number" ? value | 0 : 0;
    case "f64":
      return typeof value === "number" ? value : 0;
    case "bool":
      return value === true;
    case "ref":
    case "dyn":
      return value ?? zeroOf(kind);
  }
}

function noField(record: ClassRecord | null, name: string): HaxeError {
  return new HaxeError(`${record?.path ?? "The value"} has no field ${name}`);
}
