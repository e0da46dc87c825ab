/** A value as `Std.string` writes it, for messages of the runtime itself: the program may not contain `Std`. */
import { classOf, constructorOf, TypeValue, type Value } from "./object_model.ts";
import { getStructureField, isStructure, structureFields } from "./structure.ts";

/** Deeper than this a structure that holds itself would never end. */
const DEEPEST = 12;

export function toText(value: Value): string {
  return textOf(value, 0);
}

function textOf(value: Value, depth: number): string {
  if (depth > DEEPEST) return "<...>";
  if (typeof value === "function") return "<function>";
  if (typeof value !== "object" || value === null) return String(value);
  if (Array.isArray(value)) return `[${listText(value, depth)}]`;
  if (value instanceof TypeValue) return typeText(value);
  if (isStructure(value)) return structureText(value, depth);
  const enumConstructor = constructorOf(value);
  if (enumConstructor !== null) {
    const { name, params } = enumConstructor.metadata;
    return params.length === 0
      ? name
      : `${name}(${listText(
          params.map((_, index) => value[`p${index}`]),
          depth,
        )})`;
  }
  return typeof value.toString === "function"
    ? String(value.toString())
    : String(classOf(value)?.path);
}

function typeText({ $type: { kind, path } }: TypeValue): string {
  return `${kind === "enum" ? "Enum" : "Class"}<${path}>`;
}

function listText(values: readonly Value[], depth: number): string {
  return values.map((value) => textOf(value, depth + 1)).join(",");
}

function structureText(value: Value, depth: number): string {
  const own = getStructureField(value, "toString");
  if (typeof own === "function") return String(own());
  const parts = structureFields(value).map(
    (name) => `${name}: ${textOf(getStructureField(value, name), depth + 1)}`,
  );
  return `{${parts.join(", ")}}`;
}
