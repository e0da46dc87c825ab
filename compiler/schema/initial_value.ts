/** Initial values that a scene's columns can hold: constants, and objects of the engine made from constants. */
import type { SceneType, SceneValue } from "#compiler/bytecode/scene_schema.ts";
import { fold } from "#compiler/checker/expressions/constants.ts";
import type { ClassField } from "#compiler/types/type.ts";
import type { TypedClass, TypedExpr } from "#compiler/types/typed_ast.ts";
import { NUMBER_CLASSES } from "./engine_types.ts";
import { withoutCasts } from "./scene_type.ts";

/** The expressions that the class's variables start with. */
export function initialisersOf(typed: TypedClass): Map<ClassField, TypedExpr> {
  const values = new Map<ClassField, TypedExpr>();
  const body = typed.constructor?.body;
  const exprs = body?.kind === "Block" ? body.exprs : [];
  for (const expr of exprs) {
    if (expr.kind !== "Assign" || expr.target.kind !== "Field") continue;
    if (expr.target.owner === typed.type && expr.target.object.kind === "This")
      values.set(expr.target.field, expr.value);
  }
  return values;
}

/** Null where the value is null; undefined where it is computed, or an asset: only scenes know those. */
export function sceneValueOf(expr: TypedExpr, type: SceneType): SceneValue | null | undefined {
  const value = withoutCasts(fold(expr));
  switch (value.kind) {
    case "Bool":
      return value.value;
    case "String":
      return type.kind === "asset" && value.value !== "" ? undefined : value.value;
    case "Int":
    case "Float":
      return value.value;
    case "Null":
      return null;
    case "New":
      return numbersOf(value.class.path, value.args, type);
    default:
      return undefined;
  }
}

function numbersOf(
  path: string,
  args: readonly TypedExpr[],
  type: SceneType,
): readonly number[] | undefined {
  const known = NUMBER_CLASSES.get(path);
  if (known === undefined || known.kind !== type.kind) return undefined;
  const omitted = OMITTED[known.kind] ?? [];
  const numbers: number[] = [];
  for (let index = 0; index < known.count; index++) {
    const arg = args[index];
    const value = arg === undefined ? undefined : withoutCasts(fold(arg));
    if (value === undefined || value.kind === "Null") numbers.push(omitted[index] ?? 0);
    else if (value.kind === "Int" || value.kind === "Float") numbers.push(value.value);
    else return undefined;
  }
  return numbers;
}

/** What the constructors of `core.math` put for arguments left out, where that is not 0. */
const OMITTED: Readonly<Record<string, readonly number[]>> = {
  quat: [0, 0, 0, 1],
  color: [0, 0, 0, 1],
};
