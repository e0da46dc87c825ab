/** What a field of a live object holds after its class has changed. */
import type { FieldMetadata } from "#compiler/bytecode/metadata.ts";
import { classOf, type Value, zeroOf } from "#runtime/vm/object_model.ts";

/** The type of a variable, at one time. */
type VariableType = Pick<FieldMetadata, "kind" | "haxeType">;

/** The value of a field that the object did not have. */
export function initialValue({ kind, initial }: FieldMetadata): Value {
  return initial === undefined || initial === "computed" ? zeroOf(kind) : initial.constant;
}

/** The old value where the new type can hold it, converted if need be; else `undefined`. */
export function convertedValue(value: Value, before: VariableType, after: VariableType): Value {
  if (before.kind === "i32" && after.kind === "f64") return value;
  if (before.kind === "f64" && after.kind === "i32") return value | 0;
  if (after.kind === "dyn") return value;
  if (before.kind === "dyn") return fitsKind(value, after) ? value : undefined;
  if (before.kind !== after.kind) return undefined;
  return after.kind !== "ref" || fitsType(value, after.haxeType) ? value : undefined;
}

function fitsKind(value: Value, { kind, haxeType }: VariableType): boolean {
  switch (kind) {
    case "i32":
      return typeof value === "number" && (value | 0) === value;
    case "f64":
      return typeof value === "number";
    case "bool":
      return typeof value === "boolean";
    case "ref":
      return fitsType(value, haxeType);
    case "dyn":
      return true;
  }
}

/** Only classes, arrays and strings are told apart; everything else that was a reference is taken for none. */
function fitsType(value: Value, haxeType: string): boolean {
  if (value === null) return true;
  const type = /^Null<(.*)>$/.exec(haxeType)?.[1] ?? haxeType;
  const path = type.replace(/<.*$/s, "");
  if (path === "Array") return Array.isArray(value);
  if (path === "String") return typeof value === "string";
  return classOf(value)?.ancestors.has(path) ?? false;
}
