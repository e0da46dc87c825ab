/** `dyn.*`, `type.*`, `reflect.*`, `closure.*`, `enum.*`. */
import {
  propertyGet,
  propertySet,
  reflectGet,
  reflectHas,
  reflectSet,
  reflectVariable,
} from "../dynamic_access.ts";
import { allocate, construct, isSameFunction, staticFunctionNames } from "../named_functions.ts";
import {
  type Callable,
  type ClassRecord,
  classOf,
  constructorOf,
  type EnumConstructorRecord,
  type EnumRecord,
  TypeValue,
  type Value,
} from "../object_model.ts";
import { deleteStructureField, isStructure, structureFields } from "../structure.ts";
import { isInstanceOf, kindNumber } from "../type_tests.ts";
import type { NativeContext } from "./native_context.ts";
import { numberNatives } from "./number_natives.ts";
import { stringNatives } from "./string_natives.ts";

export function reflectionNatives({ members }: NativeContext) {
  const { types } = members;
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
    "type.resolveEnum": (path: string): TypeValue | null => types.enums.get(path)?.value ?? null,
    "type.isEnum": (type: TypeValue): boolean => type.$type.kind === "enum",
    "type.instanceFields": (type: TypeValue): string[] => instanceFields(classBehind(type)),
    "type.classFields": (type: TypeValue): string[] => [
      ...classBehind(type).metadata.statics.map(({ name }) => name),
      ...staticFunctionNames(members, classBehind(type)),
    ],
    "type.create": (type: TypeValue, args: Value[]): Value =>
      construct(members, classBehind(type), args),
    "type.createEmpty": (type: TypeValue): Value => allocate(types, classBehind(type)),
    "type.isInstance": isInstanceOf,
    "reflect.fields": fields,
    "reflect.hasField": reflectHas,
    "reflect.get": (object: Value, name: string): Value => reflectGet(members, object, name),
    "reflect.variable": reflectVariable,
    "reflect.set": reflectSet,
    "reflect.delete": (object: Value, name: string): boolean =>
      isStructure(object) && deleteStructureField(object, name),
    "reflect.getProperty": (object: Value, name: string): Value =>
      propertyGet(members, object, name),
    "reflect.setProperty": (object: Value, name: string, value: Value): void =>
      propertySet(members, object, name, value),
    "closure.call": (closure: Callable, args: Value[]): Value => closure(...args) ?? null,
    "closure.variadic": (closure: Callable): Callable =>
      Object.assign((...args: Value[]) => closure(args), { $environment: { closure } }),
    "closure.same": isSameFunction,
    "enum.path": (value: Value): string => constructorRecord(value).enum.path,
    "enum.type": (value: Value): TypeValue => constructorRecord(value).enum.value,
    "enum.index": (value: Value): number => constructorRecord(value).index,
    "enum.constructors": (type: TypeValue): string[] =>
      enumBehind(type).metadata.constructors.map(({ name }) => name),
    "enum.arity": (type: TypeValue, index: number): number =>
      constructorAt(type, index).metadata.params.length,
    "enum.create": (type: TypeValue, index: number, args: Value[]): Value => {
      const { single, make } = constructorAt(type, index);
      return single ?? new make(...args);
    },
    "enum.constructor": (value: Value): string => constructorRecord(value).metadata.name,
    "enum.params": (value: Value): Value[] =>
      constructorRecord(value).metadata.params.map((_, index) => value[`p${index}`]),
  };
}

function constructorRecord(value: Value): EnumConstructorRecord {
  return constructorOf(value) as EnumConstructorRecord;
}

function classBehind(type: TypeValue): ClassRecord {
  return type.$type as ClassRecord;
}

function enumBehind(type: TypeValue): EnumRecord {
  return type.$type as EnumRecord;
}

function constructorAt(type: TypeValue, index: number): EnumConstructorRecord {
  const { metadata, constructors } = enumBehind(type);
  const name = metadata.constructors[index]?.name;
  return constructors.get(name as string) as EnumConstructorRecord;
}

/** Each class's variables, then the methods that are new in it. */
function instanceFields(record: ClassRecord): string[] {
  const inherited = record.superclass === null ? [] : instanceFields(record.superclass);
  const { fields, methods } = record.metadata;
  const own = [...fields, ...methods].map(({ name }) => name);
  return [...new Set([...inherited, ...own])];
}

/** Base class first, each class's in the order of declaration; fields that a reload removed are gone. */
function fields(object: Value): string[] {
  if (isStructure(object)) return structureFields(object);
  if (object instanceof TypeValue) return staticVariables(object.$type);
  const names: string[] = [];
  for (let record = classOf(object); record !== null; record = record.superclass) {
    names.unshift(...record.metadata.fields.map((field) => field.name));
  }
  return names;
}

function staticVariables(type: ClassRecord | EnumRecord): string[] {
  return type.kind === "class" ? type.metadata.statics.map(({ name }) => name) : [];
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
