/** `dyn.*`, `type.*`, `reflect.*`, `enum.*`. */
import { reflectGet, reflectHas, reflectSet, reflectVariable } from "../dynamic_access.ts";
import {
  type ClassRecord,
  classOf,
  constructorOf,
  type EnumConstructorRecord,
  type TypeValue,
  type Value,
} from "../object_model.ts";
import { deleteStructureField, isStructure, structureFields } from "../structure.ts";
import { isInstanceOf, kindNumber } from "../type_tests.ts";
import type { NativeContext } from "./native_context.ts";
import { numberNatives } from "./number_natives.ts";
import { stringNatives } from "./string_natives.ts";

export function reflectionNatives({ types }: NativeContext) {
  return {
    "dyn.kind": kindNumber,
    "dyn.hash": dynamicHash,
    "type.classOf": (value: Value): TypeValue | null => {
      if (typeof value === "string") return types.classes.get("String")?.value ?? null;
      if (Array.isArray(value)) return types.classes.get("Array")?.value ?? null;
      return classOf(value)?.value ?? null;
    },
    "type.path": (type: TypeValue): string => type.$type.path,
    "type.superclass": (type: TypeValue): TypeValue | null =>
      (type.$type as ClassRecord).superclass?.value ?? null,
    "type.resolve": (path: string): TypeValue | null => types.classes.get(path)?.value ?? null,
    "type.isInstance": isInstanceOf,
    "reflect.fields": fields,
    "reflect.hasField": reflectHas,
    "reflect.get": (object: Value, name: string): Value => reflectGet(types, object, name),
    "reflect.variable": reflectVariable,
    "reflect.set": reflectSet,
    "reflect.delete": (object: Value, name: string): boolean =>
      isStructure(object) && deleteStructureField(object, name),
    "enum.path": (value: Value): string => constructorRecord(value).enum.path,
    "enum.constructor": (value: Value): string => constructorRecord(value).metadata.name,
    "enum.params": (value: Value): Value[] =>
      constructorRecord(value).metadata.params.map((_, index) => value[`p${index}`]),
  };
}

function constructorRecord(value: Value): EnumConstructorRecord {
  return constructorOf(value) as EnumConstructorRecord;
}

/** Base class first, each class's in the order of declaration; fields that a reload removed are gone. */
function fields(object: Value): string[] {
  if (isStructure(object)) return structureFields(object);
  const names: string[] = [];
  for (let record = classOf(object); record !== null; record = record.superclass) {
    names.unshift(...record.metadata.fields.map((field) => field.name));
  }
  return names;
}

/** Hashes of objects, given out in the order in which they are first asked for. */
const identities = new WeakMap<object, number>();
let lastIdentity = 0;

function dynamicHash(value: Value): number {
  switch (typeof value) {
    case "number":
      return (value | 0) === value
        ? value
        : numberNatives["f64.lowBits"](value) ^ numberNatives["f64.highBits"](value);
    case "boolean":
      return value ? 1 : 0;
    case "string":
      return stringNatives["string.hash"](value);
    default:
      return value === null ? 0 : identity(value);
  }
}

function identity(value: object): number {
  let number = identities.get(value);
  if (number === undefined) {
    lastIdentity = (lastIdentity + 1) | 0;
    number = lastIdentity;
    identities.set(value, number);
  }
  return number;
}
