/** The members of a class as its module's syntax has them. */
import type * as ast from "#compiler/syntax/ast.ts";
import type { ClassType } from "#compiler/types/type.ts";
import { structConstructor } from "../declarations/struct_init.ts";

/** In source order, those that declare a member: no macros, each name once but for overloads. */
export function moduleFields(module: ast.Module, holder: ClassType): ast.Field[] {
  const seen = new Set<string>();
  return fieldsOf(module, holder).filter((field) => {
    if (field.modifiers.includes("macro")) return false;
    if (field.modifiers.includes("overload")) return true;
    if (seen.has(field.name.name)) return false;
    seen.add(field.name.name);
    return true;
  });
}

function fieldsOf(module: ast.Module, holder: ClassType): readonly ast.Field[] {
  if (holder.form === "moduleFields") {
    return module.declarations.flatMap((declaration) =>
      declaration.kind === "ModuleField" ? [declaration.field] : [],
    );
  }
  for (const declaration of module.declarations) {
    if (declaration.kind === "ModuleField" || declaration.name.name !== holder.name) continue;
    return membersOf(declaration);
  }
  return [];
}

/** The fields as written, and the constructor that `@:structInit` adds. */
export function membersOf(declaration: ast.Declaration): readonly ast.Field[] {
  if (!("fields" in declaration)) return [];
  const made = declaration.kind === "Class" ? structConstructor(declaration) : null;
  return made === null ? declaration.fields : [...declaration.fields, made];
}
