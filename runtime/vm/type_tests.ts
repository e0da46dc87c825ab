/** `is`, checked casts and what `Type.typeof` asks. */
import type { TypeTestReference } from "#compiler/bytecode/module.ts";
import { classOf, constructorOf, type EnumRecord, TypeValue, type Value } from "./object_model.ts";
import { isStructure } from "./structure.ts";
import { HaxeError } from "./thrown.ts";
import { toText } from "./to_text.ts";

export type TypeTest = (value: Value) => boolean;

/** The test as a function, for instructions and JIT code that test again and again. */
export function typeTest({ kind, path }: TypeTestReference): TypeTest {
  switch (kind) {
    case "class":
    case "interface":
      return (value) => classOf(value)?.ancestors.has(path) ?? false;
    case "enum":
      return (value) => constructorOf(value)?.enum.path === path;
    case "int":
      return isInt;
    case "float":
      return (value) => typeof value === "number";
    case "bool":
      return (value) => typeof value === "boolean";
    case "string":
      return (value) => typeof value === "string";
    case "array":
      return Array.isArray;
    case "function":
      return (value) => typeof value === "function";
    case "dynamic":
      return (value) => value !== null;
  }
}

/** Is it a number that an Int could be? */
export function isInt(value: Value): boolean {
  return typeof value === "number" && (value | 0) === value;
}

/** What a failed cast throws. */
export function castError(value: Value, test: TypeTestReference): HaxeError {
  return new HaxeError(
    `Cannot cast ${toText(value)} to ${test.path === "" ? builtInNames[test.kind] : test.path}`,
  );
}

const builtInNames: Readonly<Record<string, string>> = {
  int: "Int",
  float: "Float",
  bool: "Bool",
  string: "String",
  array: "Array",
  function: "Function",
  dynamic: "Dynamic",
};

/** Is the value an instance of a `Class<T>` or `Enum<T>` value? */
export function isInstanceOf(value: Value, type: TypeValue): boolean {
  const record = type.$type;
  if (record.kind === "enum") return constructorOf(value)?.enum === (record as EnumRecord);
  if (record.path === "String") return typeof value === "string";
  if (record.path === "Array") return Array.isArray(value);
  return classOf(value)?.ancestors.has(record.path) ?? false;
}

/** The numbers of `dyn.kind`. */
export function kindNumber(value: Value): number {
  switch (typeof value) {
    case "number":
      return isInt(value) ? 1 : 2;
    case "boolean":
      return 3;
    case "string":
      return 4;
    case "function":
      return 9;
    default:
      return objectKindNumber(value);
  }
}

function objectKindNumber(value: Value): number {
  if (value === null) return 0;
  if (Array.isArray(value)) return 5;
  if (isStructure(value)) return 8;
  if (value instanceof TypeValue) return 10;
  return constructorOf(value) === null ? 6 : 7;
}
