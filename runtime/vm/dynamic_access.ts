/** Fields by name, where the compiler knows no type: `dynamic.name` and `Reflect`. */
import type { ValueKind } from "#compiler/bytecode/metadata.ts";
import { boundMethod, heldBy, type Members, staticFunction } from "./named_functions.ts";
import type { Callable, ClassRecord, FieldSlot, Instance, Value } from "./object_model.ts";
import { classOf, TypeValue } from "./object_model.ts";
import {
  getStructureField,
  hasStructureField,
  isStructure,
  setStructureField,
} from "./structure.ts";
import { HaxeError } from "./thrown.ts";

/** A stored variable, else what `get_NAME` returns, else a method or static function as a closure, else null. */
export function dynamicGet(members: Members, object: Value, name: string): Value {
  if (isStructure(object)) return getStructureField(object, name);
  const variable = findVariable(object, name);
  if (variable !== null) return variable.holder[name];
  const getter = functionOf(members, object, `get_${name}`);
  return getter === null ? functionOf(members, object, name) : getter();
}

/** Adds to a structure; an instance or a class has a stored variable or `set_NAME`, else this throws. */
export function dynamicSet(members: Members, object: Value, name: string, value: Value): void {
  if (setStored(object, name, value)) return;
  const setter = functionOf(members, object, `set_${name}`);
  if (setter === null) throw noField(object, name);
  setter(value);
}

/** As `dynamicGet` without getters. */
export function reflectGet(members: Members, object: Value, name: string): Value {
  if (isStructure(object)) return getStructureField(object, name);
  const variable = findVariable(object, name);
  return variable === null ? functionOf(members, object, name) : variable.holder[name];
}

/** As `reflectGet` without functions. */
export function reflectVariable(object: Value, name: string): Value {
  if (isStructure(object)) return getStructureField(object, name);
  return findVariable(object, name)?.holder[name] ?? null;
}

/** As `dynamicSet` without setters. */
export function reflectSet(object: Value, name: string, value: Value): void {
  if (!setStored(object, name, value)) throw noField(object, name);
}

export function reflectHas(object: Value, name: string): boolean {
  return isStructure(object)
    ? hasStructureField(object, name)
    : findVariable(object, name) !== null;
}

/** What `get_NAME` returns, also where the property is stored too, else as `reflectGet`. */
export function propertyGet(members: Members, object: Value, name: string): Value {
  const getter = isStructure(object) ? null : functionOf(members, object, `get_${name}`);
  return getter === null ? reflectGet(members, object, name) : getter();
}

/** Runs `set_NAME`, also where the property is stored too, else as `reflectSet`. */
export function propertySet(members: Members, object: Value, name: string, value: Value): void {
  const setter = isStructure(object) ? null : functionOf(members, object, `set_${name}`);
  if (setter === null) reflectSet(object, name, value);
  else setter(value);
}

/** The variable of instances with that name. */
export function findField(record: ClassRecord, name: string): FieldSlot | null {
  return record.layout.find((slot) => slot.name === name && !slot.removed) ?? null;
}

/** Where a stored variable is, and what it can hold. */
interface Variable {
  readonly holder: Record<string, Value>;
  readonly kind: ValueKind;
}

/** Of an instance, a class, a string or an array. */
function findVariable(object: Value, name: string): Variable | null {
  const statics = classBehind(object);
  if (statics !== null) {
    const found = statics.metadata.statics.find((variable) => variable.name === name);
    return found === undefined ? null : { holder: statics.statics, kind: found.kind };
  }
  if (typeof object === "string" || Array.isArray(object)) {
    return name === "length" ? { holder: { length: object.length }, kind: "i32" } : null;
  }
  const record = classOf(object);
  const field = record && findField(record, name);
  return field && { holder: object as Instance, kind: field.kind };
}

function setStored(object: Value, name: string, value: Value): boolean {
  if (isStructure(object)) {
    setStructureField(object, name, value);
    return true;
  }
  const variable = findVariable(object, name);
  if (variable === null) return false;
  variable.holder[name] = heldBy(variable.kind, value);
  return true;
}

/** A method bound to the object, or a static function of a class value. */
function functionOf(members: Members, object: Value, name: string): Callable | null {
  const statics = classBehind(object);
  if (statics !== null) return staticFunction(members, statics, name);
  const record = memberClass(members, object);
  return record && boundMethod(members, record, object, name);
}

/** The class that a class value stands for; null for every other value. */
function classBehind(value: Value): ClassRecord | null {
  return value instanceof TypeValue && value.$type.kind === "class" ? value.$type : null;
}

/** The class whose members a value has: also of text and arrays, which are no instances. */
function memberClass({ types }: Members, value: Value): ClassRecord | null {
  if (typeof value === "string") return types.classes.get("String") ?? null;
  if (Array.isArray(value)) return types.classes.get("Array") ?? null;
  return classOf(value);
}

function noField(object: Value, name: string): HaxeError {
  const path = (classBehind(object) ?? classOf(object))?.path ?? "The value";
  return new HaxeError(`${path} has no field ${name}`);
}
