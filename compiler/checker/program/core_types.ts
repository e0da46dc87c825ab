/** The types of StdTypes and its neighbours that syntax itself refers to: literals, conditions, `null`, loops. */
import { InternalError } from "#compiler/diagnostics/internal_error.ts";
import { DYNAMIC } from "#compiler/types/core.ts";
import { followMono, innerOfNull } from "#compiler/types/follow.ts";
import type { InstType, Type, TypeDeclaration } from "#compiler/types/type.ts";
import type { Program } from "./program.ts";

/** Modules the checker cannot work without, and the types in them. */
const REQUIRED = ["Void", "Int", "Float", "Bool", "Null", "String", "Array"] as const;

/** Names of required types that no library declares. */
export function missingCoreTypes(program: Program): string[] {
  return REQUIRED.filter((name) => coreDeclaration(program, name) === null);
}

export function coreDeclaration(program: Program, name: string): TypeDeclaration | null {
  return (
    program.modules.get("StdTypes")?.types.get(name) ??
    program.modules.get(name)?.types.get(name) ??
    null
  );
}

export function voidType(program: Program): Type {
  return coreType(program, "Void");
}

export function intType(program: Program): Type {
  return coreType(program, "Int");
}

export function floatType(program: Program): Type {
  return coreType(program, "Float");
}

export function boolType(program: Program): Type {
  return coreType(program, "Bool");
}

export function stringType(program: Program): Type {
  return coreType(program, "String");
}

/** `Null<T>`; what is one already stays as it is. */
export function nullOf(program: Program, type: Type): Type {
  if (innerOfNull(followMono(type)) !== null) return type;
  return coreType(program, "Null", [type]);
}

export function arrayOf(program: Program, element: Type): InstType {
  const type = coreType(program, "Array", [element]);
  if (type.kind !== "Inst") throw new InternalError("Array is not a class");
  return type;
}

/** A type of the standard library by its path, or null where the library does not have it. */
export function standardType(
  program: Program,
  path: string,
  params: readonly Type[] = [],
): Type | null {
  const name = path.slice(path.lastIndexOf(".") + 1);
  const declaration = path.includes(".")
    ? program.modules.get(path)?.types.get(name)
    : coreDeclaration(program, name);
  return declaration === undefined || declaration === null
    ? null
    : instantiate(declaration, params);
}

/** A use of a declaration with the given arguments. */
export function instantiate(declaration: TypeDeclaration, params: readonly Type[]): Type {
  switch (declaration.kind) {
    case "Class":
      return { kind: "Inst", class: declaration, params };
    case "Enum":
      return { kind: "Enum", enum: declaration, params };
    case "Typedef":
      return { kind: "Typedef", typedef: declaration, params };
    case "Abstract":
      if (declaration.path === "Dynamic")
        return params[0] === undefined ? DYNAMIC : { kind: "Dynamic", param: params[0] };
      return { kind: "Abstract", abstract: declaration, params };
  }
}

const NO_PARAMS: readonly Type[] = [];
const plainTypes = new WeakMap<TypeDeclaration, Type>();

function coreType(program: Program, name: string, params: readonly Type[] = NO_PARAMS): Type {
  const declaration = coreDeclaration(program, name);
  if (declaration === null) throw new InternalError(`Core type ${name} is missing`);
  if (params.length > 0) return instantiate(declaration, params);
  let type = plainTypes.get(declaration);
  if (type === undefined) {
    type = instantiate(declaration, params);
    plainTypes.set(declaration, type);
  }
  return type;
}
