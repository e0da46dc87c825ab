/** From Haxe's types to what can be written in a scene. */
import type { SceneEnum, SceneType } from "#compiler/bytecode/scene_schema.ts";
import { fold } from "#compiler/checker/expressions/constants.ts";
import { follow, followNull, innerOfNull } from "#compiler/types/follow.ts";
import type { AbstractType, ClassField, Type } from "#compiler/types/type.ts";
import type { TypedExpr } from "#compiler/types/typed_ast.ts";
import { NUMBER_CLASSES, REFERENCE_TYPES } from "./engine_types.ts";

/** What inline variables stand for. */
export type Constants = ReadonlyMap<ClassField, TypedExpr>;

/** Null for a type whose values a scene cannot write; of what may be null it writes texts and references. */
export function sceneTypeOf(type: Type, constants: Constants): SceneType | null {
  const found = typeOfValue(type, constants);
  if (found === null || !isNullType(type)) return found;
  return NULLABLE.has(found.kind) ? found : null;
}

const NULLABLE: ReadonlySet<SceneType["kind"]> = new Set(["string", "asset", "entity"]);

function typeOfValue(type: Type, constants: Constants): SceneType | null {
  const followed = followNull(type);
  if (followed.kind === "Inst") return classType(followed.class.path);
  if (followed.kind !== "Abstract") return null;
  switch (followed.abstract.path) {
    case "Bool":
      return { kind: "bool" };
    case "Int":
      return { kind: "int" };
    case "Float":
      return { kind: "float" };
    default:
      return REFERENCE_TYPES.get(followed.abstract.path) ?? enumType(followed.abstract, constants);
  }
}

/** Can a variable of the type be left without a value? */
export function isNullType(type: Type): boolean {
  return innerOfNull(follow(type)) !== null;
}

function classType(path: string): SceneType | null {
  if (path === "String") return { kind: "string" };
  const numbers = NUMBER_CLASSES.get(path);
  return numbers ? { kind: numbers.kind } : (REFERENCE_TYPES.get(path) ?? null);
}

function enumType(type: AbstractType, constants: Constants): SceneEnum | null {
  if (!type.isEnum || type.implementation === null) return null;
  const values: { name: string; value: number | string }[] = [];
  for (const field of type.implementation.statics.values()) {
    const constant = constants.get(field);
    const value = constant && withoutCasts(fold(constant));
    if (value?.kind === "Int" || value?.kind === "String")
      values.push({ name: field.name, value: value.value });
  }
  return values.length === 0 ? null : { kind: "enum", path: type.path, values };
}

/** The value behind conversions that change nothing at run time. */
export function withoutCasts(expr: TypedExpr): TypedExpr {
  return expr.kind === "Cast" && expr.form !== "checked" ? withoutCasts(expr.expr) : expr;
}
